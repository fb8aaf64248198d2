"""Text as people type it, and as it is kept."""

import re

from pydantic import BeforeValidator

_NEW_LINE = re.compile("\\r\\n?|[\\x0b\\x0c\\x85]")
_NO_LETTER = re.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufffe\\uffff]")
_BREAK = re.compile("[\\t\\n\u2028\u2029]+")
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Unicode's property Bidi_Control, whole (Unicode Standard Annex 9)."""


def plain(typed: object) -> object:
    """Drop what no keyboard types and no document can hold; letters stay exactly as typed.

    So there is no normalization to NFC either: q̓ic̓əy comes back as it came.
    """
    if not isinstance(typed, str):
        return typed
    return _NO_LETTER.sub("", _NEW_LINE.sub("\n", typed))


def one_line(typed: object) -> object:
    """Return text as one line that reads in the order in which its letters stand.

    A name or a title with a line break could look like a field of its own in notes and on the
    projector; marks that turn the direction around could make it read as another one.
    """
    cleaned = plain(typed)
    if not isinstance(cleaned, str):
        return cleaned
    return _BREAK.sub(" ", _TURNS.sub("", cleaned))


OneLine = BeforeValidator(one_line)
"""The same as :data:`Typed`, for what is one line."""
Typed = BeforeValidator(plain)
"""Stands last among a text's annotations, so that it comes before their checks."""
