"""Pages are executed once, and again when something they are made of has changed."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.content.own_kit import change, kit_in
from tests.pages.authors_notebooks import notebook
from workshop_kit.content.files import KIT_FOLDER
from workshop_kit.content.own_folder import OWN, prepare_own_folder
from workshop_kit.model import Role
from workshop_kit.pages import fingerprint, stored_pages
from workshop_kit.pages.notebooks import NotebookPage, notebook_pages
from workshop_kit.pages.stored.errors import StoredPageError
from workshop_kit.pages.stored_pages import StoredPage, StoredPages

READERS = frozenset({Role.PARTICIPANT})


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A kit folder with a small notebook, and the group's own folder."""
    folder = kit_in(tmp_path / "kit")
    notebook(folder, "40-small", "import ipywidgets as w\nw.Text('first')")
    notebook(folder, "41-ends", "import os; os._exit(1)")
    (tmp_path / "code").mkdir()
    prepare_own_folder(tmp_path / "own")
    monkeypatch.setenv(KIT_FOLDER, str(folder))
    monkeypatch.setenv(OWN, str(tmp_path / "own"))
    monkeypatch.setattr(stored_pages, "CODE", tmp_path / "code")
    monkeypatch.setattr(fingerprint, "SECONDS_BETWEEN_LOOKS", 0.0)
    monkeypatch.setattr(fingerprint, "TIMES_A_LOOK", 0)
    return folder


def page(kit: Path, path: str = "small") -> NotebookPage:
    return notebook_pages(kit / "notebooks")[path]


def with_pages(use: Callable[[StoredPages], Awaitable[None]]) -> None:
    """Do something with the pages, and end their processes."""

    async def run() -> None:
        pages = StoredPages("/")
        try:
            await use(pages)
        finally:
            await pages.close()

    asyncio.run(run())


async def written(stored: StoredPage, readers: frozenset[Role]) -> str:
    """Stand for the template: a page's words are of no interest here."""
    return f"{stored.page.path} {sorted(readers)}"


def test_it_is_executed_once_however_many_ask_at_once(kit: Path) -> None:
    async def use(pages: StoredPages) -> None:
        asked = await asyncio.gather(*(pages.get(page(kit), "en") for _ in range(20)))
        assert len({id(one) for one in asked}) == 1
        bodies = [await pages.html(one, READERS, written) for one in asked]
        assert len({id(body) for body in bodies}) == 1
        other = await pages.html(asked[0], frozenset({Role.FACILITATOR}), written)
        assert other.codings["identity"] != bodies[0].codings["identity"]

    with_pages(use)


def test_it_is_written_once_however_many_ask_at_once(kit: Path) -> None:
    """A full room asks at the same moment, after a start and after each change."""
    times: list[int] = []

    async def slowly(stored: StoredPage, readers: frozenset[Role]) -> str:
        times.append(1)
        await asyncio.sleep(0)  # others have their turn
        return await written(stored, readers)

    async def use(pages: StoredPages) -> None:
        one = await pages.get(page(kit), "en")
        bodies = await asyncio.gather(*(pages.html(one, READERS, slowly) for _ in range(50)))
        assert len({id(body) for body in bodies}) == 1
        assert times == [1]

    with_pages(use)


def test_a_changed_notebook_or_content_makes_it_new(kit: Path) -> None:
    async def use(pages: StoredPages) -> None:
        first = await pages.get(page(kit), "en")
        assert await pages.get(page(kit), "en") is first
        notebook(kit, "40-small", "import ipywidgets as w\nw.Text('second')")
        second = await pages.get(page(kit), "en")
        texts = [model["state"].get("value") for model in second.files.state.values()]
        assert "second" in texts
        assert not first.execution.can_fork, "the earlier process has ended"
        change(kit / "data" / "en" / "bread.toml", "Oat", "Oat ")
        assert await pages.get(page(kit), "en") is not second

    with_pages(use)


def test_the_groups_own_additions_are_seen_and_not_where_they_are(kit: Path) -> None:
    async def use(pages: StoredPages) -> None:
        own = Path(os.environ[OWN])
        table = page(kit, "resources")
        before = await pages.get(table, "en")
        row = "Our list,https://ours.example.org/list,What we found,,,,\r\n"
        with (own / "resources.csv").open("a", encoding="utf-8", newline="") as file:
            file.write(row)
        after = await pages.get(table, "en")
        assert "ours.example.org" not in str(before.files.state)
        assert "ours.example.org" in str(after.files.state)
        for stored in (before, after):
            assert str(own) not in str(stored.execution.task.environment)
        views = [Path(stored.execution.task.environment[OWN]) for stored in (before, after)]
        assert [view.exists() for view in views] == [False, True], "one copy on the disk at a time"

    with_pages(use)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is no process to fork off")
def test_changed_code_of_the_kit_begins_with_new_processes(kit: Path) -> None:
    async def use(pages: StoredPages) -> None:
        await pages.get(page(kit), "en")
        before = pages.fork_server
        notebook(kit, "40-small", "1")
        await pages.get(page(kit), "en")
        assert pages.fork_server == before
        (stored_pages.CODE / "page.py").write_text("changed = True")
        await pages.get(page(kit), "en")
        assert pages.fork_server not in {0, before}

    with_pages(use)


def test_one_that_ends_python_is_an_error_and_the_others_are_made(kit: Path) -> None:
    async def use(pages: StoredPages) -> None:
        with pytest.raises(StoredPageError):
            await pages.get(page(kit, "ends"), "en")
        both = [page(kit, "ends"), page(kit)]
        assert [made.page.path for made in await pages.make_ahead(both, "en")] == ["small"]

    with_pages(use)


def test_modules_of_earlier_pages_stay_for_phones_that_still_show_them(kit: Path) -> None:
    code = (
        "import anywidget\nclass A(anywidget.AnyWidget):\n"
        "    _esm = 'export default {}  // %s'\nA()"
    )

    async def use(pages: StoredPages) -> None:
        names: set[str] = set()
        for text in ("one", "two"):
            notebook(kit, "40-small", code % text)
            names |= (await pages.get(page(kit), "en")).files.modules.keys()
        assert len(names) == 2
        for known in names:
            assert await pages.module(known) is not None
        assert await pages.module("0" * 20 + ".js") is None

    with_pages(use)


def test_nothing_is_left_when_it_is_closed(kit: Path) -> None:
    places: list[Path] = []

    async def use(pages: StoredPages) -> None:
        view = await pages.own_view()
        assert view is not None
        assert (view / "resources.csv").is_file()
        places.append(view)

    with_pages(use)
    assert not places[0].parent.exists()
