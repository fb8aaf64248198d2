"""What the pages may cost, and whether they do: nothing here is filled in by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from benchmarks.page_costs import figures as of
from benchmarks.page_costs.figures import Figure, Results

SERVERS = ("voila", "panel", "streamlit", "kit")


@dataclass(frozen=True)
class Goal:
    """A figure of each server, and what the kit's may be at most, or must be at least."""

    what: str
    unit: str
    limit: float
    ask: Callable[[Results, str], Figure]
    among: tuple[str, ...] = SERVERS
    at_least: bool = False
    digits: int = 2

    def wanted(self) -> str:
        """Return the goal as it is read."""
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}{self.unit}"

    def figure(self, results: Results, server: str) -> Figure:
        """Return a server's figure, none if it has none."""
        return self.ask(results, server) if server in self.among else None

    def verdict(self, results: Results) -> str:
        """Return whether the kit's figure, unrounded, meets the goal."""
        found = self.figure(results, "kit")
        if found is None:
            return "not measured"
        met = found >= self.limit if self.at_least else found <= self.limit
        return "met" if met else "**not met**"


def _panel_dearer(results: Results, _server: str) -> Figure:
    cpu = partial(of.of_visit, results, key="cpu_s_a_visit")
    return of.ratio(cpu("panel"), cpu("kit"))


def _of_panel(results: Results, _server: str) -> Figure:
    return of.ratio(of.to_form(results, "kit"), of.to_form(results, "panel"))


def _kernel(results: Results, server: str) -> Figure:
    if server == "voila":  # each of its visitors has a kernel
        return of.of_visit(results, server, "mb_a_visit")
    return of.of_woken(results, "mb_a_kernel")


KIT = ("kit",)
GOALS = (
    Goal(
        "server CPU a visit, whole page in Chromium",
        " s",
        0.02,
        lambda r, s: of.of_visit(r, s, "cpu_s_a_visit"),
        digits=3,
    ),
    Goal(
        "Panel's CPU a visit, in times of the kit's",
        " x",
        8,
        _panel_dearer,
        KIT,
        at_least=True,
        digits=1,
    ),
    Goal("memory a connected person, feed included", " MB", 0.3, of.a_person),
    Goal("memory of a kernel of one's own (PSS)", " MB", 15, _kernel, ("voila", "kit"), digits=1),
    Goal(
        f"{of.HALL} pages at once, last one whole",
        " s",
        2,
        lambda r, s: of.at_once(r, s).get(of.HALL),
    ),
    Goal("cold load", " KB", 350, lambda r, s: of.kilobytes(of.of_load(r, s, "bytes")), digits=0),
    Goal("cold load, requests", "", 10, lambda r, s: of.of_load(r, s, "requests"), digits=0),
    Goal(
        "second page",
        " KB",
        25,
        lambda r, s: of.kilobytes(of.of_second_page(r, s, "bytes")),
        digits=0,
    ),
    Goal(
        "second page, requests", "", 4, lambda r, s: of.of_second_page(r, s, "requests"), digits=0
    ),
    Goal("cold, to a form one can type in", " s", 1, of.to_form),
    Goal("the same, in times of Panel's", " x", 0.6, _of_panel, KIT),
    Goal(
        "first reply from Python, page without a kernel",
        " s",
        0.3,
        lambda r, _: of.first_reply(r),
        KIT,
    ),
    Goal(
        f"{of.MANY_KERNELS} kernels woken at once, last reply",
        " s",
        6,
        lambda r, _: of.of_woken(r, "last_reply_s", of.MANY_KERNELS),
        KIT,
    ),
    Goal(
        f"{of.HALL} connected and silent, of one core",
        " %",
        5,
        lambda r, _: of.idle(r, "core_percent"),
        KIT,
    ),
    Goal(
        f"{of.BURST} answers sent at once, p95 in times of a handler that does nothing",
        " x",
        2,
        lambda r, _: of.answers_ratio(r),
        KIT,
    ),
    Goal(
        "lost, doubled or changed among them",
        "",
        0,
        lambda r, _: of.answers_wrong(r),
        KIT,
        digits=0,
    ),
    Goal(
        f"{of.EVENING:,} people in one room for {of.EVENING_MINUTES} minutes: "
        "errors, answers lost, doubled or changed",
        "",
        0,
        lambda r, _: of.evening_wrong(r),
        KIT,
        digits=0,
    ),
    Goal(
        f"a step of the agenda, {of.HALL} phones: the last one is told, slowest step",
        " s",
        1.5,
        lambda r, _: of.last_told(r),
        KIT,
    ),
    Goal(
        f"themes suggested for {of.HALL} answers, slowest time",
        " s",
        1,
        lambda r, _: of.themed(r),
        KIT,
    ),
    Goal(
        f"coverage and network of {of.PARTNERS} partners and {of.TIES:,} ties, slowest time",
        " s",
        0.3,
        lambda r, _: of.mapped(r),
        KIT,
    ),
    Goal(
        f"a list of {of.PARTNER_ROWS:,} partners read and stored, slowest time",
        " s",
        3,
        lambda r, _: of.partners_imported(r),
        KIT,
    ),
)
