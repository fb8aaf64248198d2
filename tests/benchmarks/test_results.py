"""Results on disk, and medians over runs."""

import json
from pathlib import Path

from benchmarks.page_costs.results import by_people, median, read_results, runs_of, write_result


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_result(tmp_path / "results", "visits", {"quick": True}, {"kit": [{"visits": 3}]})
    write_result(tmp_path / "results", "visits", {"quick": False}, {"kit": [{"visits": 4}]})
    found = read_results(tmp_path / "results")
    assert found == {"visits": {"about": {"quick": False}, "runs": {"kit": [{"visits": 4}]}}}
    assert runs_of(found, "visits", "kit") == [{"visits": 4}]
    assert runs_of(found, "visits", "panel") == runs_of(found, "loads", "kit") == []


def test_results_of_other_instruments_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "faults.json").write_text(json.dumps({"people": 2000}))
    assert read_results(tmp_path) == {}


def test_the_median_leaves_out_what_was_not_measured() -> None:
    assert median([3.0, None, 1.0]) == 2.0
    assert median([None]) is None


def test_a_size_that_one_run_did_not_reach_has_no_median() -> None:
    runs = [
        [{"people": 10, "s": 1.0}, {"people": 50, "s": 9.0}],
        [{"people": 10, "s": 3.0}],
    ]
    assert by_people(runs, "s") == {10: 2.0}
    assert by_people([], "s") == {}
