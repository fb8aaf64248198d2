"""What notes that are read back bring with them: their own questions and counts."""

from typing import Annotated, Literal

from pydantic import Field

from workshop_kit.model import Frozen, Key, Paragraph

_MANY = 1_000_000
_Count = Annotated[int, Field(ge=0, le=_MANY)]


class TallyBody(Frozen):
    """Counts of a question, from notes that were read back; the key is the question's.

    ``parts`` is what the notes told of each part of offers; see :mod:`workshop_kit.offers`.
    """

    answered: _Count
    skipped: _Count
    private: _Count
    parts: dict[Key, _Count | None] = Field(default_factory=dict)


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
