"""What the notes' page says, in the reader's language; the page fills the ``{places}``."""

from workshop_kit.words import _


def notes_words() -> dict[str, str]:
    """Return every text of the page that is not the notes' own."""
    return _around() | _downloads() | _reading()


def _around() -> dict[str, str]:
    return {
        "title": _("Notes"),
        "lead": _("This is all that the notes hold. Read them before you pass them on."),
        "preview": _("What the notes say"),
        "back": _("Back to the workshop"),
        "nothing": _(
            "There is no workshop here yet. Plan one on the facilitator's page. "
            "Then press “Read again”."
        ),
    }


def _downloads() -> dict[str, str]:
    return {
        "take": _("Take the notes with you"),
        "print": _("Print"),
        "print_about": _("On paper, or as a PDF if your browser offers it."),
        "txt": _("Save as text"),
        "txt_about": _("TXT, to read and change. It opens on every laptop."),
        "md": _("Save as Markdown"),
        "md_about": _("For programs that know Markdown."),
        "csv": _("Save as a table"),
        "csv_about": _("CSV, for a spreadsheet. Each thing has a row of its own."),
        "json": _("Save for the kit"),
        "json_about": _("JSON, which the kit can read back in."),
        "copies": _(
            "What you save is a copy. The kit cannot destroy it. You have to delete it yourself."
        ),
        "saved": _("Saved as {name}. Look in your downloads."),
    }


def _reading() -> dict[str, str]:
    return {
        "again": _("Read again"),
        "reading": _("Reading the answers …"),
        "read_at": _("Read at {time}. What was approved later is not here yet."),
        "silent": _("No reply came, so this may be old. Reload this page."),
        "reload": _("Reload this page"),
    }
