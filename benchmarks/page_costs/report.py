"""docs/performance.md and its chart, written anew from the results."""

from pathlib import Path

from benchmarks.page_costs import figures as of
from benchmarks.page_costs.chart import Field, draw
from benchmarks.page_costs.figures import Results
from benchmarks.page_costs.goals import SERVERS
from benchmarks.page_costs.limits import TITLES
from benchmarks.page_costs.tables import fill

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "performance.md"
CHART = DOCS / "performance.svg"


def chart(results: Results) -> str:
    """Return the chart of what was measured."""
    memory = of.each(SERVERS, lambda name: of.connected(results, name, "mb"))
    seconds = of.each(SERVERS, lambda name: of.at_once(results, name))
    fields = [
        Field("Memory by people connected", "MB on top of a first visitor", memory),
        Field("Pages asked for at once", "seconds until the last one is whole", seconds),
    ]
    return draw(fields, TITLES, "What pages cost: the kit beside other servers")


def write_report(results: Results) -> None:
    """Fill the tables of the page, draw the chart."""
    PAGE.write_text(fill(PAGE.read_text(encoding="utf-8"), results), encoding="utf-8")
    CHART.write_text(chart(results), encoding="utf-8")
