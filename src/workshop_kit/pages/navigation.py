"""Where a page is among the pages of the toolkit, and the ways from it to the others."""

from collections.abc import Iterable
from typing import Any

from workshop_kit.model import Role
from workshop_kit.pages.notebooks import NotebookPage
from workshop_kit.reading.titles import page_title
from workshop_kit.words import _, n_

LEADING = ("facilitate", "projector", "notes")
"""Pages of whoever leads, in the order of the menu."""
BARE = frozenset({Role.PROJECTOR, Role.SCRIBE})
"""Roles whose pages show nothing besides their task."""


def navigation(
    page: NotebookPage,
    pages: Iterable[NotebookPage],
    roles: Iterable[Role],
    base_url: str = "/",
) -> dict[str, Any] | None:
    """Return what the frame tells of other pages, or ``None`` where a page shows none of it.

    Parameters
    ----------
    page
        The page that is open.
    pages
        All pages, in the order of their files.
    roles
        What this browser is let in as.

    Returns
    -------
    dict
        ``place``: where one is, in words. ``sections``: every page of the toolkit, in order, each
        with ``number``, ``title``, ``address`` (empty where this browser may not go), ``here``.
        ``leading``: the pages of whoever leads. ``before`` and ``after``: one of the sections or
        ``None``. ``links``: notebook files and their addresses, as links in texts name them.
    """
    if BARE.intersection(page.roles):
        return None
    known, let_in = tuple(pages), frozenset(roles)
    sections = [one for one in known if Role.PARTICIPANT in one.roles]
    shown = [
        {
            "number": number,
            "title": page_title(one.path),
            "address": _address(one, let_in, base_url),
            "here": one.path == page.path,
        }
        for number, one in enumerate(sections, start=1)
    ]
    before, after = _neighbours(shown)
    return {
        "place": _place(shown),
        "sections": shown,
        "leading": _leading(page, known, base_url) if Role.FACILITATOR in let_in else [],
        "before": before,
        "after": after,
        "links": [{"file": one.file, "address": f"{base_url}{one.path}"} for one in known],
    }


def _address(page: NotebookPage, let_in: frozenset[Role], base_url: str) -> str:
    return f"{base_url}{page.path}" if let_in.intersection(page.roles) else ""


def _place(shown: list[dict[str, Any]]) -> str:
    here = next((one for one in shown if one["here"]), None)
    if here is None:
        return n_("The toolkit: {number} page", "The toolkit: {number} pages", len(shown))
    return _("Page {number} of {total}", number=here["number"], total=len(shown))


def _neighbours(
    shown: list[dict[str, Any]],
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    if not any(one["here"] for one in shown):
        return None, None
    ways = [one for one in shown if one["address"] or one["here"]]
    at = next(index for index, one in enumerate(ways) if one["here"])
    return ways[at - 1] if at else None, ways[at + 1] if at + 1 < len(ways) else None


def _leading(
    page: NotebookPage, known: tuple[NotebookPage, ...], base_url: str
) -> list[dict[str, Any]]:
    titles = {"facilitate": _("Board"), "projector": _("Projector"), "notes": _("Notes")}
    there = {one.path for one in known}
    return [
        {"title": titles[path], "address": f"{base_url}{path}", "here": path == page.path}
        for path in LEADING
        if path in there
    ]
