"""The words by which columns and values of partner lists are known, in English and French."""

from functools import cache
from pathlib import Path
from typing import Literal

from workshop_kit.content.files import kit_folder
from workshop_kit.content.toml_file import read_toml
from workshop_kit.model import Frozen
from workshop_kit.partner import PartnerKind, Ring, Status
from workshop_kit.tie import TieKind

FILE = "partner_headings.toml"

_Words = tuple[str, ...]


class PartnerWords(Frozen):
    """The file: words by what they stand for. ``partner`` and ``tie`` are headings, by field.

    ``left_out`` are headings of what is not kept; ``mark`` is what a tick, an empty cell or a row
    of totals says.
    """

    partner: dict[str, _Words]
    tie: dict[str, _Words]
    left_out: dict[Literal["street", "person"], _Words]
    status: dict[Status, _Words]
    kind: dict[PartnerKind, _Words]
    ring: dict[Ring, _Words]
    tie_kind: dict[TieKind, _Words]
    strength: dict[Literal["1", "2", "3"], _Words]
    mark: dict[Literal["yes", "no", "nothing", "total"], _Words]
    sectors: dict[str, _Words]


def partner_words() -> PartnerWords:
    """Return all of them; raises :class:`ContentError` where the file cannot be used."""
    return _read(kit_folder("data") / FILE)


@cache
def _read(path: Path) -> PartnerWords:
    return read_toml(path, PartnerWords)
