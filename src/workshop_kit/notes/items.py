"""Answers taken apart into single things, so that what one person wrote does not stand together."""

from collections.abc import Iterator
from typing import NamedTuple

from workshop_kit.kinds import (
    ActionAnswer,
    Answer,
    DecisionAnswer,
    ListAnswer,
    OffersAnswer,
)
from workshop_kit.notes.noted_question import NotedQuestion
from workshop_kit.notes.order import in_mixed_order


class Item(NamedTuple):
    """One thing that somebody wrote; ``part`` is empty where a question has only one."""

    part: str
    text: str


def items(question: NotedQuestion) -> tuple[Item, ...]:
    """Return everything that notes hold of a question, in mixed order."""
    return in_mixed_order(item for answer in question.answers for item in _of(answer, question))


def _of(answer: Answer, question: NotedQuestion) -> Iterator[Item]:
    match answer:
        case ListAnswer():
            yield from (Item("", text) for text in answer.items)
        case ActionAnswer():
            yield Item("", answer.action)
        case DecisionAnswer():
            yield Item("", _label(question, answer.committee))
            yield from (Item(question.label, name) for name in answer.names)
        case OffersAnswer():
            for part in OffersAnswer.model_fields:
                if part != "shape" and (text := getattr(answer, part)):
                    yield Item(_label(question, part), text)


def _label(question: NotedQuestion, name: str) -> str:
    return question.labels.get(name) or name
