"""Links to the parts of the board, where everything stands in one column."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers import LAPTOP, PHONE
from tests.people import Facilitator
from tests.widgets.laptop import laptop_of, people


@pytest.mark.browser
def test_on_a_narrow_page_links_lead_to_what_is_there(
    browser: Browser, facilitator: Facilitator
) -> None:
    with laptop_of(facilitator, browser, PHONE) as laptop:
        links = laptop.page.get_by_role("navigation", name="Parts of this page")
        folded = links.locator("summary")
        folded.click()
        names = links.get_by_role("link").all_inner_texts()
        assert names == [
            "Tonight",
            "Questions",
            "The chosen question",
            "Group agreement",
            "How people are",
            "Dot vote",
            "Action plan",
            "Offers",
            "Read aloud",
            "Join",
            "Projector",
            "What people read before they join",
            "Close the workshop",
        ]
        laptop.is_accessible()
        links.get_by_role("link", name="Close the workshop").press("Enter")
        expect(laptop.page.get_by_role("heading", name="Close the workshop")).to_be_focused()
        folded.click()
        links.get_by_role("link", name="Read aloud").click()
        expect(laptop.page.get_by_role("button", name="Show on the projector")).to_be_visible()
        assert laptop.focused() == "Read aloud"
        laptop.page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]  # a plain dict fits
        expect(links).to_be_hidden()


@pytest.mark.browser
def test_closing_tells_question_1s_answers_apart(
    browser: Browser, facilitator: Facilitator
) -> None:
    facilitator.question("q1", "open")
    people(facilitator, "q1", {"shape": "personal", "share": True, "text": "Work camps"})
    facilitator.question("q1", "closed")
    with laptop_of(facilitator, browser) as laptop:
        laptop.press("Close the workshop…")
        expect(laptop.board.get_by_text("Answers that you have not decided on: 1.")).to_be_visible()
        expect(laptop.board.get_by_text("Of these, to question 1: 1.")).to_be_visible()
