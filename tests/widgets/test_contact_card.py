"""A contact on a phone: below question 7, folded, apart from the answer, and gone when wanted."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browsers import accessible
from tests.kit_process import KitProcess
from tests.people import Facilitator
from tests.widgets.phone import Phone

pytestmark = pytest.mark.browser
NAMED = "The action team"


@pytest.fixture
def phone(browser: Browser, server: KitProcess) -> Iterator[Phone]:
    """A phone in a workshop that names who gets the notes."""
    led = Facilitator.with_new_workshop(server.url, recipients=NAMED, keep_days=9).opened()
    led.open_all()
    context = browser.new_context(viewport={"width": 390, "height": 844})
    made = Phone(context, server, led)
    made.open()
    yield made
    assert made.problems == []
    context.close()


def card(phone: Phone) -> Locator:
    return phone.page.locator(".kit-contact")


def offer(phone: Phone) -> Locator:
    """Answer question 7 and unfold the contact."""
    phone.send(7, "Planning")
    summary = card(phone).get_by_text("Leave a contact, if you like")
    expect(summary).to_be_visible()
    summary.press("Enter")
    return card(phone)


def fill(form: Locator) -> None:
    form.get_by_label("Your name").fill("Ana Example")
    form.get_by_label("How to reach you").fill("at the library")


def contacts(phone: Phone) -> list[dict[str, object]]:
    return [one["body"] for one in phone.person.entries() if one["kind"] == "contact"]


def kept(phone: Phone) -> str:
    """Return everything that the browser keeps of the page."""
    text: str = phone.page.evaluate(
        "JSON.stringify([{...sessionStorage}, {...localStorage}, document.cookie])"
    )
    return text


def test_it_is_offered_after_an_answer_and_says_first_who_gets_it(phone: Phone) -> None:
    phone.go(7)
    expect(card(phone)).to_be_hidden()
    form = offer(phone)
    expect(form).to_contain_text(f"It goes to the person who leads, and only for: {NAMED}")
    expect(form).to_contain_text("The notes do not name you; what you offer may stand in the plan.")
    expect(form).to_contain_text("Days from closing until it is destroyed: 9.")
    expect(form.get_by_label("What you can be asked about")).to_have_value("Planning")
    accessible(phone.page)
    phone.go(8)
    expect(form).to_be_hidden()


def test_a_contact_is_written_by_keyboard_changed_and_taken_back(phone: Phone) -> None:
    form = offer(phone)
    form.get_by_role("button", name="Send my contact").press("Enter")
    expect(form.get_by_role("status")).to_have_text("Fill in all three, or leave it.")
    expect(form.get_by_label("Your name")).to_be_focused()
    fill(form)
    form.get_by_label("What you can be asked about").fill("Minutes")
    form.get_by_label("How to reach you").press("Enter")
    expect(form.get_by_role("status")).to_have_text("Sent")
    whole = {"name": "Ana Example", "reach": "at the library", "offer": "Minutes"}
    assert contacts(phone) == [whole | {"recipients": NAMED}]
    assert "Ana" not in kept(phone)
    phone.reload()
    phone.go(7)
    form.get_by_text("You left a contact").click()
    expect(form.get_by_label("Your name")).to_have_value("Ana Example")
    form.get_by_label("Your name").fill("Ana B.")
    form.get_by_role("button", name="Send my contact").click()
    expect(form.get_by_role("status")).to_have_text("Sent")
    expect(form.get_by_role("button", name="Send my contact")).to_be_focused()
    assert contacts(phone)[0]["name"] == "Ana B."
    accessible(phone.page)
    form.get_by_role("button", name="Take my contact back").press("Enter")
    expect(form.get_by_role("status")).to_have_text("Taken back")
    expect(form.get_by_role("status")).to_be_focused()
    expect(form.get_by_label("Your name")).to_have_value("")
    assert contacts(phone) == []


def test_what_was_typed_waits_for_the_network_and_arrives_once(phone: Phone) -> None:
    form = offer(phone)
    fill(form)
    phone.context.set_offline(True)
    form.get_by_role("button", name="Send my contact").click()
    expect(form.get_by_role("status")).to_have_text("Not sent yet, trying again")
    expect(form.get_by_label("Your name")).to_have_value("Ana Example")
    expect(form.get_by_label("Your name")).not_to_be_editable()
    assert "Ana" not in kept(phone)
    phone.context.set_offline(False)
    expect(form.get_by_role("status")).to_have_text("Sent")
    [entry] = [one for one in phone.person.entries() if one["kind"] == "contact"]
    assert entry["revision"] == 1
    expect(form.get_by_label("Your name")).to_be_editable()


def test_taking_everything_back_takes_it_back_too(phone: Phone) -> None:
    form = offer(phone)
    fill(form)
    form.get_by_role("button", name="Send my contact").click()
    expect(form.get_by_role("status")).to_have_text("Sent")
    phone.press("Take back everything I wrote")
    phone.press("Yes, take it back")
    expect(phone.page.get_by_text("Removed from the room: 2.")).to_be_visible()
    expect(form).to_be_hidden()
    expect(form.get_by_label("Your name")).to_have_value("")
    assert phone.person.entries() == []


def test_who_gets_it_has_changed_and_is_told_before_it_is_sent(phone: Phone) -> None:
    form = offer(phone)
    fill(form)
    phone.facilitator.change(recipients="The school")
    form.get_by_role("button", name="Send my contact").click()
    expect(form.get_by_role("status")).to_contain_text("Nothing was sent.")
    expect(form).to_contain_text("for: The school")
    assert contacts(phone) == []
    form.get_by_role("button", name="Send my contact").click()
    expect(form.get_by_role("status")).to_have_text("Sent")
    assert contacts(phone)[0]["recipients"] == "The school"


def test_nothing_of_it_stays_on_the_page_of_a_closed_workshop(phone: Phone) -> None:
    form = offer(phone)
    fill(form)
    phone.facilitator.change(state="closed")
    expect(form).to_be_hidden()
    expect(form.get_by_label("Your name")).to_have_value("")
    assert "Ana" not in json.dumps(phone.person.entries())


def test_a_phone_that_is_open_learns_who_was_named_meanwhile(
    browser: Browser, server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    context = browser.new_context(viewport={"width": 390, "height": 844})
    phone = Phone(context, server, facilitator)
    phone.open()
    phone.send(7, "Planning")
    expect(phone.status).to_contain_text("Sent")
    expect(card(phone)).to_be_hidden()
    facilitator.change(recipients=NAMED, support_person="Ash")
    summary = card(phone).get_by_text("Leave a contact, if you like")
    expect(summary).to_be_visible()
    summary.press("Enter")
    fill(card(phone))
    card(phone).get_by_role("button", name="Send my contact").click()
    expect(card(phone).get_by_role("status")).to_have_text("Sent")
    assert contacts(phone)[0]["recipients"] == NAMED
    phone.press("Talk to someone")
    expect(phone.page.get_by_role("dialog")).to_contain_text("Ash")
    assert phone.problems == []
    context.close()


def test_where_nobody_is_named_it_is_not_offered(
    browser: Browser, server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    context = browser.new_context(viewport={"width": 390, "height": 844})
    phone = Phone(context, server, facilitator)
    phone.open()
    phone.send(7, "Planning")
    expect(phone.status).to_contain_text("Sent")
    expect(card(phone)).to_be_hidden()
    context.close()
