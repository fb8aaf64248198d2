"""The figures that the page quotes, each a median of the runs of one server."""

from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.page_costs.results import Result, by_people, median, runs_of

Results = dict[str, Result]
Figure = float | None

MANY_KERNELS = 100
BURST = 600
"""People who send an answer at the same moment."""
EVENING, EVENING_MINUTES = 2_000, 10
"""People in one room, and for how long."""
HALL = 500
"""People whose pages are asked for at once, and who then stay silent, where a goal names a hall."""
PARTNERS, TIES = 500, 2_000
"""How large a large partner map is."""

PARTNER_ROWS = 5_000
"""Rows of a list of partners that is read."""


def of_visit(results: Results, server: str, key: str) -> Figure:
    """Return a figure of :mod:`visits`."""
    return median(run[key] for run in runs_of(results, "visits", server))


def of_load(results: Results, server: str, key: str) -> Figure:
    """Return ``bytes`` or ``requests`` of the form with an empty cache."""
    return median(run["cold"][key] for run in runs_of(results, "loads", server))


def of_second_page(results: Results, server: str, key: str) -> Figure:
    """Return the same of the dearest of the other pages, once the form was there."""
    runs = runs_of(results, "loads", server)
    return median(max(page[key] for page in run["second"].values()) for run in runs)


def to_form(results: Results, server: str) -> Figure:
    """Return the seconds from asking for a page to a form, with an empty cache."""
    runs = runs_of(results, "first_form", server)
    return median(seconds for run in runs for seconds in run)


def at_once(results: Results, server: str) -> dict[int, float]:
    """Return the seconds until the last page was whole, by people; broken bursts are left out."""
    runs = runs_of(results, "at_once", server)
    return by_people(([r for r in run if r["whole"] == r["people"]] for run in runs), "last_s")


def connected(results: Results, server: str, key: str) -> dict[int, float]:
    """Return a figure of :mod:`growth` by the number of people connected."""
    return by_people((run["rows"] for run in runs_of(results, "growth", server)), key)


def a_person(results: Results, server: str) -> Figure:
    """Return the megabytes that each connected person takes, of the most that were connected."""
    rows = connected(results, server, "mb_a_person")
    return rows[max(rows)] if rows else None


def idle(results: Results, key: str) -> Figure:
    """Return a figure of the silent hall."""
    return median(run["idle"].get(key) for run in runs_of(results, "growth", "kit"))


def first_reply(results: Results) -> Figure:
    """Return the seconds to Python's first reply on a page that had no kernel."""
    runs = runs_of(results, "first_reply", "kit")
    return median(s for run in runs if run["without_a_kernel"] for s in run["first_s"])


def of_woken(results: Results, key: str, at_least: int = 1) -> Figure:
    """Return a figure of :mod:`woken`, of runs with enough kernels.

    There is none where a page that asked got no reply.
    """
    runs = [run for run in runs_of(results, "woken", "kit") if run.get("kernels", 0) >= at_least]
    if any(run["replied"] < run["kernels"] for run in runs):
        return None
    return median(run[key] for run in runs)


def answers_ratio(results: Results) -> Figure:
    """Return how much longer a burst of answers waits than one that nothing is done with."""
    runs = [run for run in runs_of(results, "answers", "kit") if run["people"] >= BURST]
    return median(one["ratio"] for run in runs for one in run["rounds"])


def answers_wrong(results: Results) -> Figure:
    """Return how many acknowledged answers of the bursts are lost, doubled or not as sent."""
    return _wrong(run for run in runs_of(results, "answers", "kit") if run["people"] >= BURST)


def evening_wrong(results: Results) -> Figure:
    """Return the same of whole evenings, with all requests that failed."""
    runs = runs_of(results, "one_room", "kit")
    return _wrong(r for r in runs if r["people"] >= EVENING and r["minutes"] >= EVENING_MINUTES)


def last_told(results: Results) -> Figure:
    """Return the seconds until the last of a hall's phones knows of the next step: the slowest."""
    runs = [run for run in runs_of(results, "steps", "kit") if run["people"] >= HALL]
    return max((step["last_s"] for run in runs for step in run["steps"]), default=None)


def themed(results: Results) -> Figure:
    """Return the seconds until groups are suggested for a hall's answers: the slowest."""
    runs = [run for run in runs_of(results, "theming", "kit") if run["answers"] >= HALL]
    return max((seconds for run in runs for seconds in run["s"]), default=None)


def mapped(results: Results) -> Figure:
    """Return the seconds until a large partner map is reckoned: the slowest."""
    runs = runs_of(results, "partner_map", "kit")
    large = [run for run in runs if run["partners"] >= PARTNERS and run["ties"] >= TIES]
    return max((seconds for run in large for seconds in run["s"]), default=None)


def partners_imported(results: Results) -> Figure:
    """Return the seconds until a long list of partners is read and stored: the slowest."""
    runs = [r for r in runs_of(results, "partner_import", "kit") if r["rows"] >= PARTNER_ROWS]
    return max((r["stored_s"] + max(r["csv_s"] + r["xlsx_s"]) for r in runs), default=None)


def _wrong(runs: Iterable[Result]) -> Figure:
    kinds = ("lost", "doubled", "different")
    found = [
        sum(run[kind] for kind in kinds) + sum(run.get("problems", {}).values()) for run in runs
    ]
    return max(found, default=None)


def ratio(one: Figure, other: Figure) -> Figure:
    """Return how many times ``other`` goes into ``one``."""
    return one / other if one is not None and other else None


def kilobytes(figure: Figure) -> Figure:
    """Return bytes as KB."""
    return None if figure is None else figure / 1000


def each(names: tuple[str, ...], ask: Callable[[str], Any]) -> dict[str, Any]:
    """Return an answer for each server."""
    return {name: ask(name) for name in names}
