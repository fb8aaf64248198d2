"""The tables of docs/performance.md."""

import pytest

from benchmarks.page_costs.tables import TABLES, fill, markdown, number, put
from tests.benchmarks.figures import RESULTS

MARKED = "".join(f"<!-- {name} -->\nas it was\n<!-- end of {name} -->\n" for name in TABLES)


def test_a_table_takes_the_place_of_the_one_between_its_markers() -> None:
    page = "before\n<!-- goals -->\nas it was\n<!-- end of goals -->\nafter"
    once = put(page, "goals", r"| \1 |")
    assert once == "before\n<!-- goals -->\n| \\1 |\n<!-- end of goals -->\nafter"
    assert put(once, "goals", "new") == page.replace("as it was", "new")


def test_a_page_without_the_markers_is_not_written() -> None:
    with pytest.raises(ValueError, match="<!-- goals -->"):
        put("a page", "goals", "| a table |")


def test_figures_are_rounded_only_where_they_are_read() -> None:
    assert number(1234.567, " KB", 1) == "1,234.6 KB"
    assert number(None, " s") == "-"


def test_rows_of_a_table_are_as_wide_as_its_head() -> None:
    assert markdown(["a", "b"], [["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"
    for name in ("goals", "halls", "at once", "growth", "pages"):
        lines = TABLES[name](RESULTS).splitlines()
        assert len({line.count("|") for line in lines}) == 1, name


def test_every_part_of_the_page_is_written_anew_and_stays_so() -> None:
    page = fill(MARKED, RESULTS)
    assert "as it was" not in page
    assert fill(page, RESULTS) == page


def test_the_goals_stand_beside_the_figures_of_all_servers() -> None:
    [row] = [line for line in TABLES["goals"](RESULTS).splitlines() if "server CPU" in line]
    assert row.split(" | ")[1:] == ["1.600 s", "0.180 s", "-", "0.020 s", "≤ 0.02 s", "met |"]


def test_where_a_server_stopped_is_told() -> None:
    told = TABLES["limits"](RESULTS)
    assert "- stock Voilà: 50 pages at once, 31 came whole. Statuses: 500." in told
    assert "- the kit: 99 of 100 kernels replied; 1 x 503 for a kernel." in told
    assert "- the kit: 2 kernels were not forked" in told


def test_a_busy_machine_and_a_smoke_run_are_told() -> None:
    about = RESULTS["visits"]["about"] | {"busy": True, "quick": True, "cores_taken_by_others": 1.4}
    told = TABLES["machine"]({"visits": {**RESULTS["visits"], "about": about}})
    assert (
        "| 3 | a smoke run, small numbers | **1.40 cores: times are not to be trusted** |" in told
    )
    quiet = TABLES["machine"](RESULTS)
    assert "| `visits` | 2030-01-31 | 3 | whole | 0.01 cores |" in quiet
    assert quiet.count("2 cores, 8 GB, Linux, Python 3.12.1, Chromium 140.0; voila 0.5.13") == 1


def test_results_of_nothing_make_a_page_all_the_same() -> None:
    page = fill(MARKED, {})
    assert "not measured" in page
    assert "Nothing broke." in page
