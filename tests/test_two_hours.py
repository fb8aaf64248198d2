"""Two hours by the agenda, in a minute: board, wall, helper, and five phones of all sorts."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browsers import accessible, by_keyboard
from tests.hall import Hall
from tests.kit_process import KitProcess

pytestmark = pytest.mark.browser

SHOWS = """(state) => {
  Object.defineProperty(document, "visibilityState", { get: () => state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
GROUP = "Where the group is"


@pytest.fixture
def hall(browser: Browser, server: KitProcess) -> Iterator[Hall]:
    with ExitStack() as stack:
        yield Hall(browser, server, stack)


def sheet(phone: Page) -> Locator:
    """Return the question on the screen."""
    return phone.locator(".kit-reflect form.kit-card:visible")


def follows(phone: Page, number: int) -> None:
    """Go where the group is, unless the phone is there."""
    here = sheet(phone).get_by_text(f"Question {number} of 9").first
    offer = phone.get_by_role("region", name=GROUP)
    there = offer.locator("button, a").filter(has_text="Go there", visible=True)
    expect(here.or_(there).first).to_be_visible()
    if there.is_visible():
        there.click()
    expect(sheet(phone)).to_contain_text(f"Question {number} of 9")


def writes(phone: Page, text: str) -> None:
    """Answer the question on the screen."""
    sheet(phone).get_by_role("textbox").first.fill(text)
    phone.get_by_role("button", name="Send to the room").click()
    expect(sheet(phone).locator(".kit-status")).to_have_text(re.compile(r"^Sent \d"))


def says(phone: Page, word: str) -> None:
    """Say how one is, with a word."""
    phone.get_by_label(word, exact=True).check()
    phone.get_by_role("button", name="Send my word").click()
    expect(phone.get_by_text("Sent. You can change it until it is closed.")).to_be_visible()


def check(hall: Hall, name: str) -> Locator:
    """Return a check on the board, once its button was pressed."""
    card = hall.laptop.page.get_by_role("region", name=name)
    card.get_by_role("button", name="Ask it now").click()
    expect(hall.laptop.page.locator("[aria-busy=true]")).to_have_count(0)
    for page in (hall.laptop.page, hall.wall, hall.steady):
        accessible(page)
        by_keyboard(page)
    return card


def count(asked: Locator) -> None:
    """Close a check, with both presses."""
    asked.get_by_role("button", name="Close and count").click()
    asked.get_by_role("button", name="Yes, close and count").click()


def line(phone: Page) -> Locator:
    """Return what a phone says of the running step."""
    return phone.locator(".kit-group-line")


def arrive_and_agree(hall: Hall) -> None:
    """Steps 1 to 4: the door, the notice, the agreement, and a first reading."""
    hall.begins(1, "Maple Hall")
    expect(line(hall.steady)).to_contain_text("Now: Arrival, until about")
    asked = check(hall, "Check-in: as people arrive")
    expect(hall.wall.get_by_role("heading", level=1)).to_have_text("How are we as we arrive?")
    for phone in (hall.steady, hall.slow, hall.sleeper):
        says(phone, "Steady")
    says(hall.cut, "I pass")
    count(asked)
    expect(asked).to_contain_text("Too few answered, so nothing is shown.")
    hall.begins(2, "Maple Hall")
    hall.begins(3, "Group agreement")
    hall.steady.get_by_role("button", name="Group agreement").click()
    hall.steady.get_by_role("button", name="I can live with it").click()
    hall.steady.keyboard.press("Escape")
    hall.laptop.press("The room agrees")
    hall.begins(4, "What it is for")
    expect(hall.steady.get_by_role("link", name="Read along")).to_be_visible()
    hall.slow.get_by_role("link", name="Read along").click()


def write_and_talk(hall: Hall) -> None:
    """Steps 5 to 7: one writes on, one falls asleep, one loses the network."""
    hall.begins(5)
    follows(hall.steady, 2)
    writes(hall.steady, "What the law says")
    expect(hall.slow).to_have_url(re.compile("#kit-"))  # reads on, and is told there
    expect(hall.slow.get_by_role("region", name=GROUP)).to_contain_text("question 2")
    accessible(hall.slow)
    follows(hall.slow, 2)
    sheet(hall.slow).get_by_role("textbox").first.fill("half a tho")
    hall.sleeper.evaluate(SHOWS, "hidden")
    hall.begins(6, "What is here already?")
    hall.cut.context.set_offline(True)
    hall.begins(7)
    expect(hall.slow.get_by_role("region", name=GROUP)).to_contain_text("question 5")
    box = sheet(hall.slow).get_by_role("textbox").first
    expect(box).to_have_value("half a tho")  # offered, never moved
    follows(hall.slow, 5)
    writes(hall.slow, "Friendship centre")
    talk_at_tables(hall)


def table(phone: Page) -> Locator:
    """Return what a phone shows of its table, once it sits there."""
    card = phone.get_by_role("region", name="At your table")
    card.get_by_label("The number of your table").fill("4")
    card.get_by_role("button", name="Sit here").click()
    expect(card).to_contain_text("You are at table 4.")
    return card


def talk_at_tables(hall: Hall) -> None:
    """Step 7 goes on: two phones are one table, a helper writes for another; the room keeps."""
    mine = table(hall.slow)
    mine.get_by_role("button", name="Add this Friendship centre").click()
    follows(hall.steady, 5)
    theirs = table(hall.steady)
    expect(theirs).to_contain_text("Friendship centre")
    theirs.get_by_label("A line for the answer of the table").fill("A bus at night")
    theirs.get_by_role("button", name="Add the line").click()
    expect(mine).to_contain_text("A bus at night")
    hall.scribe.get_by_label("Number of the table").fill("2")
    hall.scribe.get_by_label("A line for the answer of the table").fill("The night nurse")
    hall.scribe.get_by_role("button", name="Add the line").click()
    expect(hall.laptop.chosen).to_contain_text("Table 2. Lines: 1")
    for page in (hall.laptop.page, hall.scribe, hall.steady):
        accessible(page)
        by_keyboard(page)
    hall.laptop.press("Close and review")
    hall.laptop.decide("The night nurse", "Approve")
    hall.laptop.press("Show approved tables on the screen")
    expect(hall.wall.locator(".kit-projector-answers")).to_have_text("The night nurse")
    kept = hall.laptop.page.get_by_role("region", name="What the room keeps")
    kept.get_by_role("button", name="Keep this The night nurse").click()
    hall.laptop.press("Let phones see the approved answers (the room)")
    shown = hall.steady.get_by_role("region", name="What the group may see")
    expect(shown).to_contain_text("The night nurse")
    for page in (hall.laptop.page, hall.wall, hall.steady):
        accessible(page)
        by_keyboard(page)


def rest_and_come_back(hall: Hall) -> None:
    """Steps 8 to 10: the break, in which everybody is reached again; then one comes late."""
    hall.begins(8, "Break")
    hall.laptop.press("+5 minutes")
    hall.cut.context.set_offline(False)
    for phone in (hall.cut, hall.sleeper):
        phone.evaluate(SHOWS, "visible")
    for phone in (hall.steady, hall.slow, hall.cut, hall.sleeper):
        expect(line(phone)).to_contain_text("Now: Break, until about")
    hall.begins(9)
    follows(hall.cut, 6)
    hall.begins(10)


def choose(hall: Hall) -> Page:
    """Steps 11 and 12: first steps from every phone, the wall, a vote; return the late phone."""
    late = hall.phone()
    expect(sheet(late)).to_contain_text("Question 8 of 9")  # begins where the group is
    hall.begins(11)
    for number, phone in enumerate((hall.steady, hall.slow, hall.sleeper, hall.cut, late)):
        follows(phone, 9)
        writes(phone, f"Meet on Monday {number}")
    hall.laptop.press("Close and review")
    for number in range(5):
        hall.laptop.decide(f"Meet on Monday {number}", "Approve")
    hall.laptop.press("Show approved on the screen")
    expect(hall.wall.locator(".kit-projector-answers > li")).to_have_count(5)
    hall.begins(12, "Choose together")
    choices = [{"id": f"o{number}", "text": f"Meet on Monday {number}"} for number in range(5)]
    vote = {"title": "Which first?", "options": choices, "dots": 2, "most": 2, "state": "open"}
    hall.led.write("vote", "v1", vote)
    for phone in (hall.steady, late):
        more = phone.get_by_role("button", name="One dot more for Meet on Monday 3")
        more.click()
        more.click()
        phone.get_by_role("button", name="Send my dots").click()
        expect(phone.get_by_text("Your dots are sent.")).to_be_visible()
    hall.laptop.press("Close and count")
    hall.laptop.press("Show it on the wall")
    expect(hall.wall.get_by_role("listitem").first).to_contain_text("Meet on Monday 3")
    expect(hall.wall.get_by_role("listitem").first).to_contain_text("Dots: 4")
    return late


def close(hall: Hall, late: Page) -> None:
    """Steps 13 and 14: thanks, the check-out, and the leaders' talk."""
    hall.begins(13, "Thank you for coming.")
    hall.laptop.press("One step back")
    expect(hall.wall.get_by_role("heading", level=1)).to_have_text("Choose together")
    hall.laptop.page.locator(".kit-now").get_by_role("button", name="Undo").click()
    expect(hall.wall.get_by_role("heading", level=1)).to_have_text("Thank you for coming.")
    expect(hall.wall.get_by_role("listitem").first).to_have_text(re.compile(r"^9-1-1"))
    phones = (hall.steady, hall.slow, hall.sleeper, hall.cut, late)
    for phone in phones:
        expect(phone.get_by_role("region", name="Thank you for coming")).to_be_visible()
    asked = check(hall, "Check-out: as people leave")
    for phone, word in zip(phones, ("At ease", "Steady", "Steady", "Heavy", "Uneasy"), strict=True):
        says(phone, word)
    expect(asked).to_contain_text("Phones that have answered: 5.")
    count(asked)
    expect(hall.wall.get_by_text("It is closed and counted.")).to_be_visible()
    asked.get_by_role("button", name="Show it on the wall").click()
    expect(hall.wall.get_by_role("listitem").nth(1)).to_have_text(re.compile(r"Steady\s*2$"))
    expect(asked.get_by_role("listitem")).to_have_count(5)
    hall.begins(14, "Thank you for coming.")
    expect(line(hall.steady)).to_be_hidden()


def end(hall: Hall) -> None:
    """The workshop is closed: phones say goodbye, and who leads has a list for the next day."""
    hall.led.change(state="closed")
    thanks = hall.steady.get_by_role("region", name="Thank you for coming")
    expect(thanks.get_by_role("button", name="Show the help lines")).to_be_visible()
    expect(thanks.get_by_role("button", name="Take back what is yours")).to_be_hidden()
    after = hall.laptop.page.get_by_role("region", name="After the evening")
    after.get_by_label("Thank the helpers, and Rosa.").check()
    for page in (hall.laptop.page, hall.wall, hall.steady):
        accessible(page)
        by_keyboard(page)


def test_an_evening_is_led_from_the_door_to_the_closing(hall: Hall) -> None:
    arrive_and_agree(hall)
    write_and_talk(hall)
    rest_and_come_back(hall)
    close(hall, choose(hall))
    hall.laptop.page.reload()
    hall.laptop.shown()
    expect(hall.laptop.page.locator(".kit-now")).to_contain_text("Step 14 of 14")
    state = hall.led.state()
    open_still = {key for key, one in state["questions"].items() if one == "open"}
    assert open_still == {"q2", "q6", "q8"}
    assert state["counts"]["q9"]["approved"] == 5
    end(hall)
