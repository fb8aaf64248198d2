"""Themes in the hall: sorted on the board without dragging, undone, on the wall, voted on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Route, expect

from tests.browsers import PHONE, Watched, accessible
from tests.people import Facilitator
from tests.widgets.laptop import Laptop, eventually, ideas, laptop_of, people
from tests.widgets.test_projector import WALL, Wall

pytestmark = pytest.mark.browser
RIDE, BUS, HOTEL, STAFF = "A safe ride home", "Rides for youth", "Ask the hotels", "Hotel staff"
ALONE = "Wait a year"


@pytest.fixture
def led(facilitator: Facilitator) -> Facilitator:
    """A workshop whose third question is closed, with five approved ideas."""
    facilitator.question("q3", "open")
    people(facilitator, "q3", ideas(RIDE, HOTEL), ideas(BUS), ideas(STAFF), ideas(ALONE))
    facilitator.question("q3", "closed")
    for answer in facilitator.answers("q3"):
        facilitator.decide(answer, "approved")
    return facilitator


@pytest.fixture
def laptop(browser: Browser, led: Facilitator) -> Iterator[Laptop]:
    with laptop_of(led, browser) as made:
        yield made


def panel(laptop: Laptop) -> Locator:
    """Unfold the themes of the third question."""
    laptop.choose("How to start")
    found = laptop.page.get_by_role("region", name="Themes", exact=True)
    if found.locator("> details[open]").count() == 0:
        found.locator("> details > summary").click()
    expect(found.get_by_text("3. How to start")).to_be_visible()
    return found


def theme(themes: Locator, title: str) -> Locator:
    return themes.get_by_role("region", name=title, exact=True)


def sorted_in(led: Facilitator) -> dict[str, list[str]]:
    told = led.themes("q3")
    texts = {card["id"]: card["text"] for card in told["cards"]}
    return {one["title"]: [texts[card] for card in one["cards"]] for one in told["themes"]}


def make_theme(laptop: Laptop, themes: Locator, title: str, *cards: str) -> None:
    for text in cards:
        themes.get_by_label(text, exact=True).first.check()
    themes.get_by_label("Name of a new theme").fill(title)
    laptop.press(f"Make the theme with {len(cards)} in it" if cards else "Make the theme")
    expect(laptop.said).to_have_text(f"New theme: {title}")


def test_ideas_are_ticked_and_put_where_they_go(laptop: Laptop, led: Facilitator) -> None:
    themes = panel(laptop)
    expect(themes.get_by_role("heading", name="Not in a theme yet: 5")).to_be_visible()
    laptop.press("Make the theme")
    expect(themes.get_by_role("alert")).to_have_text("Give the theme a name first.")
    expect(themes.get_by_label("Name of a new theme")).to_be_focused()
    laptop.is_accessible()
    make_theme(laptop, themes, "Rides", RIDE)
    expect(themes.get_by_role("heading", name="Not in a theme yet: 4")).to_be_visible()
    rides = theme(themes, "Rides")
    put = rides.get_by_role("button", name="Put ticked ideas here")
    expect(put).to_have_attribute("aria-disabled", "true")
    themes.get_by_label(BUS).check()
    themes.get_by_label(ALONE).check()
    expect(themes.get_by_text("Ticked: 2")).to_be_visible()
    rides.get_by_role("button", name="Put 2 here").click()
    expect(laptop.said).to_have_text("Put into “Rides”: 2")
    assert set(sorted_in(led)["Rides"]) == {RIDE, BUS, ALONE}
    rides.get_by_role("button", name=f"Take out {ALONE}").click()
    expect(rides.get_by_role("listitem")).to_have_count(2)
    assert laptop.focused().startswith("Take out")
    mark = themes.get_by_role("button", name=f"Minority view {ALONE}")
    mark.click()
    expect(mark).to_have_attribute("aria-pressed", "true")
    expect(themes.get_by_text("(minority view)")).to_be_visible()
    laptop.is_accessible()


def test_an_idea_stands_in_two_themes_and_two_become_one(laptop: Laptop, led: Facilitator) -> None:
    themes = panel(laptop)
    make_theme(laptop, themes, "Rides", RIDE)
    make_theme(laptop, themes, "Safety", RIDE, ALONE)
    assert sorted_in(led)["Rides"] == [RIDE]
    assert set(sorted_in(led)["Safety"]) == {RIDE, ALONE}
    safety = theme(themes, "Safety")
    safety.get_by_text("Change this theme").click()
    laptop.is_accessible()
    safety.get_by_label("Name of the theme").fill(" ")
    safety.get_by_role("button", name="Save the name").click()
    expect(laptop.said).to_have_text("Give the theme a name first.")
    expect(safety.get_by_label("Name of the theme")).to_be_focused()
    safety.get_by_label("Name of the theme").fill("Safe on the way home at night, all of us")
    expect(safety.get_by_role("status")).to_contain_text("A shorter name is easier to read")
    safety.get_by_role("button", name="Save the name").click()
    safety = theme(themes, "Safe on the way home at night, all of us")
    expect(safety.get_by_role("button", name="Save the name")).to_be_focused()
    up = safety.get_by_role("button", name="Move up")
    up.click()
    expect(up).to_have_attribute("aria-disabled", "true")
    expect(up).to_be_focused()
    assert list(sorted_in(led))[1] == "Rides"
    safety.get_by_role("button", name="Put all of it into").click()
    expect(themes.get_by_role("heading", name="Rides (2)")).to_be_focused()
    assert set(sorted_in(led)["Rides"]) == {RIDE, ALONE}


def test_every_move_is_undone_in_turn(laptop: Laptop, led: Facilitator) -> None:
    themes = panel(laptop)
    undo = themes.get_by_role("button", name="Undo")
    expect(undo).to_have_attribute("aria-disabled", "true")
    make_theme(laptop, themes, "Rides", RIDE, BUS)
    rides = theme(themes, "Rides")
    rides.get_by_text("Change this theme").click()
    rides.get_by_role("button", name="Drop this theme").click()
    expect(undo).to_be_focused()
    expect(laptop.said).to_contain_text("“Rides” is dropped. Its ideas are still here.")
    expect(themes.get_by_role("heading", name="Not in a theme yet: 5")).to_be_visible()
    undo.click()
    expect(rides.get_by_role("listitem")).to_have_count(2)
    expect(laptop.said).to_have_text("Undone. The themes are as they were before.")
    undo.click()
    expect(rides).to_have_count(0)
    expect(undo).to_have_attribute("aria-disabled", "true")
    assert sorted_in(led) == {}


def test_suggestions_say_why_and_are_taken_or_left(laptop: Laptop, led: Facilitator) -> None:
    themes = panel(laptop)
    laptop.press("Suggest groups")
    expect(themes.get_by_text("Groups found: 2. Ideas that fit nowhere: 1.")).to_be_visible()
    expect(themes.get_by_text("Because of: ride")).to_be_visible()
    assert sorted_in(led) == {}
    laptop.is_accessible()
    themes.get_by_role("button", name="Leave it Hotel").click()
    expect(themes.get_by_role("heading", name="Ride (2)")).to_be_focused()
    themes.get_by_role("button", name="Take this Ride").click()
    expect(themes.get_by_role("button", name="Suggest groups")).to_be_focused()
    expect(themes.get_by_text("Groups found")).to_have_count(0)
    eventually(lambda: {t: set(i) for t, i in sorted_in(led).items()}, {"Ride": {RIDE, BUS}})
    make_theme(laptop, themes, "The rest", HOTEL, STAFF, ALONE)
    laptop.press("Suggest groups")
    expect(themes.get_by_text("Every approved idea stands in a theme.")).to_have_count(2)


def test_the_table_is_the_same_in_rows(laptop: Laptop) -> None:
    themes = panel(laptop)
    make_theme(laptop, themes, "Rides", RIDE, BUS)
    make_theme(laptop, themes, "Safety", RIDE)
    themes.get_by_role("button", name=f"Minority view {ALONE}").click()
    laptop.press("Show as a table")
    table = themes.get_by_role("table", name="Ideas and their themes")
    for idea, told in (
        (RIDE, ["Rides; Safety", "No"]),
        (BUS, ["Rides", "No"]),
        (ALONE, ["In none yet", "Yes"]),
    ):
        expect(table.get_by_role("row", name=idea).get_by_role("cell")).to_have_text(told)
    expect(themes.get_by_label("Name of a new theme")).to_be_hidden()
    laptop.is_accessible()
    laptop.press("Show as a table")
    expect(themes.get_by_label("Name of a new theme")).to_be_visible()


def test_the_keyboard_alone_sorts(laptop: Laptop, led: Facilitator) -> None:
    themes = panel(laptop)
    themes.locator("> details > summary").focus()
    laptop.tab_to(RIDE)
    laptop.page.keyboard.press("Space")
    laptop.tab_to("Name of a new theme")
    laptop.page.keyboard.type("Rides")
    laptop.page.keyboard.press("Enter")
    eventually(lambda: sorted_in(led), {"Rides": [RIDE]})
    themes.locator("> details > summary").focus()
    laptop.tab_to("Undo")
    laptop.page.keyboard.press("Enter")
    eventually(lambda: sorted_in(led), {})


def test_on_a_narrow_page_by_touch(browser: Browser, led: Facilitator) -> None:
    with laptop_of(led, browser, PHONE) as laptop:
        themes = panel(laptop)
        make_theme(laptop, themes, "Rides", RIDE, BUS)
        laptop.press("Show as a table")
        laptop.is_accessible()
        width = laptop.page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"]


def test_what_is_kept_back_and_what_another_page_sorts_is_seen(
    laptop: Laptop, led: Facilitator
) -> None:
    themes = panel(laptop)
    make_theme(laptop, themes, "Rides", BUS)
    answer = next(one for one in led.answers("q3") if BUS in one["body"]["items"])
    led.decide(answer, "kept_back")
    expect(themes.get_by_text("Nothing stands here yet.")).to_be_visible()
    led.decide(answer, "approved")
    expect(theme(themes, "Rides").get_by_role("listitem")).to_have_count(1)
    led.sort("q3", "new", title="From another page")
    expect(theme(themes, "From another page")).to_be_visible()
    expect(themes.get_by_role("button", name="Undo")).to_have_attribute("aria-disabled", "true")
    led.question("q3", "open")
    expect(themes).to_be_hidden()


def test_two_quick_moves_are_both_undone(laptop: Laptop, led: Facilitator) -> None:
    themes = panel(laptop)
    make_theme(laptop, themes, "Rides", RIDE, BUS)
    held: list[Route] = []
    slow = [True]

    def meet(route: Route) -> None:
        held.append(route) if slow else route.continue_()

    laptop.page.route("**/themes/q3", meet)
    first, second = (
        themes.get_by_role("button", name=f"Minority view {idea}").first for idea in (ALONE, RIDE)
    )
    with laptop.page.expect_request("**/themes/q3"):
        first.click()
    second.click()
    slow.clear()
    for route in held:
        route.continue_()
    expect(laptop.page.locator("[aria-busy=true]")).to_have_count(0)
    undo = themes.get_by_role("button", name="Undo")
    eventually(lambda: len(led.themes("q3")["minority"]), 2)
    for left in (1, 0):
        expect(undo).to_have_attribute("aria-disabled", "false")
        undo.click()
        eventually(lambda: len(led.themes("q3")["minority"]), left)
    expect(undo).to_have_attribute("aria-disabled", "false")


def test_the_wall_shows_themes_and_a_vote_takes_them(
    browser: Browser, laptop: Laptop, led: Facilitator
) -> None:
    watched = Watched(browser, WALL, locale="en-CA")
    wall = Wall(watched, led)
    wall.open()
    themes = panel(laptop)
    make_theme(laptop, themes, "Rides", RIDE, BUS)
    make_theme(laptop, themes, "Later", ALONE)
    themes.get_by_role("button", name=f"Minority view {ALONE}").click()
    laptop.press("Show the themes on the wall")
    expect(wall.page.get_by_role("heading", level=1)).to_have_text("Themes: How to start")
    headings = wall.page.get_by_role("heading", level=2)
    expect(headings).to_have_text(["Rides", "Later", "In no theme"])
    expect(wall.page.get_by_text(f"{ALONE} (minority view)")).to_be_attached()
    accessible(wall.page)
    expect(laptop.page.get_by_text("On the wall now: the themes of Question 3")).to_be_visible()
    voting = laptop.page.get_by_role("region", name="Dot vote", exact=True)
    voting.locator("> details > summary").click()
    voting.get_by_text("Make a new vote").click()
    laptop.press("Take its themes")
    expect(voting.get_by_role("status")).to_contain_text("Nobody has sorted that question")
    voting.get_by_label("Take what was approved of").select_option("3. How to start")
    laptop.press("Take its themes")
    expect(voting.get_by_label("What can be chosen?")).to_have_value("Rides\nLater")
    led.question("q3", "open")
    expect(wall.page.get_by_text("There are no themes yet.")).to_be_visible()
    watched.close()
