"""A phone that reads a section: the pause, and where the group is."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import LAPTOP, PHONE, Watched, accessible
from tests.kit_process import KitProcess
from tests.people import Facilitator
from tests.widgets.laptop import carry
from tests.widgets.reader import Reader, asks, pauses
from workshop_kit.widgets.asset import module
from workshop_kit.widgets.here_words import here_told, here_words

TEXT_SIZE = "size => { document.documentElement.dataset.textSize = size }"


def test_every_word_that_it_says_is_given_and_every_given_one_is_said() -> None:
    assert set(re.findall(r"\bwords\.([a-z_]+)", module("here.js"))) == set(here_words())


def test_it_knows_questions_by_number_and_topic_alone() -> None:
    assert {key: set(one) for key, one in here_told()["questions"].items()} == {
        f"q{number}": {"number", "topic"} for number in range(1, 10)
    }


def shown(page: Page) -> float:
    """Return how far down the page is."""
    return float(page.evaluate("window.scrollY"))


pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["welcome", "get-informed", "resources"])
def test_a_pause_comes_and_goes_and_the_place_stays(
    reader: Reader, facilitator: Facilitator, path: str
) -> None:
    page = reader.open(path)
    cells = page.locator("#kit-cells")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("#kit-progress:not([data-state=done])")).to_have_count(0)
    page.evaluate("window.scrollTo(0, 300)")
    pauses(facilitator, paused=True)
    expect(reader.calm).to_contain_text("What you wrote is safe.")
    said = page.get_by_role("status").filter(has_text="A pause. Take a breath.")
    expect(said).to_have_count(1)
    expect(cells).to_be_hidden()
    expect(page.get_by_role("navigation", name="Before and next")).to_be_hidden()
    accessible(page)
    reader.calm.get_by_role("button", name="Go on reading").click()
    expect(cells).to_be_visible()
    assert shown(page) == 300
    pauses(facilitator, paused=False)
    facilitator.question("q4", "open")  # who is told of it has heard that the pause is over
    expect(reader.offer).to_contain_text("The group is at question 4")
    pauses(facilitator, paused=True)
    expect(reader.calm).to_be_visible()
    pauses(facilitator, paused=False)
    expect(cells).to_be_visible()
    assert shown(page) == 300


def test_what_was_being_written_has_the_focus_again_after_a_pause(
    reader: Reader, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    box = reader.open("get-informed").locator(".kit-moment textarea").first
    box.fill("half a tho")
    pauses(facilitator, paused=True)
    expect(reader.calm.get_by_role("heading")).to_be_focused()
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    expect(box).to_be_focused()
    expect(box).to_have_value("half a tho")


def test_where_the_group_is_comes_without_moving_the_text_and_leads_to_the_question(
    reader: Reader, facilitator: Facilitator
) -> None:
    page = reader.open("resources")
    page.evaluate("window.scrollTo(0, 300)")
    heading = page.get_by_role("heading", level=2).filter(visible=True).nth(1)
    before = heading.bounding_box()
    asks(facilitator, "q5")
    expect(reader.offer).to_contain_text("The group is at question 5: Local help.")
    expect(reader.offer).to_be_in_viewport()
    assert heading.bounding_box() == before
    accessible(page)
    reader.offer.get_by_role("link", name="Go there").click()
    expect(page).to_have_url(re.compile(r"/reflect$"))
    sheet = page.locator(".kit-reflect form.kit-card:visible")
    expect(sheet).to_contain_text("Question 5 of 9")
    expect(sheet.get_by_role("heading").first).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    asks(facilitator, "q6")  # q5 was told on the page that was left
    expect(reader.offer).to_contain_text("The group is at question 6")


def test_who_has_written_elsewhere_is_moved_by_the_press_alone_and_loses_nothing(
    reader: Reader, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    page = reader.open("reflect")
    sheet = page.locator(".kit-reflect form.kit-card:visible")
    sheet.get_by_role("textbox").first.fill("half a tho")
    reader.open("welcome")
    facilitator.write("screen", "projector", {"show": "question", "question": "q5"})
    reader.offer.get_by_role("link", name="Go there").click()
    expect(sheet).to_contain_text("Question 5 of 9")
    page.reload()
    expect(sheet).to_contain_text("Question 5 of 9")
    page.get_by_role("button", name="All questions").click()
    page.locator(".kit-list button").first.click()
    expect(sheet.get_by_role("textbox").first).to_have_value("half a tho")


def test_staying_holds_on_the_next_page_too_until_the_group_moves(
    reader: Reader, facilitator: Facilitator
) -> None:
    page = reader.open("welcome")
    asks(facilitator, "q2")
    reader.offer.get_by_role("button", name="Stay here").press("Enter")
    expect(reader.offer.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("main")).to_be_focused()
    reader.open("resources")
    asks(facilitator, "q3")
    expect(reader.offer).to_contain_text("The group is at question 3")
    reader.open("resources")  # not read yet: it is told again
    expect(reader.offer).to_contain_text("The group is at question 3")
    asks(facilitator, "q2")
    expect(reader.offer).to_contain_text("The group is at question 2")
    accessible(page)


def test_a_question_that_the_section_asks_is_gone_to_in_place(
    reader: Reader, facilitator: Facilitator
) -> None:
    page = reader.open("get-informed")
    expect(page.locator("#kit-progress")).to_have_attribute("data-state", "done")
    asks(facilitator, "q2")
    reader.offer.get_by_role("button", name="Go there").click()
    expect(page.locator("#kit-q2 h3").first).to_be_focused()
    expect(page.locator("#kit-q2")).to_be_in_viewport()
    expect(reader.offer.get_by_role("button")).to_have_count(0)
    assert page.url.endswith("/get-informed")


def test_steps_lead_where_they_are_and_say_nothing_to_who_is_there(
    reader: Reader, facilitator: Facilitator
) -> None:
    facilitator.move("plan", agenda="two-hours")
    page = reader.open("welcome")
    facilitator.move("go", step="s8")
    expect(reader.offer).to_contain_text("Now: Break, until about")
    reader.offer.get_by_role("button", name="All right").click()
    facilitator.move("go", step="s6")
    reader.offer.get_by_role("link", name="Read along").click()
    expect(page).to_have_url(re.compile(r"/get-organized#kit-get-organized-in_place$"))
    facilitator.move("go", step="s3")
    expect(reader.offer).to_contain_text("Now: Group agreement")
    facilitator.move("go", step="s6")
    expect(reader.offer.get_by_role("status")).to_have_text("")  # it is read here
    assert page.url.endswith("in_place")


def test_a_vote_a_check_and_the_tables_are_told_one_after_the_other(
    reader: Reader, facilitator: Facilitator
) -> None:
    page = reader.open("resources")
    options = [{"id": f"o{number}", "text": f"Choice {number}"} for number in range(3)]
    vote = {"title": "Which first?", "options": options, "dots": 2, "most": 2, "state": "open"}
    facilitator.write("vote", "v1", vote)
    expect(reader.offer.get_by_role("status")).to_have_text("There is a vote on your phone.")
    facilitator.write("check", "check-in", {"state": "open", "hands": {}})
    facilitator.write("question", "q5", {"state": "open", "tables": True})
    accessible(page)
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate(TEXT_SIZE, "3")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for name in ("Go there", "Stay here"):
        box = reader.offer.get_by_text(name, exact=True).filter(visible=True).bounding_box()
        assert box
        assert box["height"] >= 44
    facilitator.write("vote", "v1", vote | {"state": "closed"})
    told = reader.offer.get_by_role("status")
    expect(told).to_have_text("You can say in one word how you are.")
    reader.offer.get_by_role("button", name="Stay here").press("Enter")
    expect(told).to_have_text("Your table can write its answer now.")
    expect(reader.offer.get_by_role("link", name="Go there")).to_have_attribute(
        "href", re.compile("/reflect#kit-q5$")
    )


def test_a_sort_is_told_to_who_has_not_sorted(reader: Reader, facilitator: Facilitator) -> None:
    facilitator.open_all()
    facilitator.question("q3", "closed")
    facilitator.sort("q3", "open_to_all")
    reader.open("welcome")
    expect(reader.offer).to_contain_text("You can sort ideas on your phone.")
    body = {"write_id": "mine", "revision": 0, "body": {"placed": {}, "names": []}}
    reader.person.good("PUT", reader.person.mine("entries/card_sort/q3"), body)
    reader.open("resources")
    expect(reader.page.get_by_role("heading", level=1)).to_be_visible()
    facilitator.write("check", "check-in", {"state": "open", "hands": {}})
    expect(reader.offer).to_contain_text("in one word how you are.")
    expect(reader.offer).not_to_contain_text("sort ideas")


def test_who_has_voted_is_not_asked_again_on_another_page(
    reader: Reader, facilitator: Facilitator
) -> None:
    options = [{"id": f"o{number}", "text": f"Choice {number}"} for number in range(3)]
    vote = {"title": "Which first?", "options": options, "dots": 2, "most": 2, "state": "open"}
    facilitator.write("vote", "v1", vote)
    body = {"write_id": "dots", "revision": 0, "body": {"dots": {"o1": 2}}}
    reader.person.good("PUT", reader.person.mine("entries/ballot/v1"), body)
    reader.open("welcome")
    asks(facilitator, "q4")
    expect(reader.offer.get_by_role("status")).to_have_text(
        "The group is at question 4: Hard conversations."
    )


def test_a_closed_room_leaves_nothing_and_so_does_leaving(
    browser: Browser, reader: Reader, facilitator: Facilitator
) -> None:
    page = reader.open("welcome")
    asks(facilitator, "q4")
    expect(reader.offer).to_contain_text("The group is at question 4")
    talk = page.locator("#kit-talk")
    expect(talk).to_be_attached()
    page.evaluate("window.dispatchEvent(new CustomEvent('kit:leaving'))")
    expect(talk).not_to_be_attached()
    expect(reader.offer).not_to_be_attached()
    other = Reader(browser, facilitator, PHONE)
    other.open("resources")
    pauses(facilitator, paused=True)
    expect(other.calm).to_be_visible()
    facilitator.change(state="closed")
    expect(other.calm).to_be_hidden()
    expect(other.page.locator("#kit-cells")).to_be_visible()
    other.helped()
    expect(other.page.locator("#kit-talk")).to_be_hidden()
    accessible(other.page)
    other.watched.close()


def test_a_page_asks_once_who_one_is_and_has_one_stream(reader: Reader) -> None:
    for path in ("welcome", "get-informed", "resources", "reflect"):
        reader.asked.clear()
        reader.open(path)
        expect(reader.page.locator("#kit-talk")).to_be_attached()
        expect(reader.page.locator("#kit-progress:not([data-state=done])")).to_have_count(0)
        rooms = [url.rsplit("/")[-1] for url in reader.asked if "/room/" in url]
        assert rooms == ["participant", "feed"], path


def test_who_leads_sees_nothing_of_it(browser: Browser, facilitator: Facilitator) -> None:
    asks(facilitator, "q4")
    pauses(facilitator, paused=True)
    watched = Watched(browser, LAPTOP, locale="en-CA")
    carry(watched.context, facilitator)
    page = watched.page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{facilitator.url}/welcome", wait_until="networkidle")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert [url for url in asked if "/room/" in url or "phone.js" in url] == []
    assert page.locator("#kit-here, .here, #kit-talk").count() == 0
    watched.close()


def test_a_stranger_is_asked_nothing(browser: Browser, server: KitProcess) -> None:
    watched = Watched(browser, PHONE, locale="en-CA")
    page = watched.page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("welcome", "helper", "bread"):
        page.goto(f"{server.url}/{path}", wait_until="networkidle")
        assert page.locator("#kit-here, .here, #kit-talk").count() == 0
    assert [url for url in asked if "/room/participant" in url or "phone.js" in url] == []
    watched.close()
