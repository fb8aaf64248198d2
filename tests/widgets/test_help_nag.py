"""The reminder of old help lines: which, since when, what to do; and what the facilitator said."""

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.kit_process import KitProcess
from tests.people import Facilitator
from tests.widgets.laptop import Laptop, laptop_of
from workshop_kit import kit
from workshop_kit.content.help_lines import help_lines
from workshop_kit.model import today
from workshop_kit.widgets.asset import FOLDER
from workshop_kit.widgets.help_nag_words import help_nag_words

OLD = [
    line
    for line in help_lines()
    if line.last_checked is None or (today() - line.last_checked).days > 30
]


def nag(laptop: Laptop) -> Locator:
    """Return the reminder."""
    return laptop.page.get_by_role("region", name="Check the help lines")


def test_every_word_is_said_and_every_said_one_is_given() -> None:
    code = (FOLDER / "help_nag.js").read_text(encoding="utf-8")
    said = set(re.findall(r"\bwords\.([a-z_]+)", code)) - {"nag"}  # the group itself
    assert said == set(help_nag_words())


def test_the_board_knows_the_day_of_each_line() -> None:
    days = {one["key"]: one["last_checked"] for one in kit.board().help}
    assert days["octip"] == "2014-04-14"
    assert days["emergency"] is None


@pytest.mark.browser
def test_it_nags_before_opening_and_one_press_keeps_todays_date(
    browser: Browser, server: KitProcess
) -> None:
    draft = Facilitator.with_new_workshop(server.url)
    with laptop_of(draft, browser) as laptop:
        expect(nag(laptop).get_by_role("listitem")).to_have_count(len(OLD))
        told = nag(laptop).inner_text()
        assert "was last checked on April 14, 2014." in told
        assert "has no known date." in told
        assert "Do not dial 9-1-1 as a test." in told
        assert nag(laptop).get_by_role("link").count() == 0  # they stand below, large
        laptop.is_accessible()
        nag(laptop).get_by_role("button", name="I dialled these today").press("Enter")
        expect(
            nag(laptop).get_by_text(re.compile(r"^Help lines were dialled on \w+ \d"))
        ).to_be_focused()
        expect(laptop.page.get_by_label("I dialled them today and they answered")).to_be_checked()
        assert draft.known()["help_lines"]["checked_on"] == today().isoformat()
        laptop.is_accessible()
        laptop.press("Open the workshop")
        expect(laptop.chosen).to_be_visible()
        expect(nag(laptop).get_by_text("Help lines were dialled on")).to_be_visible()
        assert draft.known()["help_lines"]["dialled"] is True


@pytest.mark.browser
def test_it_nags_while_open_where_they_were_not_dialled_or_long_ago(
    browser: Browser, server: KitProcess
) -> None:
    facilitator = Facilitator.with_new_workshop(server.url)
    facilitator.change(state="open", help_lines={"dialled": False, "reason": "No signal"})
    with laptop_of(facilitator, browser) as laptop:
        expect(nag(laptop).get_by_role("listitem")).to_have_count(len(OLD))
        assert "9-1-1" not in nag(laptop).get_by_role("link").all_inner_texts()
        assert "1-888-712-7974" in nag(laptop).get_by_role("link").all_inner_texts()
        laptop.is_accessible()
        nag(laptop).get_by_role("button", name="I dialled these today").click()
        expect(nag(laptop).get_by_text("Help lines were dialled on")).to_be_visible()
        facilitator.change(help_lines={"dialled": True, "checked_on": "2020-01-02"})
        laptop.page.reload()
        laptop.shown()
        expect(nag(laptop).get_by_role("listitem")).to_have_count(len(OLD))
