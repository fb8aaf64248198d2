"""The examples of docs/authors.md work on a folder that init made, as they stand there."""

import json
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers import PHONE, Watched, accessible
from tests.content.own_kit import change, kit_in
from tests.docs.blocks import blocks, chapter
from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant
from tests.widgets.laptop import carry
from workshop_kit.content.changes import changes
from workshop_kit.content.questions import question
from workshop_kit.content.resources import learning
from workshop_kit.content.sections import Table
from workshop_kit.content.sources import source
from workshop_kit.errors import ContentError
from workshop_kit.pages.notebooks import Served, notebook_pages
from workshop_kit.whole_content import check_content

PAGE = "authors.md"
OLD_HINT = "Small ideas count. A talk, a poster, a visit to a group that is already there."


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that init made, in use."""
    folder = kit_in(tmp_path / "our-kit")
    monkeypatch.setenv("WORKSHOP_KIT_FOLDER", str(folder))
    return folder


def new_hint() -> str:
    """Return the line with which a question is changed."""
    return blocks(PAGE, "Change a question")[0].strip()


def append(file: Path, block: str) -> None:
    """Write a block at the end of a file."""
    file.write_text(f"{file.read_text('utf-8')}\n{block}", encoding="utf-8")


def add_row(kit: Path) -> None:
    """Add the row and its source."""
    facts, words = blocks(PAGE, "Add a row to a table")
    append(kit / "data" / "resources.toml", facts)
    append(kit / "data" / "en" / "resources.toml", words)
    append(kit / "data" / "sources.toml", blocks(PAGE, "Add a source")[0])


def add_section(kit: Path) -> Path:
    """Write the section, and copy a notebook for it; return the notebook."""
    words, metadata = blocks(PAGE, "Add a section")
    (kit / "data" / "en" / "sections" / "our-town.toml").write_text(words, encoding="utf-8")
    text = (kit / "notebooks" / "07-resources.ipynb").read_text("utf-8")
    notebook = json.loads(
        text.replace(r"page.section(\"resources\")", r"page.section(\"our-town\")")
    )
    assert r"our-town" in json.dumps(notebook)
    notebook["metadata"]["workshop_kit"] = json.loads(metadata)
    made = kit / "notebooks" / "08-our-town.ipynb"
    made.write_text(json.dumps(notebook), encoding="utf-8")
    return made


def add_cell(notebook: Path, code: str) -> None:
    """Add a cell at the end of a notebook."""
    read = json.loads(notebook.read_text("utf-8"))
    number = len(read["cells"])
    read["cells"].append(
        read["cells"][-1] | {"id": f"added-{number}", "source": code.splitlines(keepends=True)}
    )
    notebook.write_text(json.dumps(read), encoding="utf-8")


def test_a_question_is_changed_and_the_kit_says_so(kit: Path) -> None:
    change(kit / "data" / "en" / "questions.toml", f'hint = "{OLD_HINT}"', new_hint())
    check_content()
    assert new_hint() == f'hint = "{question("q3").hint}"'
    assert changes().in_words == [blocks(PAGE, "Change a question")[1].strip()]


def test_a_broken_file_says_what_stands_on_the_page(kit: Path) -> None:
    broken = new_hint().removesuffix('"')
    change(kit / "data" / "en" / "questions.toml", f'hint = "{OLD_HINT}"', broken)
    with pytest.raises(ContentError) as refused:
        check_content()
    assert " ".join(blocks(PAGE, "When a file is broken")[0].split()) == refused.value.message


def test_a_row_with_its_source_stands_in_the_tables(kit: Path) -> None:
    add_row(kit)
    check_content()
    [row] = [one for one in learning() if one.key == "maple_hall_reader"]
    assert row.for_whom == "Reading circles"
    assert source(row.cites[0].source).title == "Readers for groups"


def test_a_row_without_its_source_is_refused(kit: Path) -> None:
    append(kit / "data" / "resources.toml", blocks(PAGE, "Add a row to a table")[0])
    append(kit / "data" / "en" / "resources.toml", blocks(PAGE, "Add a row to a table")[1])
    with pytest.raises(ContentError, match="maple_hall_library"):
        check_content()


def test_a_section_with_a_widget_is_a_page_on_phones(
    kit: Path, tmp_path: Path, browser: Browser
) -> None:
    notebook = add_section(kit)
    add_cell(notebook, blocks(PAGE, "Add a widget")[0])
    add_cell(notebook, blocks(PAGE, "Pages that ask Python")[0])
    check_content()
    with KitProcess(tmp_path / "data", "--kit", str(kit)) as server:
        facilitator = Facilitator.with_new_workshop(server.url).opened()
        watched = Watched(browser, PHONE, locale="en-CA")
        carry(watched.context, Participant.joined(server.url, facilitator.known()["join_code"]))
        page = watched.page()
        page.goto(f"{server.url}/our-town")
        expect(page.get_by_role("heading", name="Our town", level=1)).to_be_visible()
        expect(page.get_by_role("heading", name="Who works here")).to_be_visible()
        expect(page.get_by_text("A quiet minute. Nobody has to speak.")).to_be_visible()
        page.get_by_label("Our town").fill("Maple Bay")
        page.get_by_role("button", name="Ask Python").click()
        expect(page.get_by_text("Python read 'Maple Bay'.")).to_be_visible()
        accessible(page)
        watched.close()


def test_a_live_page_says_so_in_its_metadata(kit: Path) -> None:
    notebook = add_section(kit)
    read = json.loads(notebook.read_text("utf-8"))
    read["metadata"]["workshop_kit"] = json.loads(blocks(PAGE, "Pages that ask Python")[1])
    notebook.write_text(json.dumps(read), encoding="utf-8")
    check_content()
    assert notebook_pages(kit / "notebooks")["our-town"].served is Served.LIVE


def test_the_notebooks_run_with_the_command_on_the_page(kit: Path) -> None:
    notebook = add_section(kit)
    program, *words = blocks(PAGE, "Run every notebook")[0].split()
    assert program == ".venv/bin/python"
    assert words[-1] == "our-kit/notebooks"
    one = [str(notebook.relative_to(kit.parent))]
    done = subprocess.run(
        [sys.executable, *words[:-1], *one, "-p", "no:cacheprovider"],
        cwd=kit.parent,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout


def test_the_page_names_every_table_that_a_part_may_show() -> None:
    told = chapter(PAGE, "Add a section")
    assert [name for name in get_args(Table) if f"`{name}`" not in told] == []
