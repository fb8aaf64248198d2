"""Content, demo and notebooks, checked before anything is served."""

import ast
import json
from pathlib import Path

from workshop_kit.content.files import kit_folder, own_kit_folder
from workshop_kit.content.whole import content_languages, read_all
from workshop_kit.demo import read_demo
from workshop_kit.errors import ContentError
from workshop_kit.pages.notebooks import notebook_pages
from workshop_kit.words import _

NEEDED = frozenset({"reflect", "facilitate", "projector", "notes", "scribe"})
"""Pages without which no evening can be led."""


def check_content() -> None:
    """Read all that pages and kernels will read, and look for mistakes in notebooks.

    Raises
    ------
    ContentError
        Something cannot be used; the message names the file, the line, and what to do.
    """
    try:
        read_all()
        for language in content_languages():
            read_demo(language)
        _check_notebooks(kit_folder("notebooks"))
    except ContentError as error:
        raise _with_way_back(error) from None


def _with_way_back(error: ContentError) -> ContentError:
    """Add how the kit's own file comes back, where a folder of one's own is used."""
    if own_kit_folder() is None:
        return error
    return ContentError(
        error.message
        + " "
        + _("The kit's own file comes back if you rename yours and type: workshop-kit init FOLDER")
    )


def _check_notebooks(folder: Path) -> None:
    pages = notebook_pages(folder)
    if missing := sorted(NEEDED - pages.keys()):
        raise ContentError(
            _(
                "No notebook in “notebooks” is the page “{page}”. Put it back, then start again.",
                page=missing[0],
            )
        )
    for page in pages.values():
        _check_code(folder / page.file)


def _check_code(file: Path) -> None:
    """Look for a cell that Python cannot read; cells with lines for Jupyter are left alone."""
    try:
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        code = {
            number: "".join(cell["source"])
            for number, cell in enumerate(cells, start=1)
            if cell["cell_type"] == "code"
        }
    except (ValueError, KeyError, TypeError):
        raise _wrong(file, 1, 1, _("this is no whole notebook")) from None
    for number, source in code.items():
        if any(line.lstrip().startswith(("%", "!")) for line in source.splitlines()):
            continue
        try:
            ast.parse(source)
        except SyntaxError as error:
            raise _wrong(file, number, error.lineno or 1, error.msg) from None


def _wrong(file: Path, cell: int, line: int, what: str) -> ContentError:
    return ContentError(
        _(
            "The notebook “notebooks/{name}” cannot be used. Look at cell {cell}, line {line}: "
            "{what}. Correct it in JupyterLab, then start again.",
            name=file.name,
            cell=cell,
            line=line,
            what=what,
        )
    )
