"""Join or start: cases worked by hand, and that it never decides."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.partners.maps import TO_INVITE, partner, partner_maps, shuffled
from tests.partners.test_committee_standing import FITS
from workshop_kit.committee_fit import FitBody
from workshop_kit.partner import PartnerBody, PartnerKind
from workshop_kit.partners.join_or_start import JoinOrStart, WayReasons, join_or_start
from workshop_kit.partners.partner_map import PartnerMap
from workshop_kit.partners.way import Way

CAT = partner("Valley CAT", kind=PartnerKind.CAT, status=TO_INVITE)
VAWIR = partner("Valley VAWIR", kind=PartnerKind.VAWIR, status=TO_INVITE)
MEMBERS = {
    "r": partner("RCMP", "police", brings=("authority_to_commit",)),
    "l": partner("Library"),
    "s": partner("School", "schools"),
}
ALL_YES = FitBody(issue=True, place=True, people=True, willingness=True, capacity=True)


def way(found: JoinOrStart, which: Way) -> WayReasons:
    return next(one for one in found.ways if one.way is which)


def asked(partners: dict[str, PartnerBody], **fits: FitBody) -> JoinOrStart:
    return join_or_start(partners, fits)


def test_the_toolkits_order_is_said_with_its_place() -> None:
    found = asked({})
    assert found.order == (
        "Look around. What do people here already do about this?",
        "Find out about committees. Could one that is already there take this on?",
        "If there is one, get in touch and join it.",
        "If there is none, form a new committee or a Community Action Team.",
    )
    assert found.order_source == "Communities Taking Action: Get Organized, “How”"


def test_a_committee_that_fits_in_all_speaks_for_joining_and_against_starting() -> None:
    found = asked({**MEMBERS, "c": CAT}, c=ALL_YES)
    assert way(found, Way.JOIN).speaks_for == (
        "Valley CAT: It works on this, or on something close to it. It works where we live. "
        "The people whom we need are in it. It is willing to take this on. "
        "It has the time and the means.",
        "People meet once and not twice, and what is there grows stronger.",
    )
    assert way(found, Way.JOIN).speaks_against == ()
    assert way(found, Way.START).speaks_against == (
        "The toolkit puts this after looking for a committee to join.",
        "The same people would have to meet twice. There is already: Valley CAT.",
    )
    assert way(found, Way.NOT_YET).speaks_for == ()
    assert "All that is known speaks for: Valley CAT." in way(found, Way.NOT_YET).speaks_against


def test_a_willing_committee_on_another_topic_speaks_for_widening() -> None:
    fit = FitBody(issue=False, place=True, willingness=True)
    found = asked({**MEMBERS, "v": VAWIR}, v=fit)
    assert way(found, Way.JOIN).speaks_for == ()
    assert way(found, Way.JOIN).speaks_against == (
        "Valley VAWIR: It works on other things.",
        "Valley VAWIR: Ask: who is in it? Ask: does it have the time and the means?",
    )
    assert way(found, Way.EXTEND).speaks_for == (
        "Valley VAWIR: It works where we live. It is willing to take this on. "
        "It works on other things.",
        "The toolkit says that some VAWIR committees might add this to their plans.",
    )


def test_where_none_will_and_there_are_members_starting_has_reasons() -> None:
    no = FitBody(willingness=False)
    found = asked({**MEMBERS, "c": CAT, "v": VAWIR}, c=no, v=no)
    assert way(found, Way.START).speaks_for == (
        "None of the committees on the map can take this on, as far as is known.",
        "These partners are members already: Library, RCMP and School.",
    )
    assert way(found, Way.START).speaks_against == (
        "The toolkit puts this after looking for a committee to join.",
    )
    assert way(found, Way.EXTEND).speaks_against == (
        "As far as is known, this does not fit: Valley CAT and Valley VAWIR.",
    )


def test_on_an_empty_map_it_asks_whether_anybody_looked() -> None:
    found = asked({})
    assert way(found, Way.START).speaks_for == (
        "No committee is on the map. Have you looked for one?",
    )
    assert way(found, Way.START).speaks_against[-1] == (
        "Fewer than three partners are members so far."
    )
    assert way(found, Way.JOIN).speaks_against == ("No committee is on the map.",)
    assert way(found, Way.NOT_YET).speaks_for == ("No front-line service is a member yet.",)


def test_boards_are_asked_where_nobody_can_say_yes() -> None:
    nobody = {"l": partner("Library"), "s": partner("School")}
    assert way(asked(nobody), Way.ASK_BOARDS).speaks_for == (
        "It is not known yet who can say yes for an organization.",
        "People in the room may need a yes from those they work for.",
    )
    assert way(asked(MEMBERS), Way.ASK_BOARDS).speaks_against[0] == (
        "Somebody can say yes already, at: RCMP."
    )


def test_what_is_not_known_speaks_for_waiting() -> None:
    found = asked({**MEMBERS, "c": CAT, "v": VAWIR}, c=FitBody(issue=True), v=ALL_YES)
    assert way(found, Way.NOT_YET).speaks_for == (
        "Of one committee not all is known yet: Valley CAT.",
    )


@pytest.mark.parametrize(
    ("votes", "told"), [({Way.JOIN: 4}, None), ({Way.JOIN: 3, Way.START: 2}, 3)]
)
def test_the_rooms_votes_stand_beside_the_reasons_from_five_on(
    votes: dict[Way, int], told: int | None
) -> None:
    found = join_or_start(MEMBERS, {}, votes)
    assert way(found, Way.JOIN).votes == told
    assert way(found, Way.NOT_YET).votes == (None if told is None else 0)


@settings(max_examples=100, deadline=None)
@given(partner_maps(), st.data(), st.randoms(use_true_random=False))
def test_the_ways_always_stand_in_one_order(
    made: PartnerMap, data: st.DataObject, chance: random.Random
) -> None:
    fits = {one: data.draw(FITS) for one in made.partners}
    votes = {one: chance.randint(0, 9) for one in Way}
    found = join_or_start(made.partners, fits, votes)
    assert [one.way for one in found.ways] == list(Way)
    assert join_or_start(shuffled(made.partners, chance), shuffled(fits, chance), votes) == found
    assert JoinOrStart.model_validate_json(found.model_dump_json()) == found
    every = [one for each in found.ways for one in (*each.speaks_for, *each.speaks_against)]
    assert not [one for one in every if "best" in one or "should" in one]
