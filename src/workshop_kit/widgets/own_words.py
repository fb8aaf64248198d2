"""What is said where the facilitator adds the group's own lines, resources and copies."""

from typing import Any

from workshop_kit.content.own import MOST_COPY_BYTES, MOST_COPY_MB
from workshop_kit.content.resource_kinds import KINDS
from workshop_kit.words import _

Fields = list[dict[str, Any]]


def own_words() -> dict[str, object]:
    """Return the words that the whole panel shares."""
    return {
        "title": _("Our own lines, resources and copies"),
        "lead": _(
            "What you add stands beside what comes with the kit. Everyone in the workshop can "
            "see it, so put nothing private here. It stays on this laptop until you remove it."
        ),
        "when": _("Pages show a change when they are opened the next time."),
        "problems": _("This cannot be used yet"),
        "folder": _("The same things are in this folder, as files: {folder}"),
        "added": _("Added: {name}"),
        "removed": _("Removed: {name}"),
        "back_again": _("Back again: {name}"),
        "undo": _("Undo"),
        "remove": _("Remove"),
        "needed": _("Something is needed here."),
    }


def own_table_words() -> dict[str, dict[str, object]]:
    """Return the words and fields of each table, by the table's name."""
    return {
        "help_lines": {
            "title": _("Help lines: {number}"),
            "add": _("Add a help line"),
            "save": _("Save the table (CSV)"),
            "name": "name",
            "fields": _help_line_fields(),
        },
        "resources": {
            "title": _("Resources: {number}"),
            "add": _("Add a resource"),
            "save": _("Save the table (CSV)"),
            "name": "title",
            "fields": _resource_fields(),
        },
    }


def own_copies_words() -> dict[str, object]:
    """Return the words about the group's own copies of sections."""
    limit = {"limit": MOST_COPY_MB}
    return {
        "title": _("Copies of sections: {number}"),
        "lead": _(
            "If you have a section as a file, add it here. Its page then has a link to it. "
            "The kit does not put it into notes or other files."
        ),
        "section": _("Section"),
        "file": _("File"),
        "file_hint": _("PDF, TXT, DOCX or ODT, of {limit} MB at most.", **limit),
        "send": _("Add this copy"),
        "replace": _("A new copy takes the place of the one that is there."),
        "sending": _("On its way: {percent} %"),
        "choose": _("Choose a file first."),
        "too_large": _("This file is larger than {limit} MB. Choose a smaller one.", **limit),
        "broken": _("The file did not arrive. What was there is still there. Try again."),
        "open": _("Open"),
        "facts": _("{kind}, {size}"),
        "most_bytes": MOST_COPY_BYTES,
    }


def _field(name: str, label: str, hint: str = "", **more: Any) -> dict[str, Any]:
    return {"name": name, "label": label, "hint": hint, "needed": False, "type": "text", **more}


def _help_line_fields() -> Fields:
    return [
        _field("name", _("Name"), needed=True, most=80),
        _field("number", _("Phone number"), _("Such as 604-555-0100"), needed=True, most=40),
        _field("for_whom", _("For whom"), needed=True, most=200),
        _field("hours", _("Hours"), _("Such as: day and night"), most=200),
        _field("languages", _("Languages"), most=200),
        _field("last_checked", _("Last checked"), _("When somebody dialled it"), type="date"),
        _field("who_checked", _("Who checked it"), _("Only you see this."), most=80),
    ]


def _resource_fields() -> Fields:
    kinds = [{"value": key, "label": _(shown)} for key, shown in KINDS.items()]
    return [
        _field("title", _("Title"), needed=True, most=200),
        _field("address", _("Address"), _("It begins with https://"), needed=True, most=500),
        _field("about", _("What it is"), needed=True, most=600),
        _field("kind", _("Kind"), type="select", options=kinds, start="website"),
        _field("for_whom", _("For whom"), most=200),
        _field("languages", _("Languages"), most=200),
        _field("last_checked", _("Last checked"), type="date"),
    ]
