"""Asking for somebody without being named, from every page of a phone."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers import accessible
from tests.people import Facilitator
from tests.widgets.laptop import laptop_of
from tests.widgets.reader import Reader

pytestmark = pytest.mark.browser

ASK = "Tell them that someone would like to talk"
TALK = "I would like to talk to someone"


@pytest.mark.parametrize("path", ["welcome", "get-informed", "resources", "reflect"])
def test_somebody_asks_to_talk_from_any_page_and_is_not_named(
    browser: Browser, reader: Reader, facilitator: Facilitator, path: str
) -> None:
    reader.open(path)
    with laptop_of(facilitator, browser) as laptop:
        dialog = reader.helped()
        expect(dialog.get_by_role("region", name=TALK)).to_contain_text("Rosa is here for this.")
        accessible(reader.page)
        ask = dialog.get_by_role("button", name=ASK)
        ask.click()
        expect(dialog.get_by_role("status")).to_have_text("They have been told. Your name was not.")
        accessible(reader.page)
        ask.click(force=True)  # off: a second press says nothing more
        banner = laptop.page.get_by_role("alert").filter(has_text="Someone would like to talk")
        expect(banner).to_contain_text("Nobody is told who.")
        assert facilitator.state()["call"] == {"asked": 1, "waiting": 1}
        reader.page.keyboard.press("Escape")
        expect(reader.page.get_by_role("button", name="Help lines", exact=True)).to_be_focused()


def test_the_page_of_the_nine_questions_leads_to_it_and_gets_the_focus_back(
    reader: Reader,
) -> None:
    page = reader.open("reflect")
    opener = page.get_by_role("button", name="Talk to someone", exact=True)
    opener.press("Enter")
    expect(page.get_by_role("heading", name=TALK)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=ASK)).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


@pytest.mark.parametrize("path", ["welcome", "reflect"])
def test_another_person_to_talk_to_is_named_at_once(
    reader: Reader, facilitator: Facilitator, path: str
) -> None:
    reader.open(path)
    region = reader.helped().get_by_role("region", name=TALK)
    expect(region).to_contain_text("Rosa is here for this.")
    reader.asked.clear()
    facilitator.change(support_person="Amal")
    expect(region).to_contain_text("Amal is here for this.")
    facilitator.change(support_person="")
    expect(region).to_contain_text("Go to the person who leads")
    assert len([url for url in reader.asked if url.endswith("/participant")]) == 2
