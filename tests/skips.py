"""Browser tests run last, or not without a browser; where CI is set, a skipped test fails.

A browser depends on more than the kit: a machine that stands still for a minute makes one late.
Where CI is set, each of them may try a second time; the report names those that did, and they are
to be mended. Elsewhere none may, so that whoever writes a test sees it fail.
"""

from collections.abc import Generator

import pytest

from start import find_browser, how_to_get_a_browser, must_run_all


@pytest.hookimpl(tryfirst=True)  # before ``-m browser`` chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run browser tests after all others, or skip them on a computer without a browser.

    Playwright keeps an event loop running for as long as its browser lives, and in such a thread
    no other test may start one of its own.
    """
    skipped = pytest.mark.skip(reason=how_to_get_a_browser())
    has_browser = find_browser() is not None
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if item.get_closest_marker("browser") and must_run_all():
            item.add_marker(pytest.mark.flaky(reruns=1))
        if not has_browser and item.get_closest_marker("browser"):
            item.add_marker(skipped)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


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
