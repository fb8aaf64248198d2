"""``workshop-kit sessions``: what is kept on this laptop, where, and for how long."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop_kit.cli.options import Data, Json, open_folder
from workshop_kit.words import _, n_

if TYPE_CHECKING:
    from workshop_kit.destroying.due import Keeping
    from workshop_kit.errors import KitError
    from workshop_kit.model import Session
    from workshop_kit.store.folder import SessionFolder

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
    print("\n\n".join([*_warnings(folder, found), *(_in_words(path, one) for path, one in found)]))


def _keeping(path: Path, session: "Session") -> "Keeping":
    from workshop_kit.destroying.due import keeping
    from workshop_kit.destroying.written import Written, written
    from workshop_kit.model import today
    from workshop_kit.store.session_file import look_into

    found = look_into(path, written)
    return keeping(session, found.set_aside if isinstance(found, Written) else 0, today())


def _warnings(folder: "SessionFolder", found: "list[tuple[Path, Session | KitError]]") -> list[str]:
    from workshop_kit.destroying.days import believe, seen_days
    from workshop_kit.model import Session, today

    warnings = [
        _("{name}: its destruction was begun and not finished. “purge” goes on.", name=path.name)
        for path in folder.begun()
    ]
    readable = [one for _path, one in found if isinstance(one, Session)]
    belief = believe(today(), seen_days(folder.path), readable)
    if belief.behind:
        warnings.append(
            _("The clock says {date}. A workshop here is newer. Set the clock.", date=belief.day)
        )
    elif belief.leap:
        warnings.append(
            _(
                "The clock says {date}, long after the kit ran last. Is that right? If so, what "
                "is due is destroyed when the kit runs on another day.",
                date=belief.day,
            )
        )
    return warnings


def _told(path: Path, one: "Session | KitError") -> dict[str, Any]:
    from workshop_kit.errors import KitError

    if isinstance(one, KitError):
        return {"file": str(path), "error": one.code, "message": one.message}
    kept = _keeping(path, one)
    return {
        "code": one.join_code,
        "title": one.title,
        "held_on": one.held_on.isoformat(),
        "state": one.state.value,
        "demo": one.demo,
        "destroy_on": kept.due_on.isoformat() if kept.due_on else None,
        "held_by": kept.held_by,
        "soon": kept.soon,
        "never_closed": kept.never_closed,
        "file": str(path),
    }


def _in_words(path: Path, one: "Session | KitError") -> str:
    from workshop_kit.errors import KitError
    from workshop_kit.model import shown_code

    if isinstance(one, KitError):
        return "\n".join([path.name, f"  {one.message}", f"  {path}"])
    lines = [f"{shown_code(one.join_code)}  {one.held_on}  {one.title}", f"  {_state(one)}"]
    lines += [f"  {line}" for line in _kept(one, _keeping(path, one))]
    return "\n".join([*lines, f"  {path}"])


def _kept(session: "Session", kept: "Keeping") -> list[str]:
    lines = []
    if session.hold and kept.held_by == "hold":
        lines.append(_("Held: {reason}", reason=session.hold.reason))
    if kept.held_by == "set_aside":
        lines.append(_("Held: an answer is set aside. Decide on it first."))
    if kept.due_on and not session.demo:
        lines.append(_("To be destroyed on {date}", date=kept.due_on))
    if kept.soon and kept.days_left is not None:
        lines.append(
            n_(
                "Only {number} day is left. To keep it longer: workshop-kit hold {code}",
                "Only {number} days are left. To keep it longer: workshop-kit hold {code}",
                kept.days_left,
                code=session.join_code,
            )
        )
    if kept.never_closed:
        lines.append(_("It was never closed, and people were told that it would be gone by now."))
        lines.append(
            _("Close it, or destroy it: workshop-kit purge {code}", code=session.join_code)
        )
    return lines


def _state(session: "Session") -> str:
    names = {"draft": _("planned"), "open": _("open"), "closed": _("closed")}
    return names[session.state.value]
