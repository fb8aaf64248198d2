"""The notebooks that are pages: which address they have and who may open them."""

import json
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from workshop_kit.errors import ContentError
from workshop_kit.model import Frozen, Key, Role
from workshop_kit.words import _


class Served(StrEnum):
    """How a notebook becomes a page."""

    STORED = "stored"
    """Executed once for everybody; a kernel comes when a widget first needs Python."""
    LIVE = "live"
    """Executed for each visit, with a kernel from the start and Voilà's own front end."""


class NotebookPage(Frozen):
    """What a notebook says of itself in its metadata under ``workshop_kit``."""

    file: str
    path: Key
    roles: tuple[Role, ...]
    title: str = "Notes"
    served: Served = Served.STORED


def notebook_pages(folder: Path) -> dict[str, NotebookPage]:
    """Return the pages in a folder by their address.

    Notebooks without ``workshop_kit`` in their metadata are no pages.

    Raises
    ------
    ContentError
        A notebook cannot be read, or what it says of itself is wrong.
    """
    pages: dict[str, NotebookPage] = {}
    for file in sorted(folder.glob("*.ipynb")):
        page = _page(file)
        if page is None:
            continue
        if page.path in pages:
            raise _twice(page.path, pages[page.path].file, page.file)
        pages[page.path] = page
    return pages


def _twice(path: str, one: str, other: str) -> ContentError:
    return ContentError(
        _(
            "Two notebooks are the page “{path}”: “{one}” and “{other}”. Move one of them out of "
            "the folder, or give it another path.",
            path=path,
            one=one,
            other=other,
        )
    )


def _page(file: Path) -> NotebookPage | None:
    try:
        metadata = json.loads(file.read_text(encoding="utf-8")).get("metadata", {})
        said = metadata.get("workshop_kit")
        return None if said is None else NotebookPage(file=file.name, **said)
    except (ValueError, TypeError, AttributeError) as error:
        what = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
        raise ContentError(
            _(
                "The notebook “{name}” cannot be used as a page: {what}. "
                "Open it in JupyterLab and correct its metadata.",
                name=file.name,
                what=what,
            )
        ) from error
