"""Alone, at the table, in the room: from the first line on a phone to what the room keeps."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browsers import PHONE, Watched, accessible
from tests.kit_process import KitProcess
from tests.people import Facilitator, Helper, Participant
from tests.room.test_table_talk import line, said, say, sit
from tests.widgets.laptop import Laptop, carry, laptop_of
from tests.widgets.phone import Phone
from tests.widgets.test_projector import WALL, Wall

pytestmark = pytest.mark.browser
QUESTION = "q5"


@pytest.fixture
def neighbour(server: KitProcess, facilitator: Facilitator) -> Participant:
    """Somebody else at table 4."""
    found = Participant.joined(server.url, facilitator.known()["join_code"])
    assert sit(found, 4).ok
    return found


@pytest.fixture
def laptop(browser: Browser, facilitator: Facilitator) -> Iterator[Laptop]:
    with laptop_of(facilitator, browser) as made:
        yield made


def at_tables(facilitator: Facilitator) -> None:
    facilitator.write("question", QUESTION, {"state": "open", "tables": True})


def card(phone: Phone) -> Locator:
    """What the phone shows of its table."""
    return phone.page.get_by_role("region", name="At your table")


def sit_down(phone: Phone, number: str) -> None:
    card(phone).get_by_label("The number of your table").fill(number)
    card(phone).get_by_role("button", name="Sit here").click()


def lines(where: Locator) -> Locator:
    """The lines of a table, as they can be changed."""
    return where.locator("li:has(button:text('Remove'))")


def test_a_phone_joins_a_table_and_writes_with_it(
    phone: Phone, facilitator: Facilitator, neighbour: Participant
) -> None:
    phone.go(5)
    expect(card(phone)).to_be_hidden()
    at_tables(facilitator)
    expect(card(phone)).to_be_visible()
    sit_down(phone, "100")
    expect(card(phone).get_by_role("alert")).to_contain_text("from 1 to 99")
    accessible(phone.page)
    sit_down(phone, "4")
    expect(card(phone).get_by_role("heading", name="At your table")).to_be_focused()
    expect(card(phone)).to_contain_text("You are at table 4.")
    card(phone).get_by_label("A line for the answer").fill("The friendship centre")
    card(phone).get_by_role("button", name="Add the line").click()
    expect(lines(card(phone))).to_contain_text(["The friendship centre"])
    expect(card(phone).get_by_label("A line for the answer")).to_be_focused()
    assert said(neighbour) == ["The friendship centre"]
    say(neighbour, line("The night bus"))
    expect(lines(card(phone))).to_contain_text(["The friendship centre", "The night bus"])
    accessible(phone.page)
    phone.reload()
    phone.go(5)
    expect(lines(card(phone))).to_have_count(2)
    assert phone.problems == []


def test_what_one_wrote_alone_goes_to_the_table_only_by_a_press(
    phone: Phone, facilitator: Facilitator, neighbour: Participant
) -> None:
    phone.go(5)
    at_tables(facilitator)
    phone.box.fill("Food bank\nSchool nurse")
    phone.press("Send to the room")
    sit_down(phone, "4")
    offer = card(phone).get_by_role("button", name="Add this School nurse")
    expect(offer).to_be_visible()
    assert said(neighbour) == []
    offer.press("Enter")
    expect(lines(card(phone))).to_contain_text(["School nurse"])
    expect(offer).to_have_count(0)
    expect(card(phone).get_by_role("button", name="Add this Food bank")).to_be_visible()
    assert said(neighbour) == ["School nurse"]
    lines(card(phone)).get_by_role("button", name="Remove School nurse").click()
    back = card(phone).get_by_role("button", name="Put it back")
    expect(back).to_be_focused()
    assert said(neighbour) == []
    back.press("Enter")
    expect(lines(card(phone))).to_contain_text(["School nurse"])


def test_two_who_change_one_line_see_both_versions(
    phone: Phone, facilitator: Facilitator, neighbour: Participant
) -> None:
    at_tables(facilitator)
    say(neighbour, line("Bus", name="bus"))
    phone.go(5)
    sit_down(phone, "4")
    lines(card(phone)).get_by_role("button", name="Change Bus").click()
    box = card(phone).locator("li").get_by_label("Change this line")
    expect(box).to_be_focused()
    box.fill("School bus")
    say(neighbour, line("Night bus", was="Bus", name="bus"))
    expect(card(phone)).to_contain_text("It says now: Night bus")
    expect(box).to_have_value("School bus")
    accessible(phone.page)
    card(phone).get_by_role("button", name="Save").click()
    expect(lines(card(phone))).to_contain_text(["School bus"])
    assert said(neighbour) == ["School bus"]


def test_a_line_that_is_being_changed_stays_when_a_neighbour_removes_it(
    phone: Phone, facilitator: Facilitator, neighbour: Participant
) -> None:
    at_tables(facilitator)
    say(neighbour, line("Bus", name="bus"))
    phone.go(5)
    sit_down(phone, "4")
    lines(card(phone)).get_by_role("button", name="Change Bus").click()
    box = card(phone).locator("li").get_by_label("Change this line")
    box.fill("School bus, twice a day")
    say(neighbour, {"do": "remove", "line": "bus", "was": "Bus"})
    expect(card(phone).get_by_role("status").first).to_contain_text("removed this line")
    expect(box).to_have_value("School bus, twice a day")
    phone.reload()
    phone.go(5)
    expect(card(phone)).to_contain_text("Nothing is written for this table yet.")
    say(neighbour, line("Bus", name="bus"))
    expect(box).to_have_value("School bus, twice a day")
    card(phone).get_by_role("button", name="Save").click()
    expect(lines(card(phone))).to_contain_text(["School bus, twice a day"])


def test_a_second_tab_at_another_table_is_noticed(
    phone: Phone, facilitator: Facilitator, neighbour: Participant
) -> None:
    at_tables(facilitator)
    phone.go(5)
    sit_down(phone, "4")
    expect(card(phone)).to_contain_text("You are at table 4.")
    field = card(phone).get_by_label("A line for the answer")
    field.fill("Meant for table four")
    sit(phone.person, 7, revision=1)
    card(phone).get_by_role("button", name="Add the line").click()
    expect(card(phone)).to_contain_text("You are at table 7.")
    expect(field).to_have_value("")
    assert said(neighbour) == []
    card(phone).get_by_role("button", name="Another table").click()
    sit_down(phone, "4")
    expect(field).to_have_value("Meant for table four")


def test_words_for_the_table_wait_for_the_network(
    phone: Phone, facilitator: Facilitator, neighbour: Participant
) -> None:
    at_tables(facilitator)
    phone.go(5)
    sit_down(phone, "4")
    field = card(phone).get_by_label("A line for the answer")
    expect(field).to_be_visible()
    phone.page.route("**/table/q5/4", lambda route: route.abort())
    field.fill("The hotel")
    card(phone).get_by_role("button", name="Add the line").click()
    expect(card(phone).locator(".kit-table-said")).to_contain_text("Not sent yet, trying again")
    expect(field).to_have_value("The hotel")
    phone.page.unroute("**/table/q5/4")
    expect(lines(card(phone))).to_contain_text(["The hotel"])
    expect(field).to_have_value("")
    assert said(neighbour) == ["The hotel"]


def test_a_line_that_was_not_added_is_there_after_a_reload(
    phone: Phone, facilitator: Facilitator
) -> None:
    at_tables(facilitator)
    phone.go(5)
    sit_down(phone, "4")
    card(phone).get_by_label("A line for the answer").fill("Half a thou")
    phone.reload()
    phone.go(5)
    expect(card(phone).get_by_label("A line for the answer")).to_have_value("Half a thou")


def test_a_helper_writes_for_a_table(
    browser: Browser, facilitator: Facilitator, neighbour: Participant
) -> None:
    at_tables(facilitator)
    watched = Watched(browser, PHONE, locale="en-CA")
    code = facilitator.known()["scribe_code"]
    carry(watched.context, Helper.entered(facilitator.url, "scribe", code))
    page = watched.page()
    page.goto(f"{facilitator.url}/scribe")
    page.get_by_label("Number of the table").fill("4")
    expect(page.get_by_text("Nothing is written for this table yet.")).to_be_visible()
    page.get_by_label("A line for the answer of the table").fill("Said aloud")
    page.get_by_role("button", name="Add the line").click()
    expect(page.get_by_text("The table has it.")).to_be_visible()
    assert said(neighbour) == ["Said aloud"]
    page.get_by_label("Number of the table").fill("7")
    expect(page.get_by_text("Said aloud")).to_have_count(0)
    accessible(page)
    watched.close()


def test_from_the_tables_to_what_the_room_keeps(
    browser: Browser, laptop: Laptop, facilitator: Facilitator, neighbour: Participant, phone: Phone
) -> None:
    laptop.choose("Local help")
    laptop.press("Bring it to the tables too")
    expect(laptop.chosen).to_contain_text("No table has written yet.")
    say(neighbour, line("The night bus"))
    expect(laptop.chosen).to_contain_text("Table 4. Lines: 1")
    laptop.is_accessible()
    laptop.press("Close and review")
    expect(laptop.answer("Table 4")).to_contain_text("The night bus")
    laptop.decide("The night bus", "Approve")
    kept = laptop.page.get_by_role("region", name="What the room keeps")
    kept.get_by_role("button", name="Keep this The night bus").click()
    expect(kept.locator(".kit-edited-lines summary")).to_have_text(["The night bus"])
    kept.get_by_label("A line of the room's own").fill("We ask for one at ten")
    kept.get_by_role("button", name="Keep it").click()
    expect(kept.locator(".kit-edited-lines > li")).to_have_count(2)
    laptop.is_accessible()
    watched = Watched(browser, WALL, locale="en-CA")
    wall = Wall(watched, facilitator)
    wall.open()
    kept.get_by_role("button", name="Show what the room keeps").click()
    expect(wall.page.locator(".kit-slide")).to_contain_text("We ask for one at ten")
    expect(wall.page.locator(".kit-slide")).to_contain_text("What the room keeps")
    laptop.press("Show approved tables on the screen")
    expect(wall.page.locator(".kit-slide")).to_contain_text("From the tables")
    expect(wall.page.locator(".kit-slide")).not_to_contain_text("We ask for one at ten")
    watched.close()
    phone.go(5)
    expect(phone.page.get_by_role("region", name="What the group may see")).to_be_hidden()
    laptop.press("Let phones see the approved answers (the room)")
    shown = phone.page.get_by_role("region", name="What the group may see")
    expect(shown).to_contain_text("We ask for one at ten")
    expect(shown).not_to_contain_text("From the tables")
    accessible(phone.page)
    kept.get_by_role("button", name="Undo").click()
    expect(kept.locator(".kit-edited-lines > li")).to_have_count(1)
    expect(shown).not_to_contain_text("We ask for one at ten")
