"""A table in two files: facts that hold in every language, and words in one language."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field, StringConstraints

from workshop_kit.content.sources import Cited
from workshop_kit.content.toml_file import shown_name
from workshop_kit.errors import ContentError
from workshop_kit.model import Frozen, Key, Line
from workshop_kit.words import _

Needed = Annotated[Line, StringConstraints(min_length=1)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Cites = Annotated[tuple[Cited, ...], Field(min_length=1)]


class Row(Frozen):
    """One row of one of the two files."""

    key: Key


Whole = TypeVar("Whole", bound=Row)


def joined(
    facts: tuple[Path, Sequence[Row]], words: tuple[Path, Sequence[Row]], model: type[Whole]
) -> tuple[Whole, ...]:
    """Join the rows of two files by their keys, in the order of the facts.

    Raises
    ------
    ContentError
        A key stands twice in a file, or in only one of the two.
    """
    for path, rows in (facts, words):
        if twice := [key for key, times in Counter(row.key for row in rows).items() if times > 1]:
            raise ContentError(
                _(
                    "These keys stand twice in “{file}”: {keys}. Give each row a key of its own, "
                    "then start again.",
                    file=shown_name(path),
                    keys=", ".join(twice),
                )
            )
    said = {row.key: row for row in words[1]}
    if odd := {row.key for row in facts[1]} ^ said.keys():
        raise ContentError(
            _(
                "Each of these rows has to stand in both files, “{one}” and “{two}”: {odd}. "
                "Add what is missing, then start again.",
                one=shown_name(facts[0]),
                two=shown_name(words[0]),
                odd=", ".join(sorted(odd)),
            )
        )
    return tuple(model(**(row.model_dump() | said[row.key].model_dump())) for row in facts[1])
