"""The notes' page in a browser, over real HTTP and a real kernel."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import LAPTOP, Watched, accessible
from tests.kit_process import KitProcess
from tests.pages.page_processes import kernels, memory_holds
from tests.people import WORDS, Facilitator, Participant

pytestmark = pytest.mark.browser

TRAP = "<img src=x onerror='document.title=1'>\n**second** line"


def approve(facilitator: Facilitator, question: str) -> None:
    facilitator.question(question, "closed")
    for answer in facilitator.answers(question):
        facilitator.decide(answer, "approved")


@pytest.fixture
def evening(server: KitProcess, facilitator: Facilitator) -> Facilitator:
    """Everybody answered; questions 1, 3 and 7 were reviewed."""
    facilitator.open_all()
    code = facilitator.known()["join_code"]
    person = Participant.joined(server.url, code)
    for key, body in WORDS.items():
        assert person.put(key, body).ok
    other = Participant.joined(server.url, code)
    assert other.put("q3", {"shape": "list", "items": [TRAP, "=1+1"]}).ok
    for key in ("q1", "q3", "q7"):
        approve(facilitator, key)
    return facilitator


@pytest.fixture
def page(browser: Browser, server: KitProcess, evening: Facilitator) -> Iterator[Page]:
    watched = Watched(browser, LAPTOP, locale="en-CA")
    watched.context.set_default_timeout(30_000)
    for one in evening.http.cookies:
        cookie = {"name": one.name, "value": one.value or "", "url": server.url}
        watched.context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict fits
    tab = watched.page()
    tab.goto(f"{server.url}/notes")
    expect(tab.locator(".kit-notes-preview h2")).to_be_visible(timeout=60_000)
    yield tab
    watched.close()


def kernel_of(session: str, server: KitProcess) -> psutil.Process:
    """Return the kernel that was forked for a session's facilitator: it alone knows the session."""
    known = {"session": session.encode()}
    found = [one for one in kernels(server.pid) if memory_holds(one.pid, known)]
    assert found, "no kernel"
    return found[-1]


def test_shows_what_was_approved_as_text_and_nothing_else(page: Page) -> None:
    preview = page.locator(".kit-notes-preview")
    expect(preview.get_by_role("heading", name="3. How to start")).to_be_visible()
    shown = preview.inner_text()
    assert TRAP in shown
    assert "Planning" in shown
    assert WORDS["q1"]["text"] not in shown
    assert "What the law says" not in shown  # question 2 was not reviewed
    assert "What is left out, and why" in shown
    assert preview.locator("img, strong").count() == 0
    assert page.title() != "1"
    expect(page.get_by_text("were not reviewed, so they are left out")).to_be_visible()


def test_the_pages_source_holds_no_answer(page: Page, server: KitProcess) -> None:
    assert "Planning" not in page.request.get(f"{server.url}/notes").text()


def test_saves_four_files_that_fit_the_preview(page: Page, tmp_path: Path) -> None:
    files = {}
    for name in ("Save as text", "Save as Markdown", "Save as a table", "Save for the kit"):
        with page.expect_download() as started:
            page.get_by_role("button", name=name).click()
        saved = started.value.suggested_filename
        started.value.save_as(tmp_path / saved)
        files[Path(saved).suffix] = (tmp_path / saved).read_bytes()
        assert re.fullmatch(r"notes-\d{4}-\d\d-\d\d\.(txt|md|csv|json)", saved)
        expect(page.get_by_text(f"Saved as {saved}.")).to_be_visible()
    assert files[".txt"].startswith(b"\xef\xbb\xbfMaple Hall\r\n==========\r\n")
    assert files[".md"].startswith(b"# Maple Hall\n")
    assert files[".csv"].startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(files[".csv"].decode("utf-8-sig"), newline="")))
    assert ["3", "How to start", "", "'=1+1"] in rows
    assert json.loads(files[".json"])["format"] == "workshop-kit notes"


def test_prints_the_notes_and_nothing_around_them(page: Page, tmp_path: Path) -> None:
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")
    page.get_by_role("button", name="Print").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="3. How to start")).to_be_visible()
    for around in ("Print", "Save as text", "Read again", "Leave", "Help lines"):
        expect(page.get_by_role("button", name=around)).to_have_count(0)
    made = page.pdf(path=tmp_path / "notes.pdf", format="Letter")
    assert made.startswith(b"%PDF-")


def test_reading_again_brings_what_was_approved_since(page: Page, evening: Facilitator) -> None:
    approve(evening, "q9")
    expect(page.get_by_text(WORDS["q9"]["action"])).to_have_count(0)
    again = page.get_by_role("button", name="Read again")
    again.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(WORDS["q9"]["action"])).to_be_visible()
    expect(again).to_be_focused()
    expect(page.get_by_text(re.compile(r"^Read at \d"))).to_be_visible()


def test_a_kernel_that_does_not_answer_is_told_and_forgiven(
    page: Page, server: KitProcess, evening: Facilitator
) -> None:
    kernel = kernel_of(evening.session, server)
    kernel.suspend()
    try:
        page.get_by_role("button", name="Read again").click()
        late = page.get_by_role("status").filter(has_text="No reply came")
        expect(late).to_contain_text("Reload this page", timeout=15_000)
        expect(page.get_by_role("button", name="Reload this page")).to_be_visible()
        assert "Planning" in page.locator(".kit-notes-preview").inner_text()
    finally:
        kernel.resume()
    page.get_by_role("button", name="Read again").click()
    expect(page.get_by_text(re.compile(r"^Read at \d"))).to_be_visible()
    expect(page.get_by_role("button", name="Reload this page")).to_be_hidden()


def test_a_workshop_that_was_destroyed_leaves_nothing_on_the_page(
    page: Page, server: KitProcess, evening: Facilitator
) -> None:
    for file in (server.data / "sessions").glob(f"*{evening.session[:8]}*"):
        file.unlink()
    page.get_by_role("button", name="Read again").click()
    expect(page.get_by_role("alert")).to_contain_text("no longer on this laptop")
    expect(page.locator(".kit-notes-preview")).to_be_hidden()
    assert "Planning" not in page.content()
    expect(page.get_by_role("button", name="Save as text")).to_be_hidden()


def test_axe_finds_nothing_and_nothing_sticks_out(page: Page) -> None:
    for width, scheme in ((390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        heights = page.locator(".kit-notes .kit-button:visible").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().height)"
        )
        assert min(heights) >= 44
