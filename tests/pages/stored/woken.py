"""A notebook whose widgets ask Python, and kernels of it that a test wakes and talks to."""

import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import nbformat
import psutil
from jupyter_client.manager import AsyncKernelManager

from workshop_kit.pages.stored.executions import Execution, Executions, Fork
from workshop_kit.pages.stored.kernel_specs import NAME, StoredPageSpecs
from workshop_kit.pages.stored.provisioner import PageProvisioner

ENVIRONMENT = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
WIDGETS = """
import os, time
import ipywidgets
heard = 0
text, label = ipywidgets.Text(), ipywidgets.Label()
def answer(change):
    global heard
    heard += 1
    if change.new == "wait":
        try:
            label.value = "waiting"
            time.sleep(600)
        except KeyboardInterrupt:
            label.value = "interrupted"
    elif change.new.startswith("exit"):
        os._exit(int(change.new[4:]))
    elif change.new.startswith("${"):
        label.value = change.new + " " + os.environ.get(change.new[2:-1], "missing")
    else:
        label.value = f"{change.new} {heard} {os.getpid()}"
text.observe(answer, "value")
ipywidgets.VBox([text, label])
"""


def write(path: Path, *cells: str) -> Path:
    """Write a notebook of code cells."""
    v4: Any = nbformat.v4  # not typed by its makers
    made = v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells])
    path.write_text(v4.writes(made))
    return path


@asynccontextmanager
async def executions(
    environment: dict[str, str] = ENVIRONMENT, **limits: Any
) -> AsyncIterator[Executions]:
    """Executions that end with the block, and leave no process."""
    made = Executions(environment, **limits)
    try:
        yield made
    finally:
        left = processes(made)
        await made.close()
        assert [process for process in left if process.is_running()] == []


def processes(executions: Executions) -> list[psutil.Process]:
    """Return the fork server and all that were forked, deepest last."""
    if not executions.fork_server:
        return []
    server = psutil.Process(executions.fork_server)
    return [server, *server.children(recursive=True)]


def models(execution: Execution) -> tuple[str, str]:
    """Return the ids of the text and of the label that answers."""
    by_name = {model["model_name"]: one for one, model in execution.executed.state.items()}
    return by_name["TextModel"], by_name["LabelModel"]


def memory(pid: int) -> bytes:
    """Return the memory of a process that is its own: stack, heap, and what no file backs."""
    found = bytearray()
    maps = Path(f"/proc/{pid}/maps").read_text()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as whole:
        for begin, end in re.findall(r"^(\w+)-(\w+) rw", maps, re.MULTILINE):
            whole.seek(int(begin, 16))
            try:
                found += whole.read(int(end, 16) - int(begin, 16))
            except OSError:  # reserved, and never touched
                continue
    return bytes(found)


class Woken:
    """A kernel of a stored page, and a client that says what a page would say."""

    def __init__(self, manager: AsyncKernelManager, execution: Execution) -> None:
        self.manager, self.execution = manager, execution
        self.text, self.label = models(execution)
        self.client = manager.client()

    @property
    def provisioner(self) -> PageProvisioner:
        """What started the kernel."""
        assert isinstance(self.manager.provisioner, PageProvisioner)
        return self.manager.provisioner

    @property
    def fork(self) -> Fork | None:
        """The fork, if the kernel is none that stands in."""
        return self.provisioner.fork

    @property
    def pid(self) -> int:
        """The kernel's process number."""
        assert self.provisioner.pid
        return self.provisioner.pid

    def say(self, value: str) -> None:
        """Send a new value of the text to Python."""
        data = {"method": "update", "state": {"value": value}, "buffer_paths": []}
        message = self.client.session.msg("comm_msg", {"comm_id": self.text, "data": data})
        self.client.shell_channel.send(message)

    async def heard(self) -> str:
        """Return what Python makes of it: the label's next value."""
        while True:
            message: dict[str, Any] = await self.client.get_iopub_msg(timeout=60)
            content = message["content"]
            if message["msg_type"] == "comm_msg" and content["comm_id"] == self.label:
                value: str = content["data"]["state"]["value"]
                return value

    async def ask(self, value: str) -> str:
        """Say a value and return the answer."""
        self.say(value)
        return await self.heard()


@asynccontextmanager
async def woken(
    execution: Execution, folder: Path, environment: dict[str, str] | None = None
) -> AsyncIterator[Woken]:
    """A kernel of this execution, with sockets in ``folder``; it is shut down after the block."""
    manager = AsyncKernelManager(
        kernel_name=NAME,
        kernel_spec_manager=StoredPageSpecs(),
        transport="ipc",
        connection_file=str(folder / f"{os.urandom(4).hex()}.json"),
    )
    await manager.start_kernel(execution=execution, env=environment or ENVIRONMENT)
    kernel = Woken(manager, execution)
    kernel.client.start_channels(hb=False)
    try:
        await kernel.client.wait_for_ready(timeout=60)
        yield kernel
    finally:
        kernel.client.stop_channels()
        if manager.has_kernel:
            await manager.shutdown_kernel(now=True)
