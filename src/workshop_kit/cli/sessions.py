"""``workshop-kit sessions``: what is kept on this laptop, and where."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop_kit.cli.options import Data, Json, open_folder
from workshop_kit.words import _

if TYPE_CHECKING:
    from workshop_kit.errors import KitError
    from workshop_kit.model import Session

HELP = _("List the workshops on this laptop. Each with its code, its state and its file.")
EXAMPLE = _("Example: workshop-kit sessions --json")


def sessions(data: Data = None, as_json: Json = False) -> None:
    """Print every file of the data folder; one that cannot be read says why."""
    folder = open_folder(data)
    found = folder.sessions()
    if as_json:
        print(json.dumps([_told(path, one) for path, one in found], indent=2))
        return
    if not found:
        print(_("There is no workshop yet in {folder}.", folder=folder.path))
        print(_("Next: workshop-kit new TITLE"))
    print("\n\n".join(_in_words(path, one) for path, one in found))


def _told(path: Path, one: "Session | KitError") -> dict[str, Any]:
    from workshop_kit.errors import KitError

    if isinstance(one, KitError):
        return {"file": str(path), "error": one.code, "message": one.message}
    return {
        "code": one.join_code,
        "title": one.title,
        "held_on": one.held_on.isoformat(),
        "state": one.state.value,
        "demo": one.demo,
        "destroy_on": one.destroy_on.isoformat() if one.destroy_on else None,
        "file": str(path),
    }


def _in_words(path: Path, one: "Session | KitError") -> str:
    from workshop_kit.errors import KitError
    from workshop_kit.model import shown_code

    if isinstance(one, KitError):
        return "\n".join([path.name, f"  {one.message}", f"  {path}"])
    lines = [f"{shown_code(one.join_code)}  {one.held_on}  {one.title}", f"  {_state(one)}"]
    if one.destroy_on:
        lines.append(_("  To be destroyed on {date}", date=one.destroy_on))
    return "\n".join([*lines, f"  {path}"])


def _state(session: "Session") -> str:
    names = {"draft": _("planned"), "open": _("open"), "closed": _("closed")}
    return names[session.state.value]
