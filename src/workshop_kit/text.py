"""Text as people type it, and as it is kept."""

import re

from pydantic import BeforeValidator

_NEW_LINE = re.compile("\\r\\n?|[\\x0b\\x0c\\x85]")
_NO_LETTER = re.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufffe\\uffff]")


def plain(typed: object) -> object:
    """Drop what no keyboard types and no document can hold; letters stay exactly as typed.

    So there is no normalization to NFC either: q̓ic̓əy comes back as it came.
    """
    if not isinstance(typed, str):
        return typed
    return _NO_LETTER.sub("", _NEW_LINE.sub("\n", typed))


Typed = BeforeValidator(plain)
"""Stands last among a text's annotations, so that it comes before their checks."""
