"""Help lines: the kit's own from two files, then those that the group added."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, computed_field

from workshop_kit.content.dates import checked_on
from workshop_kit.content.files import content_file, kit_folder
from workshop_kit.content.own_rows import OwnRow, own_rows
from workshop_kit.content.own_sheets import HELP_LINES
from workshop_kit.content.toml_file import read_toml, shown_name
from workshop_kit.content.web_address import WebAddress
from workshop_kit.errors import ContentError
from workshop_kit.model import Frozen, Key, Line
from workshop_kit.words import SOURCE_LANGUAGE, _

FILE = "help_lines.toml"

Group = Literal["everyone", "facilitator"]
Number = Annotated[str, StringConstraints(pattern=r"^[0-9]([0-9-]*[0-9])?$", max_length=20)]
NEEDED = frozenset({"emergency", "child_at_risk", "victimlink_bc", "octip"})
"""Lines that other texts and pages name, so that they have to be there."""
NeededLine = Annotated[Line, StringConstraints(min_length=1)]


class _Number(Frozen):
    key: Key
    number: Number
    group: Group = "everyone"
    source: WebAddress
    last_checked: date | None = None
    evidence: Annotated[str, StringConstraints(min_length=1)]


class _Description(Frozen):
    key: Key
    name: NeededLine
    for_whom: NeededLine
    hours: NeededLine
    languages: Line = ""


class HelpLine(Frozen):
    """A help line under its own name.

    ``last_checked`` is the date of the newest dated page that gives this number for this line;
    ``None`` where the page carries no date. ``evidence`` says what was read, in English.
    ``languages`` is empty where no source tells them. A line that the group added itself is
    ``own``: it has no source, and may tell no hours.
    """

    key: Key
    name: NeededLine
    number: Number
    group: Group = "everyone"
    for_whom: NeededLine
    hours: Line = ""
    languages: Line = ""
    source: Annotated[str, StringConstraints(max_length=2000)] = ""
    last_checked: date | None = None
    evidence: str = ""
    own: bool = False

    @computed_field  # type: ignore[prop-decorator]  # mypy does not know pydantic's property
    @property
    def tel(self) -> str:
        """The number as a link that a phone can dial, such as ``tel:+18005630808``."""
        digits = self.number.replace("-", "")
        return f"tel:+{digits}" if len(digits) == 11 else f"tel:{digits}"

    @property
    def checked(self) -> str:
        """When the number was last checked, in words, in the language in use."""
        return checked_on(self.last_checked)


class _NumbersFile(Frozen):
    line: Annotated[tuple[_Number, ...], Field(min_length=1)]


class _DescriptionsFile(Frozen):
    line: Annotated[tuple[_Description, ...], Field(min_length=1)]


@cache
def read_help_lines(numbers: Path, descriptions: Path) -> tuple[HelpLine, ...]:
    """Join the two files of help lines, in the order of the numbers.

    Raises
    ------
    ContentError
        A file cannot be used, a line stands in only one of the two, or one that other texts
        name is missing.
    """
    facts = {one.key: one for one in read_toml(numbers, _NumbersFile).line}
    words = {one.key: one for one in read_toml(descriptions, _DescriptionsFile).line}
    if odd := (facts.keys() ^ words.keys()) | (NEEDED - facts.keys()):
        raise ContentError(
            _(
                "Each of these help lines has to stand in both files, “{one}” and “{two}”: "
                "{odd}. Add what is missing, then start again.",
                one=shown_name(numbers),
                two=shown_name(descriptions),
                odd=", ".join(sorted(odd)),
            )
        )
    return tuple(HelpLine(**(facts[key].model_dump() | words[key].model_dump())) for key in facts)


def help_lines(language: str = SOURCE_LANGUAGE) -> tuple[HelpLine, ...]:
    """Return every help line in showing order: ours, then those that the group added.

    The ones for facilitators only are among them.
    """
    return (*kit_help_lines(language), *map(_own_line, own_rows(HELP_LINES).rows))


def kit_help_lines(language: str = SOURCE_LANGUAGE) -> tuple[HelpLine, ...]:
    """Return the help lines that come with the kit."""
    return read_help_lines(kit_folder("data") / FILE, content_file(FILE, language))


def _own_line(row: OwnRow) -> HelpLine:
    told = {name: row.values[name] for name in HelpLine.model_fields.keys() & row.values.keys()}
    checked = told.pop("last_checked") or None
    return HelpLine.model_validate(
        {"key": f"own-{row.id}", "last_checked": checked, "own": True, **told}
    )


def help_line(key: str, language: str = SOURCE_LANGUAGE) -> HelpLine:
    """Return one help line; those in :data:`NEEDED` are always there, others raise ``KeyError``."""
    return {line.key: line for line in kit_help_lines(language)}[key]
