"""The outline: what people read, whatever the format."""

from datetime import date

from tests.notes.evening import Evening
from workshop_kit.notes.outline import outline


def test_says_when_the_record_is_to_be_destroyed_once_it_is_closed(full: Evening) -> None:
    labels = [fact.label for fact in outline(full.report()).facts]
    assert not [label for label in labels if "destroyed" in label]
    full.store.close_session(date(2026, 11, 23)).result()
    facts = {fact.label: fact.value for fact in outline(full.report()).facts}
    assert facts["The workshop's own record is to be destroyed on"] == "December 7, 2026"


def test_says_what_is_left_out_without_saying_why_for_any_single_answer(full: Evening) -> None:
    lines = outline(full.report()).left_out
    assert "3 answers are left out, because the facilitator did not approve them." in lines
    assert not [line for line in lines if "set aside" in line or "kept back" in line]


def test_a_personal_question_has_counts_and_a_remark(full: Evening) -> None:
    one = outline(full.report()).sections[0]
    assert one.counts == "2 answers · 1 kept private · 2 left out"
    assert "never written down" in one.remark
    assert one.groups == ()


def test_a_story_is_told_with_its_labels(full: Evening) -> None:
    [story] = outline(full.report()).stories
    assert story.heading == "A night at the rink"
    assert [fact.label for fact in story.facts] == [
        "What we did",
        "Who worked together",
        "What changed",
        "Link",
    ]
    assert "Our own stories stand here only if" in " ".join(outline(full.report()).left_out)


def test_parts_stand_in_the_order_of_their_question(full: Evening) -> None:
    seven = outline(full.report()).sections[6]
    assert [group.heading for group in seven.groups] == ["Skills", "Abilities", "Ideas"]
    six = outline(full.report()).sections[5]
    assert [group.heading for group in six.groups] == ["", "Which one?"]
    assert six.groups[0].items == ("Yes, and I can name it: 1", "I am not sure: 1")


def test_says_plainly_when_there_is_nothing(evening: Evening) -> None:
    evening.says("q3", "kept_back", shape="list", items=["x"])
    remarks = [section.remark for section in outline(evening.report()).sections]
    assert remarks[1] == "Nobody sent an answer."
    assert remarks[2] == "No answer was approved for the notes."


def offer(evening: Evening, people: int, **parts: str) -> None:
    empty = dict.fromkeys(("skills", "abilities", "passions", "connections", "ideas"), "")
    for _ in range(people):
        evening.says("q7", None, shape="offers", **empty | parts)


def test_offers_are_counted_by_part_from_five_people_on(evening: Evening) -> None:
    offer(evening, 4, skills="first aid")
    evening.keeps("question", "q7", {"state": "closed"})
    assert outline(evening.report()).sections[6].groups == ()
    offer(evening, 2, skills="minutes", ideas="a poster")
    assert outline(evening.report()).sections[6].groups == ()
    evening.keeps("question", "q7", {"state": "closed"}, revision=1)
    [counted] = outline(evening.report()).sections[6].groups
    assert counted.heading == "How many people offered something"
    assert counted.items == (
        "Skills: 6 people",
        "Abilities: fewer than 5",
        "Passions: fewer than 5",
        "Connections: fewer than 5",
        "Ideas: fewer than 5",
    )


def test_offers_are_not_counted_while_people_answer(evening: Evening) -> None:
    offer(evening, 6, skills="first aid")
    evening.keeps("question", "q7", {"state": "open"})
    assert outline(evening.report()).sections[6].groups == ()
    evening.store.close_session(date(2026, 11, 23)).result()
    assert outline(evening.report()).sections[6].groups != ()
