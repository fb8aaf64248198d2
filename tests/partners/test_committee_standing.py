"""How a committee stands: every answer is a sentence, and only five yes-or-no decide."""

from hypothesis import given
from hypothesis import strategies as st

from tests.partners.maps import DECLINED, partner
from workshop_kit.committee_fit import Criterion, FitBody
from workshop_kit.partner import PartnerKind
from workshop_kit.partners.committee_standing import Standing, standings

ANSWER = st.sampled_from([None, True, False])
FITS = st.builds(FitBody, **{str(one): ANSWER for one in Criterion})


def standing(fit: FitBody) -> Standing:
    [found] = standings({"c": partner("CAT", kind=PartnerKind.CAT)}, {"c": fit})
    return found


def test_only_committees_that_did_not_decline_are_looked_at_by_name() -> None:
    town = {
        "v": partner("VAWIR", kind=PartnerKind.VAWIR),
        "c": partner("CAT", kind=PartnerKind.CAT),
        "o": partner("Other", kind=PartnerKind.COMMITTEE, status=DECLINED),
        "l": partner("Library"),
    }
    found = standings(town, {"gone": FitBody(issue=True)})
    assert [one.name for one in found] == ["CAT", "VAWIR"]
    assert {len(one.not_known) for one in found} == {5}


def test_answers_are_told_in_words() -> None:
    found = standing(FitBody(issue=True, place=True, capacity=False))
    assert found.yes == (
        "It works on this, or on something close to it.",
        "It works where we live.",
    )
    assert found.no == ("It lacks the time or the means.",)
    assert found.not_known == ("Ask: who is in it?", "Ask: would it take this on?")


def test_what_can_be_joined_has_the_topic_and_the_will_and_no_no() -> None:
    assert standing(FitBody(issue=True, willingness=True)).could_be_joined
    assert not standing(FitBody(issue=True)).could_be_joined
    assert not standing(FitBody(issue=True, willingness=True, people=False)).could_be_joined


def test_what_can_be_widened_works_on_something_else_or_lacks_people() -> None:
    assert standing(FitBody(issue=False, willingness=True)).could_be_widened
    assert standing(FitBody(people=False)).could_be_widened
    assert not standing(FitBody(issue=True)).could_be_widened
    assert not standing(FitBody(issue=False, capacity=False)).could_be_widened


@given(FITS)
def test_a_committee_is_one_of_these_at_most(fit: FitBody) -> None:
    found = standing(fit)
    assert found.could_be_joined + found.could_be_widened + found.is_out <= 1
    assert len(found.yes) + len(found.no) + len(found.not_known) == 5
