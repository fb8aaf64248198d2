"""The record of a destruction: what, when, how it was checked, and what stays out of reach."""

from datetime import date, datetime

from workshop_kit.destroying.pieces import PIECE
from workshop_kit.model import BROWSER, Export, Frozen, shown_code
from workshop_kit.words import _, n_


class ExportLeft(Export):
    """Notes that left the session; ``there`` tells whether the file is still at its place."""

    there: bool | None = None


class Record(Frozen):
    """What was destroyed and what was not. It holds nothing of what anybody wrote.

    ``pieces`` is how many 20-byte pieces were looked for, none where the file could no longer be
    read. ``files`` were searched; ``found_in`` still hold a piece; ``own_right`` are workshops that
    hold the same words by themselves; ``unread`` could not be looked at. ``left`` are the
    session's own files that are still there. ``contacts`` is how many people had left one.
    """

    name: str
    code: str = ""
    held_on: date | None = None
    destroyed_at: datetime
    removed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    pieces: int | None = None
    files: int = 0
    found_in: tuple[str, ...] = ()
    own_right: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    exports: tuple[ExportLeft, ...] = ()
    contacts: int = 0

    @property
    def done(self) -> bool:
        """Whether all of it is gone from the data folder, and that could be checked."""
        return self.pieces is not None and not (self.left or self.found_in or self.unread)


def paragraphs(record: Record) -> list[tuple[str, list[str]]]:
    """Return the record for a person: headings, and lines under each."""
    told = [(_headline(record), _what(record)), (_("How it was checked"), _checked(record))]
    if not_done := _not_done(record):
        told.append((_("Not done"), not_done))
    if record.exports:
        told.append((_("Notes that were made of it"), [_export(one) for one in record.exports]))
    told.append((_("What the kit cannot reach"), [*_handed_over(record), *out_of_reach()]))
    return told


def _handed_over(record: Record) -> list[str]:
    if not record.contacts:
        return []
    return [
        _(
            "Lists of contacts that were saved or handed over. People who left one: {number}.",
            number=record.contacts,
        )
    ]


def out_of_reach() -> list[str]:
    """Return what no program on this laptop can destroy."""
    return [
        _("Copies of the file or of notes, and backups of this laptop."),
        _("What the disk itself may keep of a file that was removed."),
        _("What was printed, photographed or written down."),
        _("What people saved on their own phones or computers."),
    ]


def _headline(record: Record) -> str:
    return _("This workshop is destroyed") if record.done else _("Not all of it is destroyed")


def _what(record: Record) -> list[str]:
    lines = []
    if record.held_on:
        lines.append(_("Workshop of {date}", date=record.held_on))
    if record.code:
        lines.append(_("Code: {code}", code=shown_code(record.code)))
    when = record.destroyed_at.astimezone().strftime("%Y-%m-%d %H:%M")
    lines.append(_("When: {time}", time=when))
    lines.append(_("Removed: {names}", names=", ".join(record.removed) or _("nothing")))
    return lines


def _checked(record: Record) -> list[str]:
    if record.pieces is None:
        return [
            _("The file could no longer be read. So its words could not be looked for elsewhere.")
        ]
    lines = []
    if record.done:
        lines.append(_("Nothing that people wrote is left in the kit's data folder."))
    lines += [
        n_(
            "All {number} file of that folder was read for it, in pieces of {size} bytes.",
            "All {number} files of that folder were read for it, in pieces of {size} bytes.",
            record.files,
            size=PIECE,
        )
        if record.files
        else _("No other file is in that folder."),
        _("Shorter answers were looked for by the random marks that stood beside them."),
    ]
    lines += [
        _("Another workshop holds some of the same words by itself: {name}", name=name)
        for name in record.own_right
    ]
    return lines


def _not_done(record: Record) -> list[str]:
    return [
        *(_("Still there: {path}", path=one) for one in record.left),
        *(_("Still holds words of it: {path}", path=one) for one in record.found_in),
        *(_("Could not be looked at: {path}", path=one) for one in record.unread),
    ]


def _export(one: ExportLeft) -> str:
    values = {"kind": one.format, "date": one.made_on, "path": one.place}
    if one.place == BROWSER:
        return _("{kind}, saved in a browser on {date}. Look in its downloads.", **values)
    if one.there:
        return _("{kind}, {date}: {path}. It is still there. Delete it yourself.", **values)
    return _("{kind}, {date}: {path}. It is no longer there, or on another disk.", **values)
