"""A kernel of a stored page: forked where that is possible, an ordinary one where it is not."""

import asyncio
import signal
from pathlib import Path

import psutil
import pytest
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

from tests.pages.stored.woken import ENVIRONMENT, WIDGETS, Woken, executions, woken, write
from workshop_kit.pages.stored.executions import Execution
from workshop_kit.pages.stored.kernel_specs import NAME, StoredPageSpecs


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    return write(tmp_path / "page.ipynb", WIDGETS)


async def ended(kernel: Woken) -> int:
    """Wait until the manager sees that the kernel has ended; return how."""
    while await kernel.manager.is_alive():
        await asyncio.sleep(0.01)
    code = await kernel.provisioner.poll()
    assert code is not None
    return code


def test_widgets_that_the_stored_page_shows_answer_from_a_fork(
    notebook: Path, tmp_path: Path
) -> None:
    async def walk() -> None:
        async with executions() as made:
            execution = await made.execute(notebook, ENVIRONMENT)
            async with woken(execution, tmp_path) as one, woken(execution, tmp_path) as other:
                assert one.fork is not None
                assert await one.ask("hello") == f"hello 1 {one.pid}"
                assert await one.ask("again") == f"again 2 {one.pid}"
                assert await other.ask("hello") == f"hello 1 {other.pid}"

    asyncio.run(walk())


def test_an_ordinary_kernel_stands_in_where_forking_is_impossible(
    notebook: Path, tmp_path: Path
) -> None:
    """It executes the same notebook, so a message to an id of the stored page finds its widget."""

    async def walk() -> None:
        async with executions() as made:
            execution = await made.execute(notebook, ENVIRONMENT)
            ordinary = Execution(execution.task, execution.executed, reason="no fork here")
            async with woken(ordinary, tmp_path) as kernel:
                assert kernel.fork is None
                assert await kernel.ask("hello") == f"hello 1 {kernel.pid}"

    asyncio.run(walk())


def test_an_ordinary_kernel_stands_in_when_forking_fails(notebook: Path, tmp_path: Path) -> None:
    async def walk() -> None:
        environment = dict(ENVIRONMENT)
        async with executions(environment) as made:
            execution = await made.execute(notebook, ENVIRONMENT)
            environment["PYTHONHOME"] = str(tmp_path / "broken")
            psutil.Process(made.fork_server).kill()
            async with woken(execution, tmp_path) as kernel:
                assert kernel.fork is None
                assert await kernel.ask("hello") == f"hello 1 {kernel.pid}"

    asyncio.run(walk())


def test_a_kernel_has_the_environment_it_was_given_and_no_other(
    notebook: Path, tmp_path: Path
) -> None:
    async def walk() -> None:
        async with executions() as made:
            execution = await made.execute(notebook, {**ENVIRONMENT, "OF_THE_PAGE": "page"})
            ordinary = Execution(execution.task, execution.executed, reason="no fork here")
            given = {**ENVIRONMENT, "OF_THE_KERNEL": "kernel"}
            for one in (execution, ordinary):
                async with woken(one, tmp_path, given) as kernel:
                    assert await kernel.ask("${OF_THE_KERNEL}") == "${OF_THE_KERNEL} kernel"
                    assert await kernel.ask("${OF_THE_PAGE}") == "${OF_THE_PAGE} missing"

    asyncio.run(walk())


def test_how_a_kernel_ends_is_known(notebook: Path, tmp_path: Path) -> None:
    async def walk() -> None:
        async with executions() as made:
            execution = await made.execute(notebook, ENVIRONMENT)
            async with woken(execution, tmp_path) as kernel:
                kernel.say("exit 7")
                assert await ended(kernel) == 7
            async with woken(execution, tmp_path) as kernel:
                psutil.Process(kernel.pid).kill()
                assert await ended(kernel) == -signal.SIGKILL
                assert not psutil.pid_exists(kernel.pid)  # nor is it a zombie
            async with woken(execution, tmp_path) as kernel:
                await kernel.provisioner.terminate()
                assert await ended(kernel) == -signal.SIGTERM

    asyncio.run(walk())


def test_a_kernel_is_shut_down_by_asking_or_at_once(notebook: Path, tmp_path: Path) -> None:
    async def walk() -> None:
        async with executions() as made:
            execution = await made.execute(notebook, ENVIRONMENT)
            for now in (False, True):
                async with woken(execution, tmp_path) as kernel:
                    fork, pid = kernel.fork, kernel.pid
                    assert fork
                    await kernel.manager.shutdown_kernel(now=now)
                    assert not kernel.manager.has_kernel
                    assert not psutil.pid_exists(pid)
                    assert fork.returncode == (-signal.SIGKILL if now else 0)

    asyncio.run(walk())


def test_a_kernel_that_is_busy_can_be_interrupted(notebook: Path, tmp_path: Path) -> None:
    async def walk() -> None:
        async with executions() as made:
            execution = await made.execute(notebook, ENVIRONMENT)
            async with woken(execution, tmp_path) as kernel:
                kernel.say("wait")
                assert await kernel.heard() == "waiting"
                await kernel.manager.interrupt_kernel()
                assert await kernel.heard() == "interrupted"
                assert (await kernel.ask("hello")).startswith("hello 2")

    asyncio.run(walk())


def test_jupyter_server_starts_it_by_name(notebook: Path) -> None:
    async def walk() -> None:
        async with executions() as made:
            execution = await made.execute(notebook, ENVIRONMENT)
            kernels = AsyncMappingKernelManager(kernel_spec_manager=StoredPageSpecs())
            one = await kernels.start_kernel(kernel_name=NAME, execution=execution, env=ENVIRONMENT)
            assert await kernels.is_alive(one)
            await kernels.shutdown_kernel(one, now=True)
            assert one not in kernels

    asyncio.run(walk())
