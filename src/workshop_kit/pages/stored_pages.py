"""The kit's notebooks as stored pages: executed once a language, written once a kind of reader."""

import asyncio
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from workshop_kit import words
from workshop_kit.content.files import kit_folder
from workshop_kit.content.own_folder import own_folder
from workshop_kit.content.own_view import show_own
from workshop_kit.model import Role
from workshop_kit.pages.fingerprint import Fingerprint
from workshop_kit.pages.kernel_environment import kernel_environment
from workshop_kit.pages.notebooks import NotebookPage
from workshop_kit.pages.stored.anywidget_files import AnywidgetFiles
from workshop_kit.pages.stored.compressed import Compressed
from workshop_kit.pages.stored.errors import StoredPageError
from workshop_kit.pages.stored.executions import Execution, Executions

CODE = Path(__file__).parents[1]
IMPORTS = ("workshop_kit.page", "workshop_kit.kit")
MODULES = "widget"
"""Where an anywidget's module is, below the base address."""

Write = Callable[["StoredPage", frozenset[Role]], Awaitable[str]]


@dataclass
class StoredPage:
    """A notebook that was executed in a language, and its HTML for each kind of reader."""

    page: NotebookPage
    language: str
    execution: Execution
    files: AnywidgetFiles
    mark: int
    html: dict[frozenset[Role], Compressed] = field(default_factory=dict)
    writing: asyncio.Lock = field(default_factory=asyncio.Lock)


class StoredPages:
    """Keeps each notebook's process and pages, and makes them again when something has changed.

    Parameters
    ----------
    base_url
        The address of the kit on its host; begins and ends with a slash.
    """

    def __init__(self, base_url: str) -> None:
        self._prefix = f"{base_url}{MODULES}/"
        self._made: dict[tuple[str, str], StoredPage] = {}
        self._locks: defaultdict[tuple[str, str], asyncio.Lock] = defaultdict(asyncio.Lock)
        self._modules: dict[str, str | Compressed] = {}
        self._executions: Executions | None = None
        self._outdated: list[Execution] = []
        self._place = Path(tempfile.mkdtemp(prefix="workshop-kit-pages-"))
        self._views = 0
        self._view_mark: int | None = None
        self._view: Path | None = None
        own = own_folder()
        self._code = Fingerprint(CODE, suffixes=(".py", ".js", ".css"))
        self._code_mark = self._code.now()
        self._own = Fingerprint(*([own] if own else []))
        self._content = Fingerprint(kit_folder("data"), kit_folder("notebooks"))

    @property
    def fork_server(self) -> int:
        """The number of the process that pages are forked off; 0 while there is none."""
        return self._executions.fork_server if self._executions else 0

    async def get(self, page: NotebookPage, language: str) -> StoredPage:
        """Return a page as it is now; it is executed first where that is needed.

        Raises
        ------
        StoredPageError
            The notebook's process could not be had, or took too long. A cell that fails is no such
            error: it stands in the page's :class:`Executed`.
        """
        key = (page.file, language)
        async with self._locks[key]:
            mark = hash((self._code.now(), self._content.now(), self._own.now()))
            known = self._made.get(key)
            if known is not None and known.mark == mark:
                return known
            made = self._made[key] = await self._make(page, language, mark)
        if known is not None:
            self._outdated.append(known.execution)
        await self._close_outdated()
        return made

    async def make_ahead(self, pages: Iterable[NotebookPage], language: str) -> list[StoredPage]:
        """Execute pages before anybody asks, one after the other; return those that came of it."""
        made = []
        for page in pages:
            with suppress(StoredPageError):  # who opens it is told
                made.append(await self.get(page, language))
        return made

    async def html(self, stored: StoredPage, readers: frozenset[Role], write: Write) -> Compressed:
        """Return a page's HTML for a kind of reader, written once however many ask."""
        if readers not in stored.html:
            async with stored.writing:
                if readers not in stored.html:
                    html = (await write(stored, readers)).encode()
                    done = await asyncio.to_thread(Compressed.of, html, "text/html; charset=UTF-8")
                    stored.html[readers] = done
        return stored.html[readers]

    async def module(self, name: str) -> Compressed | None:
        """Return an anywidget's module by its file name; those of earlier pages stay."""
        found = self._modules.get(name)
        if isinstance(found, str):
            found = await asyncio.to_thread(Compressed.of, found.encode(), "text/javascript")
            self._modules[name] = found
        return found

    async def close(self) -> None:
        """End every process, and remove what they were shown."""
        if self._executions is not None:
            await self._executions.close()
        await asyncio.to_thread(shutil.rmtree, self._place, ignore_errors=True)

    async def _close_outdated(self) -> None:
        """End earlier processes, but not under a page that still talks to a kernel of theirs."""
        unused = [one for one in self._outdated if not one.in_use]
        self._outdated = [one for one in self._outdated if one.in_use]
        for execution in unused:
            await execution.close()

    async def _make(self, page: NotebookPage, language: str, mark: int) -> StoredPage:
        executions = await self._executions_now()
        words.speak(language)
        environment = kernel_environment(Role.PARTICIPANT, own=await self.own_view())
        notebook = kit_folder("notebooks") / page.file
        execution = await executions.execute(notebook, environment)
        files = AnywidgetFiles.taken_out_of(execution.executed.state, self._prefix)
        for name, text in files.modules.items():
            self._modules.setdefault(name, text)
        return StoredPage(page, language, execution, files, mark)

    async def _executions_now(self) -> Executions:
        """Return the processes; new ones if the kit's own code has changed under them."""
        if self._code_mark != self._code.now() and self._executions is not None:
            old, self._executions = self._executions, None
            await old.close()
        if self._executions is None:
            self._code_mark = self._code.now()
            environment = kernel_environment(Role.PARTICIPANT, own=None)
            self._executions = Executions(environment, imports=IMPORTS, folder=self._place)
        return self._executions

    async def own_view(self) -> Path | None:
        """Return a folder with the group's own additions as they are now."""
        own, mark = own_folder(), self._own.now()
        if own is None:
            return None
        if self._view_mark != mark:
            self._views += 1
            view = self._place / f"own-{self._views}"
            await asyncio.to_thread(show_own, own, view)
            outdated, self._view, self._view_mark = self._view, view, mark
            if outdated is not None:  # its pages are made anew before anything reads it again
                await asyncio.to_thread(shutil.rmtree, outdated, ignore_errors=True)
        return self._view
