"""The same notebooks in a real JupyterLab: sections, the form and the board, with a room."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import LAPTOP, Watched
from tests.jupyter_process import TOKEN, JupyterProcess
from tests.test_extension import Owner, owner_path
from workshop_kit.content.copy_out import copy_out
from workshop_kit.content.questions import question

pytestmark = pytest.mark.browser

SECONDS = 120_000
"""JupyterLab's own start, and a kernel's, on a machine that does much else."""


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """JupyterLab on a copy of the notebooks: it saves by itself what was run."""
    folder = tmp_path_factory.mktemp("lab")
    copy_out(folder / "ours")
    command = ("workshop_kit", "lab", str(folder / "ours"))
    with JupyterProcess(folder / "jupyter", *command, data=folder / "data") as process:
        yield process


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    made = Watched(browser, LAPTOP)
    yield made
    made.context.close()
    assert made.outside == []


def run_all(watched: Watched, lab: JupyterProcess, notebook: str) -> Page:
    """Open a notebook in a tab of its own and run its cells as people do."""
    page = watched.page()
    page.set_default_timeout(SECONDS)
    # Each in a workspace of its own: another tab would ask which of them keeps the layout.
    name = Path(notebook).stem
    page.goto(f"{lab.url}/lab/workspaces/{name}/tree/notebooks/{notebook}?token={TOKEN}")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.get_by_role("button", name="Python 3 (ipykernel) | Idle").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    return page


def test_the_form_takes_an_answer_and_the_board_counts_it(
    watched: Watched, lab: JupyterProcess
) -> None:
    owner = Owner(lab)
    known = {e["key"]: e for e in owner.good("GET", owner_path(owner, "entries"))["entries"]}
    revision = known["q9"]["revision"] if "q9" in known else 0
    owner.put(owner_path(owner, "entries/question/q9"), {"state": "open"}, revision)
    before = owner.state(owner_path(owner, "feed"))["counts"]["q9"]["answered"]

    page = run_all(watched, lab, "02-reflect.ipynb")
    expect(page.locator(".kit-reflect h1")).to_be_visible(timeout=SECONDS)
    page.get_by_role("button", name="All questions").click()
    page.locator(".kit-list button").nth(8).click()
    sheet = page.locator(".kit-reflect form:visible")
    sheet.get_by_role("textbox").fill("Meet on the first Monday")
    sheet.get_by_role("button", name="Send to the room").click()
    expect(sheet.locator(".kit-status")).to_have_text(re.compile("^Sent"))
    assert owner.state(owner_path(owner, "feed"))["counts"]["q9"]["answered"] == before + 1

    board = run_all(watched, lab, "90-facilitate.ipynb")
    listed = board.get_by_role("navigation", name="Questions")
    row = listed.get_by_role("button", name=question("q9").topic)
    expect(row).to_contain_text(str(before + 1), timeout=SECONDS)


def test_a_section_asks_its_questions_there_too(watched: Watched, lab: JupyterProcess) -> None:
    page = run_all(watched, lab, "01-get-organized.ipynb")
    asked = page.get_by_role("group", name=re.compile(re.escape(question("q5").text)))
    expect(asked).to_be_visible(timeout=SECONDS)
    expect(page.locator(".jp-RenderedText[data-mime-type*=stderr]")).to_have_count(0)
    expect(page.get_by_text("This page is not in a workshop.")).to_have_count(0)
