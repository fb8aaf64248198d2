"""Visible text in the reader's language, through gettext catalogues in ``locale/``."""

import gettext as _gettext
import os
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en"

TOLD = "WORKSHOP_KIT_LANGUAGE"
"""The variable by which a page's process is told the reader's language."""

_language: ContextVar[str | None] = ContextVar("language", default=None)


def languages() -> tuple[str, ...]:
    """Language codes that the kit can show, the source language first."""
    return _languages_in(LOCALE)


@cache  # asked with every request
def _languages_in(folder: Path) -> tuple[str, ...]:
    translated = sorted(p.parent.parent.name for p in folder.glob("*/LC_MESSAGES/*.mo"))
    return (SOURCE_LANGUAGE, *(code for code in translated if code != SOURCE_LANGUAGE))


def speak(language: str) -> None:
    """Choose the language of this task or thread; one that is not there becomes English."""
    _language.set(language if language in languages() else SOURCE_LANGUAGE)


def language() -> str:
    """Return the code of the language in use, such as ``en``.

    It is the one chosen with :func:`speak`, else what the environment tells now: a process that
    is forked for a page is told only after it has imported this.
    """
    return _language.get() or os.environ.get(TOLD) or SOURCE_LANGUAGE


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    return _gettext.translation("workshop_kit", LOCALE, languages=[code], fallback=True)


def _(message: str, /, **values: object) -> str:
    """Translate a message, then fill its ``{named}`` places."""
    text = _catalogue(language()).gettext(message)
    return text.format_map(values) if values else text


def N_(message: str, /) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a message that is translated later, when somebody is to read it."""
    return message


def n_(one: str, many: str, number: int, /, **values: object) -> str:
    """Translate a message that depends on a number; ``{number}`` is filled in."""
    text = _catalogue(language()).ngettext(one, many, number)
    return text.format_map({"number": number, **values})


def translated(messages: Mapping[str, str]) -> dict[str, str]:
    """Translate every value of a mapping; their places stay open for the page to fill."""
    return {name: _(text) for name, text in messages.items()}
