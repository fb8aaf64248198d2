"""Words that say nothing of what a text is about, by language."""

from functools import cache
from pathlib import Path

from workshop_kit.content.files import kit_folder
from workshop_kit.content.toml_file import read_toml
from workshop_kit.model import Frozen

FILE = "stop_words.toml"


class _Words(Frozen):
    listed: str
    added: str = ""


class _File(Frozen):
    en: _Words
    fr: _Words


def stop_words() -> dict[str, frozenset[str]]:
    """Return the words of each language, in small letters, by its code.

    Raises
    ------
    ContentError
        The file cannot be used.
    """
    return _stop_words(kit_folder("data") / FILE)


@cache
def _stop_words(path: Path) -> dict[str, frozenset[str]]:
    found = read_toml(path, _File)
    return {
        code: frozenset(f"{words.listed} {words.added}".split())
        for code, words in (("en", found.en), ("fr", found.fr))
    }
