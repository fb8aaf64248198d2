"""Card sorts: everyone sorts the same ideas alone, on a phone, and then it is counted.

The method is a hybrid card sort (Spencer, “Card Sorting”, 2009): themes are given, and who misses
one may name it. Nobody sees how others sort. As in affinity clustering, an idea may stand in two
themes or in none. What is told of it is how many put an idea where, and never which ideas one
person put together.
"""

import hashlib
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from workshop_kit.agreement import FEWEST_COUNTED
from workshop_kit.model import Frozen, Key
from workshop_kit.theme import ThemeTitle, name_mark

MAX_PLACED = 1_000
"""Ideas that a phone is shown, and that fit into one request with two themes each."""
MAX_NAMES = 5
MOST_THEMES = 2

IdeaId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
_Themes = Annotated[tuple[Key, ...], Field(max_length=MOST_THEMES)]


def idea_id(card: str) -> str:
    """Return the id by which phones know a card.

    It is a digest: ids of cards of one answer begin alike, and would tell which ideas came from
    one person.
    """
    return hashlib.sha256(card.encode()).hexdigest()[:16]


class ProposedName(Frozen):
    """A name for a theme that is not there; ``id`` is the phone's own."""

    id: Key
    title: ThemeTitle


class CardSortBody(Frozen):
    """How one person sorts the ideas of a question; the key is the question's.

    ``placed`` says of an idea in which themes it stands: ids of themes, or of the person's own
    ``names``. No theme at all says that it fits nowhere. An idea that is not in it was passed over.
    """

    placed: dict[IdeaId, _Themes] = Field(default_factory=dict, max_length=MAX_PLACED)
    names: Annotated[tuple[ProposedName, ...], Field(max_length=MAX_NAMES)] = ()

    @model_validator(mode="after")
    def _names_nothing_twice(self) -> Self:
        ids = {name.id for name in self.names}
        marks = {name_mark(name.title) for name in self.names}
        if min(len(ids), len(marks)) < len(self.names):
            raise ValueError("a name is proposed twice")
        return self


class CardSortCountBody(Frozen):
    """Where phones put the ideas of a question, as it was when the sort was closed.

    ``placed`` says of an idea how many put it where: what one phone chose, by ids of themes and
    marks of names, joined by a space, and nothing for nowhere. Which ideas one person put together
    is not in it, and it does not change when one of the ``phones`` takes back what it sent.
    """

    phones: Annotated[int, Field(ge=FEWEST_COUNTED)]
    placed: dict[IdeaId, dict[str, Annotated[int, Field(ge=1)]]]
