"""Words that were not sent: they outlive a reload, and nothing else."""

import pytest
from playwright.sync_api import expect

from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant
from tests.widgets.phone import Phone

pytestmark = pytest.mark.browser


def test_a_draft_and_its_place_survive_a_reload_and_nothing_was_sent(phone: Phone) -> None:
    told: list[str] = []
    phone.page.on("request", lambda request: told.append(f"{request.url} {request.post_data}"))
    phone.go(6)
    phone.sheet.get_by_label("Yes, and I can name it").check()
    phone.box.fill("Action team")
    phone.reload()
    expect(phone.box).to_have_value("Action team")
    expect(phone.sheet.get_by_label("Yes, and I can name it")).to_be_checked()
    expect(phone.status).to_have_text("Only on this phone")
    assert not [line for line in told if "Action" in line]
    assert phone.person.entries() == []


def test_leaving_wipes_them(phone: Phone) -> None:
    phone.go(2)
    phone.box.fill("not for others")
    assert phone.kept()
    phone.page.evaluate("window.dispatchEvent(new CustomEvent('kit:leaving'))")
    assert phone.kept() == {}
    assert "not for others" not in phone.page.content()
    expect(phone.page.locator("textarea")).to_have_count(0)


def test_the_end_of_the_workshop_wipes_them(phone: Phone) -> None:
    phone.send(3, "sent in time")
    phone.go(2)
    phone.box.fill("never sent")
    phone.facilitator.change(state="closed")
    expect(phone.page.locator(".kit-notice")).to_contain_text("The workshop has ended")
    expect(phone.page.get_by_text("Answer what you like")).to_be_hidden()
    assert phone.kept() == {}
    expect(phone.box).to_have_count(0)
    phone.go(3)
    expect(phone.sheet.locator(".kit-shown")).to_have_text("sent in time")
    expect(phone.sheet.get_by_role("button")).to_have_count(0)
    assert phone.faults() == []


def test_another_workshop_on_the_same_phone_shows_nothing_of_the_first(
    phone: Phone, server: KitProcess
) -> None:
    phone.go(2)
    phone.box.fill("from the first workshop")
    second = Facilitator.with_new_workshop(server.url).opened()
    second.open_all()
    person = Participant.joined(server.url, second.known()["join_code"])
    phone.carry(person)
    phone.reload()
    phone.go(2)
    expect(phone.box).to_have_value("")
    assert "from the first workshop" not in str(phone.kept())


def test_a_page_that_is_no_longer_joined_keeps_them_and_shows_the_way_back(phone: Phone) -> None:
    phone.go(2)
    phone.box.fill("still mine")
    phone.context.clear_cookies()
    phone.context.add_cookies([{"name": "_xsrf", "value": "0" * 16, "url": phone.address}])
    phone.press("Send to the room")
    expect(phone.page.locator(".kit-notice")).to_contain_text("Join again with the code")
    expect(phone.page.get_by_role("link", name="Join again")).to_have_attribute("href", "/")
    expect(phone.box).to_have_value("still mine")
    assert phone.faults() == []
