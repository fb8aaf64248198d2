"""A whole evening in real browsers: doors, phones, lost networks, a power cut, review, notes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import LAPTOP, PHONE, Watched, accessible, keep_picture
from tests.kit_process import KitProcess
from tests.swallowing_proxy import SwallowingProxy
from workshop_kit.store.folder import SessionFolder

SECONDS = 60_000
TEXTS = {
    "q1": "I look at work camps in another way now.",
    "q2": "What the law says\nHow to listen",
    "q3": "Ask the action team first",
    "q4": "We may pass",
    "q5": "Friendship centre",
    "q6": "Community Action Team",
    "q7": "Planning",
    "q8": "The hotel",
    "q9": "Meet on the first Monday",
}


class Laptop:
    """The facilitator's browser."""

    def __init__(self, watched: Watched, kit: KitProcess) -> None:
        self.page = watched.page()
        self.kit = kit

    def plans(self, title: str) -> None:
        """Plan a workshop on the sign-in page and go to its board."""
        self.page.goto(f"{self.kit.url}/sign-in")
        self.page.get_by_label("Title").fill(title)
        self.page.get_by_role("button", name="Save and get the passphrase").click()
        self.page.get_by_role("link", name="I have written it down").click()
        heading = self.page.get_by_role("heading", level=1, name=title)
        expect(heading).to_be_visible(timeout=SECONDS)

    def opens(self) -> None:
        """Say that the help lines answer, and open the workshop."""
        self.page.get_by_label("I dialled them today and they answered").check()
        self.page.get_by_role("button", name="Open the workshop").click()
        self.page.get_by_role("button", name="Open all").click()
        expect(self.page.get_by_role("button", name="Open all")).to_be_disabled(timeout=SECONDS)

    def code(self) -> str:
        """Read the join code from the board."""
        text = self.page.locator(".kit-board").inner_text()
        found = re.search(r"\b([A-Z0-9]{3} [A-Z0-9]{3})\b", text)
        assert found, text
        return found[1]

    def chooses(self, topic: str) -> None:
        """Choose a question in the list."""
        listed = self.page.get_by_role("navigation", name="Questions")
        listed.get_by_role("button", name=topic).click()

    def closes_and_decides(self, topic: str, words: str, decision: str) -> None:
        """Close a question, then decide about the answer with these words."""
        self.chooses(topic)
        self.page.get_by_role("button", name="Close and review").click()
        self.decides(words, decision)

    def decides(self, words: str, decision: str) -> None:
        """Decide about one answer of the chosen question."""
        answer = self.page.get_by_role("listitem").filter(has_text=words)
        answer.get_by_role("button", name=decision).click()


class Phone:
    """Somebody's phone, on plain http."""

    def __init__(self, watched: Watched, origin: str) -> None:
        self.page = watched.page()
        self.origin = origin

    def joins(self, code: str) -> None:
        """Type the code, read, agree."""
        self.page.goto(f"{self.origin}/")
        self.page.get_by_label("Code").fill(code.lower())
        self.page.keyboard.press("Enter")
        self.page.get_by_role("checkbox").check(timeout=SECONDS)
        self.page.get_by_role("button", name="Join").click()
        expect(self.page.get_by_role("heading", name="Nine questions")).to_be_visible(
            timeout=SECONDS
        )

    def writes(self, key: str, text: str) -> None:
        """Fill in the question that is shown."""
        if key == "q6":
            self.page.get_by_role("radio").first.check()
        self.page.get_by_role("textbox").first.fill(text)
        if key == "q1":
            self.page.get_by_role("checkbox", name="Share this with the room").check()

    def sends(self) -> None:
        """Press Send."""
        self.page.get_by_role("button", name="Send to the room").click()

    def sees(self, pattern: str) -> None:
        """Wait until the status of the question shown says this."""
        status = self.page.locator(".kit-card:visible .kit-status")
        expect(status).to_have_text(re.compile(pattern), timeout=SECONDS)

    def goes_on(self) -> None:
        """Go to the next question."""
        self.page.get_by_role("button", name="Next question").click()

    def answers(self, keys: list[str], who: str) -> None:
        """Answer some questions, one after the other; end at the one after the last."""
        for key in keys:
            self.writes(key, f"{TEXTS[key]} {who}")
            self.sees("^Only on this phone$")
            self.sends()
            self.sees(r"^Sent \d+:\d\d")
            self.goes_on()


