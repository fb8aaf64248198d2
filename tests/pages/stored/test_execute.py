"""What our execution of a notebook leaves is what nbclient gets from a real kernel."""

import json
import os
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from tests.pages.stored.both_ways import (
    OURS,
    STATE,
    by_nbclient,
    cells,
    normal,
    run,
    run_each,
    write,
)
from tests.pages.stored.compared_cells import COMPARED
from workshop_kit.pages.stored.execute import Executed, UnreadableNotebook, execute
from workshop_kit.pages.stored.models import VIEW

NOTEBOOKS = sorted((Path(__file__).parents[3] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("name", COMPARED)
def test_outputs_and_models_are_those_of_a_real_kernel(name: str, tmp_path: Path) -> None:
    notebook = write(tmp_path / f"{name}.ipynb", *COMPARED[name])
    theirs = by_nbclient(notebook)
    (tmp_path / "made.txt").unlink(missing_ok=True)
    ours, done = run(notebook, stop=False)
    state = theirs["metadata"].get("widgets", {STATE: {"state": {}}})[STATE]["state"]
    shown = normal(cells(theirs), list(state))
    for source, kernels, own in zip(
        COMPARED[name], shown, normal(cells(ours.notebook), list(ours.state)), strict=True
    ):
        assert own == kernels, source
    assert counts(ours.notebook) == counts(theirs)
    models = normal(list(state.values()), list(state))
    assert normal(list(ours.state.values()), list(ours.state)) == models
    assert any(shown)
    assert done.stdout == "still ours\n"


def counts(notebook: dict[str, Any]) -> list[int]:
    return [cell["execution_count"] for cell in notebook["cells"] if cell["cell_type"] == "code"]


def texts(executed: Executed, cell: int) -> list[Any]:
    """Return the text of each output of a code cell, or what an error says."""
    return [
        output.get("text") or output.get("evalue") or output["data"]["text/plain"]
        for output in cells(executed.notebook)[cell]
    ]


@pytest.mark.skipif(os.name == "nt", reason="kernels on Windows do not show it either")
def test_what_programs_write_stands_in_its_place_and_not_on_our_standard_output(
    tmp_path: Path,
) -> None:
    notebook = write(
        tmp_path / "programs.ipynb",
        "import os, subprocess, sys\n"
        "print('one')\nsubprocess.run(['echo', 'two'])\nprint('three')\n"
        "os.write(1, 'fóur\\n'.encode()[:2]); os.write(1, 'fóur\\n'.encode()[2:])\n"
        "sys.__stdout__.write('five\\n'); sys.__stdout__.flush()\n"
        "os.system('echo six')\ndisplay('seven');",
        "print('a', file=sys.stderr); print('b'); os.write(2, b'c\\n');",
        "from multiprocessing import get_context\n"
        "child = get_context('fork').Process(target=print, args=['a child'])\n"
        "child.start(); child.join()",
        "subprocess.run(['cat']).returncode, sys.stdin.read()",
    )
    executed, done = run(notebook)
    assert executed.failed is None
    assert texts(executed, 0) == ["one\ntwo\nthree\nfóur\nfive\nsix\n", "'seven'"]
    assert texts(executed, 1) == ["a\n", "b\n", "c\n"]
    assert texts(executed, 2) == ["a child\n"]
    assert texts(executed, 3) == ["(0, '')"]
    assert done.stdout == "still ours\n"


def test_the_first_failed_cell_is_the_last_one_and_is_told(tmp_path: Path) -> None:
    notebook = write(
        tmp_path / "fails.ipynb",
        "raise ValueError('expected')",
        "raise NotImplementedError",
        "{}['missing']",
        "print('never')",
        tags={0: ["raises-exception"], 1: ["skip-execution"]},
    )
    executed, _ = run(notebook)
    failed = executed.failed
    assert failed is not None
    assert (failed.index, failed.cell_id, failed.ename) == (3, "cell-2", "KeyError")
    assert failed.evalue == "'missing'"
    assert "{}" in "".join(failed.traceback)
    assert [len(outputs) for outputs in cells(executed.notebook)] == [1, 0, 1, 0]
    going_on, _ = run(notebook, stop=False)
    assert going_on.failed == failed
    assert texts(going_on, 3) == ["never\n"]


def test_a_cell_that_calls_exit_is_the_last_one(tmp_path: Path) -> None:
    executed, _ = run(write(tmp_path / "ends.ipynb", "print('here')\nexit()", "print('never')"))
    assert executed.failed is None
    assert [texts(executed, number) for number in (0, 1)] == [["here\n"], []]


def test_what_a_notebook_leaves_running_is_told(tmp_path: Path) -> None:
    quiet = write(
        tmp_path / "quiet.ipynb",
        "import asyncio, threading\nawait asyncio.to_thread(print, 'done')",
        "threading.Thread(target=print).start()",
    )
    assert run(quiet)[0].threads == ()
    busy = write(
        tmp_path / "busy.ipynb",
        "import asyncio, subprocess, threading\nstop = threading.Event()",
        "threading.Thread(target=stop.wait, name='waits', daemon=True).start()",
        "waiting = asyncio.create_task(asyncio.sleep(3600), name='sleeps')",
        "program = subprocess.Popen(['cat'], stdin=subprocess.PIPE)",
    )
    assert run(busy)[0].threads == ("thread waits", "task sleeps", "process cat")


def test_a_task_goes_on_between_cells_and_shows_what_it_does_where_it_began(
    tmp_path: Path,
) -> None:
    notebook = write(
        tmp_path / "tasks.ipynb",
        "import asyncio\nasync def say():\n    print('said')\ntask = asyncio.create_task(say())",
        "task.done()",
    )
    executed, _ = run(notebook)
    assert texts(executed, 0) == ["said\n"]
    assert texts(executed, 1) == ["True"]


def test_views_of_models_that_were_closed_are_gone_as_on_a_screen(tmp_path: Path) -> None:
    notebook = write(
        tmp_path / "closed.ipynb",
        "from ipywidgets import Label, Output",
        "closed, kept, holder = Label('gone'), Label('kept'), Output()\ndisplay(closed, kept)\n"
        "with holder:\n    display(closed, kept)",
        "closed.close()",
    )
    executed, _ = run(notebook)
    shown = [output["data"][VIEW]["model_id"] for output in cells(executed.notebook)[1]]
    assert [executed.state[one]["state"]["value"] for one in shown] == ["kept"]
    holders = [one for one in executed.state.values() if one["model_name"] == "OutputModel"]
    held = [output["data"][VIEW]["model_id"] for output in holders[0]["state"]["outputs"]]
    assert held == shown


def test_models_of_those_who_speak_the_protocol_without_ipywidgets_are_kept(
    tmp_path: Path,
) -> None:
    notebook = write(
        tmp_path / "descriptor.ipynb",
        "from anywidget._descriptor import MimeBundleDescriptor\n"
        "class Plain:\n"
        "    _repr_mimebundle_ = MimeBundleDescriptor(\n"
        "        _esm='export default {}', autodetect_observer=False)\n"
        "    def _get_anywidget_state(self, include):\n        return {'n': 3, 'raw': b'abc'}\n"
        "plain = Plain()\nplain",
    )
    executed, _ = run(notebook)
    view = cells(executed.notebook)[0][0]["data"][VIEW]
    model = executed.state[view["model_id"]]
    assert model["model_name"] == "AnyModel"
    assert model["state"]["n"] == 3
    assert model["buffers"] == [{"encoding": "base64", "path": ["raw"], "data": "YWJj"}]


@pytest.mark.skipif(os.name == "nt", reason="forks")
def test_the_kits_own_notebooks_leave_every_model_that_they_show(tmp_path: Path) -> None:
    copies = [Path(copy(notebook, tmp_path)) for notebook in NOTEBOOKS]
    executed = run_each(*copies, WORKSHOP_KIT_DATA=str(tmp_path / "data"))
    assert len(executed) >= 11
    for name, one in executed.items():
        assert (name, one.failed, one.threads) == (name, None, ())
        outputs = [output for outputs in cells(one.notebook) for output in outputs]
        views = [output["data"][VIEW] for output in outputs if VIEW in output.get("data", {})]
        assert outputs, name
        assert {view["model_id"] for view in views} <= one.state.keys(), name
    ids = [model_id for one in executed.values() for model_id in one.state]
    assert len(ids) == len({*ids})


def test_python_learns_in_the_next_cell_what_an_output_widget_holds(tmp_path: Path) -> None:
    notebook = write(
        tmp_path / "told.ipynb",
        "from ipywidgets import Output\nout, seen = Output(), []\n"
        "out.observe(lambda change: seen.append(change['new']), 'outputs')\n"
        "with out:\n    print('inside')\nlen(seen)",
        "seen == [out.outputs], out.outputs[0]['text']",
        "out.append_stdout('more')",
    )
    executed, _ = run(notebook)
    assert [texts(executed, number) for number in (0, 1)] == [["0"], ["(True, 'inside\\n')"]]
    (held,) = [m["state"] for m in executed.state.values() if m["model_name"] == "OutputModel"]
    assert [output["text"] for output in held["outputs"]] == ["inside\n", "more"]


def test_what_is_executed_passes_through_json_unchanged(tmp_path: Path) -> None:
    executed, _ = run(write(tmp_path / "json.ipynb", "print('é \\udc80')", "1/0"))
    assert executed.failed
    assert Executed.from_json(executed.to_json()) == executed
    whole = Executed({"cells": []}, {}, None, ("thread x",))
    assert Executed.from_json(whole.to_json()) == whole


def test_a_process_executes_one_notebook(tmp_path: Path) -> None:
    twice = OURS + "execute(Path(sys.argv[1]))\n"
    _, done = run(write(tmp_path / "twice.ipynb", "1"), code=twice)
    assert done.stderr.endswith("this one has an IPython shell already.\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no JSON", "no.ipynb"),
        ('{"nbformat": 4}', "no.ipynb"),
        (
            json.dumps(
                {
                    "nbformat": 4,
                    "nbformat_minor": 5,
                    "cells": [],
                    "metadata": {"kernelspec": {"name": "ir", "language": "R", "display_name": ""}},
                }
            ),
            "its language is R",
        ),
    ],
)
def test_a_file_that_is_no_notebook_is_named(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "no.ipynb"
    file.write_text(text)
    with pytest.raises(UnreadableNotebook, match=said):
        execute(file)
    with pytest.raises(UnreadableNotebook, match="absent"):
        execute(tmp_path / "absent.ipynb")
