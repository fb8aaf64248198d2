"""Bytes in the codings that browsers take, made once and sent to everybody."""

import gzip
import re
from dataclasses import dataclass
from functools import lru_cache

import brotli

SMALL = 256 * 1024
"""Up to here the slowest brotli, a tenth smaller, still takes less than half a second."""
_NO_GAIN = re.compile(r"font/woff2|image/(?:png|jpeg|webp|gif)|application/(?:pdf|zip)")
_CODING = re.compile(r"\s*([\w*-]+)\s*(?:;\s*q\s*=\s*([\d.]+))?\s*")


@dataclass(frozen=True)
class Compressed:
    """A body of a media type, and the same under the names of HTTP's content codings.

    ``codings`` maps a coding (RFC 9110, 8.4.1), best first, to bytes. ``identity`` is always there.
    """

    media_type: str
    codings: dict[str, bytes]

    @classmethod
    def of(cls, body: bytes, media_type: str) -> "Compressed":
        """Compress a body, unless its media type is compressed already."""
        if _NO_GAIN.match(media_type):
            return cls(media_type, {"identity": body})
        quality = 11 if len(body) <= SMALL else 9
        made = {
            "br": brotli.compress(body, mode=brotli.MODE_TEXT, quality=quality),
            "gzip": gzip.compress(body, compresslevel=9, mtime=0),
            "identity": body,
        }
        return cls(media_type, made)

    def for_browser(self, accepted: str) -> tuple[str, bytes]:
        """Return the coding and the bytes for an ``Accept-Encoding`` header (RFC 9110, 12.5.3)."""
        wanted = _wanted(accepted)
        for coding, body in self.codings.items():
            if coding in wanted or coding == "identity":
                return coding, body
        raise AssertionError("identity is always there")


@lru_cache(64)  # phones of one make say the same
def _wanted(accepted: str) -> set[str]:
    found = set()
    for part in accepted.split(","):
        match = _CODING.fullmatch(part)
        if match and _weight(match[2]) > 0:
            found.add(match[1].lower())
    return found


def _weight(text: str | None) -> float:
    try:
        return 1.0 if text is None else float(text)
    except ValueError:  # "1.1.1": half a header is no reason to refuse anything
        return 0.0
