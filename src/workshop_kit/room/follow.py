"""What follows from a step: what the wall shows then, and what phones are told of it."""

from typing import Any

from workshop_kit.evening import Evening, EveningStep, StepKind
from workshop_kit.screen import ScreenBody, Shown

_SHOWS_HOW_TO_JOIN = frozenset({StepKind.ARRIVAL, StepKind.OPENING})


def screen_of(step: EveningStep, screen: ScreenBody) -> ScreenBody:
    """Return what the projector shows in a step.

    A blank one stays blank, and a pause stays one. The address to join at stays as well.
    """
    shown: dict[str, Any] = {"section": None, "part": None, "question": step.question}
    if step.question is not None:
        shown["show"] = Shown.QUESTION
    elif step.section is not None and step.part is not None:
        shown |= {"show": Shown.READING, "section": step.section, "part": step.part}
    elif step.kind in _SHOWS_HOW_TO_JOIN:
        shown["show"] = Shown.JOIN
    elif step.kind is StepKind.AGREEMENT:
        shown["show"] = Shown.AGREEMENT
    elif step.kind is StepKind.CLOSING:
        shown["show"] = Shown.CLOSING
    else:
        shown["show"] = Shown.STEP
    return ScreenBody.model_validate(dict(screen) | shown)


def step_told(evening: Evening) -> dict[str, Any] | None:
    """Return what everyone may know of the running step; none before the evening and after it.

    ``ends`` is when its time is over, in UTC.
    """
    if evening.running is None or evening.ending is None or evening.running.after:
        return None
    shown = {"id", "kind", "title", "question", "section", "part"}
    told = evening.running.model_dump(mode="json", include=shown)
    return told | {"ends": evening.ending.isoformat()}
