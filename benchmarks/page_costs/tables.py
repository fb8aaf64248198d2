"""The results as Markdown, put between the markers of a page."""

import re
from collections.abc import Iterable

from benchmarks.page_costs import figures as of
from benchmarks.page_costs import limits
from benchmarks.page_costs.figures import Figure, Results
from benchmarks.page_costs.goals import GOALS, SERVERS
from benchmarks.page_costs.limits import TITLES
from benchmarks.page_costs.results import median, runs_of

NONE = "-"
HALLS = (50, 100, 500, 1_000, 2_000)


def put(page: str, name: str, table: str) -> str:
    """Return a page with another table between ``<!-- NAME -->`` and ``<!-- end of NAME -->``.

    Raises
    ------
    ValueError
        The page has no such markers.
    """
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not pattern.search(page):
        raise ValueError(f"the page has no markers {begin} and {end}")
    return pattern.sub(lambda _found: f"{begin}\n{table}\n{end}", page)


def markdown(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table."""
    first = list(head)
    lines = [first, ["---"] * len(first), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def number(figure: Figure, unit: str = "", digits: int = 2) -> str:
    """Return a figure as people read it."""
    return NONE if figure is None else f"{figure:,.{digits}f}{unit}"


def goals_table(results: Results) -> str:
    """Return every goal with each server's figure, and whether the kit meets it."""
    rows = []
    for goal in GOALS:
        found = [number(goal.figure(results, name), goal.unit, goal.digits) for name in SERVERS]
        rows.append([goal.what, *found, goal.wanted(), goal.verdict(results)])
    return markdown(["", *TITLES.values(), "goal of the kit", ""], rows)


def at_once_table(results: Results) -> str:
    """Return the seconds until the last of so many pages is whole, and where a server stopped."""
    found = of.each(SERVERS, lambda name: of.at_once(results, name))
    sizes = sorted(set().union(*found.values()))
    rows = [
        [f"{size:,}", *(number(found[name].get(size), " s") for name in SERVERS)] for size in sizes
    ]
    return markdown(["people at once", *TITLES.values()], rows)


def growth_table(results: Results) -> str:
    """Return memory and CPU by the number of people connected."""
    memory = of.each(SERVERS, lambda name: of.connected(results, name, "mb"))
    cpu = of.each(SERVERS, lambda name: of.connected(results, name, "cpu_s_a_person"))
    sizes = sorted(set().union(*memory.values()))
    rows = []
    for size in sizes:
        cells = []
        for name in SERVERS:
            megabytes = number(memory[name].get(size), " MB", 1)
            cells += [megabytes, number(cpu[name].get(size), " s", 3)]
        rows.append([f"{size:,}", *cells])
    head = [f"{title}, {what}" for title in TITLES.values() for what in ("memory", "CPU each")]
    return markdown(["people connected", *head], rows)


def pages_table(results: Results) -> str:
    """Return what each other page of the kit brings after the form."""
    runs = runs_of(results, "loads", "kit")
    rows = []
    for path in sorted(set().union(*(run["second"] for run in runs))):
        loads = [run["second"][path] for run in runs if path in run["second"]]
        size = of.kilobytes(median(load["bytes"] for load in loads))
        asked = median(load["requests"] for load in loads)
        rows.append([f"`{path}`", number(size, " KB", 1), number(asked, digits=0)])
    return markdown(["page of the kit, after the form", "loaded", "requests"], rows)


def hall_table(results: Results) -> str:
    """Return what halls of several sizes ask of the laptop."""
    seconds = of.at_once(results, "kit")
    memory = of.connected(results, "kit", "mb")
    empty = median(run["empty_mb"] for run in runs_of(results, "growth", "kit")) or 0
    rows = [
        [
            f"{size:,}",
            number(empty + memory[size] if size in memory else None, " MB", 0),
            number(seconds.get(size), " s", 1),
        ]
        for size in HALLS
    ]
    return markdown(
        ["phones", "memory of the kit", "all open a page at once: the last has it"], rows
    )


def machine_table(results: Results) -> str:
    """Return when and how each measurement was made, how quiet the machine was, and what it is."""
    rows, machines = [], []
    for name, result in results.items():
        about = result["about"]
        others = f"{about['cores_taken_by_others']:.2f} cores"
        rows.append(
            [
                f"`{name}`",
                about["date"],
                str(max((len(runs) for runs in result["runs"].values()), default=0)),
                "a smoke run, small numbers" if about["quick"] else "whole",
                f"**{others}: times are not to be trusted**" if about["busy"] else others,
            ]
        )
        versions = ", ".join(f"{part} {version}" for part, version in about["peers"].items())
        machines.append(
            f"{about['cores']} cores, {about['memory_gb']} GB, {about['system']}, Python "
            f"{about['python']}, Chromium {about['chromium']}; {versions}."
        )
    head = ["measurement", "date", "runs", "size", "taken by other programs meanwhile"]
    return "\n\n".join([markdown(head, rows), *dict.fromkeys(machines)])


TABLES = {
    "goals": goals_table,
    "halls": hall_table,
    "at once": at_once_table,
    "growth": growth_table,
    "pages": pages_table,
    "limits": limits.in_words,
    "machine": machine_table,
}


def fill(page: str, results: Results) -> str:
    """Return a page with all its tables written anew."""
    for name, table in TABLES.items():
        page = put(page, name, table(results))
    return page
