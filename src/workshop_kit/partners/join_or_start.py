"""Join a committee that is there, widen it, or start one: reasons for each way, and no verdict.

The order of the ways is the toolkit's: find out what is there, get in touch and join, and only
where there is none start one. The room votes before it sees any of this.
"""

from collections.abc import Mapping

from workshop_kit.agreement import FEWEST_COUNTED
from workshop_kit.committee_fit import FitBody
from workshop_kit.content.sources import source
from workshop_kit.content.steps import steps
from workshop_kit.model import Frozen
from workshop_kit.partners.committee_standing import Standing, standings
from workshop_kit.partners.partner_map import Partners
from workshop_kit.partners.way import WAYS, Way
from workshop_kit.partners.way_reasons import AGAINST, FOR, known
from workshop_kit.words import _, language, translated

_SOURCE, _PLACE = "get_organized", "How"
_STEPS = ("look", "ask", "join", "start")
"""The toolkit's steps that are about this."""


class WayReasons(Frozen):
    """One way: the room's votes, if enough were given to tell, and what speaks for and against."""

    way: Way
    name: str
    votes: int | None
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]


class JoinOrStart(Frozen):
    """What a group needs in order to decide. The ways stand in one order, whatever is known.

    ``order`` are the toolkit's steps about this, in our words; ``order_source`` is where they
    stand.
    """

    order: tuple[str, ...]
    order_source: str
    committees: tuple[Standing, ...]
    ways: tuple[WayReasons, ...]


def join_or_start(
    partners: Partners, fits: Mapping[str, FitBody], votes: Mapping[Way, int] | None = None
) -> JoinOrStart:
    """Return reasons for each way; which one is taken is for the group to say.

    Parameters
    ----------
    partners
        By their ids; committees among them are those of the three kinds that could be joined.
    fits
        What is known of committees, by the ids of their partners.
    votes
        How many votes each way got; fewer than five in all are not told.
    """
    committees = standings(partners, fits)
    all_known, names, given = known(partners, committees), translated(WAYS), dict(votes or {})
    told = sum(given.values()) >= FEWEST_COUNTED
    place = _("{title}, “{place}”", title=source(_SOURCE).title, place=_PLACE)
    return JoinOrStart(
        order=tuple(one.text for one in steps(language()) if one.key in _STEPS),
        order_source=place,
        committees=committees,
        ways=tuple(
            WayReasons(
                way=way,
                name=names[way],
                votes=given.get(way, 0) if told else None,
                speaks_for=tuple(FOR[way](all_known)),
                speaks_against=tuple(AGAINST[way](all_known)),
            )
            for way in Way
        ),
    )
