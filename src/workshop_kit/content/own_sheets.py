"""The group's own tables: their columns, and what each cell has to hold."""

from collections.abc import Callable
from typing import NamedTuple

from workshop_kit.content.own_cells import (
    anything,
    kind_of_resource,
    past_date,
    phone_number,
    web_address,
)


class Column(NamedTuple):
    """One column. ``check`` returns the cell as it is kept, or raises ``ValueError``."""

    heading: str
    needed: bool = False
    check: Callable[[str], str] = anything
    most: int = 200

    @property
    def name(self) -> str:
        """The heading as a name in programs, such as ``for_whom``."""
        return self.heading.replace(" ", "_")


class Sheet(NamedTuple):
    """A table: its file in the own folder, its columns in order, how many rows are used."""

    name: str
    file: str
    columns: tuple[Column, ...]
    most_rows: int

    @property
    def headings(self) -> tuple[str, ...]:
        """The first row."""
        return tuple(column.heading for column in self.columns)


HELP_LINES = Sheet(
    "help_lines",
    "help_lines.csv",
    (
        Column("name", needed=True, most=80),
        Column("number", needed=True, check=phone_number, most=40),
        Column("for whom", needed=True),
        Column("hours"),
        Column("languages"),
        Column("last checked", check=past_date, most=40),
        Column("who checked", most=80),
    ),
    most_rows=30,
)
RESOURCES = Sheet(
    "resources",
    "resources.csv",
    (
        Column("title", needed=True),
        Column("address", needed=True, check=web_address, most=500),
        Column("about", needed=True, most=600),
        Column("kind", check=kind_of_resource, most=60),
        Column("for whom"),
        Column("languages"),
        Column("last checked", check=past_date, most=40),
    ),
    most_rows=300,
)
SHEETS = {sheet.name: sheet for sheet in (HELP_LINES, RESOURCES)}
