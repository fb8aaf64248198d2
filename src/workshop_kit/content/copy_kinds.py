"""Kinds of files that a group may use as its own copy, known by what they hold."""

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from workshop_kit.words import _

LOOKED_AT = 64 * 1024
"""Bytes at the start and at the end by which a file is known. It is never opened as a document."""

_MARKUP = re.compile(r"\s*<")
_NO_TEXT = re.compile("[\\x00-\\x08\\x0e-\\x1a\\x1c-\\x1f\\x7f]")


class CopyKind(NamedTuple):
    """A kind of file: its shown name, its ending, and what browsers are told that it is."""

    shown: str
    suffix: str
    media_type: str


PDF = CopyKind("PDF", ".pdf", "application/pdf")
# A text is not told to be one: a browser would show it as a page.
TXT = CopyKind("TXT", ".txt", "application/octet-stream")
DOCX = CopyKind(
    "DOCX", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
)
ODT = CopyKind("ODT", ".odt", "application/vnd.oasis.opendocument.text")
COPY_KINDS = (PDF, TXT, DOCX, ODT)

_ODT_START = b"mimetype" + ODT.media_type.encode()


def copy_kind(path: Path) -> CopyKind:
    """Return what kind of file this is; raises ``ValueError`` with what it is instead."""
    try:
        with path.open("rb") as file:
            start = file.read(LOOKED_AT)
            file.seek(0, 2)
            file.seek(max(0, file.tell() - LOOKED_AT))
            end = file.read(LOOKED_AT)
    except OSError as error:
        raise ValueError(_("it cannot be read")) from error
    return kind_by_signature(start, end)


def kind_by_signature(start: bytes, end: bytes) -> CopyKind:
    """Return the kind of a file by its first and last bytes; raises ``ValueError``."""
    if start.startswith(b"%PDF-"):
        return PDF
    if start.startswith(b"PK\x03\x04"):
        return _packed(start, end)
    return _text(start, end)


def _packed(start: bytes, end: bytes) -> CopyKind:
    """Tell by the names in an archive. Nothing in it is unpacked, however large it says to be."""
    if start[30:].startswith(_ODT_START):
        return ODT
    if b"[Content_Types].xml" in start + end and b"word/" in end:
        return DOCX
    raise ValueError(_("it is an archive or another kind of document"))


def _text(start: bytes, end: bytes) -> CopyKind:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        shown = start[: len(start) // 2 * 2].decode("utf-16", "replace")
    else:
        shown = (start + end).decode("cp1252", "replace").removeprefix("ï»¿")
    if not shown.strip():
        raise ValueError(_("there is nothing in it"))
    if _MARKUP.match(shown):
        raise ValueError(_("it is a web page or a drawing"))
    if _NO_TEXT.search(shown) or shown.startswith(("{\\rtf", "%!PS")):
        raise ValueError(_("it is another kind of document"))
    return TXT
