"""Figures are medians of what was measured, and nothing where something went wrong."""

import pytest

from benchmarks.page_costs import figures as of
from tests.benchmarks.figures import RESULTS


def test_a_figure_is_the_median_of_the_runs() -> None:
    assert of.of_visit(RESULTS, "kit", "cpu_s_a_visit") == 0.02
    assert of.of_visit(RESULTS, "panel", "cpu_s_a_visit") == 0.18
    assert of.to_form(RESULTS, "kit") == 1.0
    assert of.first_reply(RESULTS) == 0.25
    assert of.idle(RESULTS, "core_percent") == 1.5


def test_what_was_not_measured_has_no_figure() -> None:
    assert of.of_visit(RESULTS, "streamlit", "cpu_s_a_visit") is None
    assert of.of_visit({}, "kit", "cpu_s_a_visit") is None
    assert of.a_person({}, "kit") is None
    assert of.at_once({}, "kit") == {}
    assert of.ratio(None, 2.0) is None
    assert of.ratio(1.0, 0.0) is None


def test_the_second_page_is_the_dearest_one() -> None:
    assert of.of_second_page(RESULTS, "kit", "bytes") == 24_000
    assert of.of_second_page(RESULTS, "kit", "requests") == 4


def test_a_burst_whose_pages_did_not_come_whole_has_no_seconds() -> None:
    assert of.at_once(RESULTS, "voila") == {20: 15.0}
    assert of.at_once(RESULTS, "kit") == pytest.approx({20: 0.2, 500: 2.1})


def test_memory_of_a_person_is_that_of_the_most_people() -> None:
    assert of.a_person(RESULTS, "kit") == 0.25


def test_kernels_that_did_not_all_reply_have_no_figure() -> None:
    assert of.of_woken(RESULTS, "last_reply_s") is None


def test_few_kernels_say_nothing_of_many() -> None:
    run = {"kernels": 20, "replied": 20, "last_reply_s": 1.0, "mb_a_kernel": 9.0}
    few = {"woken": {"runs": {"kit": [run]}}}
    assert of.of_woken(few, "last_reply_s", 100) is None
    assert of.of_woken(few, "mb_a_kernel") == 9.0


def test_a_page_that_had_a_kernel_has_no_first_reply() -> None:
    had = {"first_reply": {"runs": {"kit": [{"without_a_kernel": False, "first_s": [0.01]}]}}}
    assert of.first_reply(had) is None
