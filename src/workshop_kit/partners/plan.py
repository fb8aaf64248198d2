"""A whole file as what would be written: looked at first, then done whole or not at all."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workshop_kit.model import ROOM, Entry, TakeBack, Write, new_id
from workshop_kit.partner import PartnerBody
from workshop_kit.partners.columns import Column, columns_of, is_of_ties
from workshop_kit.partners.held import HeldPartner, HeldTie, PartnerIds
from workshop_kit.partners.preview import Outcome, PartnerLine, partner_lines, warnings_of
from workshop_kit.partners.table_file import Table, tables_in
from workshop_kit.partners.tie_lines import TieLine, tie_lines
from workshop_kit.partners.unusable import UnusableTable
from workshop_kit.partners.vocabulary import Vocabulary, vocabulary
from workshop_kit.tie import TieBody
from workshop_kit.words import _

PARTNER, TIE = "partner", "tie"
"""The names of the two kinds of entries."""


class Map(NamedTuple):
    """The partners and ties of a room, by their ids."""

    partners: Mapping[str, HeldPartner]
    ties: Mapping[str, HeldTie]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Map":
        """Return what entries of the two kinds hold; others are passed over."""
        partners: dict[str, HeldPartner] = {}
        ties: dict[str, HeldTie] = {}
        for one in entries:
            if one.kind == PARTNER:
                body = PartnerBody.model_validate(one.body)
                partners[one.key] = HeldPartner(one.revision, body)
            elif one.kind == TIE:
                ties[one.key] = HeldTie(one.revision, TieBody.model_validate(one.body))
        return cls(partners, ties)

    def vocabulary(
        self,
        own_sectors: Mapping[str, str] | None = None,
        own_needs: Mapping[str, str] | None = None,
    ) -> Vocabulary:
        """Return the words that are known where these partners are."""
        bodies = [one.body for one in self.partners.values()]
        used = {
            "sectors": {key for one in bodies for key in one.sectors},
            "brings": {key for one in bodies for key in one.brings},
        }
        return vocabulary(own_sectors=own_sectors, own_needs=own_needs, used=used)


class Plan(NamedTuple):
    """What an import would do. ``told`` are sentences about the whole file."""

    columns: tuple[Column, ...]
    partners: tuple[PartnerLine, ...]
    tie_columns: tuple[Column, ...]
    ties: tuple[TieLine, ...]
    told: tuple[str, ...]

    @property
    def lines(self) -> tuple[PartnerLine | TieLine, ...]:
        """Every line of both tables."""
        return (*self.partners, *self.ties)

    def count(self, outcome: Outcome) -> int:
        """Return how many partners and ties are added, changed, the same or refused."""
        return Counter(one.outcome for one in self.lines)[outcome]

    def writes(self) -> tuple[Write, ...]:
        """Return what has to be stored, all of it or nothing."""
        return tuple(
            Write(
                kind=PARTNER if isinstance(one, PartnerLine) else TIE,
                key=one.id,
                author=ROOM,
                write_id=new_id(),
                revision=one.revision,
                body=one.body.model_dump(mode="json"),
            )
            for one in self.lines
            if one.outcome in {Outcome.ADD, Outcome.CHANGE} and one.body
        )

    def undo(self) -> tuple[Write | TakeBack, ...]:
        """Return what puts everything back as it was before :meth:`writes` was stored.

        It is refused, whole, where somebody has changed one of these since.
        """
        written = {Outcome.ADD, Outcome.CHANGE}
        return tuple(_back(one) for one in self.lines if one.outcome in written)


def plan_import(
    data: bytes,
    held: Map,
    words: Vocabulary,
    *,
    chosen: Mapping[str, str | None] | None = None,
    sheet: str = "",
) -> Plan:
    """Return what importing a file would do; nothing is written.

    Parameters
    ----------
    data
        A CSV, XLSX or ODS file.
    chosen
        What columns are, by heading, where somebody corrected the guess.
    sheet
        The sheet to read, else the first one with partners, and the one with ties.

    Raises
    ------
    UnusableTable
        The file, the sheet or a chosen column cannot be used.
    """
    partners, ties = _picked(tables_in(data, words), words, sheet)
    ids = PartnerIds(held.partners)
    mine, theirs = _divided(chosen or {}, partners, ties)
    columns = columns_of(partners, words, mine) if partners else ()
    lines = partner_lines(partners, columns, words, held.partners, ids) if partners else []
    of_ties = columns_of(ties, words, theirs, of_ties=True) if ties else ()
    tied = tie_lines(ties, of_ties, words, held.ties, ids) if ties else []
    told = [*warnings_of(columns), *(said for one in (partners, ties) if one for said in one.told)]
    return Plan(columns, tuple(lines), of_ties, tuple(tied), tuple(told))


def _picked(
    tables: tuple[Table, ...], words: Vocabulary, sheet: str
) -> tuple[Table | None, Table | None]:
    """Return the table of partners and the one of ties, where there are such."""
    asked = [one for one in tables if not sheet or one.name == sheet]
    if not asked:
        there = ", ".join(one.name for one in tables)
        raise UnusableTable(
            _("No sheet is called “{name}”. There are: {there}.", name=sheet, there=there)
        )
    ties = [one for one in asked if is_of_ties(one, words)]
    partners = [one for one in asked if one not in ties]
    return next(iter(partners), None), next(iter(ties), None)


def _divided(
    chosen: Mapping[str, str | None], partners: Table | None, ties: Table | None
) -> tuple[Mapping[str, str | None], Mapping[str, str | None]]:
    """Return the choices for each table; what neither has goes where it is refused."""
    if partners is None:
        return {}, chosen
    of_ties = {
        heading: field
        for heading, field in chosen.items()
        if ties and heading in ties.headings and heading not in partners.headings
    }
    return {k: v for k, v in chosen.items() if k not in of_ties}, of_ties


def _back(one: PartnerLine | TieLine) -> Write | TakeBack:
    kind = PARTNER if isinstance(one, PartnerLine) else TIE
    if one.before is None:
        return TakeBack(
            kind=kind, key=one.id, author=ROOM, write_id=new_id(), revision=one.revision + 1
        )
    return Write(
        kind=kind,
        key=one.id,
        author=ROOM,
        write_id=new_id(),
        revision=one.revision + 1,
        body=one.before.model_dump(mode="json"),
    )
