"""Influence and interest: four fields, and what to do with the partners in each.

The method is that of the Community Tool Box (ctb.ku.edu, node 376). It is for who leads only.
"""

from enum import StrEnum

from workshop_kit.model import Frozen
from workshop_kit.partner import PartnerBody
from workshop_kit.partners.partner_map import Named, Partners, in_order, named
from workshop_kit.words import N_, translated

MUCH = 2
"""From here on a rating counts as much. Ours: of three steps the middle one is nearer to those
whom a group should talk to, and asking one too many costs less than passing one over."""
SURVIVORS = "lived_experience"


class Quadrant(StrEnum):
    """A field of the grid; each is named after what to do with it."""

    WORK_CLOSELY = "work_closely"
    WIN_OVER = "win_over"
    KEEP_STRONG = "keep_strong"
    KEEP_IN_VIEW = "keep_in_view"


NAMES: dict[str, str] = {
    Quadrant.WORK_CLOSELY: N_("Work closely"),
    Quadrant.WIN_OVER: N_("Win over"),
    Quadrant.KEEP_STRONG: N_("Keep strong"),
    Quadrant.KEEP_IN_VIEW: N_("Keep in view"),
}
WHO: dict[str, str] = {
    Quadrant.WORK_CLOSELY: N_("Much influence, much interest"),
    Quadrant.WIN_OVER: N_("Much influence, little interest"),
    Quadrant.KEEP_STRONG: N_("Little influence, much interest"),
    Quadrant.KEEP_IN_VIEW: N_("Little influence, little interest"),
}
WHAT_TO_DO: dict[str, str] = {
    Quadrant.WORK_CLOSELY: N_("Plan with them from the start, and decide together."),
    Quadrant.WIN_OVER: N_("Find out what matters to them, and ask for one small thing."),
    Quadrant.KEEP_STRONG: N_("Give them a task and a voice, and tell others what they do."),
    Quadrant.KEEP_IN_VIEW: N_("Send them news now and then, and ask again in half a year."),
}


class GridField(Frozen):
    """One field, with its partners by name."""

    quadrant: Quadrant
    name: str
    who: str
    what_to_do: str
    partners: tuple[Named, ...]


class Grid(Frozen):
    """The four fields, and who lacks a rating."""

    fields: tuple[GridField, ...]
    not_rated: tuple[Named, ...]


def grid(partners: Partners) -> Grid:
    """Return who stands in which field.

    A Nation is in none and is not among those that lack a rating: Nations are not rated. Nor is a
    group of survivors. Partners that declined are in it, as a reason may change; so this must
    reach nobody but who leads.
    """
    order = [one for one in in_order(partners) if _may_be_rated(partners[one])]
    stands = {one: _quadrant(partners[one]) for one in order}
    names, who, to_do = translated(NAMES), translated(WHO), translated(WHAT_TO_DO)
    return Grid(
        fields=tuple(
            GridField(
                quadrant=quadrant,
                name=names[quadrant],
                who=who[quadrant],
                what_to_do=to_do[quadrant],
                partners=named((one for one in order if stands[one] is quadrant), partners),
            )
            for quadrant in Quadrant
        ),
        not_rated=named((one for one in order if stands[one] is None), partners),
    )


def _may_be_rated(partner: PartnerBody) -> bool:
    return not partner.is_nation and SURVIVORS not in partner.sectors


def _quadrant(partner: PartnerBody) -> Quadrant | None:
    if partner.influence is None or partner.interest is None:
        return None
    if partner.influence >= MUCH:
        return Quadrant.WORK_CLOSELY if partner.interest >= MUCH else Quadrant.WIN_OVER
    return Quadrant.KEEP_STRONG if partner.interest >= MUCH else Quadrant.KEEP_IN_VIEW
