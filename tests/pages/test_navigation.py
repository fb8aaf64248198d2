"""Where a page is among the others, and the ways from it."""

from typing import Any

from workshop_kit.content.files import kit_folder
from workshop_kit.model import Role
from workshop_kit.pages.navigation import navigation
from workshop_kit.pages.notebooks import notebook_pages

PAGES = notebook_pages(kit_folder("notebooks"))


def ways(path: str, *roles: Role, base_url: str = "/") -> dict[str, Any]:
    made = navigation(PAGES[path], PAGES.values(), roles, base_url)
    assert made is not None
    return made


def test_a_participant_goes_through_all_pages_in_order() -> None:
    seen, path = [], "welcome"
    while True:
        seen.append(path)
        after = ways(path, Role.PARTICIPANT)["after"]
        if after is None:
            break
        path = after["address"].removeprefix("/")
    assert seen == [
        "welcome",
        "get-organized",
        "reflect",
        "get-informed",
        "take-action",
        "stories",
        "resources",
    ]
    assert [ways(path, Role.PARTICIPANT)["place"] for path in seen] == [
        f"Page {number} of 7" for number in range(1, 8)
    ]
    assert ways("welcome", Role.PARTICIPANT)["before"] is None


def test_one_page_is_the_one_that_is_open() -> None:
    made = ways("stories", Role.PARTICIPANT, base_url="/kit/")
    assert [one["address"] for one in made["sections"] if one["here"]] == ["/kit/stories"]
    assert made["leading"] == []


def test_whoever_leads_passes_over_the_form_and_finds_their_own_pages() -> None:
    made = ways("get-organized", Role.FACILITATOR)
    assert made["after"]["address"] == "/get-informed"
    assert [one["address"] for one in made["sections"] if one["number"] == 3] == [""]
    assert [one["address"] for one in made["leading"]] == ["/facilitate", "/projector", "/notes"]


def test_pages_of_whoever_leads_are_outside_the_order() -> None:
    made = ways("facilitate", Role.FACILITATOR)
    assert made["place"] == "The toolkit: 7 pages"
    assert (made["before"], made["after"]) == (None, None)
    assert [one["title"] for one in made["leading"] if one["here"]] == ["Board"]


def test_wall_and_scribe_show_nothing_of_it() -> None:
    for path in ("projector", "scribe"):
        assert navigation(PAGES[path], PAGES.values(), list(Role)) is None


def test_links_between_notebooks_become_links_between_pages() -> None:
    links = {one["file"]: one["address"] for one in ways("welcome", Role.PARTICIPANT)["links"]}
    assert links["06-community-action-stories.ipynb"] == "/stories"
