"""The switch that lets phones see approved answers, and takes them back."""

import pytest
from playwright.sync_api import Browser, expect

from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant
from tests.widgets.laptop import laptop_of, people

LAW = {"shape": "list", "items": ["What the law says"]}


@pytest.mark.browser
def test_phones_see_approved_answers_until_they_are_taken_back(
    browser: Browser, server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.question("q2", "open")
    people(facilitator, "q2", LAW, {"shape": "list", "items": ["Kept back words"]})
    reader = Participant.joined(server.url, facilitator.known()["join_code"])
    asked = reader.mine("revealed/q2")
    with laptop_of(facilitator, browser) as laptop:
        laptop.choose("What to learn")
        laptop.press("Close and review")
        switch = laptop.chosen.get_by_role(
            "button", name="Let phones see the approved answers (single people)"
        )
        expect(laptop.answer("What the law says")).to_be_visible()
        expect(switch).to_be_hidden()
        laptop.decide("What the law says", "Approve")
        laptop.decide("Kept back words", "Keep back")
        switch.press("Enter")
        expect(laptop.said).to_have_text("Phones can see the approved answers now.")
        expect(laptop.chosen.get_by_text("in an order that says nothing")).to_be_visible()
        assert reader.good("GET", asked)["answers"] == [LAW]
        laptop.is_accessible()
        laptop.press("Take them back from phones (single people)")
        expect(laptop.said).to_have_text("Phones no longer see these answers.")
        assert reader.ask("GET", asked).status_code == 409
        laptop.press("Let phones see the approved answers (single people)")
        expect(laptop.said).to_have_text("Phones can see the approved answers now.")
        laptop.press("Open again")
        expect(laptop.chosen.get_by_role("button", name="Close and review")).to_be_visible()
        assert reader.ask("GET", asked).status_code == 409


@pytest.mark.browser
def test_question_1_has_no_such_switch(browser: Browser, facilitator: Facilitator) -> None:
    facilitator.question("q1", "open")
    people(facilitator, "q1", {"shape": "personal", "share": True, "text": "Work camps"})
    facilitator.question("q1", "closed")
    facilitator.decide(facilitator.answers("q1")[0], "approved")
    with laptop_of(facilitator, browser) as laptop:
        expect(laptop.answer("Work camps")).to_be_visible()
        expect(laptop.chosen.locator(".kit-reveal:visible")).to_have_count(0)
