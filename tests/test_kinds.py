"""Bodies: the one normal form, or a refusal that can be told, and nothing else."""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from workshop_kit.errors import InvalidBody, TooLarge, UnknownKind
from workshop_kit.kinds import KINDS, MAX_ANSWER, Owner, kind_named
from workshop_kit.model import Role

PATIENT = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The machine may be busy with other things."""

FIELDS = sorted(
    {
        "shape", "share", "text", "items", "committee", "names", "skills", "abilities", "passions",
        "connections", "ideas", "action", "state", "decision", "answer_revision", "show", "blank",
        "question", "address", "first_name", "answered", "skipped", "private", "number", "topic",
        "label", "labels", "verbatim", "revealed", "section", "part", "language", "title", "did",
        "partners", "changed", "link", "public",
    }
)  # fmt: skip
KNOWN = st.sampled_from(
    [
        "personal", "list", "decision", "offers", "action", "skipped", "yes", "no", "unsure",
        "open", "closed", "waiting", "approved", "kept_back", "set_aside", "join", "answers", "q3",
        "reading", "welcome", "https://example.org/a", "http://[",
    ]
)  # fmt: skip
ANY_TEXT = st.text(st.characters(exclude_categories=[])) | KNOWN
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=12,
)
LIKE_OURS = st.dictionaries(st.sampled_from(FIELDS), KNOWN | JSON, max_size=6)

LONG = st.integers(-2, 2).map(lambda more: "x" * (MAX_ANSWER + more))


def answers() -> st.SearchStrategy[dict[str, Any]]:
    """Answers that are nearly, or quite, right."""
    words = ANY_TEXT | LONG
    some = st.lists(words, max_size=4)
    parts = ("skills", "abilities", "passions", "connections", "ideas")
    shapes: dict[str, dict[str, st.SearchStrategy[Any]]] = {
        "personal": {"share": st.booleans(), "text": words},
        "list": {"items": some},
        "decision": {"committee": st.sampled_from(["yes", "unsure", "perhaps"]), "names": some},
        "offers": dict.fromkeys(parts, words),
        "action": {"action": words},
        "skipped": {},
    }
    bodies = [
        st.fixed_dictionaries({"shape": st.just(shape)}, optional=fields)
        for shape, fields in shapes.items()
    ]
    return st.one_of(bodies)


def _checked(kind: str, body: object) -> dict[str, Any] | None:
    try:
        return KINDS[kind].checked(body)
    except (InvalidBody, TooLarge) as refused:
        told = refused.message
    assert len(told) < 300
    return None


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


@PATIENT
@given(st.sampled_from(sorted(KINDS)), JSON | LIKE_OURS)
@example("answer", {"\ud800": 1})
@example("answer", {"shape": "longer than"})
@example("review", {"decision": "approved", "answer_revision": 10**5000})
@example("question", {"state": float("nan")})
@example("asked", {"labels": {"\ud800": "x"}})
def test_anything_is_brought_to_its_normal_form_or_refused(kind: str, body: object) -> None:
    normal = _checked(kind, body)
    if normal is not None:
        assert KINDS[kind].checked(normal) == normal


@PATIENT
@given(answers())
def test_an_answer_is_brought_to_its_normal_form_or_refused(body: dict[str, Any]) -> None:
    normal = _checked("answer", body)
    if normal is None:
        return
    assert KINDS["answer"].checked(normal) == normal
    assert normal["shape"] == body["shape"]
    for text in _texts(normal):
        text.encode("utf-8")  # it can be stored
        assert "\x00" not in text
    assert sum(map(len, _texts(normal))) <= MAX_ANSWER + len("personal") + len("unsure")


def stories() -> st.SearchStrategy[dict[str, Any]]:
    """Stories that are nearly, or quite, right."""
    links = st.sampled_from(["", "https://example.org/a", "javascript:alert(1)", "http://["])
    fields = {
        "did": ANY_TEXT,
        "partners": st.lists(ANY_TEXT, max_size=3),
        "changed": ANY_TEXT,
        "link": links | ANY_TEXT,
        "public": st.booleans(),
    }
    return st.fixed_dictionaries({"title": ANY_TEXT}, optional=fields)


@PATIENT
@given(stories())
@example({"title": "x", "partners": ["y"] * 51})
@example({"title": "x" * 121})
def test_a_story_is_brought_to_its_normal_form_or_refused(body: dict[str, Any]) -> None:
    normal = _checked("story", body)
    if normal is None:
        return
    assert KINDS["story"].checked(normal) == normal
    assert normal["title"]
    assert normal["public"] is body.get("public", False)  # never told outside by itself
    assert normal["link"] == "" or normal["link"].lower().startswith(("http://", "https://"))
    for text in _texts(normal):
        text.encode("utf-8")
        assert "\x00" not in text


@pytest.mark.parametrize("state", ["waiting", "open"])
def test_only_a_closed_question_can_be_revealed(state: str) -> None:
    question = KINDS["question"]
    closed = {"state": "closed", "revealed": ["room", "alone", "room"]}
    assert question.checked(closed)["revealed"] == ["alone", "room"]
    assert question.checked({"state": state})["revealed"] == []
    with pytest.raises(InvalidBody, match="only a closed question"):
        question.checked({"state": state, "revealed": ["alone"]})


def test_what_older_kits_wrote_of_revealed_answers_is_read() -> None:
    question = KINDS["question"]
    assert question.checked({"state": "closed", "revealed": True})["revealed"] == ["alone"]
    assert question.checked({"state": "open", "revealed": False})["revealed"] == []


@pytest.mark.parametrize("state", ["waiting", "closed"])
def test_only_an_open_question_is_at_the_tables(state: str) -> None:
    question = KINDS["question"]
    assert question.checked({"state": "open", "tables": True})["tables"] is True
    with pytest.raises(InvalidBody, match="only an open question"):
        question.checked({"state": state, "tables": True})


def test_reading_names_a_section_and_a_part() -> None:
    screen = KINDS["screen"]
    whole = {"show": "reading", "section": "welcome", "part": "goal"}
    assert screen.checked(whole) == screen.checked(whole | {"language": ""})
    for missing in ("section", "part"):
        with pytest.raises(InvalidBody, match="a section and a part"):
            screen.checked(whole | {missing: None})
    with pytest.raises(InvalidBody, match="language"):
        screen.checked(whole | {"language": "../en"})


@pytest.mark.parametrize("name", ["q̓ic̓əy", "kʷikʷəƛ̓əm", "e\u0301", "\u00e9", "👩‍👩‍👧", "ﷺ", "Ω"])
def test_names_come_back_exactly_as_typed(name: str) -> None:
    body = {"shape": "list", "items": [name]}
    assert KINDS["answer"].checked(body) == body
    assert KINDS["name"].checked({"first_name": name}) == {"first_name": name}


@pytest.mark.parametrize("more", [-1, 0])
def test_8000_characters_are_taken(more: int) -> None:
    for letter in ("x", "ᐃ", "👧"):
        body = {"shape": "action", "action": letter * (MAX_ANSWER + more)}
        assert KINDS["answer"].checked(body) == body


@pytest.mark.parametrize(
    "body",
    [
        {"shape": "action", "action": "x" * (MAX_ANSWER + 1)},
        {"shape": "list", "items": ["x" * MAX_ANSWER, "y"]},
        {"shape": "offers", "skills": "x" * 5000, "ideas": "y" * 3001},
        {"shape": "personal", "share": True, "text": "x" * 60_000},
    ],
)
def test_more_are_too_many(body: dict[str, Any]) -> None:
    with pytest.raises(TooLarge, match="under 8,000 characters"):
        KINDS["answer"].checked(body)


def test_the_limit_that_is_named_is_the_one_that_holds() -> None:
    with pytest.raises(TooLarge, match="under 40 characters"):
        KINDS["name"].checked({"first_name": "x" * 41})
    with pytest.raises(TooLarge, match="under 200 characters"):
        KINDS["screen"].checked({"address": "x" * 201})


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"shape": "action", "action": "\ud800"}, "action.action"),
        ({"shape": "list", "items": ["x", 3]}, "list.items.1"),
        ({"shape": "action", "action": "x", "author": "me"}, "action.author"),
        ({}, "answer"),
        ([], "answer"),
        (None, "answer"),
    ],
)
def test_a_refusal_names_the_place(body: object, place: str) -> None:
    with pytest.raises(InvalidBody, match=f"could not be taken: {place}: "):
        KINDS["answer"].checked(body)


def test_a_kind_has_its_own_name() -> None:
    assert all(kind_named(name).name == name for name in KINDS)
    with pytest.raises(UnknownKind, match="“diary” is nothing"):
        kind_named("diary")


def test_nobody_is_shown_what_another_wrote() -> None:
    """Answers reach others by review only; names only the facilitator; reviews nobody's phone."""
    assert KINDS["answer"].visible_to == frozenset()
    assert KINDS["name"].visible_to == {Role.FACILITATOR}
    phones = {name for name, kind in KINDS.items() if Role.PARTICIPANT in kind.visible_to}
    assert phones == {"question", "agreement"}
    for name in ("consent", "ballot", "seat", "table_answer", "mood", "card_sort"):
        assert KINDS[name].visible_to == frozenset()
    assert {name for name, kind in KINDS.items() if kind.owner is Owner.AUTHOR} == {
        "answer",
        "ballot",
        "card_sort",
        "consent",
        "contact",
        "mood",
        "name",
        "seat",
    }


def test_a_person_writes_only_what_is_theirs() -> None:
    for kind in KINDS.values():
        allowed = {Role.PARTICIPANT} if kind.owner is Owner.AUTHOR else {Role.FACILITATOR}
        assert kind.written_by <= allowed
