"""What the room has already, as an import looks at it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from workshop_kit.model import new_id
from workshop_kit.partner import PartnerBody
from workshop_kit.partners.folded import folded
from workshop_kit.tie import TieBody

_OF_THE_KIT = re.compile(r"[0-9a-f]{32}")
"""What :func:`new_id` makes. A list's own numbers, 1, 2, 3, say nothing of the room's partners."""


class HeldPartner(NamedTuple):
    """A partner of the room, and the revision of its entry."""

    revision: int
    body: PartnerBody


class HeldTie(NamedTuple):
    """A tie of the room, and the revision of its entry."""

    revision: int
    body: TieBody


class PartnerIds:
    """Finds partners by id or, folded, by exact name: those of the room, and those of a table."""

    def __init__(self, held: Mapping[str, HeldPartner]) -> None:
        self._ids = set(held)
        self._held = {folded(held[id_].body.name): id_ for id_ in sorted(held, reverse=True)}
        self._added: dict[str, str] = {}

    def by_name(self, name: str) -> str:
        """Return the id of the room's partner of this name, else ""."""
        return self._held.get(folded(name), "")

    def find(self, typed: str) -> str:
        """Return the id of a partner from its id or its name, else ""."""
        if typed in self._ids:
            return typed
        return self.by_name(typed) or self._added.get(folded(typed), "")

    def add(self, typed: str, name: str) -> str:
        """Remember a new partner; its id is the one of the table, if the kit made that."""
        fresh = typed if is_of_the_kit(typed) and typed not in self._ids else new_id()
        self._ids.add(fresh)
        self._added.setdefault(folded(name), fresh)
        return fresh


def is_of_the_kit(typed: str) -> bool:
    """Tell whether an id in a table is one that the kit makes."""
    return _OF_THE_KIT.fullmatch(typed) is not None
