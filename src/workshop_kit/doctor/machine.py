"""The laptop itself: browser, clock, sleep, and for how many people it can hold connections."""

import sys
import webbrowser
from datetime import datetime, timedelta

import psutil
from wakepy import keep

from workshop_kit.doctor.finding import Finding, fine, look
from workshop_kit.limits import MAX_KERNELS, files_for, kernels, open_files, people
from workshop_kit.words import _

FIRST_YEAR = 2026
"""The year in which this kit was made: a clock that shows an earlier one is wrong."""
MANY_PEOPLE = 250
"""A group for which everything is fine; more is seldom in one room."""
FEW_PAGES = 20
"""Fewer pages that can ask Python at once leave no room for those who lead."""
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


def people_at_once() -> Finding:
    """Tell for how many people this system lets the kit hold connections."""
    thing = _("People")
    number = people(open_files())
    if number >= MANY_PEOPLE:
        return fine(
            thing, _("The kit can hold connections for about {number} people.", number=number)
        )
    return look(
        thing,
        _("The kit can hold connections for about {number} people.", number=number),
        _("For a larger group, use a laptop with Linux or macOS.")
        if sys.platform == "win32"
        else _(
            "For a larger group, type this before you start the kit: ulimit -n {more}",
            more=files_for(MANY_PEOPLE),
        ),
    )


def pages_that_ask_python(free: int | None = None) -> Finding:
    """Tell how many pages can ask Python at once; most pages never do.

    Parameters
    ----------
    free
        Bytes of memory that are free; as this system tells it, if nothing is given.
    """
    thing = _("Memory")
    number = kernels(psutil.virtual_memory().available if free is None else free)
    found = _(
        "{number} pages can ask Python at once ({most} at most). Forms and texts need none.",
        number=number,
        most=MAX_KERNELS,
    )
    if number >= FEW_PAGES:
        return fine(thing, found)
    return look(thing, found, _("Close other programs before you start the kit."))
