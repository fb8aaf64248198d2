"""Partners and ties as rows of a table that people read, and that comes back without loss."""

from collections.abc import Mapping
from typing import NamedTuple

from workshop_kit.partner import PartnerBody, Status
from workshop_kit.partners.folded import folded
from workshop_kit.partners.names import (
    KINDS,
    LISTS,
    PARTNER_FIELDS,
    RATINGS,
    RINGS,
    STATUSES,
    TIE_FIELDS,
    TIE_KINDS,
    shown,
)
from workshop_kit.partners.vocabulary import Vocabulary
from workshop_kit.tie import TieBody
from workshop_kit.words import _, translated

Cell = object
"""Text, a whole number, a day, or ``None`` for nothing."""
_WORDS: dict[str, dict[str, str]] = {
    "kind": KINDS,
    "status": STATUSES,
    "ring_now": RINGS,
    "ring_wanted": RINGS,
}


class Rows(NamedTuple):
    """A table: the fields of its columns, their headings, and a row for each record."""

    fields: tuple[str, ...]
    headings: tuple[str, ...]
    rows: list[list[Cell]]


def exported(
    partners: Mapping[str, PartnerBody],
    ties: Mapping[str, TieBody],
    *,
    with_declined: bool = False,
) -> tuple[dict[str, PartnerBody], dict[str, TieBody]]:
    """Return what leaves the room, in the order of names: who declined only when asked for.

    A tie goes along where both of its partners do.
    """
    kept = {
        id_: partners[id_]
        for id_ in sorted(partners, key=lambda id_: (folded(partners[id_].name), id_))
        if with_declined or partners[id_].status is not Status.DECLINED
    }
    tied = {
        id_: ties[id_]
        for id_ in sorted(ties)
        if ties[id_].first in kept and ties[id_].second in kept
    }
    return kept, tied


def partner_rows(
    partners: Mapping[str, PartnerBody], words: Vocabulary, *, with_ratings: bool = False
) -> Rows:
    """Return a row for each partner; ratings only when asked for."""
    fields = tuple(one for one in PARTNER_FIELDS if with_ratings or one not in RATINGS)
    rows = [
        [_cell(field, {**dict(body), "id": id_}[field], words) for field in fields]
        for id_, body in partners.items()
    ]
    return Rows(fields, tuple(shown(PARTNER_FIELDS, field) for field in fields), rows)


def tie_rows(ties: Mapping[str, TieBody], partners: Mapping[str, PartnerBody]) -> Rows:
    """Return a row for each tie. A partner is named by its name, if no other one has it."""
    names = [folded(body.name) for body in partners.values()]
    named = {
        id_: body.name if names.count(folded(body.name)) == 1 else id_
        for id_, body in partners.items()
    }
    rows: list[list[Cell]] = [
        [
            named[one.first],
            named[one.second],
            shown(TIE_KINDS, one.kind),
            one.strength,
            _("yes") if one.directed else _("no"),
            id_,
        ]
        for id_, one in ties.items()
    ]
    return Rows(tuple(TIE_FIELDS), tuple(translated(TIE_FIELDS).values()), rows)


def _cell(field: str, value: object, words: Vocabulary) -> Cell:
    if value is None:
        return None
    if field in _WORDS:
        return shown(_WORDS[field], str(value))
    if field in LISTS and isinstance(value, tuple):
        return "; ".join(_listed(field, key, words) for key in value) or None
    return value if value != "" else None


def _listed(field: str, key: str, words: Vocabulary) -> str:
    """Return the shown name of a key where it leads back to the key, else the key itself."""
    name = words.names[field].get(key, "")
    alone = name and not any(sign in name for sign in ";|\n")
    return name if alone and words.value(field, name) == key else key
