"""A session as a neutral report: what was approved, counts, and nothing that leads to a person."""

from datetime import date, timedelta
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from workshop_kit.action import ActionBody, PlanBody
from workshop_kit.agreement import AgreementBody
from workshop_kit.content.help_lines import help_lines
from workshop_kit.content.questions import questions
from workshop_kit.kinds import AskedBody
from workshop_kit.model import Entry, Frozen, Line, Paragraph, RolePresent, Session, SessionState
from workshop_kit.notes.noted_check import NotedCheck, noted_checks
from workshop_kit.notes.noted_question import Count, NotedQuestion, asked, noted
from workshop_kit.notes.noted_story import NotedStory, in_order, noted_stories
from workshop_kit.notes.noted_theme import NotedThemes, noted_themes
from workshop_kit.notes.noted_vote import NotedVote, noted_votes
from workshop_kit.words import _, language

MAX_KEEP_DAYS = 365

Stories = Annotated[tuple[NotedStory, ...], AfterValidator(in_order)]


class NotedLine(Frozen):
    """A help line as it was when the notes were made."""

    name: Line
    number: Line
    source: Paragraph
    last_checked: date | None = None


class Report(Frozen):
    """What may leave the laptop. It knows no ids, codes, times, first names or passphrase.

    ``closed_on`` and ``destroy_on`` are there once the session is closed.
    """

    title: Annotated[Line, Field(min_length=1, max_length=120)]
    community: Line = ""
    held_on: date
    host: Line = ""
    purpose: Paragraph = ""
    recipients: Line = ""
    record_owner: Line = ""
    roles_present: tuple[RolePresent, ...] = ()
    people: Count = 0
    closed_on: date | None = None
    destroy_on: date | None = None
    questions: Annotated[tuple[NotedQuestion, ...], Field(min_length=1, max_length=200)]
    themes: Annotated[tuple[NotedThemes, ...], Field(max_length=200)] = ()
    stories: Stories = ()
    agreement: AgreementBody | None = None
    checks: Annotated[tuple[NotedCheck, ...], Field(max_length=2)] = ()
    votes: Annotated[tuple[NotedVote, ...], Field(max_length=200)] = ()
    actions: Annotated[tuple[ActionBody, ...], Field(max_length=500)] = ()
    review_on: date | None = None
    help_lines: tuple[NotedLine, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        numbers = [question.number for question in self.questions]
        if numbers != sorted(set(numbers)):
            raise ValueError("questions should be in the order of their numbers, each once")
        if len({question.key for question in self.questions}) != len(numbers):
            raise ValueError("two questions have the same key")
        if len({check.key for check in self.checks}) != len(self.checks):
            raise ValueError("a check stands twice in the notes")
        return self

    @model_validator(mode="after")
    def _sorts_what_it_holds(self) -> Self:
        if len({one.question for one in self.themes}) < len(self.themes):
            raise ValueError("the themes of a question are there twice")
        for one in self.themes:
            one.check(self.questions)
        return self

    @model_validator(mode="after")
    def _destroyed_after_closing(self) -> Self:
        if (self.closed_on is None) != (self.destroy_on is None):
            raise ValueError("closed_on and destroy_on belong together")
        if self.keep_days is not None and not 1 <= self.keep_days <= MAX_KEEP_DAYS:
            raise ValueError(f"destroy_on should be 1 to {MAX_KEEP_DAYS} days after closed_on")
        return self

    @property
    def keep_days(self) -> int | None:
        """Days between closing and destroying; none before the session is closed."""
        if self.closed_on is None or self.destroy_on is None:
            return None
        return (self.destroy_on - self.closed_on) // timedelta(days=1)


SAID = ("title", "community", "held_on", "host", "purpose", "recipients", "record_owner")
"""What the facilitator said of a session and notes repeat as it is."""


def report_of(session: Session, entries: list[Entry], people: int) -> Report:
    """Return the report of a session.

    Parameters
    ----------
    session
        The session as it stands.
    entries
        All its entries, of every kind.
    people
        How many joined, as long as the session is not closed; afterwards it knows itself.
    """
    joined = session.people_joined
    ended = session.state is SessionState.CLOSED
    asked = tuple(noted(key, one, entries, ended=ended) for key, one in _asked_in(entries))
    return Report(
        **{name: getattr(session, name) for name in SAID},
        roles_present=session.roles_present,
        people=people if joined is None else joined,
        closed_on=session.closed_on,
        destroy_on=session.destroy_on,
        questions=asked,
        themes=noted_themes(entries, asked),
        stories=noted_stories(entries),
        agreement=_agreement_in(entries),
        checks=noted_checks(entries),
        votes=noted_votes(entries, ended=ended),
        actions=_actions_in(entries),
        review_on=_review_in(entries),
        help_lines=_lines_of_today(),
    )


def _asked_in(entries: list[Entry]) -> list[tuple[str, AskedBody]]:
    """Return the questions that the entries bring with them, else the kit's own."""
    own = [(e.key, AskedBody.model_validate(e.body)) for e in entries if e.kind == "asked"]
    if own:
        return sorted(own, key=lambda pair: pair[1].number)
    return [(question.key, asked(question)) for question in questions(language())]


def _agreement_in(entries: list[Entry]) -> AgreementBody | None:
    found = [entry.body for entry in entries if entry.kind == "agreement"]
    return AgreementBody.model_validate(found[0]) if found else None


def _actions_in(entries: list[Entry]) -> tuple[ActionBody, ...]:
    found = [entry for entry in entries if entry.kind == "action"]
    ordered = sorted(found, key=lambda one: (len(one.key), one.key))
    return tuple(ActionBody.model_validate(entry.body) for entry in ordered)


def _review_in(entries: list[Entry]) -> date | None:
    found = [PlanBody.model_validate(entry.body) for entry in entries if entry.kind == "plan"]
    return found[0].review_on if found else None


def _lines_of_today() -> tuple[NotedLine, ...]:
    return tuple(
        NotedLine(
            name=line.name,
            number=line.number,
            source=_("Added by our group") if line.own else line.source,
            last_checked=line.last_checked,
        )
        for line in help_lines(language())
        if line.group == "everyone"
    )
