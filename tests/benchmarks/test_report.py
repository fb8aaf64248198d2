"""docs/performance.md says what was measured, and nothing else."""

from benchmarks.page_costs.report import CHART, PAGE, chart
from benchmarks.page_costs.results import RESULTS, read_results
from benchmarks.page_costs.tables import fill

MEASURED = read_results(RESULTS)


def test_tables_and_chart_are_those_of_the_results() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == fill(page, MEASURED), "run: python benchmarks/pages.py --report"
    assert CHART.read_text(encoding="utf-8") == chart(MEASURED), "the same"
