"""The kinds of entries: what each holds, who owns it, who may write it, who may see it."""

from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from workshop_kit.errors import InvalidBody, TooLarge, UnknownKind
from workshop_kit.model import Frozen, Key, Line, Paragraph, Role

MAX_ANSWER = 8000
"""Characters in one answer, all its parts together."""


def _no_surrogates(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError("a character cannot be stored") from error  # pydantic reports it
    return text


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=MAX_ANSWER),
    AfterValidator(_no_surrogates),
]
Item = Annotated[Text, StringConstraints(min_length=1)]
Items = Annotated[tuple[Item, ...], Field(max_length=100)]


class _Words(Frozen):
    def texts(self) -> list[str]:
        """Return every piece of text that a person wrote, in order."""
        values = [getattr(self, name) for name in type(self).model_fields if name != "shape"]
        found: list[str] = []
        for value in values:
            if isinstance(value, str) and not isinstance(value, StrEnum):
                found.append(value)
            elif isinstance(value, tuple):
                found.extend(value)
        return [text for text in found if text]

    @model_validator(mode="after")
    def _not_too_long(self) -> Self:
        if sum(map(len, self.texts())) > MAX_ANSWER:
            raise ValueError(f"longer than {MAX_ANSWER} characters")
        return self


class PersonalAnswer(_Words):
    """Question 1: words that reach the room only if the writer ticked it.

    Without the tick, the words stay on the phone and only the fact is sent.
    """

    shape: Literal["personal"] = "personal"
    share: bool = False
    text: Text = ""

    @model_validator(mode="after")
    def _nothing_unshared(self) -> Self:
        if self.share != bool(self.text):
            raise ValueError("text is sent if, and only if, the writer shares it")
        return self


class ListAnswer(_Words):
    """Questions 2, 3, 4, 5 and 8: several things, one on each line."""

    shape: Literal["list"] = "list"
    items: Annotated[Items, Field(min_length=1)]


class Committee(StrEnum):
    """What a person knows of a local committee."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class DecisionAnswer(_Words):
    """Question 6: is there a committee, and which."""

    shape: Literal["decision"] = "decision"
    committee: Committee
    names: Items = ()


class OffersAnswer(_Words):
    """Question 7 in its five parts."""

    shape: Literal["offers"] = "offers"
    skills: Text = ""
    abilities: Text = ""
    passions: Text = ""
    connections: Text = ""
    ideas: Text = ""

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not self.texts():
            raise ValueError("at least one part is needed")
        return self


class ActionAnswer(_Words):
    """Question 9: one action."""

    shape: Literal["action"] = "action"
    action: Item


class Skipped(_Words):
    """The person chose not to answer. It costs nothing and can be changed."""

    shape: Literal["skipped"] = "skipped"


Answer = Annotated[
    PersonalAnswer | ListAnswer | DecisionAnswer | OffersAnswer | ActionAnswer | Skipped,
    Field(discriminator="shape"),
]


class QuestionState(StrEnum):
    """Whether a question takes answers."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"


class QuestionBody(Frozen):
    """The state of one question; its key is the question's."""

    state: QuestionState


class Decision(StrEnum):
    """What the facilitator decided about an answer."""

    APPROVED = "approved"
    KEPT_BACK = "kept_back"
    SET_ASIDE = "set_aside"


class ReviewBody(Frozen):
    """A decision about one answer, as it was at ``answer_revision``; the key is its entry id."""

    decision: Decision
    answer_revision: Annotated[int, Field(ge=1)]


class Shown(StrEnum):
    """What the projector shows."""

    JOIN = "join"
    QUESTION = "question"
    ANSWERS = "answers"


class ScreenBody(Frozen):
    """The projector: what it shows, whether it is blank, and the address people join at."""

    show: Shown = Shown.JOIN
    blank: bool = False
    question: Key | None = None
    address: Line = ""


class NameBody(Frozen):
    """A first name, only where the session allows them. Never shown with an answer."""

    first_name: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)
    ]


class TallyBody(Frozen):
    """Counts of a question, from notes that were read back; the key is the question's."""

    answered: Annotated[int, Field(ge=0)]
    skipped: Annotated[int, Field(ge=0)]
    private: Annotated[int, Field(ge=0)]


class AskedBody(Frozen):
    """A question as notes that were read back have it; the key is the question's.

    The kit's own questions may have changed since. ``labels`` names the choices of a decision or
    the parts of offers; ``label`` names the field of all others.
    """

    number: Annotated[int, Field(ge=1, le=999)]
    topic: Paragraph
    text: Paragraph
    shape: Literal["personal", "list", "decision", "offers", "action"]
    label: Paragraph
    labels: dict[Key, Paragraph] = Field(default_factory=dict)
    verbatim: bool


class Owner(StrEnum):
    """Whether the author is part of an entry's identity."""

    AUTHOR = "author"
    ROOM = "room"


class Kind(Frozen):
    """One row of the registry."""

    name: str
    body: Any
    owner: Owner
    written_by: frozenset[Role]
    visible_to: frozenset[Role]

    def checked(self, body: object) -> dict[str, Any]:
        """Return the body in its one normal form.

        Raises
        ------
        InvalidBody
            A field is missing, unknown or has a wrong value; the message names it.
        TooLarge
            The text is longer than an answer may be.
        """
        adapter: TypeAdapter[Any] = TypeAdapter(self.body)
        try:
            value = adapter.validate_python(body)
        except ValidationError as error:
            problems = error.errors(include_url=False, include_context=False, include_input=False)
            if any(p["type"] == "string_too_long" or "longer than" in p["msg"] for p in problems):
                raise TooLarge(MAX_ANSWER) from None
            place = ".".join(str(part) for part in problems[0]["loc"]) or self.name
            raise InvalidBody(f"{place}: {problems[0]['msg']}") from None
        dumped: dict[str, Any] = adapter.dump_python(value, mode="json")
        return dumped


_P, _S, _F, _J = Role.PARTICIPANT, Role.SCRIBE, Role.FACILITATOR, Role.PROJECTOR

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            name="answer",
            body=Answer,
            owner=Owner.AUTHOR,
            written_by=frozenset({_P}),
            visible_to=frozenset(),  # to its author; to others only by review and approval
        ),
        Kind(
            name="name",
            body=NameBody,
            owner=Owner.AUTHOR,
            written_by=frozenset({_P}),
            visible_to=frozenset({_F}),
        ),
        Kind(
            name="question",
            body=QuestionBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_P, _S, _F, _J}),
        ),
        Kind(
            name="review",
            body=ReviewBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_F}),
        ),
        Kind(
            name="screen",
            body=ScreenBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_F, _J}),
        ),
        Kind(
            name="tally",
            body=TallyBody,
            owner=Owner.ROOM,
            written_by=frozenset(),  # only by reading notes back
            visible_to=frozenset({_F}),
        ),
        Kind(
            name="asked",
            body=AskedBody,
            owner=Owner.ROOM,
            written_by=frozenset(),  # only by reading notes back
            visible_to=frozenset({_F}),
        ),
    )
}


def kind_named(name: str) -> Kind:
    """Return a kind by its name, or raise :class:`UnknownKind`."""
    try:
        return KINDS[name]
    except KeyError:
        raise UnknownKind(name) from None
