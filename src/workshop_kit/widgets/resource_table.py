"""A table of resources that can be searched; every row stands in it from the start."""

from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from workshop_kit.content.dates import long_date
from workshop_kit.content.resource_kinds import kind_names
from workshop_kit.content.resources import Resource
from workshop_kit.widgets.asset import module, style
from workshop_kit.widgets.resource_table_words import resource_table_words
from workshop_kit.words import _


class ResourceTable(anywidget.AnyWidget):
    """Lists resources, with a search box and a choice of kinds. It needs no room and no kernel.

    Parameters
    ----------
    resources
        What to list, in order; the group's own additions are marked.
    """

    _esm = module("resource_table.js")
    _css = style("resource_table.css")

    resources = traitlets.List(traitlets.Dict()).tag(sync=True)
    kinds = traitlets.List(traitlets.Dict()).tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, resources: Sequence[Resource], **traits: Any) -> None:
        here = {one.kind for one in resources}
        super().__init__(
            resources=[_row(one) for one in resources],
            kinds=[{"key": key, "name": name} for key, name in kind_names().items() if key in here],
            words=resource_table_words(),
            **traits,
        )


def _row(one: Resource) -> dict[str, Any]:
    shown = {"key", "title", "publisher", "address", "kind", "about", "for_whom", "languages"}
    return one.model_dump(mode="json", include=shown) | {
        "own": one.own,
        "kind_name": one.kind_name,
        "checked": _checked(one),
        "notes": _notes(one),
    }


def _checked(one: Resource) -> str:
    if one.last_checked is None:
        return _("Date not known")
    return long_date(one.last_checked)


def _notes(one: Resource) -> list[str]:
    """Return what to know before going to the address."""
    old = _("Old address, without a secure connection. It may have moved.")
    plain = str(one.address).startswith("http:")
    return [note for note in (one.address_note or (old if plain else ""),) if note]
