"""The tables of the toolkit: which rows each has, in the order in which they are shown."""

from collections.abc import Callable, Sequence
from typing import Any

from workshop_kit.content.committees import committees
from workshop_kit.content.help_lines import HelpLine, help_lines
from workshop_kit.content.resources import learning, toolkits
from workshop_kit.content.sections import Table
from workshop_kit.content.sectors import sectors
from workshop_kit.content.steps import steps
from workshop_kit.content.stories import stories

WIDGETS: frozenset[Table] = frozenset({"learning_list", "own_stories", "resources"})
"""What a widget shows, because it can be searched, or is the group's own."""


def rows(table: Table, language: str) -> Sequence[Any]:
    """Return the rows of a table; none where a widget shows it."""
    return () if table in WIDGETS else _ROWS[table](language)


def _for_everyone(language: str) -> tuple[HelpLine, ...]:
    return tuple(line for line in help_lines(language) if line.group == "everyone")


_ROWS: dict[Table, Callable[[str], Sequence[Any]]] = {
    "help_lines": _for_everyone,
    "sectors": sectors,
    "steps": steps,
    "committees": committees,
    "toolkits": toolkits,
    "learning": learning,
    "stories": stories,
}
