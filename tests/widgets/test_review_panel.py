"""Questions and their review: nothing before closing, each decision with its way back."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.people import Facilitator, Helper
from tests.widgets.laptop import Laptop, eventually, ideas, laptop_of, people

WORRYING = "Something worrying"


@pytest.fixture
def laptop(browser: Browser, facilitator: Facilitator) -> Iterator[Laptop]:
    with laptop_of(facilitator, browser) as made:
        yield made


def decisions(facilitator: Facilitator) -> dict[str, str | None]:
    """Return what stands about each answer to question 3, by its first words."""
    return {one["body"]["items"][0]: one["decision"] for one in facilitator.answers("q3")}


def wall_of(facilitator: Facilitator) -> Helper:
    """Return a projector in the workshop."""
    return Helper.entered(facilitator.url, "projector", facilitator.known()["projector_code"])


@pytest.mark.browser
def test_from_an_open_question_to_the_wall(laptop: Laptop, facilitator: Facilitator) -> None:
    page = laptop.page
    wall = wall_of(facilitator)
    laptop.choose("How to start")
    laptop.press("Open this question")
    expect(laptop.said).to_have_text("Question 3 is open. Phones can answer it now.")
    expect(page.get_by_text("On the wall now: Question 3")).to_be_visible()
    eventually(lambda: (wall.state()["show"], wall.state()["question"]), ("question", "q3"))

    people(facilitator, "q3", ideas("A poster", "A talk"), ideas("A film"), ideas(WORRYING))
    people(facilitator, "q3", {"shape": "skipped"})
    expect(laptop.chosen.locator(".kit-counts")).to_contain_text("3 answered")
    expect(laptop.chosen.locator(".kit-counts")).to_contain_text("1 skipped")
    assert "A poster" not in page.content()

    laptop.press("Close and review")
    for words in ("A poster", "A talk", "A film", WORRYING):
        expect(laptop.answer(words)).to_be_visible()
    laptop.is_accessible()
    laptop.decide("A poster", "Approve")
    expect(laptop.answer("A poster")).to_contain_text("Approved")
    assert re.match(r"Undo answer \d of 3", laptop.focused())
    laptop.decide("A film", "Keep back")
    expect(laptop.answer("A film")).to_contain_text("Kept back")
    assert decisions(facilitator) == {"A poster": "approved", "A film": "kept_back", WORRYING: None}

    laptop.press("Show approved on the screen")
    expect(page.get_by_text("On the wall now: approved answers to Question 3")).to_be_visible()
    shown = [{"shape": "list", "items": ["A poster", "A talk"]}]
    eventually(lambda: wall.state()["answers"], shown)

    laptop.decide("A poster", "Undo")
    expect(laptop.answer("A poster").get_by_role("button", name="Approve")).to_be_focused()
    laptop.decide("A film", "Undo")
    expect(laptop.said).to_have_text("Undone. Nothing is decided about this answer.")
    eventually(lambda: set(decisions(facilitator).values()), {None})  # both undos say the same
    eventually(lambda: wall.state()["answers"], [])


@pytest.mark.browser
def test_setting_aside_leads_to_what_to_do(laptop: Laptop, facilitator: Facilitator) -> None:
    page = laptop.page
    facilitator.question("q3", "open")
    people(facilitator, "q3", ideas(WORRYING), ideas("A poster"))
    laptop.choose("How to start")
    laptop.press("Close and review")
    laptop.decide(WORRYING, "Set aside")
    guidance = page.get_by_role("dialog", name="An answer that worries you")
    for words in ("9-1-1", "1-800-663-9122", "Talk with Rosa", "Do not go looking for the writer"):
        expect(guidance).to_contain_text(words)
    laptop.is_accessible()
    page.keyboard.press("b")  # blank hides it too
    expect(guidance).to_be_hidden()
    expect(page.get_by_text(WORRYING)).to_be_hidden()
    page.keyboard.press("b")
    assert decisions(facilitator)[WORRYING] == "set_aside"

    expect(page.get_by_text(WORRYING)).to_be_hidden()
    page.get_by_text("Set aside: 1").click()
    expect(page.get_by_text(WORRYING)).to_be_hidden()
    page.get_by_text("Show the words").click()
    expect(page.get_by_text(WORRYING)).to_be_visible()
    laptop.is_accessible()
    laptop.press("What to do now")
    expect(guidance).to_be_visible()
    laptop.press("Back to the review")
    page.get_by_role("button", name="Undo of an answer that was set aside").click()
    approve = laptop.answer(WORRYING).get_by_role("button", name="Approve")
    expect(approve).to_be_focused()
    assert decisions(facilitator)[WORRYING] is None


@pytest.mark.browser
def test_approving_all_that_are_left_asks_first(laptop: Laptop, facilitator: Facilitator) -> None:
    page = laptop.page
    facilitator.question("q3", "open")
    people(facilitator, "q3", *(ideas(f"Idea {number}") for number in range(5)))
    facilitator.question("q3", "closed")
    laptop.choose("How to start")
    laptop.decide("Idea 0", "Keep back")
    laptop.press("Approve all that are left (4)")
    expect(
        page.get_by_text("This approves every answer that you have not decided on.")
    ).to_be_visible()
    page.keyboard.press("Escape")
    assert laptop.focused() == "Approve all that are left (4)"
    laptop.press("Approve all that are left (4)")
    laptop.press("Yes, approve 4")
    expect(laptop.chosen).to_contain_text("Not decided: 0. Approved: 4. Kept back: 1.")
    assert sorted(map(str, decisions(facilitator).values())) == ["approved"] * 4 + ["kept_back"]


@pytest.mark.browser
def test_an_answer_changed_after_its_review_is_not_reviewed(
    laptop: Laptop, facilitator: Facilitator
) -> None:
    laptop.choose("How to start")
    laptop.press("Open this question")
    expect(laptop.said).to_contain_text("is open")
    [writer, _other] = people(facilitator, "q3", ideas("First words"), ideas("Other words"))
    laptop.press("Close and review")
    laptop.press("Approve all that are left (2)")
    laptop.press("Yes, approve 2")
    expect(laptop.chosen).to_contain_text("Approved: 2.")
    laptop.press("Open again")
    expect(laptop.answer("First words")).to_be_hidden()
    expect(laptop.said).to_contain_text("is open")
    assert writer.put("q3", ideas("Second words"), revision=1).ok
    laptop.press("Close and review")
    expect(laptop.answer("Second words").get_by_role("button", name="Approve")).to_be_visible()
    expect(laptop.answer("Other words")).to_contain_text("Approved")


@pytest.mark.browser
def test_a_decision_about_words_that_changed_meanwhile_does_not_stand(
    laptop: Laptop, facilitator: Facilitator
) -> None:
    facilitator.question("q3", "open")
    [writer, _other] = people(facilitator, "q3", ideas("First words"), ideas("Other words"))
    facilitator.question("q3", "closed")
    laptop.choose("How to start")
    expect(laptop.answer("First words")).to_be_visible()

    def change_first(route: Route) -> None:
        facilitator.question("q3", "open")
        assert writer.put("q3", ideas("Second words"), revision=1).ok
        facilitator.question("q3", "closed")
        route.continue_()

    laptop.page.route("**/entries/review/*", change_first, times=1)
    laptop.decide("First words", "Approve")
    expect(laptop.said).to_contain_text("changed or taken back")
    expect(laptop.answer("Second words").get_by_role("button", name="Approve")).to_be_visible()
    assert decisions(facilitator) == {"Second words": None, "Other words": None}


@pytest.mark.browser
def test_two_windows_of_the_facilitator_do_not_undo_each_other(
    laptop: Laptop, facilitator: Facilitator
) -> None:
    def write_first(route: Route) -> None:
        body = {"show": "join", "blank": True, "question": "q2", "address": ""}
        facilitator.write("screen", "projector", body)
        route.continue_()

    laptop.choose("How to start")
    laptop.page.route("**/entries/screen/projector", write_first, times=1)
    laptop.press("Show Question 3")
    expect(laptop.page.get_by_role("button", name="Show the screens again")).to_be_visible()
    screen = {"show": "question", "blank": True, "question": "q3"}
    found = facilitator.state
    eventually(lambda: {name: found()["screen"][name] for name in screen}, screen)


@pytest.mark.browser
def test_what_is_kept_private_is_only_counted(laptop: Laptop, facilitator: Facilitator) -> None:
    facilitator.question("q1", "open")
    private = {"shape": "personal", "share": False, "text": ""}
    shared = {"shape": "personal", "share": True, "text": "It touches my street."}
    people(facilitator, "q1", private, private, shared)
    laptop.choose("Me and my community")
    laptop.press("Close and review")
    expect(laptop.chosen).to_contain_text("Kept private on phones: 2.")
    expect(laptop.chosen.locator(".kit-answers").first.get_by_role("listitem")).to_have_count(1)
    expect(laptop.chosen).to_contain_text("The notes only count answers to this question.")
    laptop.decide("It touches my street.", "Approve")
    expect(laptop.said).to_have_text("Approved. It may be shown. The notes only count it.")


@pytest.mark.browser
def test_every_shape_of_answer_can_be_read(laptop: Laptop, facilitator: Facilitator) -> None:
    decision = {"shape": "decision", "committee": "yes", "names": ["Action team", "Council"]}
    offers = dict.fromkeys(("skills", "abilities", "passions", "connections", "ideas"), "")
    bodies: dict[str, tuple[str, dict[str, Any], list[str]]] = {
        "A committee": ("q6", decision, ["Yes, and I can name it", "Action team", "Council"]),
        "What I can offer": (
            "q7",
            {"shape": "offers", **offers, "skills": "First aid"},
            ["Skills", "First aid"],
        ),
        "The first step": ("q9", {"shape": "action", "action": "Meet <b>soon</b>"}, ["<b>soon"]),
    }
    for topic, (key, body, words) in bodies.items():
        facilitator.question(key, "open")
        people(facilitator, key, body)
        facilitator.question(key, "closed")
        laptop.choose(topic)
        for text in words:
            expect(laptop.answer(text)).to_be_visible()


@pytest.mark.browser
def test_opening_and_closing_all_at_once(laptop: Laptop, facilitator: Facilitator) -> None:
    facilitator.question("q2", "closed")
    expect(laptop.page.get_by_role("button", name="What to learn")).to_contain_text("Closed")
    laptop.press("Open all")
    expect(laptop.page.get_by_role("button", name="Open all")).to_be_disabled()
    states = {f"q{number}": "open" for number in range(1, 10)} | {"q2": "closed"}
    eventually(lambda: facilitator.state()["questions"], states)
    laptop.press("Close all")
    expect(laptop.page.get_by_role("button", name="Close all")).to_be_disabled()
    eventually(lambda: facilitator.state()["questions"], dict.fromkeys(states, "closed"))


@pytest.mark.browser
def test_a_retried_decision_is_written_once(laptop: Laptop, facilitator: Facilitator) -> None:
    facilitator.question("q3", "open")
    people(facilitator, "q3", ideas("A poster"))
    facilitator.question("q3", "closed")
    laptop.choose("How to start")
    tried: list[str] = []

    def lose_the_reply(route: Route) -> None:
        tried.append(str(route.request.post_data))
        if len(tried) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    laptop.page.route("**/entries/review/*", lose_the_reply)
    laptop.decide("A poster", "Approve")
    expect(laptop.answer("A poster")).to_contain_text("Approved", timeout=20_000)
    assert len(set(tried)) == 1
    assert decisions(facilitator) == {"A poster": "approved"}
