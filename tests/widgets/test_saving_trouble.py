"""While nothing can be saved: phones say so and keep their words, the board says what to do."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from playwright.sync_api import Browser, expect

from tests.faults.namespaces import SmallDisk, needs
from tests.faults.test_full_disk import SIZE, KitOnSmallDisk
from tests.kit_process import KitProcess
from tests.people import Facilitator
from tests.widgets.laptop import Laptop, laptop_of
from tests.widgets.phone import Phone
from workshop_kit.file_errors import Trouble
from workshop_kit.widgets.board_words import board_words

pytestmark = pytest.mark.browser

LONG = 90_000
"""Milliseconds; a write waits for a lock, and pauses between tries grow to 18 s."""


def test_there_are_words_for_every_trouble() -> None:
    words = board_words()["trouble"]
    assert {f"problem_{one}" for one in Trouble} <= set(words)


@pytest.fixture
def laptop(browser: Browser, facilitator: Facilitator) -> Iterator[Laptop]:
    with laptop_of(facilitator, browser) as made:
        yield made


@contextmanager
def held_file(server: KitProcess, facilitator: Facilitator) -> Iterator[None]:
    """Hold the file of a workshop as another program does."""
    [path] = server.data.glob(f"sessions/*-{facilitator.session[:8]}.session")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.execute("ROLLBACK")


def says_what_to_do(laptop: Laptop, reason: str) -> None:
    """Wait until the board tells of the trouble, in a way that screen readers speak."""
    alert = laptop.board.get_by_role("alert").filter(has_text="Nothing can be saved")
    expect(alert).to_contain_text(reason, timeout=LONG)
    expect(alert).to_contain_text("Phones keep what was not sent")
    laptop.is_accessible()


def goes_on(laptop: Laptop, phone: Phone) -> None:
    """Wait until the answer was sent by itself and the board says that all is well."""
    expect(phone.status).to_have_text(re.compile("^Sent"), timeout=LONG)
    expect(laptop.board.get_by_text("Nothing can be saved")).to_have_count(0, timeout=LONG)
    expect(phone.page.locator(".kit-connection")).to_have_text("Connected")


def test_an_answer_waits_while_another_program_holds_the_file(
    server: KitProcess, facilitator: Facilitator, laptop: Laptop, phone: Phone
) -> None:
    phone.go(3)
    phone.box.fill("Invite the hotel")
    with held_file(server, facilitator):
        phone.press("Send to the room")
        expect(phone.status).to_contain_text("Another program on the laptop", timeout=LONG)
        assert "Invite the hotel" in phone.kept()["q3"]
        says_what_to_do(laptop, "Another program holds the file")
        laptop.choose("What to learn")
        laptop.chosen.get_by_role("button", name="Close and review").click()
        expect(laptop.said).to_contain_text("Another program on the laptop", timeout=LONG)
    goes_on(laptop, phone)
    stored = phone.answer("q3")
    assert stored is not None
    assert stored["body"]["items"] == ["Invite the hotel"]
    assert stored["revision"] == 1
    assert "q3" not in phone.kept()


def test_an_answer_waits_until_there_is_room_on_the_disk(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    needs("--mount", "mount")
    with (
        SmallDisk(tmp_path_factory.mktemp("disk") / "data", SIZE) as disk,
        KitOnSmallDisk(disk) as kit,
    ):
        facilitator = Facilitator.with_new_workshop(kit.url).opened()
        facilitator.open_all()
        context = browser.new_context()
        phone = Phone(context, kit, facilitator)
        phone.open()
        with laptop_of(facilitator, browser) as laptop:
            phone.go(3)
            disk.fill()
            phone.box.fill("word " * 1500)
            phone.press("Send to the room")
            expect(phone.status).to_contain_text("The disk of the laptop is full", timeout=LONG)
            phone.box.press_sequentially("more")
            says_what_to_do(laptop, "The disk of this laptop is full.")
            phone.reload()
            expect(phone.box).to_have_value("word " * 1500 + "more")
            expect(phone.status).to_contain_text("The disk of the laptop is full", timeout=LONG)
            disk.make_room()
            expect(phone.status).to_contain_text("The room still has what you sent", timeout=LONG)
            phone.press("Send to the room")
            goes_on(laptop, phone)
        stored = phone.answer("q3")
        assert stored is not None
        assert stored["body"]["items"][0].endswith("word more")
        assert stored["revision"] == 2
        context.close()
