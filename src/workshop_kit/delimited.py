"""Text in rows and cells, as spreadsheet programs save it: any delimiter, any encoding."""

import codecs
import csv
import io
import re
from collections.abc import Iterator

from workshop_kit.words import _

_NAMED_DELIMITER = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""What Excel reads in a first line of its own, and does not show as a row."""
_USUAL = frozenset("àâäæçéèêëîïñôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÑÔÖŒÙÛÜŸ’‘“”«»–—…°©®€£\xa0")  # noqa: RUF001 - these are what is looked for
_STRANGE = re.compile(r"[^\x00-\x7f]")
_INSIDE_A_WORD = re.compile(r"[a-zà-ÿ][À-ÖØ-Þ](?![A-ZÀ-ÖØ-Þ])")
_ENCODINGS = ("cp1252", "mac_roman")
"""What Windows and older Macs call ANSI and text. The first one stands where both are as good."""


def decoded(data: bytes) -> str:
    """Return text from bytes: UTF-8, UTF-16, or whichever of the older two reads better."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return max((data.decode(name, "replace") for name in _ENCODINGS), key=_likely)


def delimiter_named(text: str) -> tuple[str, str]:
    """Return the delimiter that a first line of its own names, or "", and the text after it."""
    named = _NAMED_DELIMITER.match(text)
    if named is None:
        return "", text
    usable = named[1].isprintable() and named[1] not in {'"', "\ufffd"}
    return named[1] if usable else "", text[named.end() :]


def rows_of(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the cells of each row; raises ``ValueError`` with a sentence."""
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:  # a cell of more than 128 KiB: a quotation mark that is never closed
        raise ValueError(
            _("A cell has no end. Look for a quotation mark that stands alone, and remove it.")
        ) from None


def _wide(data: bytes) -> str:
    """Return the name of UTF-16 without a mark; it is known by the zeros of plain letters."""
    beginning = data[:400]
    if beginning.count(0) * 3 < len(beginning) or len(beginning) < 4:
        return ""
    return "utf-16-be" if beginning[0::2].count(0) > beginning[1::2].count(0) else "utf-16-le"


def _likely(text: str) -> float:
    """Tell how much a text looks like English or French; a capital inside a word does not."""
    strange = _STRANGE.findall(text)
    usual = sum(letter in _USUAL for letter in strange)
    return 2 * usual - len(strange) - 3 * len(_INSIDE_A_WORD.findall(text))
