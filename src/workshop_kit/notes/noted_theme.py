"""Themes in the notes: titles with the words that stand in them, and nothing by which to tell who.

Words that are the same are one idea here, however many people wrote them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated, Self

from pydantic import Field, model_validator

from workshop_kit.answers import Item
from workshop_kit.card import cards
from workshop_kit.model import Entry, Frozen, Key
from workshop_kit.notes.noted_question import NotedQuestion
from workshop_kit.notes.order import in_mixed_order
from workshop_kit.theme import MAX_MINORITY, MAX_SORTED, MAX_THEMES, Theme, ThemesBody, ThemeTitle
from workshop_kit.words import _

_Ideas = Annotated[tuple[Item, ...], Field(min_length=1, max_length=MAX_SORTED)]
Group = tuple[str, tuple[str, ...]]


class NotedTheme(Frozen):
    """A theme, with its ideas word for word; one without any is not noted."""

    title: ThemeTitle
    ideas: _Ideas


class NotedThemes(Frozen):
    """What a question's answers were sorted into; ``minority`` are views kept on purpose."""

    question: Key
    themes: Annotated[tuple[NotedTheme, ...], Field(max_length=MAX_THEMES)] = ()
    minority: Annotated[tuple[Item, ...], Field(max_length=MAX_MINORITY)] = ()

    @model_validator(mode="after")
    def _has_no_idea_twice(self) -> Self:
        for ideas in (self.minority, *(theme.ideas for theme in self.themes)):
            if len(set(ideas)) < len(ideas):
                raise ValueError("an idea stands twice in a theme")
        if sum(len(theme.ideas) for theme in self.themes) > MAX_SORTED:
            raise ValueError(f"themes hold at most {MAX_SORTED} ideas")
        return self

    def check(self, questions: Sequence[NotedQuestion]) -> None:
        """Raise ``ValueError`` where these notes do not hold what is sorted here."""
        found = next((one for one in questions if one.key == self.question), None)
        known = ideas_of(found) if found else Counter()
        sorted_here = {idea for theme in self.themes for idea in theme.ideas}
        if not known.keys() >= {*self.minority, *sorted_here}:
            raise ValueError("a theme has an idea that stands in no answer")

    def body(self, entries: Iterable[Entry]) -> ThemesBody:
        """Return the themes as a room has them, with the ids of cards made of these entries."""
        ids: dict[str, str] = {}
        for card in cards(entries, self.question):
            ids.setdefault(card.text, card.id)
        themes = (
            Theme(id=f"t{number}", title=one.title, cards=tuple(ids[idea] for idea in one.ideas))
            for number, one in enumerate(self.themes, start=1)
        )
        return ThemesBody(themes=tuple(themes), minority=tuple(ids[idea] for idea in self.minority))


def ideas_of(question: NotedQuestion) -> Counter[str]:
    """Return all that was written in answer to a question, and how often."""
    alone = (text for answer in question.answers for text in answer.texts())
    return Counter([*alone, *(line for lines in question.tables for line in lines)])


def noted_themes(
    entries: list[Entry], questions: Iterable[NotedQuestion]
) -> tuple[NotedThemes, ...]:
    """Return the themes of each question that was sorted, in the order of the questions."""
    bodies = {e.key: ThemesBody.model_validate(e.body) for e in entries if e.kind == "themes"}
    found = (_noted(bodies[one.key], one, entries) for one in questions if one.key in bodies)
    return tuple(one for one in found if one.themes or one.minority)


def _noted(body: ThemesBody, question: NotedQuestion, entries: list[Entry]) -> NotedThemes:
    known = ideas_of(question)
    there = {one.id: one.text for one in cards(entries, question.key) if one.text in known}

    def ideas(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(there[one] for one in ids if one in there))

    named = [(one.title, ideas(one.cards)) for one in body.themes]
    return NotedThemes(
        question=question.key,
        themes=tuple(NotedTheme(title=title, ideas=inside) for title, inside in named if inside),
        minority=ideas(body.minority),
    )


def theme_groups(question: NotedQuestion, sorting: NotedThemes) -> list[Group]:
    """Return headings and what stands below: each theme, then what stands in none."""
    known = ideas_of(question)

    def told(ideas: Iterable[str]) -> tuple[str, ...]:
        return tuple(_told(idea, known[idea], minority=idea in sorting.minority) for idea in ideas)

    inside = {idea for theme in sorting.themes for idea in theme.ideas}
    outside = in_mixed_order(idea for idea in known if idea not in inside)
    groups = [(theme_heading(one), told(one.ideas)) for one in sorting.themes]
    return [*groups, (_("In no theme"), told(outside))] if outside else groups


def theme_heading(theme: NotedTheme) -> str:
    """Return what stands above a theme."""
    return _("Theme: {title}", title=theme.title)


def _told(idea: str, number: int, *, minority: bool) -> str:
    told = _("{idea} (written {number} times)", idea=idea, number=number) if number > 1 else idea
    return _("{idea} (minority view)", idea=told) if minority else told
