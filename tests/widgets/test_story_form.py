"""The group's own stories: written, changed, removed and brought back; nothing typed is lost."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import LAPTOP, PHONE, Watched, accessible
from tests.people import Facilitator, Participant
from tests.widgets.laptop import carry
from workshop_kit.widgets.asset import FOLDER
from workshop_kit.widgets.story_words import story_words

CODE = ("story_form.js", "story_fields.js", "story_list.js", "voice.js")
STORY = {"title": "A night at the rink", "did": "Posters", "partners": ["Minor hockey"]}


def opened(watched: Watched, person: Facilitator | Participant) -> Page:
    """Open the page with the stories."""
    carry(watched.context, person)
    page = watched.page()
    page.goto(f"{person.url}/stories")
    expect(page.get_by_role("region", name="A story of our own")).to_be_visible(timeout=60_000)
    return page


@pytest.fixture
def page(browser: Browser, facilitator: Facilitator) -> Iterator[Page]:
    watched = Watched(browser, LAPTOP, locale="en-CA")
    made = opened(watched, facilitator)
    expect(made.get_by_role("heading", name="Write down a story")).to_be_visible()
    yield made
    watched.close()


def stories(facilitator: Facilitator) -> list[dict[str, Any]]:
    """Return what the room has."""
    found = facilitator.good("GET", facilitator.mine("entries"))["entries"]
    return [one["body"] for one in found if one["kind"] == "story"]


def test_every_word_is_said_and_every_said_one_is_given() -> None:
    code = "".join((FOLDER / file).read_text(encoding="utf-8") for file in CODE)
    said = set(re.findall(r"\bwords\.([a-z_]+)", code))
    given = set(story_words())
    assert said - given == set()
    built = re.compile(r"_hint$")
    left = {name for name in given - said if not built.search(name)}
    assert {name for name in left if not re.search(rf"\b{name}\b", code)} == set()


@pytest.mark.browser
def test_a_story_is_written_by_keyboard_and_stays_inside_unless_ticked(
    page: Page, facilitator: Facilitator
) -> None:
    accessible(page)
    page.get_by_label("Title").focus()
    for typed in ("A night at the rink", "Posters", "Minor hockey\nSchool", "Two talks"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.keyboard.type("https://example.org/rink")
    page.keyboard.press("Enter")
    saved = page.get_by_role("listitem").filter(has_text="A night at the rink")
    expect(saved.get_by_text("Stays in this workshop.")).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value("")
    [body] = stories(facilitator)
    assert body == {
        "title": "A night at the rink",
        "did": "Posters",
        "partners": ["Minor hockey", "School"],
        "changed": "Two talks",
        "link": "https://example.org/rink",
        "public": False,
    }
    saved.get_by_role("button", name="Change").press("Enter")
    expect(page.get_by_label("Title")).to_be_focused()
    page.get_by_label("This may be told outside the room").check()
    accessible(page)
    page.get_by_role("button", name="Save the story").click()
    expect(saved.get_by_text("May be told outside.")).to_be_visible()
    assert [one["public"] for one in stories(facilitator)] == [True]
    accessible(page)


@pytest.mark.browser
def test_what_is_wrong_is_told_at_its_place(page: Page, facilitator: Facilitator) -> None:
    save = page.get_by_role("button", name="Save the story")
    save.click()
    expect(page.get_by_text("Give the story a title.")).to_be_visible()
    expect(page.get_by_label("Title")).to_be_focused()
    page.get_by_label("Title").fill("x" * 121)
    save.click()
    expect(page.get_by_text("“Title” is too long. Keep it under 120 characters.")).to_be_visible()
    page.get_by_label("Title").fill("A night")
    page.get_by_role("textbox", name="Link").fill("javascript:alert(1)")
    save.click()
    expect(page.get_by_role("textbox", name="Link")).to_be_focused()
    accessible(page)
    page.get_by_role("textbox", name="Link").fill("")
    page.get_by_label("Who worked together").fill("\n".join(["x"] * 51))
    save.click()
    expect(page.get_by_text("Name at most 50.")).to_be_visible()
    assert stories(facilitator) == []


@pytest.mark.browser
def test_a_removed_story_can_be_brought_back(page: Page, facilitator: Facilitator) -> None:
    facilitator.write("story", "s1", STORY)
    page.reload()
    saved = page.get_by_role("listitem").filter(has_text="A night at the rink")
    saved.get_by_role("button", name="Remove").click()
    expect(saved).to_have_count(0)
    assert stories(facilitator) == []
    undo = page.get_by_role("button", name="Undo: bring it back")
    expect(undo).to_be_focused()
    accessible(page)
    undo.press("Enter")
    expect(saved).to_be_visible()
    assert [one["title"] for one in stories(facilitator)] == ["A night at the rink"]


@pytest.mark.browser
def test_another_windows_change_is_shown_and_nothing_typed_is_lost(
    page: Page, facilitator: Facilitator
) -> None:
    facilitator.write("story", "s1", STORY)
    page.reload()
    saved = page.get_by_role("listitem").filter(has_text="rink")
    page.get_by_label("Title").fill("Another one, half written")
    saved.get_by_role("button", name="Change").click()
    page.get_by_label("Title").fill("My night at the rink")
    facilitator.write("story", "s1", STORY | {"title": "Their night at the rink"})
    page.get_by_role("button", name="Save the story").click()
    expect(page.get_by_text("This story was changed in another window.")).to_be_visible()
    expect(saved.get_by_role("heading", name="Their night at the rink")).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value("My night at the rink")
    page.get_by_role("button", name="Save the story").click()
    expect(saved.get_by_role("heading", name="My night at the rink")).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value("Another one, half written")
    assert [one["title"] for one in stories(facilitator)] == ["My night at the rink"]


@pytest.mark.browser
def test_a_phone_sees_an_invitation_and_lines_on_paper(
    browser: Browser, facilitator: Facilitator
) -> None:
    facilitator.write("story", "s1", STORY)
    watched = Watched(browser, PHONE, locale="en-CA")
    person = Participant.joined(facilitator.url, facilitator.known()["join_code"])
    page = opened(watched, person)
    expect(page.get_by_text("Tell the person who leads.")).to_be_visible()
    expect(page.get_by_label("Title")).to_have_count(0)
    assert "rink" not in page.locator("body").inner_text()
    accessible(page)
    page.emulate_media(media="print")
    expect(page.locator(".kit-story-paper i").first).to_be_visible()
    watched.close()
