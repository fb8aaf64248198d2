"""Skip browser tests where there is no browser; where CI is set, a skipped test is a failed one."""

from collections.abc import Generator

import pytest

from start import find_browser, how_to_get_a_browser, must_run_all


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is marked ``browser`` on a computer without one."""
    if find_browser():
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=how_to_get_a_browser()))


@pytest.hookimpl(wrapper=True, tryfirst=True)  # outermost, so that expected failures are known
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that was skipped."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a module or class that skipped itself as a whole."""
    report = yield
    if report.skipped:
        _fail(report)
    return report


def _fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    if must_run_all():
        report.outcome = "failed"
        report.longrepr = f"Skipped, but where CI is set nothing may be skipped: {report.longrepr}"
