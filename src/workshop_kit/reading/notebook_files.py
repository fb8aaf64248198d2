"""Which notebook shows which section, as the notebooks say themselves."""

import json
from pathlib import Path

from workshop_kit.content.files import kit_folder


def notebook_file(section: str) -> str | None:
    """Return the file name of a section's notebook, or ``None`` where there is none.

    Links between sections name the file: so they work in JupyterLab and in plain Voilà. The kit's
    own server makes addresses of pages of them.
    """
    return _files(kit_folder("notebooks")).get(section)


def _files(folder: Path) -> dict[str, str]:
    found = {}
    for file in sorted(folder.glob("*.ipynb")):
        try:
            said = json.loads(file.read_text(encoding="utf-8"))["metadata"]["workshop_kit"]
            found[str(said["path"])] = file.name
        except (ValueError, KeyError, TypeError):  # no page; the server names what is wrong
            continue
    return found
