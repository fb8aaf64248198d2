"""Executing notebooks in processes of their own, whatever notebooks and processes do."""

import asyncio
import os
import secrets
import signal
import sys
from pathlib import Path

import psutil
import pytest
from jupyter_client.connect import write_connection_file

from tests.pages.stored.woken import (
    ENVIRONMENT,
    WIDGETS,
    executions,
    memory,
    processes,
    woken,
    write,
)
from workshop_kit.pages.stored import executions as executions_module
from workshop_kit.pages.stored.child import forking_impossible
from workshop_kit.pages.stored.errors import CannotFork, ExecutionEnded, ExecutionTimedOut
from workshop_kit.pages.stored.executions import Execution


def said(execution: Execution) -> str:
    """Return what the first cell printed."""
    outputs = execution.executed.notebook["cells"][0]["outputs"]
    return "".join("".join(output["text"]) for output in outputs)


def test_a_notebook_knows_the_environment_and_the_folder_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("HERE = 'beside'")
    cell = "import os, beside; print(*map(os.environ.get, ['GIVEN', 'HOME', 'PATH']), beside.HERE)"
    notebook = write(tmp_path / "page.ipynb", cell)

    async def walk() -> None:
        async with executions() as made:
            told = said(await made.execute(notebook, {"GIVEN": "x"}))
        assert told == "x None None beside\n"

    asyncio.run(walk())


def test_pages_do_not_wait_for_one_that_hangs(tmp_path: Path) -> None:
    hangs = write(tmp_path / "hangs.ipynb", "while True: pass")
    quick = write(tmp_path / "quick.ipynb", "print('done')")

    async def walk() -> None:
        async with executions() as made:
            await made.execute(quick, ENVIRONMENT)
            hanging = asyncio.create_task(made.execute(hangs, ENVIRONMENT, 5))
            assert said(await made.execute(quick, ENVIRONMENT)) == "done\n"
            with pytest.raises(ExecutionTimedOut, match=r"“hangs\.ipynb” .* 5 seconds"):
                await hanging
            while len(processes(made)) > 3:  # until it has ended
                await asyncio.sleep(0.01)

    asyncio.run(walk())


def test_a_notebook_that_ends_python_ends_its_own_process_only(tmp_path: Path) -> None:
    ends = write(tmp_path / "ends.ipynb", "import os; os._exit(3)")
    quick = write(tmp_path / "quick.ipynb", "print('done')")

    async def walk() -> None:
        async with executions() as made:
            with pytest.raises(ExecutionEnded, match=r"ends\.ipynb"):
                await made.execute(ends, ENVIRONMENT)
            with pytest.raises(ExecutionEnded, match="No such file"):
                await made.execute(tmp_path / "missing.ipynb", ENVIRONMENT)
            assert said(await made.execute(quick, ENVIRONMENT)) == "done\n"

    asyncio.run(walk())


def test_a_notebook_that_leaves_a_thread_running_is_not_forked(tmp_path: Path) -> None:
    cell = "import threading, time; threading.Thread(target=time.sleep, args=[600]).start()"
    notebook = write(tmp_path / "page.ipynb", cell, WIDGETS)

    async def walk() -> None:
        async with executions() as made:
            execution = await made.execute(notebook, ENVIRONMENT)
            assert not execution.can_fork
            with pytest.raises(CannotFork, match="leaves running"):
                await execution.fork("none", {})
            while len(processes(made)) > 1:  # until it has ended
                await asyncio.sleep(0.01)

    asyncio.run(walk())


@pytest.mark.parametrize("which", ["page", "fork server"])
def test_a_process_that_was_killed_is_replaced(tmp_path: Path, which: str) -> None:
    notebook = write(tmp_path / "page.ipynb", WIDGETS)

    async def walk() -> None:
        async with executions() as made:
            execution = await made.execute(notebook, ENVIRONMENT)
            server, page = processes(made)
            killed = server if which == "fork server" else page
            killed.send_signal(signal.SIGKILL)
            async with woken(execution, tmp_path) as kernel:
                assert kernel.fork is not None
                assert await kernel.ask("hello") == f"hello 1 {kernel.pid}"
            await made.execute(notebook, ENVIRONMENT)

    asyncio.run(walk())


def test_a_kernel_is_known_to_end_with_its_page(tmp_path: Path) -> None:
    notebook = write(tmp_path / "page.ipynb", WIDGETS)

    async def walk() -> None:
        async with executions() as made:
            execution = await made.execute(notebook, ENVIRONMENT)
            async with woken(execution, tmp_path) as kernel:
                fork, pid = kernel.fork, kernel.pid
                assert fork
                await execution.close()
                assert await fork.wait() == -signal.SIGKILL
                assert not psutil.pid_exists(pid)
            with pytest.raises(CannotFork, match="closed"):
                await execution.fork("none", {})

    asyncio.run(walk())


