"""Reports of every sort, for tests of properties."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from workshop_kit.action import ActionStatus
from workshop_kit.check import CHECKS, Mood
from workshop_kit.model import RolePresent
from workshop_kit.notes.noted_question import NotedQuestion
from workshop_kit.notes.noted_theme import ideas_of
from workshop_kit.notes.report import Report
from workshop_kit.text import plain

SHAPES = ("personal", "list", "decision", "offers", "action")
PARTS = ("skills", "abilities", "passions", "connections", "ideas")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(
    lambda typed: str(plain(typed))
)


def _bodies(shape: str, words: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    some = words.map(lambda text: text.strip() or "x")
    body: dict[str, st.SearchStrategy[Any]]
    match shape:
        case "list":
            body = {"items": st.lists(some, min_size=1, max_size=4)}
        case "decision":
            choice = st.sampled_from(["yes", "no", "unsure"])
            body = {"committee": choice, "names": st.lists(some, max_size=3)}
        case "offers":
            body = dict.fromkeys(PARTS, words) | {"skills": some}
        case _:
            body = {"action": some}
    return st.fixed_dictionaries({"shape": st.just(shape), **body})


@st.composite
def _questions(draw: st.DrawFn, words: st.SearchStrategy[str]) -> list[dict[str, Any]]:
    numbers = sorted(draw(st.sets(st.integers(1, 20), min_size=1, max_size=4)))
    return [draw(_question(number, words)) for number in numbers]


@st.composite
def _question(draw: st.DrawFn, number: int, words: st.SearchStrategy[str]) -> dict[str, Any]:
    shape = draw(st.sampled_from(SHAPES))
    verbatim = shape != "personal" and draw(st.booleans())
    answers = draw(st.lists(_bodies(shape, words), max_size=4)) if verbatim else []
    left_out = draw(st.integers(0, 9))
    numbers = st.none() | st.integers(5, 99)
    parts = draw(st.dictionaries(st.sampled_from(PARTS), numbers)) if shape == "offers" else {}
    return {
        "key": f"q{number}",
        "number": number,
        "topic": draw(words),
        "text": draw(words),
        "shape": shape,
        "label": draw(words),
        "labels": draw(st.dictionaries(st.sampled_from(PARTS), words)),
        "verbatim": verbatim,
        "answered": len(answers) + left_out,
        "skipped": draw(st.integers(0, 9)),
        "private": draw(st.integers(0, 9)),
        "left_out": left_out,
        "answers": answers,
        "tables": draw(st.lists(_lines(words), max_size=3)) if verbatim else [],
        "room": draw(_different(words, 0, 3)) if verbatim else [],
        "parts": parts,
    }


def _lines(words: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """What one table wrote; it may say the same twice."""
    return st.lists(words.map(lambda text: text.strip() or "x"), min_size=1, max_size=3)


@st.composite
def _themes(draw: st.DrawFn, question: dict[str, Any]) -> dict[str, Any]:
    """Themes of a question; some ideas stand in two, some in none."""
    known = ideas_of(NotedQuestion.model_validate(question))
    idea = st.sampled_from(sorted(known))
    some = st.lists(idea, unique=True, max_size=4)
    inside = st.lists(idea, unique=True, min_size=1, max_size=4)
    titles = draw(st.lists(st.sampled_from(["Rides", "q̓ic̓əy̓ = 1", "# Soup"]), max_size=3))
    return {
        "question": question["key"],
        "themes": [{"title": title, "ideas": draw(inside)} for title in titles],
        "minority": draw(some) if titles else [draw(st.sampled_from(sorted(known)))],
    }


def _stories(words: st.SearchStrategy[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Some of the same title, and some with nothing but a title."""
    some = words.map(lambda text: text.strip() or "x")
    fields = {
        "did": words,
        "partners": st.lists(some, max_size=3),
        "changed": words,
        "link": st.sampled_from(["", "https://example.org/=a?b=1&c=_d_"]),
    }
    return st.lists(st.fixed_dictionaries({"title": some}, optional=fields), max_size=3)


@st.composite
def _agreement(draw: st.DrawFn, words: st.SearchStrategy[str]) -> dict[str, Any] | None:
    lines = draw(_different(words, 0, 4))
    return {"lines": lines, "agreed": draw(st.booleans())} if lines else None


def _action(words: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    line = words.map(lambda text: " ".join(text.split()))
    fields = dict.fromkeys(("who", "with_what", "who_should_know"), line)
    day = st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1))
    status = st.sampled_from([*ActionStatus])
    what = line.map(lambda text: text or "x")
    return st.fixed_dictionaries(
        {"what": what}, optional=fields | {"by_when": day, "status": status}
    )


@st.composite
def _checks(draw: st.DrawFn) -> list[dict[str, Any]]:
    keys = sorted(draw(st.sets(st.sampled_from(CHECKS))))
    said = st.dictionaries(st.sampled_from(Mood), st.integers(0, 9)).filter(
        lambda people: sum(people.values()) >= 5
    )
    return [{"key": key, "said": draw(said), "passed": draw(st.integers(0, 9))} for key in keys]


@st.composite
def _vote(draw: st.DrawFn, words: st.SearchStrategy[str]) -> dict[str, Any]:
    texts = draw(_different(words, 2, 5))
    counts = st.lists(st.integers(0, 99), min_size=len(texts), max_size=len(texts))
    dots = sorted(draw(counts), reverse=True)
    choices = [{"text": text, "dots": number} for text, number in zip(texts, dots, strict=True)]
    return {"title": draw(words).strip() or "x", "dots": 3, "most": 2, "choices": choices}


def _different(
    words: st.SearchStrategy[str], least: int, most: int
) -> st.SearchStrategy[list[str]]:
    """Texts of one line, of which no two are the same however they are written."""
    line = words.map(lambda text: " ".join(text.split()) or "x")
    return st.lists(line, min_size=least, max_size=most, unique_by=lambda text: text.casefold())


def _is_sorted(draw: st.DrawFn, question: dict[str, Any]) -> bool:
    return bool(ideas_of(NotedQuestion.model_validate(question))) and draw(st.booleans())


@st.composite
def reports(draw: st.DrawFn, words: st.SearchStrategy[str] = WORDS) -> Report:
    """Reports without help lines: those are always the kit's own."""
    closed = draw(st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1)))
    questions = draw(_questions(words))
    days = timedelta(days=draw(st.integers(1, 365)))
    said = ("community", "host", "purpose", "recipients", "record_owner")
    return Report.model_validate(
        {name: draw(words) for name in said}
        | {
            "title": draw(words).strip() or "x",
            "held_on": draw(st.dates()),
            "roles_present": draw(st.lists(st.sampled_from(RolePresent), unique=True)),
            "people": draw(st.integers(0, 2000)),
            "closed_on": closed,
            "destroy_on": closed and closed + days,
            "questions": questions,
            "themes": [draw(_themes(one)) for one in questions if _is_sorted(draw, one)],
            "stories": draw(_stories(words)),
            "agreement": draw(_agreement(words)),
            "checks": draw(_checks()),
            "votes": draw(st.lists(_vote(words), max_size=2)),
            "actions": draw(st.lists(_action(words), max_size=3)),
            "review_on": draw(st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1))),
        }
    )
