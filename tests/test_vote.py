"""Dot votes: dots are never lost, never made up, and a tie is a tie."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop_kit.vote import BallotBody, VoteBody, VoteState

IDS = ("o1", "o2", "o3", "o4")
OPTIONS = [{"id": one, "text": f"Choice {one}"} for one in IDS]
BODY: dict[str, Any] = {"title": "What first?", "options": OPTIONS, "dots": 3, "most": 2}
VOTE = VoteBody.model_validate(BODY)


def ballots() -> st.SearchStrategy[BallotBody]:
    """Return ballots that keep to the rules, and ones that do not."""
    dots = st.dictionaries(st.sampled_from([*IDS, "o9"]), st.integers(1, 4), max_size=5)
    return dots.map(lambda given_: BallotBody(dots=given_))


@given(
    st.lists(st.tuples(ballots(), st.integers(1, 50)), max_size=20),
    st.dictionaries(st.sampled_from(IDS), st.integers(0, 100)),
)
def test_the_count_is_what_was_given_and_nothing_else(
    sent: list[tuple[BallotBody, int]], hands: dict[str, int]
) -> None:
    vote = VOTE.model_copy(update={"hands": hands})
    result = vote.result([(one.model_dump(), people) for one, people in sent])
    good = [(one, people) for one, people in sent if vote.takes(one)]
    for one in result:
        given_ = sum(ballot.dots.get(one.id, 0) * people for ballot, people in good)
        assert one.dots == given_ + hands.get(one.id, 0)
        assert one.place == 1 + sum(other.dots > one.dots for other in result)
        assert one.tied == any(o.dots == one.dots > 0 and o.id != one.id for o in result)
    assert sorted(one.id for one in result) == sorted(IDS)
    assert [one.dots for one in result] == sorted((one.dots for one in result), reverse=True)


@given(ballots())
def test_a_ballot_keeps_to_the_rules_or_is_not_taken(ballot: BallotBody) -> None:
    spent = sum(ballot.dots.values())
    fits = set(ballot.dots) <= set(IDS) and spent <= 3 and all(n <= 2 for n in ballot.dots.values())
    assert VOTE.takes(ballot) == fits


@pytest.mark.parametrize(
    ("spoiled", "told"),
    [
        ({"options": OPTIONS[:1]}, "at least 2"),
        ({"options": [OPTIONS[0], OPTIONS[0]]}, "twice"),
        ({"options": [OPTIONS[0], {"id": "o2", "text": "CHOICE O1"}]}, "twice"),
        ({"most": 4}, "more dots than a person has"),
        ({"dots": 0}, "greater than or equal to 1"),
        ({"hands": {"o9": 3}}, "not there"),
        ({"hands": {"o1": -1}}, "greater than or equal to 0"),
        ({"shown": True}, "only a closed vote"),
        ({"title": "  "}, "at least 1 item"),
    ],
)
def test_what_is_no_vote_is_told(spoiled: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        VoteBody.model_validate(BODY | spoiled)


def test_a_closed_vote_may_be_shown() -> None:
    assert VoteBody.model_validate(BODY | {"state": VoteState.CLOSED, "shown": True}).shown
