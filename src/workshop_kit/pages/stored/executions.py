"""Executed notebooks, each in a process of its own that becomes a kernel whenever one is needed."""

import asyncio
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from workshop_kit.pages.stored.child import forking_impossible
from workshop_kit.pages.stored.errors import (
    CannotFork,
    ExecutionEnded,
    ExecutionTimedOut,
    StoredPageError,
)
from workshop_kit.pages.stored.execute import Executed
from workshop_kit.pages.stored.fork_client import ForkClient
from workshop_kit.pages.stored.messages import (
    MAX_LINE,
    Message,
    NoMoreMessages,
    decode,
    encode,
)
from workshop_kit.pages.stored.page_client import Fork, PageClient, next_message

__all__ = ["Execution", "Executions", "Fork", "Task"]

TIME_LIMIT = 60.0
"""Seconds that a notebook may take."""


@dataclass(frozen=True)
class Task:
    """What to execute: a notebook, in a folder, with this whole environment."""

    notebook: Path
    folder: Path
    environment: dict[str, str]
    time_limit: float = TIME_LIMIT

    def request(self) -> Message:
        """Return what a page's process is told.

        It is told to itself: the fork server, off which others are forked, learns none of it.
        """
        return {
            "notebook": str(self.notebook),
            "folder": str(self.folder),
            "environment": self.environment,
        }


class Execution:
    """A notebook that was executed; its process waits to be forked where that is possible.

    ``reason`` tells why it cannot be forked, or is empty.
    """

    def __init__(
        self,
        task: Task,
        executed: Executed,
        page: PageClient | None = None,
        again: Callable[[], Awaitable[PageClient]] | None = None,
        reason: str = "",
    ) -> None:
        self.task, self.executed, self.reason = task, executed, reason
        self._page, self._again = page, again
        self._renewing = asyncio.Lock()

    @property
    def can_fork(self) -> bool:
        """Whether it can be forked, as far as is known."""
        return not self.reason

    @property
    def in_use(self) -> bool:
        """Whether a kernel runs that was forked off it."""
        return self._page is not None and self._page.in_use

    async def fork(self, connection_file: str, environment: dict[str, str]) -> Fork:
        """Fork a kernel for a connection file; it can be connected to when this returns.

        ``environment`` is the kernel's whole environment. If the process has died, the notebook is
        executed again. Raises :class:`CannotFork`.
        """
        page = await self._living_page()
        try:
            return await page.fork(connection_file, environment)
        except CannotFork:
            if page.alive:
                raise
        page = await self._living_page()
        return await page.fork(connection_file, environment)

    async def close(self) -> None:
        """End the process, and every kernel that was forked off it."""
        self.reason = self.reason or "it is closed"
        async with self._renewing:
            if self._page is not None:
                await self._page.close()

    async def _living_page(self) -> PageClient:
        async with self._renewing:
            if self.reason or self._page is None or self._again is None:
                raise CannotFork(self.reason or "it has no process")
            if not self._page.alive:
                try:
                    self._page = await self._again()
                except CannotFork:
                    raise
                except StoredPageError as error:
                    raise CannotFork(str(error)) from error
            return self._page


class Executions:
    """Executes notebooks in processes that know only what they are told.

    Parameters
    ----------
    environment
        The whole environment of the fork server, the process that all others are forked off.
    imports
        Modules that it imports once for all pages; none may start a thread.
    folder
        Where notebooks look for files; a notebook's own folder if it is None.
    """

    def __init__(
        self,
        environment: dict[str, str],
        imports: Iterable[str] = (),
        folder: Path | None = None,
    ) -> None:
        self._folder = folder
        self._impossible = forking_impossible()
        self._closed = False
        self._client = ForkClient(environment, tuple(imports))
        self._executions: list[Execution] = []

    @property
    def fork_server(self) -> int:
        """The process number of the fork server; 0 while there is none."""
        return self._client.pid

    async def execute(
        self, notebook: Path, environment: dict[str, str], time_limit: float = TIME_LIMIT
    ) -> Execution:
        """Execute a notebook in a new process with this environment.

        A cell that fails is told in :attr:`Execution.executed`. Raises :class:`ExecutionTimedOut`
        after ``time_limit`` seconds, and :class:`ExecutionEnded` if the process ends by itself.
        """
        task = Task(notebook, self._folder or notebook.parent, environment, time_limit)
        reason = self._impossible
        if not reason:
            try:
                return self._keep(await self._execute_to_fork(task))
            except CannotFork as error:
                reason = error.reason
        if self._closed:
            raise ExecutionEnded(notebook.name, "nobody waits for it any more")
        return self._keep(Execution(task, await _execute_once(task), reason=reason))

    async def close(self) -> None:
        """End every process of pages, and the fork server."""
        self._closed = True
        await self._client.close()  # first: a notebook that is being executed is not waited for
        for execution in self._executions:
            await execution.close()
        self._executions.clear()

    def _keep(self, execution: Execution) -> Execution:
        self._executions = [one for one in self._executions if one.can_fork]
        self._executions.append(execution)
        return execution

    async def _execute_to_fork(self, task: Task) -> Execution:
        async def again() -> PageClient:
            return (await self._page(task, stay=True))[1]

        executed, page = await self._page(task, stay=False)
        execution = Execution(task, executed, page, again)
        if executed.threads:
            execution.reason = f"the notebook leaves running: {', '.join(executed.threads)}"
            await execution.close()
        return execution

    async def _page(self, task: Task, *, stay: bool) -> tuple[Executed, PageClient]:
        """Execute in a process of its own; return what came of it, and the process."""
        here, there = socket.socketpair()
        with there:
            reader, writer = await asyncio.open_unix_connection(sock=here, limit=MAX_LINE)
            try:
                number = await self._client.fork(there)
            except BaseException:
                writer.close()
                raise
        try:
            writer.write(encode({**task.request(), "stay": stay}))
            told = await asyncio.wait_for(next_message(reader), task.time_limit)
            return _executed(task, told), PageClient(reader, writer)
        except BaseException as error:
            await self._client.end(number)
            writer.close()
            if isinstance(error, TimeoutError):
                raise ExecutionTimedOut(task.notebook.name, task.time_limit) from None
            if isinstance(error, NoMoreMessages):
                raise ExecutionEnded(task.notebook.name, "its process ended") from None
            raise


def _executed(task: Task, told: Message) -> Executed:
    if "failed" in told:
        raise ExecutionEnded(task.notebook.name, str(told["failed"]))
    return Executed.from_json(told["executed"])


async def _execute_once(task: Task) -> Executed:
    """Execute in an interpreter of its own that ends with it."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", "workshop_kit.pages.stored.once", str(task.notebook)),
        cwd=task.folder,
        env=task.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        line, _ = await asyncio.wait_for(process.communicate(), task.time_limit)
    except TimeoutError:
        process.kill()
        await process.wait()
        raise ExecutionTimedOut(task.notebook.name, task.time_limit) from None
    try:
        return Executed.from_json(decode(line)["executed"])
    except NoMoreMessages:
        code = process.returncode
        raise ExecutionEnded(task.notebook.name, f"its process ended with {code}") from None
