"""What the frame of every page needs: its words, help lines, languages and addresses."""

from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from babel import Locale

from workshop_kit.content.help_lines import HelpLine, help_lines
from workshop_kit.pages.folders import STATIC
from workshop_kit.pages.frame_words import frame_words, script_words
from workshop_kit.pages.static_files import names
from workshop_kit.words import SOURCE_LANGUAGE, _, languages

NEUTRAL_PAGE = "bread"
"""Where the exit leads, below the base address."""


def frame(
    language: str = SOURCE_LANGUAGE,
    *,
    base_url: str = "/",
    static: Callable[[str], str],
) -> dict[str, Any]:
    """Return what templates know as ``frame``: text, numbers and lists only, fit for JSON.

    Parameters
    ----------
    language
        The reader's language, such as ``en``. Call ``words.speak`` with it first.
    base_url
        The address of the kit on its host; begins and ends with a slash.
    static
        Gives the versioned address of a file in ``static/``, such as ``frame.css``. A version in
        the path (``/static/VERSION/frame.css``) also covers what that file imports.
    """
    locale = Locale.parse(language, sep="-")
    return {
        "language": language,
        "direction": locale.text_direction,
        "languages": [{"code": code, "name": _own_name(code)} for code in languages()],
        "base_url": base_url,
        "neutral_page": f"{base_url}{NEUTRAL_PAGE}",
        "static": {name: static(name) for name in names()},
        "early": early(),
        "help_lines": [_line(one) for one in help_lines(language)],
        "words": frame_words(),
        "script": {
            "words": script_words(),
            "neutral": f"{base_url}{NEUTRAL_PAGE}",
        },
    }


@cache
def early() -> str:
    """Return the script that stands in the page itself, since it runs before anything is shown."""
    return (STATIC / "early.js").read_text(encoding="utf-8")


def _own_name(code: str) -> str:
    locale = Locale.parse(code, sep="-")
    return (locale.get_display_name(code) or code).capitalize()


def _line(line: HelpLine) -> dict[str, str]:
    return {
        "key": line.key,
        "group": line.group,
        "name": line.name,
        "number": line.number,
        "tel": line.tel,
        "for_whom": line.for_whom,
        "hours": line.hours,
        "languages": line.languages,
        "checked": line.checked,
        "source": _source(line),
        "own": "yes" if line.own else "",
    }


def _source(line: HelpLine) -> str:
    if line.own:
        return _("Added by our group")
    return _("Source: {site}", site=urlsplit(line.source).hostname or line.source)
