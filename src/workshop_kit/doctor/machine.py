"""The laptop itself: browser, clock, sleep, and how much it may hold open."""

import sys
import webbrowser
from datetime import datetime, timedelta

from wakepy import keep

from workshop_kit.doctor.finding import Finding, fine, look
from workshop_kit.words import _

FIRST_YEAR = 2026
"""The year in which this kit was made: a clock that shows an earlier one is wrong."""
OPEN_FILES = 4096
_IN_A_TERMINAL = frozenset({"lynx", "w3m", "links", "elinks", "www-browser"})


def browser() -> Finding:
    """Tell whether the kit can open a browser with windows."""
    thing = _("Browser")
    try:
        name = getattr(webbrowser.get(), "name", "")
    except webbrowser.Error:
        name = "www-browser"
    if name in _IN_A_TERMINAL:
        return look(
            thing,
            _("The kit found no browser that it can open."),
            _("Install Firefox or Chrome, or type the address that the kit prints."),
        )
    return fine(thing, _("The kit can open your browser."))


def clock(now: datetime) -> Finding:
    """Tell whether date and time zone can be right; dates decide when a workshop is destroyed.

    Parameters
    ----------
    now
        The time as this system shows it, with its zone.
    """
    thing = _("Clock")
    shown = now.strftime("%Y-%m-%d %H:%M")
    if now.year < FIRST_YEAR:
        return look(
            thing,
            _("The clock shows {time}. That is before this kit was made.", time=shown),
            _("Set date and time. They decide when a workshop is to be destroyed."),
        )
    if now.utcoffset() == timedelta(0):
        return look(
            thing,
            _("The clock shows {time}, and its time zone is that of Greenwich.", time=shown),
            _("Set the time zone of the place you are in."),
        )
    return fine(thing, _("The clock shows {time} ({zone}).", time=shown, zone=now.tzname() or "?"))


def sleep() -> Finding:
    """Tell whether the kit can keep the laptop awake; it tries for a moment."""
    thing = _("Sleep")
    with keep.running(on_fail="pass") as mode:
        works = bool(mode.active)
    if works:
        return fine(thing, _("The kit can keep this laptop awake. Leave the lid open."))
    return look(
        thing,
        _("The kit cannot keep this laptop awake."),
        _("Turn sleep off in the system's settings, and leave the lid open."),
    )


def open_files() -> Finding | None:
    """Tell how many files and connections a program may hold; nothing where there is no limit."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - Windows has no such module

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    thing = _("Open files")
    if soft == resource.RLIM_INFINITY or soft >= OPEN_FILES:
        return fine(thing, _("A program may hold enough files and connections."))
    return look(
        thing,
        _("A program may hold {number} files and connections.", number=soft),
        _(
            "Each open page takes several. For a large group, type this before you start the kit: "
            "ulimit -n {more}",
            more=OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard),
        ),
    )
