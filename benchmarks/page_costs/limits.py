"""Where each server stopped, in sentences: what broke, what was too slow, what fell back."""

from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.page_costs.at_once import TOO_LONG
from benchmarks.page_costs.figures import Results
from benchmarks.page_costs.results import runs_of

TITLES = {"voila": "stock Voilà", "panel": "Panel", "streamlit": "Streamlit", "kit": "the kit"}


def in_words(results: Results) -> str:
    """Return a list of what went wrong, each thing once."""
    said = [
        f"- {title}: {sentence}"
        for server, title in TITLES.items()
        for measurement, tell in _TELLING.items()
        for run in runs_of(results, measurement, server)
        for sentence in tell(run)
    ]
    return "\n".join(dict.fromkeys(said)) or "Nothing broke."


def _times(problems: dict[str, int]) -> str:
    return ", ".join(f"{times} x {what}" for what, times in problems.items())


def _at_once(run: list[dict[str, Any]]) -> Iterator[str]:
    last = run[-1]
    people = f"{last['people']:,} pages at once"
    if last["whole"] < last["people"]:
        statuses = ", ".join(str(one) if one else "no answer" for one in last["statuses"])
        yield f"{people}, {last['whole']:,} came whole. Statuses: {statuses}."
    elif last["last_s"] > TOO_LONG:
        yield f"{people} took {last['last_s']:.0f} s, so it was not asked for more."


def _growth(run: dict[str, Any]) -> Iterator[str]:
    problems = dict(run["problems"])
    if silent := run["idle"].get("feeds_without_a_beat"):
        problems["a feed without a beat"] = silent
    if problems:
        reached = max((row["people"] for row in run["rows"]), default=0)
        yield f"growth to {reached:,} people: {_times(problems)}."


def _first_reply(run: dict[str, Any]) -> Iterator[str]:
    if not run["without_a_kernel"]:
        yield "first reply: the page had a kernel from the beginning."


def _woken(run: dict[str, Any]) -> Iterator[str]:
    if "missing" in run:
        yield f"kernels woken: {run['missing']}."
        return
    if run["replied"] < run["kernels"]:
        why = _times(run["problems"]) or "the others were silent"
        yield f"{run['replied']} of {run['kernels']} kernels replied; {why}."
    if run["stand_ins"]:
        yield (
            f"{run['stand_ins']} kernels were not forked, the first one included; each executed "
            "the notebook by itself."
        )


_TELLING: dict[str, Callable[[Any], Iterator[str]]] = {
    "at_once": _at_once,
    "growth": _growth,
    "first_reply": _first_reply,
    "woken": _woken,
}
