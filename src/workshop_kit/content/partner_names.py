"""What may differ between two spellings of a partner's name, and what never may."""

from functools import cache
from pathlib import Path

from workshop_kit.content.files import kit_folder
from workshop_kit.content.toml_file import read_toml
from workshop_kit.model import Frozen

FILE = "partner_names.toml"


class PartnerNames(Frozen):
    """Words in small letters without accents.

    ``passed_over`` say nothing of who it is, ``short_forms`` are written out, and two names of
    which only one has a word of ``tell_apart`` are those of two partners.
    """

    passed_over: frozenset[str]
    tell_apart: frozenset[str]
    short_forms: dict[str, str]


class _File(Frozen):
    passed_over: str
    tell_apart: str
    short_forms: dict[str, str]


def partner_names() -> PartnerNames:
    """Return the words of both languages.

    Raises
    ------
    ContentError
        The file cannot be used.
    """
    return _partner_names(kit_folder("data") / FILE)


@cache
def _partner_names(path: Path) -> PartnerNames:
    found = read_toml(path, _File)
    return PartnerNames(
        passed_over=frozenset(found.passed_over.split()),
        tell_apart=frozenset(found.tell_apart.split()),
        short_forms=found.short_forms,
    )
