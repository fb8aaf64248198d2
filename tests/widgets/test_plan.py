"""The action plan on the board: from first steps to who, by when; on the wall; all undone."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browsers import Watched, accessible
from tests.people import Facilitator
from tests.widgets.laptop import Laptop, eventually, laptop_of, people
from tests.widgets.test_projector import WALL, Wall

pytestmark = pytest.mark.browser
STEP = "Ask the action team to come"


@pytest.fixture
def laptop(browser: Browser, facilitator: Facilitator) -> Iterator[Laptop]:
    with laptop_of(facilitator, browser) as made:
        yield made


def panel(laptop: Laptop) -> Locator:
    """Unfold the plan on the board."""
    found = laptop.page.get_by_role("region", name="Action plan")
    if found.locator("> details[open]").count() == 0:
        found.locator("> details > summary").click()
    return found


def actions(facilitator: Facilitator) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = facilitator.state()["plan"]["actions"]
    return found


def test_an_action_is_added_made_clear_removed_and_brought_back(
    laptop: Laptop, facilitator: Facilitator
) -> None:
    plan = panel(laptop)
    plan.get_by_text("Add an action").click()
    laptop.press("Add it")
    expect(plan.get_by_role("alert").filter(visible=True)).to_have_text("Say first what is done.")
    plan.get_by_label("What is done").fill("Posters")
    laptop.is_accessible()
    laptop.press("Add it")
    row = plan.locator(".kit-plan-list > li").first
    expect(row).to_contain_text("nobody yet, no day yet · Not begun")
    expect(row).to_contain_text("say it so that others could do it, who does it, by when")
    row.locator("summary").click()
    row.get_by_label("What is done").fill("Posters in every washroom")
    row.get_by_label("Who does it").fill("The youth council")
    row.get_by_label("By when").fill("2099-12-31")
    row.get_by_label("Status").select_option("Begun")
    laptop.is_accessible()
    row.get_by_role("button", name="Save").click()
    expect(row).to_contain_text("The youth council, by December 31, 2099 · Begun")
    expect(row).to_contain_text("Complete and clear.")
    expect(row.locator("summary")).to_be_focused()
    row.locator("summary").click()
    row.get_by_role("button", name="Remove").click()
    eventually(lambda: actions(facilitator), [])
    expect(plan.get_by_role("button", name="Undo")).to_be_focused()
    plan.get_by_role("button", name="Undo").click()
    eventually(lambda: [one["who"] for one in actions(facilitator)], ["The youth council"])


def test_first_steps_become_actions_and_the_wall_shows_them(
    browser: Browser, laptop: Laptop, facilitator: Facilitator
) -> None:
    facilitator.question("q9", "open")
    people(facilitator, "q9", {"shape": "action", "action": STEP})
    facilitator.question("q9", "closed")
    facilitator.decide(facilitator.answers("q9")[0], "approved")
    plan = panel(laptop)
    plan.get_by_role("button", name=f"Make it an action {STEP}").click()
    eventually(lambda: [one["what"] for one in actions(facilitator)], [STEP])
    expect(plan.get_by_role("button", name="Make it an action")).to_have_count(0)
    plan.get_by_label("When does the group look at it again?").fill("2099-01-31")
    laptop.press("Save the day")
    eventually(lambda: facilitator.state()["plan"]["review_on"], "2099-01-31")
    laptop.press("Show it on the wall")
    watched = Watched(browser, WALL, locale="en-CA")
    wall = Wall(watched, facilitator)
    wall.open()
    expect(wall.page.get_by_role("heading", level=1)).to_have_text("What we do next")
    expect(wall.page.get_by_role("listitem").first).to_contain_text(STEP)
    expect(wall.page.get_by_text("We look at it again on January 31, 2099.")).to_be_visible()
    accessible(wall.page)
    watched.close()


def test_the_plan_can_be_finished_after_closing(laptop: Laptop, facilitator: Facilitator) -> None:
    facilitator.write("action", "a1", {"what": STEP})
    facilitator.change(state="closed")
    plan = panel(laptop)
    row = plan.locator(".kit-plan-list > li").first
    row.locator("summary").click()
    row.get_by_label("Who does it").fill("The library")
    facilitator.write("action", "a1", {"what": STEP, "with_what": "A letter"})  # another page
    row.get_by_role("button", name="Save").click()
    eventually(
        lambda: [(one["who"], one["with_what"]) for one in actions(facilitator)],
        [("The library", "A letter")],
    )
