"""What a record says to a person."""

from datetime import UTC, date, datetime

from workshop_kit.destroying.record import ExportLeft, Record, paragraphs
from workshop_kit.model import BROWSER

WHEN = datetime(2026, 11, 22, 12, tzinfo=UTC)
GONE = Record(
    name="2026-11-22-1234abcd",
    code="K7M4QX",
    held_on=date(2026, 11, 22),
    destroyed_at=WHEN,
    removed=("2026-11-22-1234abcd.session",),
    pieces=100,
    files=3,
)


def words(record: Record) -> str:
    return "\n".join("\n".join([heading, *lines]) for heading, lines in paragraphs(record))


def test_what_is_gone_and_checked() -> None:
    assert GONE.done
    said = words(GONE)
    assert said.startswith("This workshop is destroyed\nWorkshop of 2026-11-22\nCode: K7M 4QX\n")
    assert "Nothing that people wrote is left in the kit's data folder." in said
    assert "All 3 files of that folder were read for it, in pieces of 20 bytes." in said
    assert "No other file is in that folder." in words(GONE.model_copy(update={"files": 0}))
    assert "backups of this laptop" in said
    assert "Not done" not in said


def test_whatever_remains_is_not_done() -> None:
    for left in (
        {"left": ("a.session",)},
        {"found_in": ("notes.md",)},
        {"unread": ("secret",)},
        {"pieces": None},
    ):
        record = GONE.model_copy(update=left)
        assert not record.done
        assert words(record).startswith("Not all of it is destroyed")
    assert "Still there: a.session" in words(GONE.model_copy(update={"left": ("a.session",)}))
    assert "could no longer be read" in words(GONE.model_copy(update={"pieces": None}))


def test_exports_say_where_to_look() -> None:
    known = tuple(
        ExportLeft(format="md", made_on=date(2026, 11, 22), place=place, there=there)
        for place, there in ((BROWSER, None), ("/home/notes.md", True), ("/media/notes.md", False))
    )
    said = words(GONE.model_copy(update={"exports": known}))
    assert "md, saved in a browser on 2026-11-22. Look in its downloads." in said
    assert "/home/notes.md. It is still there. Delete it yourself." in said
    assert "/media/notes.md. It is no longer there, or on another disk." in said


def test_contacts_are_told_as_a_number() -> None:
    said = words(GONE.model_copy(update={"contacts": 3}))
    assert "Lists of contacts that were saved or handed over. People who left one: 3." in said
    assert "contacts" not in words(GONE)
