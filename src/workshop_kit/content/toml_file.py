"""One TOML content file, read into a frozen value, or an error that names file and line."""

import re
import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from workshop_kit.content.files import FOLDERS
from workshop_kit.content.toml_lines import line_of
from workshop_kit.errors import ContentError
from workshop_kit.words import _

Content = TypeVar("Content", bound=BaseModel)


def read_toml(path: Path, model: type[Content]) -> Content:
    """Return a content file as a value of ``model``.

    Raises
    ------
    ContentError
        The file is missing or cannot be used; the message names the file, the line, what was
        expected there and what to do.
    """
    text = _text(path)
    try:
        return model.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _wrong(path, _syntax_line(error, text), str(error)) from None
    except ValidationError as error:
        problem = error.errors(include_url=False, include_context=False)[0]
        raise _wrong(path, line_of(text, problem["loc"]), _expected(problem)) from None


def _text(path: Path) -> str:
    try:
        # Editors on Windows put a mark before the first letter and end lines with two signs.
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise _wrong(path, line, _("Expected text that is saved as UTF-8.")) from None
    except OSError:
        raise ContentError(
            _("The file “{file}” is missing. Install the kit again.", file=shown_name(path))
        ) from None


def shown_name(path: Path) -> str:
    """Return a file's name as it stands in the kit: ``data/en/questions.toml``."""
    parts = path.parts
    for place in range(len(parts) - 2, -1, -1):  # the kit itself may lie in a folder “data”
        if parts[place] in FOLDERS:
            return "/".join(parts[place:])
    return path.name


def _wrong(path: Path, line: int, expected: str) -> ContentError:
    return ContentError(
        _(
            "The file “{file}” cannot be used. Look at line {line}. {expected} "
            "Correct it, or put the kit's own file back, then start again.",
            file=shown_name(path),
            line=line,
            expected=expected.rstrip(".") + ".",
        )
    )


def _expected(problem: ErrorDetails) -> str:
    field = ".".join(str(part) for part in problem["loc"])
    said = problem["msg"].removeprefix("Value error, ")
    return f"{field}: {said}" if field else said


def _syntax_line(error: tomllib.TOMLDecodeError, text: str) -> int:
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else text.rstrip("\n").count("\n") + 1
