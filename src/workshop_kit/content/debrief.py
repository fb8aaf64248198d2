"""What those who lead talk over after an evening, and what they do within a day."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from workshop_kit.content.files import content_file
from workshop_kit.content.paragraphs import Paragraph, told
from workshop_kit.content.rows import Needed
from workshop_kit.content.toml_file import read_toml
from workshop_kit.model import Frozen, Key, SessionDetails
from workshop_kit.words import SOURCE_LANGUAGE

FILE = "debrief.toml"


class Task(Frozen):
    """Something to do within a day."""

    key: Key
    text: str


class Debrief(Frozen):
    """Questions for the leaders, and their tasks, as they hold for a session."""

    questions: tuple[str, ...]
    tasks: tuple[Task, ...]


class _Task(Paragraph):
    key: Key


class _File(Frozen):
    questions: Annotated[tuple[Needed, ...], Field(min_length=1)]
    task: Annotated[tuple[_Task, ...], Field(min_length=1)]


@cache
def read_debrief(path: Path) -> _File:
    """Read the file; see :func:`~workshop_kit.content.toml_file.read_toml`."""
    return read_toml(path, _File)


def debrief(details: SessionDetails, language: str = SOURCE_LANGUAGE) -> Debrief:
    """Return what the leaders of a session talk over and do."""
    words = read_debrief(content_file(FILE, language))
    tasks = (
        Task(key=one.key, text=text)
        for one in words.task
        for text in told([one], details, language)
    )
    return Debrief(questions=words.questions, tasks=tuple(tasks))
