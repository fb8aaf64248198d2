"""The group's agreement: changed together on the board, read and agreed to on phones."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browsers import Watched, accessible
from tests.people import Facilitator
from tests.widgets.laptop import Laptop, eventually, ideas, laptop_of, people
from tests.widgets.phone import Phone
from tests.widgets.test_projector import WALL, Wall
from workshop_kit.content.agreement import starter_agreement

pytestmark = pytest.mark.browser
STARTER = list(starter_agreement())


@pytest.fixture
def laptop(browser: Browser, facilitator: Facilitator) -> Iterator[Laptop]:
    with laptop_of(facilitator, browser) as made:
        yield made


def panel(laptop: Laptop) -> Locator:
    """Unfold the agreement on the board."""
    found = laptop.page.get_by_role("region", name="Group agreement")
    if found.locator("> details[open]").count() == 0:
        found.locator("> details > summary").click()
    return found


def lines(facilitator: Facilitator) -> list[str]:
    found = facilitator.state()["agreement"]
    return list(found["lines"]) if found else []


def test_the_list_is_changed_together_and_every_change_undone(
    laptop: Laptop, facilitator: Facilitator
) -> None:
    agreement = panel(laptop)
    laptop.press("Begin with the starter list")
    eventually(lambda: lines(facilitator), STARTER)
    laptop.is_accessible()
    agreement.get_by_label("A new line").fill("  We   eat together. ")
    laptop.press("Add it")
    eventually(lambda: lines(facilitator), [*STARTER, "We eat together."])
    agreement.locator("summary", has_text=STARTER[1]).click()
    agreement.get_by_role("textbox", name="Change this line").locator("visible=true").fill(
        "You may pass."
    )
    laptop.is_accessible()
    agreement.get_by_role("button", name=f"Save {STARTER[1]}").click()
    eventually(lambda: lines(facilitator)[1], "You may pass.")
    expect(agreement.locator("summary", has_text="You may pass.")).to_be_focused()
    agreement.locator("summary", has_text=STARTER[0]).click()
    agreement.get_by_role("button", name=f"Move down {STARTER[0]}").click()
    eventually(lambda: lines(facilitator)[:2], ["You may pass.", STARTER[0]])
    agreement.get_by_role("button", name=f"Remove {STARTER[0]}").click()
    eventually(lambda: STARTER[0] in lines(facilitator), wanted=False)
    for _ in range(4):
        agreement.get_by_role("button", name="Undo", exact=True).click()
        expect(laptop.said).to_have_text("Undone. The list is as it was before.")
        laptop.page.wait_for_timeout(200)
    eventually(lambda: lines(facilitator), STARTER)


def test_approved_answers_to_question_four_can_be_added(
    laptop: Laptop, facilitator: Facilitator
) -> None:
    facilitator.question("q4", "open")
    people(facilitator, "q4", ideas("Take a walk after an hour"), ideas("No jokes about it"))
    facilitator.question("q4", "closed")
    for answer in facilitator.answers("q4"):
        facilitator.decide(answer, "approved")
    agreement = panel(laptop)
    laptop.press("Begin with the starter list")
    expect(agreement.get_by_text("From Question 4: what you approved")).to_be_visible()
    agreement.get_by_role("button", name="Add to the agreement No jokes about it").click()
    eventually(lambda: lines(facilitator)[-1], "No jokes about it")
    expect(agreement.get_by_role("button", name="Add to the agreement")).to_have_count(1)
    laptop.is_accessible()


def test_the_wall_shows_it_and_the_room_agrees(
    browser: Browser, laptop: Laptop, facilitator: Facilitator
) -> None:
    panel(laptop)
    laptop.press("Begin with the starter list")
    laptop.press("Show it on the wall")
    watched = Watched(browser, WALL, locale="en-CA")
    wall = Wall(watched, facilitator)
    wall.open()
    expect(wall.page.get_by_role("heading", level=1)).to_have_text("Group agreement")
    expect(wall.page.get_by_role("listitem")).to_have_count(len(STARTER))
    accessible(wall.page)
    watched.close()
    laptop.press("The room agrees")
    eventually(lambda: facilitator.state()["agreement"]["agreed"], wanted=True)
    expect(panel(laptop)).to_contain_text("Agreed. A change of the list opens it again.")
    laptop.press("Talk about it again")
    eventually(lambda: facilitator.state()["agreement"]["agreed"], wanted=False)


def test_its_step_unfolds_it(laptop: Laptop, facilitator: Facilitator) -> None:
    facilitator.move("plan", agenda="two-hours")
    facilitator.move("go", step="s3")
    region = laptop.page.get_by_role("region", name="Group agreement")
    expect(region.get_by_role("button", name="The room agrees")).to_be_visible()


def test_it_is_one_tap_away_on_a_phone(phone: Phone) -> None:
    led = phone.facilitator
    opener = phone.page.get_by_role("button", name="Group agreement")
    expect(opener).to_be_hidden()
    led.write("agreement", "group", {"lines": STARTER, "agreed": False})
    phone.box.fill("half a tho")
    opener.click()
    dialog = phone.page.get_by_role("dialog", name="Group agreement")
    expect(dialog.get_by_role("listitem")).to_have_count(len(STARTER))
    accessible(phone.page)
    dialog.get_by_role("button", name="I can live with it").click()
    expect(dialog.get_by_role("button", name="I can live with it")).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(dialog.get_by_role("status")).to_have_text("Your word is counted. You can change it.")
    led.write("agreement", "group", {"lines": STARTER[:3], "agreed": False})
    expect(dialog.get_by_role("status")).to_have_text("The list was changed. Please read it again.")
    expect(dialog.get_by_role("listitem")).to_have_count(3)
    expect(dialog.get_by_role("button", name="I can live with it")).to_have_attribute(
        "aria-pressed", "false"
    )
    dialog.get_by_role("button", name="Not yet").click()
    expect(dialog.get_by_role("button", name="Not yet")).to_have_attribute("aria-pressed", "true")
    phone.page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(phone.box).to_have_value("half a tho")
    phone.reload()
    opener.click()
    expect(dialog.get_by_role("button", name="Not yet")).to_have_attribute("aria-pressed", "true")
    said = next(one for one in phone.person.entries() if one["kind"] == "consent")
    assert said["body"]["can_live_with_it"] is False
    assert "half a tho" not in json.dumps(phone.person.entries())
