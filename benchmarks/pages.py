"""What pages cost: the kit beside stock Voilà, Panel and Streamlit, measured in one go.

usage: python benchmarks/pages.py [--quick] [--only NAME ...] [--report]    from the checkout's root

Takes two cores for all: servers, clients and Chromium. Writes benchmarks/results/*.json, and from
them the tables and the chart of docs/performance.md. A whole run takes more than an hour and wants
a machine that does nothing else; --quick takes some minutes and its figures are for a look only.
Needs Linux, Chromium, and pip for the first time. docs/performance.md says what is measured how.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.answers_at_once import measure_answers
from benchmarks.one_room import measure_one_room
from benchmarks.page_costs import machine, peers_venv
from benchmarks.page_costs.at_once import measure_at_once
from benchmarks.page_costs.browser import chromium
from benchmarks.page_costs.first_form import measure_first_form
from benchmarks.page_costs.first_reply import measure_first_reply
from benchmarks.page_costs.growth import measure_growth
from benchmarks.page_costs.growth_in_tabs import measure_growth_in_tabs
from benchmarks.page_costs.kit import Kit, kit_that_asks_python
from benchmarks.page_costs.loads import measure_loads
from benchmarks.page_costs.report import write_report
from benchmarks.page_costs.results import MEASUREMENTS, RESULTS, read_results, write_result
from benchmarks.page_costs.servers import Peer, Server, peers
from benchmarks.page_costs.visits import measure_visits
from benchmarks.page_costs.woken import measure_woken
from benchmarks.partner_import import measure_partner_import
from benchmarks.partner_map import measure_partner_map
from benchmarks.step_change import measure_steps
from benchmarks.theming import measure_theming

OTHER_PAGES = tuple(
    f"/{name}"
    for name in ("welcome", "get-organized", "get-informed", "take-action", "stories", "resources")
)
Runs = dict[str, list[Any]]


@dataclass(frozen=True)
class Sizes:
    """How much is measured."""

    runs: int = 3
    visits: int = 24
    visits_of_voila: int = 8
    forms: int = 7
    at_once: tuple[int, ...] = (20, 50, 100, 200, 500, 1_000, 2_000)
    connected: tuple[int, ...] = (10, 50, 100, 500, 1_000, 2_000)
    tabs: tuple[int, ...] = (10, 20, 50)
    replies: int = 10
    woken: int = 100
    answers: tuple[int, int] = (600, 5)
    """People, and how often all of them send."""
    evening: tuple[int, float] = (2_000, 10)
    """People, and minutes."""
    steps: tuple[int, int] = (500, 13)
    """People, and steps of an agenda."""
    theming: tuple[int, int] = (500, 5)
    """Answers, and how often groups are asked for."""
    partner_map: tuple[int, int, int] = (500, 2_000, 5)
    """Partners, ties, and how often all is reckoned."""
    partner_import: tuple[int, int] = (5_000, 5)
    """Rows of a list, and how often it is read."""


QUICK = Sizes(
    1,
    6,
    3,
    3,
    (20, 100, 500),
    (10, 100, 500),
    (5, 10),
    3,
    20,
    answers=(100, 3),
    evening=(100, 1),
    steps=(100, 5),
    theming=(100, 2),
    partner_map=(100, 400, 2),
    partner_import=(500, 2),
)


def browsing(measure: Callable[..., Any], what: Any, size: Any) -> Any:
    """Measure with a Chromium that was started for it, and that disturbs nothing afterwards."""
    with chromium() as browser:
        return measure(what, browser, size)


class Bench:
    """The servers, set up once; each measurement starts and ends them itself."""

    def __init__(self, place: Path, sizes: Sizes) -> None:
        self._place, self.sizes = place, sizes

    @cached_property
    def kit(self) -> Kit:
        """The kit, with as many participants as are needed."""
        kit = Kit(self._folder("kit"))
        kit.join(max(*self.sizes.at_once, *self.sizes.connected, self.sizes.visits + 1))
        return kit

    @cached_property
    def asking(self) -> Kit:
        """The kit with a notebook that asks Python."""
        kit = kit_that_asks_python(self._folder("asking"))
        kit.join(max(self.sizes.woken, self.sizes.replies) + 1)
        return kit

    @cached_property
    def peers(self) -> list[Peer]:
        """The servers beside it."""
        return peers(peers_venv.programs())

    @property
    def servers(self) -> list[Server]:
        """All of them."""
        return [*self.peers, self.kit]

    def _folder(self, name: str) -> Path:
        folder = self._place / name
        folder.mkdir()
        return folder

    def visits(self) -> Runs:
        """CPU and memory a visit."""
        few = {"voila": self.sizes.visits_of_voila}
        return self._in_turn(
            self.servers,
            lambda one: browsing(measure_visits, one, few.get(one.name, self.sizes.visits)),
        )

    def loads(self) -> Runs:
        """Bytes and requests."""

        def load(one: Server) -> Any:
            others = OTHER_PAGES if one.name == "kit" else ()
            return browsing(measure_loads, one, others)

        return self._in_turn(self.servers, load)

    def first_form(self) -> Runs:
        """Seconds to a form, one server after another while all run."""
        runs: Runs = {server.name: [] for server in self.servers}
        for _ in range(self.sizes.runs):
            taken = browsing(measure_first_form, self.servers, self.sizes.forms)
            for name, seconds in taken.items():
                runs[name].append(seconds)
        return runs

    def at_once(self) -> Runs:
        """Pages at once. Streamlit is left out: what it sends first is an empty shell."""
        whole = [server for server in self.servers if server.name != "streamlit"]
        return self._in_turn(whole, lambda one: measure_at_once(one, self.sizes.at_once))

    def growth(self) -> Runs:
        """People connected."""

        def grow(one: Server) -> Any:
            if isinstance(one, Kit):
                return measure_growth(one, self.sizes.connected)
            return browsing(measure_growth_in_tabs, one, self.sizes.tabs)

        return self._in_turn(self.servers, grow)

    def first_reply(self) -> Runs:
        """A page whose Python sleeps."""
        return self._in_turn(
            [self.asking], lambda one: browsing(measure_first_reply, one, self.sizes.replies)
        )

    def woken(self) -> Runs:
        """Many kernels at once."""
        return self._in_turn([self.asking], lambda one: measure_woken(one, self.sizes.woken))

    def answers(self) -> Runs:
        """Answers sent at the same moment."""
        return {"kit": [measure_answers(*self.sizes.answers) for _ in range(self.sizes.runs)]}

    def one_room(self) -> Runs:
        """One long evening."""
        return {"kit": [measure_one_room(*self.sizes.evening)]}

    def steps(self) -> Runs:
        """Phones that follow an agenda."""
        return {"kit": [measure_steps(*self.sizes.steps) for _ in range(self.sizes.runs)]}

    def theming(self) -> Runs:
        """Groups suggested for a hall's answers."""
        return {"kit": [measure_theming(*self.sizes.theming) for _ in range(self.sizes.runs)]}

    def partner_map(self) -> Runs:
        """Coverage and network of a large partner map."""
        runs = range(self.sizes.runs)
        return {"kit": [measure_partner_map(*self.sizes.partner_map) for _ in runs]}

    def partner_import(self) -> Runs:
        """A long list of partners, read by this process."""
        size = self.sizes.partner_import
        return {"kit": [measure_partner_import(*size) for _ in range(self.sizes.runs)]}

    def _in_turn(self, servers: list[Any], measure: Callable[[Any], Any]) -> Runs:
        """Measure each server once, then all again: what changes with time meets all of them."""
        runs: Runs = {server.name: [] for server in servers}
        for number in range(self.sizes.runs):
            for server in servers:
                print(f"  run {number + 1}: {server.name}", flush=True)
                runs[server.name].append(measure(server))
        return runs


def main(arguments: list[str]) -> None:
    """Measure, write results, write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="small numbers, one run")
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, help="these measurements")
    parser.add_argument(
        "--report", action="store_true", help="measure nothing, write the page again"
    )
    wanted = parser.parse_args(arguments)
    if wanted.report:
        write_report(read_results(RESULTS))
    else:
        _measure(wanted.only or MEASUREMENTS, quick=wanted.quick)


def _measure(names: Iterable[str], *, quick: bool) -> None:
    machine.take_two_cores()
    machine.open_many_files()
    versions = peers_venv.versions()
    with chromium() as browser:
        version = browser.version
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), QUICK if quick else Sizes())
        _ = bench.kit
        for name in names:
            print(name, flush=True)
            others, runs = machine.Others(), getattr(bench, name)()
            about = machine.about(others, quick=quick, peers=versions, browser=version)
            write_result(RESULTS, name, about, runs)
            write_report(read_results(RESULTS))


if __name__ == "__main__":
    main(sys.argv[1:])
