"""Help lines: numbers and their evidence from one file, their description in each language."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, computed_field

from workshop_kit.content.files import content_file, kit_folder
from workshop_kit.content.toml_file import read_toml
from workshop_kit.content.web_address import WebAddress
from workshop_kit.errors import ContentError
from workshop_kit.model import Frozen, Key, Line
from workshop_kit.words import SOURCE_LANGUAGE, _

FILE = "help_lines.toml"

Group = Literal["everyone", "facilitator"]
Number = Annotated[str, StringConstraints(pattern=r"^[0-9]([0-9-]*[0-9])?$", max_length=20)]
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


class HelpLine(_Description, _Number):
    """A help line under its own name.

    ``last_checked`` is the date of the newest dated page that gives this number for this line;
    ``None`` where the page carries no date. ``evidence`` says what was read, in English.
    ``languages`` is empty where no source tells them.
    """

    @computed_field  # type: ignore[prop-decorator]  # mypy does not know pydantic's property
    @property
    def tel(self) -> str:
        """The number as a link that a phone can dial, such as ``tel:+18005630808``."""
        digits = self.number.replace("-", "")
        return f"tel:+{digits}" if len(digits) == 11 else f"tel:{digits}"


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
        A file cannot be used, or a line stands in only one of the two.
    """
    facts = read_toml(numbers, _NumbersFile).line
    words = {one.key: one for one in read_toml(descriptions, _DescriptionsFile).line}
    if {fact.key for fact in facts} != set(words):
        odd = ", ".join(sorted({fact.key for fact in facts} ^ set(words)))
        raise ContentError(
            _(
                "These help lines stand in only one of the files “{one}” and “{two}”: {odd}. "
                "Add them to the other, then start again.",
                one="/".join(numbers.parts[-2:]),
                two="/".join(descriptions.parts[-3:]),
                odd=odd,
            )
        )
    return tuple(HelpLine(**(fact.model_dump() | words[fact.key].model_dump())) for fact in facts)


def help_lines(language: str = SOURCE_LANGUAGE) -> tuple[HelpLine, ...]:
    """Return every help line, the ones for facilitators only among them, in showing order."""
    return read_help_lines(kit_folder("data") / FILE, content_file(FILE, language))
