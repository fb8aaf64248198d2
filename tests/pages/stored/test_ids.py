"""Widgets have the same ids wherever a notebook is executed, and pages have different ones."""

from pathlib import Path

import comm
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.stored.both_ways import OURS, cells, run, write
from workshop_kit.pages.stored.ids import VARIANT, Ids, deterministic_comms, seed

WIDGETS = "import ipywidgets as w\nw.VBox([w.IntSlider(), w.Output(), w.Text()])"


def test_ids_are_the_same_in_two_processes_and_differ_between_pages(tmp_path: Path) -> None:
    page = write(tmp_path / "page.ipynb", WIDGETS)
    first, again = (run(page)[0] for _ in range(2))
    assert list(first.state) == list(again.state)
    assert cells(first.notebook) == cells(again.notebook)
    assert first == again
    others = [
        run(page, environment={VARIANT: "fr"})[0],
        run(write(tmp_path / "other.ipynb", WIDGETS))[0],
        run(write(tmp_path / "page.ipynb", WIDGETS, "1"))[0],
    ]
    for other in others:
        assert len(other.state) == len(first.state)
        assert not other.state.keys() & first.state.keys()


def test_a_widget_that_is_made_after_the_execution_has_an_id_of_its_own(tmp_path: Path) -> None:
    code = OURS + "import ipywidgets\nprint(ipywidgets.Text().model_id)\n"
    page = write(tmp_path / "page.ipynb", WIDGETS)
    later = [run(page, code=code)[1].stdout.split("\n")[1] for _ in range(2)]
    assert all(len(model_id) == 32 for model_id in later)
    assert later[0] != later[1]


def test_what_opens_comms_is_put_back_and_a_given_id_stays() -> None:
    before = comm.create_comm
    with deterministic_comms(Ids("seed")):
        assert comm.create_comm is not before
        given_id = comm.create_comm(target_name="x", comm_id="mine", primary=False)
        made = comm.create_comm(target_name="x", primary=False)
    assert comm.create_comm is before
    assert given_id.comm_id == "mine"
    assert made.comm_id == Ids("seed").next("None.None")


@given(st.lists(st.sampled_from(["Button", "Text"]), max_size=20), st.text(), st.text())
def test_no_two_ids_are_alike(kinds: list[str], one: str, other: str) -> None:
    ids, others = Ids(one), Ids(other)
    mine = [ids.next(kind) for kind in kinds]
    assert len({*mine}) == len(mine)
    theirs = [others.next(kind) for kind in kinds]
    assert (mine == theirs) if one == other else not {*mine} & {*theirs}


def test_the_seed_keeps_apart_what_it_is_made_from() -> None:
    made = [("a", ["b"]), ("a", ["b", ""]), ("ab", []), ("a", []), ("", ["a", "b"])]
    assert len({seed(name, sources) for name, sources in made}) == len(made)
