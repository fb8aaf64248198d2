"""Results: one small JSON file for each measurement, with what it was measured on."""

import json
import statistics
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Result = dict[str, Any]

MEASUREMENTS = (
    *("visits", "loads", "first_form", "at_once", "growth", "first_reply", "woken"),
    *("answers", "one_room", "steps", "theming", "partner_map", "partner_import"),
)
"""What :mod:`benchmarks.pages` measures, in this order; each has a file of this name."""

RESULTS = Path(__file__).parents[1] / "results"


def write_result(folder: Path, name: str, about: Result, runs: dict[str, list[Any]]) -> None:
    """Keep the runs of each server; earlier ones of this measurement are replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"about": about, "runs": runs}, indent=1)
    (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def read_results(folder: Path) -> dict[str, Result]:
    """Return what was measured so far, by the name of the measurement."""
    files = {name: folder / f"{name}.json" for name in MEASUREMENTS}
    return {
        name: json.loads(file.read_text(encoding="utf-8"))
        for name, file in files.items()
        if file.is_file()
    }


def runs_of(results: dict[str, Result], name: str, server: str) -> list[Any]:
    """Return the runs of a server; none where it was not measured."""
    found: list[Any] = results.get(name, {}).get("runs", {}).get(server, [])
    return found


def median(values: Iterable[float | None]) -> float | None:
    """Return the median of what was measured, none if nothing was."""
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


def by_people(rows_of_runs: Iterable[Iterable[Result]], key: str) -> dict[int, float]:
    """Return the median of a figure for each number of people that every run reached.

    A number of people that some run did not reach has no median: a server that breaks in one run of
    three has broken.
    """
    runs = [{row["people"]: row[key] for row in rows} for rows in rows_of_runs]
    if not runs:
        return {}
    reached = set.intersection(*(set(run) for run in runs))
    return {size: statistics.median(run[size] for run in runs) for size in sorted(reached)}
