"""Agendas: each fits its time, keeps what has to stay, and leads to what there is."""

from pathlib import Path

import pytest

from workshop_kit.content.agendas import agendas, read_agenda, read_step_words, step_words
from workshop_kit.content.files import content_file, kit_folder
from workshop_kit.content.questions import questions
from workshop_kit.content.read_aloud import reading
from workshop_kit.errors import ContentError
from workshop_kit.evening import StepKind

WORDS = content_file("agenda.toml")
MINUTES = {"one-hour-online": 60, "two-hours": 120, "half-day": 240}


def test_there_are_three_the_shortest_first_and_each_fits_its_time() -> None:
    assert {one.key: one.minutes for one in agendas()} == MINUTES
    assert [one.key for one in agendas()] == list(MINUTES)


def test_each_begins_with_the_opening_ends_with_the_closing_and_rests_in_between() -> None:
    for agenda in agendas():
        evening = [step.kind for step in agenda.steps if not step.after]
        assert evening[:3] == ["arrival", "opening", "agreement"]
        assert evening[-1] == "closing"
        assert agenda.steps[-1].kind == "debrief"
        assert agenda.minutes <= 60 or "break" in evening


def test_what_steps_name_is_there() -> None:
    asked = {question.key for question in questions()}
    for step in (step for agenda in agendas() for step in agenda.steps):
        assert step.question is None or step.question in asked
        if step.section and step.part:
            assert reading(step.section, step.part).blocks


def test_every_kind_has_its_words() -> None:
    assert set(step_words()) == set(StepKind)
    used = {step.kind for agenda in agendas() for step in agenda.steps}
    assert used == set(StepKind)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('key = "two-hours"\n[[step]]\nkind = "question"\nminutes = 5', "needs a question"),
        ('key = "two-hours"\n[[step]]\nkind = "read"\nminutes = 5', "a section and a part"),
        ('key = "two-hours"\n[[step]]\nkind = "tea"\nminutes = 5', "line 3"),
        ('key = "two-hours"\n[[step]]\nkind = "break"\nminutes = 0', "line 4"),
        ('key = "two-hours"\nstep = []', "step"),
        ('key = "ours"\n[[step]]\nkind = "break"\nminutes = 5', "“ours” has no name"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(text)
    with pytest.raises(ContentError, match=said):
        read_agenda(file, WORDS)


def test_a_kind_without_words_is_told(tmp_path: Path) -> None:
    file = tmp_path / "agenda.toml"
    file.write_text(WORDS.read_text().replace('key = "vote"', 'key = "lottery"'))
    with pytest.raises(ContentError, match="each of these kinds"):
        read_step_words(file)


def test_the_agenda_on_paper_is_the_one_on_the_page() -> None:
    [agenda] = [one for one in agendas() if one.key == "two-hours"]
    paper = (kit_folder("workshop") / "agenda-2-hours.md").read_text("utf-8")
    rows = [
        line.split(" | ") for line in paper.splitlines() if line.startswith(("| 0", "| 1", "| 2"))
    ]
    from_minute = 0
    for (begins, minutes, what, *_rest), step in zip(rows, agenda.steps, strict=True):
        assert begins.strip("| ") == f"{from_minute // 60}:{from_minute % 60:02}"
        assert int(minutes) == step.minutes
        named = step_words()[StepKind(step.kind)].title
        question = f"Question {step.question[1:]}" if step.question else ""
        assert question in what
        assert step.kind == "question" or what.startswith(f"**{named}.**")
        from_minute += step.minutes
