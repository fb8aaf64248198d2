"""What follows from a step: wall and phones show what it is about."""

from datetime import UTC, datetime, timedelta

import pytest

from workshop_kit.content.agendas import agendas
from workshop_kit.content.read_aloud import reading
from workshop_kit.evening import Evening, EveningStep, StepKind
from workshop_kit.room.follow import screen_of, step_told
from workshop_kit.screen import ScreenBody, Shown

SIX = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
ADDRESS = "http://192.168.8.10:8765"
BEFORE = ScreenBody(show=Shown.ANSWERS, question="q9", address=ADDRESS)


def step(kind: StepKind, **about: str) -> EveningStep:
    return EveningStep.model_validate({"id": "s1", "kind": kind, "minutes": 5} | about)


@pytest.mark.parametrize(
    ("wanted", "shown", "question"),
    [
        (step(StepKind.ARRIVAL), Shown.JOIN, None),
        (step(StepKind.OPENING), Shown.JOIN, None),
        (step(StepKind.QUESTION, question="q2"), Shown.QUESTION, "q2"),
        (step(StepKind.MAP, question="q8"), Shown.QUESTION, "q8"),
        (step(StepKind.READ, section="welcome", part="goal"), Shown.READING, None),
        (step(StepKind.AGREEMENT), Shown.AGREEMENT, None),
        (step(StepKind.BREAK), Shown.STEP, None),
        (step(StepKind.VOTE), Shown.STEP, None),
        (step(StepKind.CLOSING), Shown.CLOSING, None),
    ],
    ids=lambda value: value.kind.value if isinstance(value, EveningStep) else None,
)
def test_the_wall_shows_what_a_step_is_about(
    wanted: EveningStep, shown: Shown, question: str | None
) -> None:
    screen = screen_of(wanted, BEFORE)
    assert (screen.show, screen.question, screen.blank) == (shown, question, False)
    assert (screen.section, screen.part) == (wanted.section, wanted.part)
    assert screen.address == ADDRESS
    assert screen_of(wanted, BEFORE.model_copy(update={"blank": True})).blank


def test_nothing_of_the_leaders_talk_stands_on_the_wall_or_on_phones() -> None:
    after = EveningStep(id="s1", kind=StepKind.DEBRIEF, minutes=5, after=True)
    screen = screen_of(after, BEFORE)
    assert (screen.show, screen.blank) == (Shown.STEP, False)  # a blank one covers the board too
    assert step_told(Evening(steps=(after,)).begun(SIX)) is None


def test_phones_are_told_what_goes_on_and_until_when() -> None:
    evening = Evening(steps=(step(StepKind.BREAK, title="Soup"),))
    assert step_told(evening) is None
    told = step_told(evening.begun(SIX))
    assert told is not None
    assert told.pop("ends") == (SIX + timedelta(minutes=5)).isoformat()
    assert told == {
        "id": "s1",
        "kind": "break",
        "title": "Soup",
        "question": None,
        "section": None,
        "part": None,
    }


def test_every_step_of_every_agenda_leads_to_something_that_can_be_shown() -> None:
    for agenda in agendas():
        for one in Evening.planned(agenda.steps).steps:
            screen = screen_of(one, BEFORE)
            if screen.show is Shown.READING:
                assert reading(screen.section or "", screen.part or "").blocks