def test_what_keeps_a_fork_from_serving_is_told(tmp_path: Path) -> None:
    notebook = write(tmp_path / "page.ipynb", WIDGETS)
    broken = tmp_path / "broken.json"
    broken.write_text('{"transport": "ipc", "ip": "/no/such/folder/at/all", "shell_port": 1}')

    async def walk() -> None:
        async with executions() as made:
            execution = await made.execute(notebook, ENVIRONMENT)
            with pytest.raises(CannotFork, match="ZMQError"):
                await execution.fork(str(broken), ENVIRONMENT)
            while len(processes(made)) > 2:  # until it has ended
                await asyncio.sleep(0.01)

    asyncio.run(walk())


@pytest.mark.parametrize("why", ["the system", "a module", "no fork server"])
def test_where_forking_is_impossible_a_notebook_is_executed_once(
    tmp_path: Path, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if why == "the system":
        monkeypatch.setattr(executions_module, "forking_impossible", lambda: "another system")
    (tmp_path / "threads.py").write_text(
        "import threading, time\n"
        "threading.Thread(target=time.sleep, args=[600], daemon=True).start()\n"
    )
    environment = {**ENVIRONMENT, "PYTHONPATH": str(tmp_path)}
    imports = {"a module": ["threads"], "no fork server": ["no_such_module"]}.get(why, [])
    notebook = write(tmp_path / "page.ipynb", "import sys, os; os.system('echo shell'); print(1)")
    waits = write(tmp_path / "waits.ipynb", "import time; time.sleep(600)")
    ends = write(tmp_path / "ends.ipynb", "import os; os._exit(3)")

    async def walk() -> None:
        async with executions(environment, imports=imports) as made:
            execution = await made.execute(notebook, ENVIRONMENT)
            assert "1\n" in said(execution)
            assert not execution.can_fork
            with pytest.raises(CannotFork):
                await execution.fork("none", {})
            with pytest.raises(ExecutionTimedOut):
                await made.execute(waits, ENVIRONMENT, 3)
            with pytest.raises(ExecutionEnded, match="ended with 3"):
                await made.execute(ends, ENVIRONMENT)

    asyncio.run(walk())


def test_this_machine_forks() -> None:
    """So that no test above is about a stand-in by mistake."""
    assert (sys.platform == "linux") == (not forking_impossible())
    assert os.name == "posix" or forking_impossible()


def test_no_page_holds_what_another_page_was_told(tmp_path: Path) -> None:
    """Whatever is forked off the fork server has its memory too."""
    notebook = write(tmp_path / "page.ipynb", WIDGETS)
    secret = secrets.token_hex(16)

    async def walk() -> None:
        async with executions() as made:
            await made.execute(notebook, {**ENVIRONMENT, "TOLD": secret})
            await made.execute(notebook, ENVIRONMENT)
            server, told, other = (process.pid for process in processes(made))
            assert secret.encode() in memory(told)
            assert secret.encode() not in memory(server)
            assert secret.encode() not in memory(other)

    asyncio.run(walk())


def test_a_page_in_which_nothing_answers_keeps_no_process_and_wakes_all_the_same(
    tmp_path: Path,
) -> None:
    silent = write(tmp_path / "silent.ipynb", "import ipywidgets\nipywidgets.IntSlider()")
    answering = write(tmp_path / "answering.ipynb", WIDGETS)

    async def walk() -> None:
        async with executions() as made:
            first = await made.execute(silent, ENVIRONMENT)
            assert not first.executed.answers
            assert (await made.execute(answering, ENVIRONMENT)).executed.answers
            while len(processes(made)) > 2:  # until the silent one has ended
                await asyncio.sleep(0.01)
            file, _ = write_connection_file(str(tmp_path / "kernel.json"))
            fork = await first.fork(file, ENVIRONMENT)
            assert first.in_use
            fork.send_signal(signal.SIGKILL)
            await fork.wait()

    asyncio.run(walk())


def test_numpy_starts_no_thread_whatever_environment_a_page_is_given(tmp_path: Path) -> None:
    notebook = write(tmp_path / "numbers.ipynb", "import numpy\nprint(numpy.ones(9).sum())")

    async def walk() -> None:
        async with executions() as made:
            execution = await made.execute(notebook, {"PATH": os.environ["PATH"]})
            assert execution.executed.threads == ()
            assert execution.can_fork

    asyncio.run(walk())