@pytest.mark.browser
def test_the_first_evening(browser: Browser, own_server: KitProcess, tmp_path: Path) -> None:
    kit = own_server
    laptops, ones, twos = (Watched(browser, size) for size in (LAPTOP, PHONE, PHONE))
    with SwallowingProxy(kit.port) as proxy:
        laptop = Laptop(laptops, kit)
        laptop.plans("Maple Hall")
        laptop.opens()
        one, two = Phone(ones, proxy.hall), Phone(twos, kit.hall)
        for phone in (one, two):
            phone.joins(laptop.code())
        expect(laptop.page.get_by_text("Joined: 2.")).to_be_visible(timeout=SECONDS)

        keys = list(TEXTS)
        one.answers(keys[:2], "one")
        two.answers(keys[:3], "two")
        loses_the_network_and_gets_it_back(one, proxy)
        reloads_while_writing(two)
        power_cut_while_both_send(one, two, kit)
        one.answers(keys[5:8], "one")
        two.answers(keys[5:8], "two")
        for phone, who in ((one, "one"), (two, "two")):
            phone.writes("q9", f"{TEXTS['q9']} {who}")
            phone.sends()
            phone.sees(r"^Sent \d+:\d\d")
        accessible(one.page)
        keep_picture(one.page, tmp_path, "phone")

        every_answer_is_stored_once(kit)
        laptop.page.reload()
        expect(laptop.page.get_by_text("Joined: 2.")).to_be_visible(timeout=SECONDS)
        laptop.closes_and_decides("The first step", "first Monday one", "Approve")
        laptop.decides("first Monday two", "Keep back")
        laptop.closes_and_decides("How to start", "team first one", "Set aside")
        close_guidance(laptop.page)
        laptop.closes_and_decides("Me and my community", "another way now. one", "Approve")
        keep_picture(laptop.page, tmp_path, "board")
        only_what_is_approved_is_exported(kit, laptop, tmp_path)
        for watched in (laptops, ones, twos):
            watched.close()


def loses_the_network_and_gets_it_back(phone: Phone, proxy: SwallowingProxy) -> None:
    """Question 3: bytes vanish, nothing is shown as sent, nothing is lost."""
    phone.writes("q3", f"{TEXTS['q3']} one")
    proxy.swallowing.set()
    phone.sends()
    phone.sees("^Not sent yet, trying again$")
    proxy.swallowing.clear()
    phone.sees(r"^Sent \d+:\d\d")
    phone.goes_on()


def reloads_while_writing(phone: Phone) -> None:
    """Question 4: what was written is there after a reload."""
    phone.writes("q4", f"{TEXTS['q4']} two")
    phone.sees("^Only on this phone$")
    phone.page.reload()
    expect(phone.page.get_by_role("textbox").first).to_have_value(
        f"{TEXTS['q4']} two", timeout=SECONDS
    )
    phone.sees("^Only on this phone$")
    phone.sends()
    phone.sees(r"^Sent \d+:\d\d")
    phone.goes_on()


def power_cut_while_both_send(one: Phone, two: Phone, kit: KitProcess) -> None:
    """Questions 4 and 5: the server is gone; both phones go on by themselves when it is back."""
    one.answers(["q4"], "one")
    for phone, who in ((one, "one"), (two, "two")):
        phone.writes("q5", f"{TEXTS['q5']} {who}")
    one.sends()
    kit.kill()
    two.sends()
    two.sees("^Not sent yet, trying again$")
    kit.start()
    for phone in (one, two):
        phone.sees(r"^Sent \d+:\d\d")
        phone.goes_on()


def every_answer_is_stored_once(kit: KitProcess) -> None:
    """Look into the session's file itself."""
    found = [s for _, s in SessionFolder(kit.data).sessions() if not getattr(s, "demo", True)]
    assert len(found) == 1
    store = SessionFolder(kit.data).open_code(found[0].join_code)  # type: ignore[union-attr]
    try:
        stored = sorted((entry.key, str(entry.body)) for entry in store.entries("answer"))
    finally:
        store.close()
    assert len(stored) == 18
    for key, text in TEXTS.items():
        for who in ("one", "two"):
            last_line = f"{text} {who}".splitlines()[-1]
            assert sum(k == key and last_line in body for k, body in stored) == 1


def close_guidance(page: Page) -> None:
    """The guidance on a worrying answer names the lines to call; then it is closed."""
    dialog = page.get_by_role("dialog").filter(has_text="1-800-663-9122")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("9-1-1")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def only_what_is_approved_is_exported(kit: KitProcess, laptop: Laptop, folder: Path) -> None:
    """Export in every format from the command line; question 1 never word for word."""
    command = [sys.executable, "-m", "workshop_kit", "export", laptop.code(), "--data"]
    options = [str(kit.data), "--format", "md,csv,json", "--out", str(folder / "out")]
    subprocess.run([*command, *options], check=True, capture_output=True)
    written = {file.suffix: file.read_text("utf-8-sig") for file in (folder / "out").iterdir()}
    assert set(written) == {".md", ".csv", ".json"}
    for text in written.values():
        assert "Meet on the first Monday one" in text
        for unapproved in ("Monday two", "action team first", "another way now", "Friendship"):
            assert unapproved not in text
