"""Notes as JSON: the one format that the kit reads back."""

import json
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from workshop_kit.errors import BadImport
from workshop_kit.model import Frozen
from workshop_kit.notes.left_out import left_out
from workshop_kit.notes.report import Report
from workshop_kit.words import _

FORMAT = "workshop-kit notes"
VERSION = 4
"""Since 2 there are stories of the group's own, since 3 agreement, votes and actions, since 4
what tables and the room wrote, themes, moods and offers."""
MAX_BYTES = 100_000_000
"""Several times what the largest workshop can hold."""


class Document(Frozen):
    """The file. ``left_out`` is for people; reading ignores it."""

    format: Literal["workshop-kit notes"] = "workshop-kit notes"
    version: Literal[1, 2, 3, 4] = 4
    left_out: tuple[str, ...] = Field(default=(), max_length=300)
    report: Report


def json_document(report: Report) -> str:
    """Return a report as JSON text."""
    document = Document(report=report, left_out=left_out(report))
    return json.dumps(document.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"


def read(text: str) -> Report:
    """Return the report that a JSON text holds.

    Raises
    ------
    BadImport
        It is no notes file of the kit, or a newer kit wrote it, or it does not hold together.
    """
    found = _object(text)
    if found.get("format") != FORMAT:
        raise BadImport(_no_notes())
    _check_version(found.get("version"))
    try:
        return Document.model_validate_json(text).report
    except ValidationError as error:
        problem = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise BadImport(
            _(
                "These notes do not hold together. Look at “{place}”: {problem}. "
                "Take the file as the kit wrote it.",
                place=".".join(str(part) for part in problem["loc"]),
                problem=problem["msg"].removeprefix("Value error, "),
            )
        ) from None


def read_file(path: Path) -> Report:
    """Return the report in a file; raises :class:`BadImport` like :func:`read`."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise BadImport(_no_notes())
        return read(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadImport(_no_notes()) from None
    except OSError as error:
        raise BadImport(
            _(
                "The file “{name}” cannot be read: {reason}. Look at its name and place.",
                name=str(path),
                reason=error.strerror or error,
            )
        ) from None


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise BadImport(_no_notes()) from None
    if not isinstance(found, dict):
        raise BadImport(_no_notes())
    return found


def _no_notes() -> str:
    return _("This is no notes file of the kit. Choose the file that ends with “.json”.")


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BadImport(_no_notes())
    if version > VERSION:
        raise BadImport(
            _(
                "A newer kit wrote these notes (their version is {found}, this kit knows {known}). "
                "Update the kit, then try again.",
                found=version,
                known=VERSION,
            )
        )
