"""The membership matrix: partners by what the group needs; an empty column is a gap.

The method is that of “Creating and Organizing Human Trafficking Collaboratives” (Heinrich and
Hatamiya): first everybody who could matter, then a matrix, then invitations to fill its gaps.
"""

from workshop_kit.content.needs import Need, needs
from workshop_kit.model import Frozen
from workshop_kit.partner import Status
from workshop_kit.partners.names_told import names_told
from workshop_kit.partners.partner_map import POSSIBLE, REACHED, Named, Partners, in_order, named
from workshop_kit.words import _, language, n_


class MatrixRow(Frozen):
    """A partner. ``brings`` are keys of the columns that it fills, in their order."""

    id: str
    name: str
    status: Status
    brings: tuple[str, ...]
    brings_words: str


class MatrixColumn(Frozen):
    """A need. ``brought_by`` are members and those contacted, ``possible`` could bring it."""

    need: str
    name: str
    about: str
    brought_by: tuple[Named, ...]
    possible: tuple[Named, ...]
    gap: bool
    words: str


class Matrix(Frozen):
    """The whole matrix, partners by name, needs in the order of the content."""

    rows: tuple[MatrixRow, ...]
    columns: tuple[MatrixColumn, ...]

    @property
    def gaps(self) -> tuple[MatrixColumn, ...]:
        """The needs that nobody fills."""
        return tuple(one for one in self.columns if one.gap)


def matrix(partners: Partners) -> Matrix:
    """Return who brings what.

    Partners that declined are left out: what they have, the group does not have. A need that is no
    longer in the content is passed over.
    """
    columns = needs(language())
    order = [one for one in in_order(partners) if partners[one].status is not Status.DECLINED]
    return Matrix(
        rows=tuple(_row(one, partners, columns) for one in order),
        columns=tuple(_column(need, order, partners) for need in columns),
    )


def _row(one: str, partners: Partners, columns: tuple[Need, ...]) -> MatrixRow:
    body = partners[one]
    return MatrixRow(
        id=one,
        name=body.name,
        status=body.status,
        brings=tuple(need.key for need in columns if need.key in body.brings),
        brings_words=body.brings_words,
    )


def _column(need: Need, order: list[str], partners: Partners) -> MatrixColumn:
    bringing = [one for one in order if need.key in partners[one].brings]
    there = named((one for one in bringing if partners[one].status in REACHED), partners)
    possible = named((one for one in bringing if partners[one].status in POSSIBLE), partners)
    return MatrixColumn(
        need=need.key,
        name=need.name,
        about=need.about,
        brought_by=there,
        possible=possible,
        gap=not there,
        words=_words(there, possible),
    )


def _words(there: tuple[Named, ...], possible: tuple[Named, ...]) -> str:
    if there:
        return n_(
            "One partner brings it: {names}.",
            "{number} partners bring it: {names}.",
            len(there),
            names=names_told(there),
        )
    if possible:
        return _("A gap. Ask {names}, who could bring it.", names=names_told(possible))
    return _("A gap. Nobody on the map brings it.")
