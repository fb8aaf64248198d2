"""Make the README's pictures from the running kit and its demo.

From the kit's folder: `.venv/bin/python -m scripts.screenshots`. Then look at them.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from start import find_browser
from tests.kit_process import KitProcess
from workshop_kit.model import Session
from workshop_kit.store.folder import SessionFolder

FOLDER = Path(__file__).parents[1] / "docs" / "images"
LAPTOP = ViewportSize(width=1280, height=800)
TALL = ViewportSize(width=1280, height=1080)
PHONE = ViewportSize(width=390, height=844)
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
SECONDS_TO_SHOW = 40
ANSWER = "A walk through town with the people who run the hotels"


def take_all() -> None:
    """Serve the kit with its demo, and take every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=SECONDS_TO_SHOW * 1000)
    with (
        tempfile.TemporaryDirectory() as data,
        KitProcess(Path(data) / "sessions") as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_browser(), args=OPTIONS)
        take_phone(browser, server)
        take_laptop(browser, server)
        browser.close()


def take_phone(browser: Browser, server: KitProcess) -> None:
    """Join, read a section, go to the third question, and write."""
    page = browser.new_context(viewport=PHONE, device_scale_factor=2).new_page()
    page.goto(f"{server.url}/j/{demo_code(server.data)}")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Join", exact=True).click()
    expect(page.get_by_role("button", name="All questions")).to_be_visible()
    page.goto(f"{server.url}/get-organized")
    expect(page.get_by_role("heading", name="Get organized", level=1)).to_be_visible()
    take(page, "section-390")
    page.goto(f"{server.url}/reflect")
    page.get_by_role("button", name="All questions").click()
    page.get_by_role("button", name="How to start").click()
    page.get_by_role("textbox").first.fill(ANSWER)
    expect(page.get_by_role("button", name="Send to the room")).to_be_enabled()
    take(page, "reflect-390")


def take_laptop(browser: Browser, server: KitProcess) -> None:
    """Review the second question, and show what was approved on the screen in the hall."""
    context = browser.new_context(viewport=LAPTOP)
    page = context.new_page()
    page.goto(server.start_link())
    page.get_by_role("button", name="I dialled these today").click()
    lead_by_agenda(page)
    show = page.get_by_role("button", name="Show approved on the screen")
    expect(show).to_be_visible()
    expect(page.locator(".kit-voice")).to_have_text("")  # it thanked for the dialling
    page.set_viewport_size(TALL)
    take(page, "facilitate-1280")
    show.click()
    screen = context.new_page()
    screen.goto(f"{server.url}/projector")
    expect(screen.get_by_text("What signs look like").first).to_be_visible()
    take(screen, "projector-1280")


def lead_by_agenda(page: Page) -> None:
    """Choose the agenda of two hours, and go to the step with the second question."""
    tonight = page.get_by_role("navigation", name="Tonight")
    tonight.get_by_text("Choose an agenda").click()
    page.get_by_role("button", name="Use this agenda").click()
    step = tonight.get_by_role("listitem").filter(has_text="Question: What to learn")
    step.locator("summary").click()
    step.get_by_role("button", name="Go to this step").click()
    expect(page.get_by_role("timer")).to_be_visible()
    step.locator("summary").click()


def demo_code(data: Path) -> str:
    """Return the code with which people join the demo."""
    sessions = [session for _, session in SessionFolder(data).sessions()]
    return next(one.join_code for one in sessions if isinstance(one, Session) and one.demo)


def take(page: Page, name: str) -> None:
    """Take what a person sees, without a focus ring or a cursor in it."""
    page.evaluate("scrollTo(0, 0); document.activeElement?.blur()")
    page.wait_for_timeout(500)  # fonts, and what fades in
    page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide")
    print(FOLDER / f"{name}.png")


if __name__ == "__main__":
    take_all()
