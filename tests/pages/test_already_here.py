"""A device that is in a workshop already: go on, or be somebody else and see nothing of before."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import LAPTOP, PHONE, Watched, accessible
from tests.kit_process import KitProcess
from tests.people import WORDS, Facilitator, write_id
from tests.widgets.laptop import carry

pytestmark = pytest.mark.browser

GO_ON = "Go on where I was"
SOMEBODY_ELSE = "I am somebody else"
DRAFT = "my own unsent words"


def code_of(leads: Facilitator) -> str:
    return str(leads.known()["join_code"])


def joined(page: Page, server: KitProcess, leads: Facilitator, first_name: str = "") -> None:
    """Join as a person does, up to the address of the form."""
    page.goto(f"{server.hall}/j/{code_of(leads)}")
    join(page, first_name)


def join(page: Page, first_name: str = "") -> None:
    page.get_by_label("I have read this").check()
    if first_name:
        page.get_by_label("First name").fill(first_name)
    page.get_by_role("button", name="Join", exact=True).click()
    page.wait_for_url("**/reflect")


def with_draft(page: Page, leads: Facilitator) -> None:
    """Leave words in this tab as the form does while they are typed."""
    page.evaluate(
        "([session, text]) => sessionStorage.setItem(`kit:reflect:${session}:q1`, text)",
        [leads.session, DRAFT],
    )


def send(page: Page, leads: Facilitator, question: str) -> None:
    """Send an answer as this browser."""
    status = page.evaluate(
        """async ([path, body]) => {
          const token = decodeURIComponent(document.cookie.match(/_xsrf=([^;]*)/)[1]);
          const headers = { "X-XSRFToken": token };
          return (await fetch(path, { method: "PUT", headers, body: JSON.stringify(body) })).status;
        }""",
        [
            f"/room/{leads.session}/participant/entries/answer/{question}",
            {"write_id": write_id(), "revision": 0, "body": WORDS[question]},
        ],
    )
    assert status == 200


def kept(page: Page) -> str:
    """Return all that this tab keeps."""
    return str(page.evaluate("JSON.stringify(sessionStorage)"))


def card(page: Page, title: str = "Maple Hall") -> None:
    """Wait for the card, and hold it to what every part of a page must be."""
    heading = page.get_by_role("heading", name=f"This device is already in “{title}”.")
    expect(heading).to_be_focused()
    expect(page.get_by_label("I have read this")).to_have_count(0)
    accessible(page)


def who(page: Page) -> str:
    """Return the signed cookie that says who this browser is."""
    found = [c for c in page.context.cookies() if "participant" in c.get("name", "")]
    return found[0].get("value", "") if found else ""


@pytest.mark.parametrize("with_code", [True, False], ids=["code", "no code"])
def test_the_same_person_goes_on(
    server: KitProcess, facilitator: Facilitator, phone: Page, *, with_code: bool
) -> None:
    joined(phone, server, facilitator)
    with_draft(phone, facilitator)
    before = who(phone)
    phone.goto(f"{server.hall}/j/{code_of(facilitator)}" if with_code else f"{server.hall}/")

    card(phone)
    phone.get_by_role("link", name=GO_ON).click()
    phone.wait_for_url("**/reflect")
    assert who(phone) == before
    assert DRAFT in kept(phone)
    assert facilitator.state()["people"]["joined"] == 1


def test_somebody_else_begins_with_nothing(server: KitProcess, phone: Page) -> None:
    leads = Facilitator.with_new_workshop(server.url, first_names_allowed=True).opened()
    leads.question("q1", "open")
    joined(phone, server, leads, "Ana")
    box = phone.get_by_role("textbox").first
    expect(box).to_be_visible(timeout=60_000)
    box.fill(DRAFT)
    phone.wait_for_function("text => JSON.stringify(sessionStorage).includes(text)", arg=DRAFT)
    before = who(phone)

    phone.goto(f"{server.hall}/j/{code_of(leads)}")
    card(phone)
    assert not [word for word in ("Ana", DRAFT) if word in phone.content()]
    phone.get_by_role("button", name=SOMEBODY_ELSE).click()
    expect(phone.get_by_role("heading", name="Maple Hall")).to_be_focused()
    assert who(phone) == ""
    assert "kit:" not in kept(phone)
    assert leads.state()["people"]["names"] == []

    join(phone)
    assert who(phone) not in {"", before}
    box = phone.get_by_role("textbox").first
    expect(box).to_be_visible(timeout=60_000)
    expect(box).to_have_value("")
    assert DRAFT not in phone.content() + kept(phone)


def test_without_a_code_somebody_else_is_asked_for_one(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    joined(phone, server, facilitator)
    phone.goto(f"{server.hall}/")
    card(phone)
    phone.get_by_role("button", name=SOMEBODY_ELSE).click()

    expect(phone.get_by_label("Code")).to_have_value("")
    phone.get_by_label("Code").fill(code_of(facilitator))
    phone.get_by_role("button", name="Next").click()
    expect(phone.get_by_role("heading", name="Maple Hall")).to_be_focused()


def test_another_workshops_code_says_where_this_device_is(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    old = Facilitator.with_new_workshop(server.url, title="Cedar Room <1>").opened()
    old.open_all()
    joined(phone, server, old)
    send(phone, old, "q2")
    with_draft(phone, old)
    phone.goto(f"{server.hall}/j/{code_of(facilitator)}")

    card(phone, "Cedar Room <1>")
    expect(phone.get_by_text("not the code of this workshop")).to_be_visible()
    phone.get_by_role("button", name="Leave it and use the code").click()
    expect(phone.get_by_role("heading", name="Maple Hall")).to_be_focused()
    assert DRAFT not in kept(phone)
    join(phone)
    assert old.state()["people"]["joined"] == 0
    old.question("q2", "closed")
    assert [answer["body"] for answer in old.answers("q2")] == [WORDS["q2"]]
    assert facilitator.state()["people"]["joined"] == 1


def test_nothing_changes_when_the_laptop_does_not_answer(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    joined(phone, server, facilitator)
    with_draft(phone, facilitator)
    phone.goto(f"{server.hall}/j/{code_of(facilitator)}")
    phone.context.set_offline(True)
    phone.get_by_role("button", name=SOMEBODY_ELSE).click()
    expect(phone.get_by_role("alert")).to_contain_text("does not answer")
    accessible(phone)
    assert DRAFT in kept(phone)

    phone.context.set_offline(False)
    phone.get_by_role("button", name=SOMEBODY_ELSE).click()
    expect(phone.get_by_label("I have read this")).to_be_visible()
    assert DRAFT not in kept(phone)


def test_a_closed_workshop_does_not_hold_a_device(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    old = Facilitator.with_new_workshop(server.url, title="Cedar Room").opened()
    joined(phone, server, old)
    old.change(state="closed")
    phone.goto(f"{server.hall}/j/{code_of(facilitator)}")

    expect(phone.get_by_role("heading", name="Maple Hall")).to_be_focused()


def test_a_cookie_that_is_not_ours_opens_the_form(server: KitProcess, phone: Page) -> None:
    name = f"kit-participant-{server.port}"
    phone.context.add_cookies([{"name": name, "value": "made-up", "url": server.hall}])
    phone.goto(f"{server.hall}/")

    expect(phone.get_by_label("Code")).to_be_visible()


def test_a_cookie_of_somebody_who_left_opens_the_form(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    joined(phone, server, facilitator)
    before = phone.context.cookies()
    phone.goto(f"{server.hall}/")
    phone.get_by_role("button", name=SOMEBODY_ELSE).click()
    expect(phone.get_by_label("Code")).to_be_visible()
    phone.context.add_cookies(before)  # type: ignore[arg-type]  # what is read can be written
    phone.goto(f"{server.hall}/")

    expect(phone.get_by_label("Code")).to_be_visible()


def test_a_page_from_memory_is_not_shown_to_the_next_person(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    """A browser may keep a whole page in memory and show it again on Back, without asking."""
    joined(phone, server, facilitator)
    from_memory = "window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    phone.evaluate("window.sameAsBefore = true")
    phone.evaluate(from_memory)
    assert phone.evaluate("window.sameAsBefore")

    phone.evaluate("document.cookie = `kit_turn_${location.port}=.another; path=/`")
    phone.evaluate(from_memory)
    phone.wait_for_function("() => window.sameAsBefore === undefined")
    phone.wait_for_selector("main", state="visible")


def test_the_keyboard_is_enough(server: KitProcess, facilitator: Facilitator, laptop: Page) -> None:
    joined(laptop, server, facilitator)
    laptop.goto(f"{server.hall}/j/{code_of(facilitator)}")
    card(laptop)
    laptop.keyboard.press("Tab")
    expect(laptop.get_by_role("link", name=GO_ON)).to_be_focused()
    laptop.keyboard.press("Tab")
    expect(laptop.get_by_role("button", name=SOMEBODY_ELSE)).to_be_focused()
    laptop.keyboard.press("Enter")

    expect(laptop.get_by_role("heading", name="Maple Hall")).to_be_focused()
    assert re.search(r"/j/\w+$", laptop.url)


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_can_be_read_in_every_light(
    server: KitProcess,
    facilitator: Facilitator,
    browser: Browser,
    scheme: str,
    size: dict[str, int],
) -> None:
    watched = Watched(browser, size, color_scheme=scheme, locale="en-CA")
    page = watched.page()
    joined(page, server, facilitator)
    page.goto(f"{server.hall}/")

    card(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for part in (page.get_by_role("link", name=GO_ON), page.locator("#somebody-else")):
        box = part.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    watched.close()


def test_a_second_tab_does_not_keep_the_first_persons_page(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    facilitator.open_all()
    joined(phone, server, facilitator)
    other = phone.context.new_page()
    other.goto(f"{server.hall}/reflect")
    other.wait_for_function("() => window.kitIdentity")
    with_draft(other, facilitator)
    phone.goto(f"{server.hall}/")
    card(phone)
    phone.get_by_role("button", name=SOMEBODY_ELSE).click()

    other.wait_for_url("**/bread")
    assert DRAFT not in other.content() + kept(other)


def test_the_facilitators_board_in_the_same_browser_stays(
    server: KitProcess, facilitator: Facilitator, laptop: Page
) -> None:
    carry(laptop.context, facilitator)
    board = laptop.context.new_page()
    board.goto(f"{server.url}/facilitate")
    expect(board.locator(".kit-board h1")).to_be_visible()
    laptop.goto(f"{server.url}/j/{code_of(facilitator)}")
    join(laptop)
    laptop.goto(f"{server.url}/")
    card(laptop)
    laptop.get_by_role("button", name=SOMEBODY_ELSE).click()
    expect(laptop.get_by_label("Code")).to_be_visible()
    assert board.url.endswith("/facilitate")
    expect(board.locator(".kit-board h1")).to_be_visible()
