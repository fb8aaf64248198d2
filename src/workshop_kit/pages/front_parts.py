"""Which files of the small front end a page will load, to be asked for all at once."""

import json
from collections.abc import Iterable
from functools import cache

from workshop_kit.pages.folders import STATIC

FOLDER = "stored"
_PART_OF = {"@jupyter-widgets/controls": "controls", "@jupyter-widgets/output": "output"}


@cache
def _parts() -> dict[str, list[str]]:
    """Return the files of each part, as ``scripts/build_front.py`` has listed them."""
    listed = (STATIC / FOLDER / "parts.json").read_text(encoding="utf-8")
    parts: dict[str, list[str]] = json.loads(listed)
    return parts


def front_files(packages: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the scripts, below ``static/``, that widgets of these packages need.

    Parameters
    ----------
    packages
        ``model_module`` of each model, such as ``@jupyter-widgets/controls``.
    """
    wanted = ["page", *sorted({_PART_OF[name] for name in packages if name in _PART_OF})]
    files = dict.fromkeys(file for part in wanted for file in _parts()[part])
    return tuple(f"{FOLDER}/{file}" for file in files)
