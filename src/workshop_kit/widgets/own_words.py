"""What is said where the facilitator adds the group's own lines, resources and copies."""

from workshop_kit.content.own import MOST_COPY_BYTES, MOST_COPY_MB
from workshop_kit.content.resource_kinds import kind_names
from workshop_kit.words import _


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
    """Return the words of each table, by the table's name; labels and hints by the column's."""
    save = _("Save the table (CSV)")
    lines = {"title": _("Help lines: {number}"), "add": _("Add a help line"), "save": save}
    resources = {"title": _("Resources: {number}"), "add": _("Add a resource"), "save": save}
    return {
        "help_lines": {**lines, **_help_line_fields()},
        "resources": {**resources, **_resource_fields()},
        "kinds": {**kind_names()},
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


def _help_line_fields() -> dict[str, dict[str, str]]:
    return {
        "labels": {
            "name": _("Name"),
            "number": _("Phone number"),
            "for_whom": _("For whom"),
            "hours": _("Hours"),
            "languages": _("Languages"),
            "last_checked": _("Last checked"),
            "who_checked": _("Who checked it"),
        },
        "hints": {
            "number": _("Such as 604-555-0100"),
            "hours": _("Such as: day and night"),
            "last_checked": _("When somebody dialled it"),
            "who_checked": _("Only you see this."),
        },
    }


def _resource_fields() -> dict[str, dict[str, str]]:
    return {
        "labels": {
            "title": _("Title"),
            "address": _("Address"),
            "about": _("What it is"),
            "kind": _("Kind"),
            "for_whom": _("For whom"),
            "languages": _("Languages"),
            "last_checked": _("Last checked"),
        },
        "hints": {"address": _("It begins with https://")},
    }
