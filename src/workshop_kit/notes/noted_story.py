"""The group's own stories in the notes: only those that may be told outside the room."""

from collections.abc import Iterable
from typing import Literal

from workshop_kit.kinds import StoryBody
from workshop_kit.model import Entry
from workshop_kit.words import _


class NotedStory(StoryBody):
    """A story as notes have it: one that may be told outside."""

    public: Literal[True] = True

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What was told besides the title, as labels and texts; each partner stands alone."""
        return tuple(
            (label, text)
            for label, texts in (
                (_("What we did"), (self.did,)),
                (_("Who worked together"), self.partners),
                (_("What changed"), (self.changed,)),
                (_("Link"), (self.link,)),
            )
            for text in texts
            if text
        )


def noted_stories(entries: list[Entry]) -> tuple[NotedStory, ...]:
    """Return the stories of a session that may be told outside, in the order of their titles."""
    stories = [entry.body for entry in entries if entry.kind == "story"]
    return in_order(NotedStory.model_validate(body) for body in stories if body["public"])


def in_order(stories: Iterable[NotedStory]) -> tuple[NotedStory, ...]:
    """Return stories by their titles; those of one title in an order that is always the same."""
    return tuple(sorted(stories, key=lambda one: (one.title.casefold(), one.model_dump_json())))
