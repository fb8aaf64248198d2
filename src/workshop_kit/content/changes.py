"""How a folder of one's own differs from the content that comes with the kit."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from workshop_kit.content.files import FOLDERS, original_folder, own_kit_folder
from workshop_kit.words import _

_NOT_CONTENT = frozenset({"__pycache__", "Thumbs.db", "desktop.ini"})


class Changes(NamedTuple):
    """Names such as ``data/en/questions.toml``, each list in order."""

    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def in_words(self) -> list[str]:
        """One sentence a file."""
        return [
            *(_("{file} is changed.", file=name) for name in self.changed),
            *(_("{file} is missing.", file=name) for name in self.missing),
            *(_("{file} is added.", file=name) for name in self.added),
        ]


def content_files(place: Path) -> dict[str, Path]:
    """Return every content file of a kit folder by its name; hidden files are no content."""
    return {name: path for folder in FOLDERS for name, path in _inside(folder, place / folder)}


def original_files() -> dict[str, Path]:
    """Return every content file that comes with the kit by its name."""
    return {
        name: path for folder in FOLDERS for name, path in _inside(folder, original_folder(folder))
    }


def _inside(name: str, folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(_is_no_content(part) for part in parts):
            yield "/".join((name, *parts)), path


def _is_no_content(part: str) -> bool:
    return part.startswith((".", "~")) or part.endswith("~") or part in _NOT_CONTENT


def changes(place: Path | None = None) -> Changes:
    """Compare a kit folder with the original content; without one, nothing differs.

    Line ends and a byte order mark do not count, nor what JupyterLab notes in a notebook when it
    runs it.
    """
    place = place or own_kit_folder()
    if place is None:
        return Changes()
    own, original = content_files(place), original_files()
    both = own.keys() & original.keys()
    return Changes(
        changed=tuple(sorted(name for name in both if not _same(own[name], original[name]))),
        missing=tuple(sorted(original.keys() - own.keys())),
        added=tuple(sorted(own.keys() - original.keys())),
    )


def _same(one: Path, other: Path) -> bool:
    if one.suffix == ".ipynb":
        return bool(_shown(one) == _shown(other))
    return _plain(one) == _plain(other)


def _plain(path: Path) -> bytes:
    return path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def _shown(notebook: Path) -> Any:
    """Return what a page is made of: its cells, and what it says of itself."""
    try:
        read = json.loads(_plain(notebook))
        cells = [(cell["cell_type"], "".join(cell["source"])) for cell in read["cells"]]
        return cells, read["metadata"].get("workshop_kit")
    except (ValueError, TypeError, KeyError, AttributeError):  # no notebook: its bytes tell
        return _plain(notebook)
