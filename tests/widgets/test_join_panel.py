"""The way in: QR, code and address that are right for phones, and a word when they change."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant
from tests.widgets.laptop import eventually, laptop_of

HALL = "http://192.168.8.10:8765"
OTHER = "http://10.0.0.7:8765"


def qr_address(page: Page) -> str:
    """Return for which address the QR code is asked."""
    source = page.locator(".kit-qr").get_attribute("src") or ""
    return source.split("address=")[-1].replace("%3A", ":").replace("%2F", "/")


@pytest.mark.browser
def test_code_address_and_picture_are_shown(browser: Browser, facilitator: Facilitator) -> None:
    with laptop_of(facilitator, browser) as laptop:
        codes = facilitator.known()
        join = laptop.page.get_by_role("region", name="Join", exact=True)
        for name in ("join_code", "scribe_code", "projector_code"):
            expect(join).to_contain_text(f"{codes[name][:3]} {codes[name][3:]}")
        expect(join).to_contain_text("The kit answers on this laptop only.")
        picture = join.get_by_role("img", name="QR code that opens 127.0.0.1")
        expect(picture).to_be_visible()
        assert picture.evaluate("(image) => image.complete && image.naturalWidth > 0")
        expect(join.get_by_text("127.0.0.1").first).to_be_visible()
        expect(join.get_by_text("To enter for others")).to_be_hidden()
        join.get_by_text("Codes for helpers").click()
        expect(join.get_by_text("/helper")).to_be_visible()
        window = laptop.page.get_by_role("link", name="Open the projector window")
        assert window.get_attribute("href") == "/projector"
        assert window.get_attribute("target") == "_blank"


@pytest.mark.browser
def test_several_networks_are_a_choice_and_a_change_is_told(
    browser: Browser, facilitator: Facilitator
) -> None:
    with laptop_of(facilitator, browser) as laptop:
        page = laptop.page
        facilitator.write(
            "screen",
            "projector",
            {"show": "join", "blank": False, "question": None, "address": HALL},
        )
        laptop.finds_addresses(HALL, OTHER)
        page.reload()
        laptop.shown()
        expect(page.get_by_role("radio", name="192.168.8.10:8765")).to_be_checked()
        assert qr_address(page) == HALL
        laptop.is_accessible()
        page.get_by_role("radio", name="10.0.0.7:8765").check()
        expect(laptop.said).to_have_text("People join at 10.0.0.7:8765 now.")
        assert qr_address(page) == OTHER
        eventually(lambda: facilitator.state()["screen"]["address"], OTHER)

        laptop.finds_addresses(HALL)
        warning = page.get_by_role("alert").filter(has_text="The laptop's address changed.")
        expect(warning).to_contain_text("The QR code on the wall no longer works.", timeout=20_000)
        laptop.is_accessible()
        laptop.press("Use 192.168.8.10:8765 from now on")
        expect(warning).to_be_hidden()
        eventually(lambda: facilitator.state()["screen"]["address"], HALL)

        laptop.finds_addresses()
        gone = page.get_by_role("alert").filter(has_text="The laptop's address is gone.")
        expect(gone).to_be_visible(timeout=20_000)
        expect(page.get_by_text("No phone can reach this laptop yet.")).to_be_visible()
        expect(page.locator(".kit-qr")).to_be_hidden()


@pytest.mark.browser
def test_before_opening_a_new_address_is_taken_without_a_word(
    browser: Browser, server: KitProcess
) -> None:
    planned = Facilitator.with_new_workshop(server.url)
    home = {"show": "join", "blank": False, "question": None, "address": OTHER}
    planned.write("screen", "projector", home)
    with laptop_of(planned, browser) as laptop:
        laptop.finds_addresses(HALL)
        laptop.page.reload()
        laptop.shown()
        eventually(lambda: planned.state()["screen"]["address"], HALL)
        expect(laptop.page.locator(".kit-join .kit-warning")).to_be_hidden()


@pytest.mark.browser
def test_the_demo_says_that_only_this_laptop_can_join(
    browser: Browser, own_server: KitProcess
) -> None:
    page = browser.new_page()
    page.goto(own_server.start_link())
    expect(page.get_by_text("Only this laptop can join it.")).to_be_visible(timeout=40_000)
    page.context.close()


@pytest.mark.browser
def test_first_names_are_listed_only_where_they_may_be_given(
    browser: Browser, server: KitProcess
) -> None:
    for allowed in (True, False):
        made = Facilitator.with_new_workshop(server.url, first_names_allowed=allowed).opened()
        code = made.known()["join_code"]
        Participant.joined(server.url, code, first_name="Ana")
        with laptop_of(made, browser) as laptop:
            expect(laptop.board).to_contain_text("Joined: 1.")
            names = laptop.page.get_by_text("First names", exact=True).first
            if allowed:
                names.click()
                expect(laptop.page.get_by_text("Ana", exact=True)).to_be_visible()
            else:
                expect(laptop.page.get_by_text("Ana", exact=True)).to_be_hidden()
