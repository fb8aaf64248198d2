"""The table of resources: all of it from the start, found by words and kinds, whole on paper."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import LAPTOP, PHONE, Watched, accessible
from tests.kit_process import KitProcess
from tests.people import Facilitator
from tests.widgets.laptop import carry
from workshop_kit.content.resources import Resource, resources
from workshop_kit.widgets.asset import module
from workshop_kit.widgets.resource_table import ResourceTable
from workshop_kit.widgets.resource_table_words import resource_table_words


def a_resource(**more: object) -> Resource:
    facts = {
        "key": "ours",
        "title": "A list of our own",
        "publisher": "Our group",
        "address": "https://example.org/list",
        "kind": "directory",
        "about": "Who can help close by.",
        "for_whom": "Everybody",
        "evidence": "Written by the group.",
    }
    return Resource.model_validate(facts | more)


def test_every_word_that_it_says_is_given_and_every_given_one_is_said() -> None:
    said = set(re.findall(r"\bwords\.([a-z_]+)", module("resource_table.js")))
    assert said == resource_table_words().keys()


def test_rows_say_in_words_when_they_were_checked_and_whose_they_are() -> None:
    rows = ResourceTable(
        [
            a_resource(),
            a_resource(key="dated", last_checked=date(2026, 3, 14), own=True),
            a_resource(key="old", address="http://example.org/list"),
        ]
    ).resources
    assert [row["checked"] for row in rows] == [
        "Date not known",
        "March 14, 2026",
        rows[2]["checked"],
    ]
    assert [row["own"] for row in rows] == [False, True, False]
    assert [bool(row["notes"]) for row in rows] == [False, False, True]
    assert {"evidence", "cites"}.isdisjoint(rows[0])


def test_only_kinds_that_are_there_can_be_chosen() -> None:
    assert [one["key"] for one in ResourceTable([a_resource()]).kinds] == ["directory"]


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    made = Watched(browser, LAPTOP)
    yield made
    made.close()


@pytest.fixture
def table(watched: Watched, server: KitProcess, facilitator: Facilitator) -> Page:
    carry(watched.context, facilitator)
    page = watched.page()
    page.goto(f"{server.url}/resources")
    expect(page.get_by_role("status").filter(has_text=f"{ALL} of {ALL}")).to_be_visible()
    return page


ALL = len(resources())
ROWS = ".kit-resources tbody tr"


def shown(page: Page) -> int:
    return page.locator(ROWS).filter(visible=True).count()


@pytest.mark.browser
def test_words_and_kinds_narrow_it_down_and_the_count_is_told(table: Page) -> None:
    assert shown(table) == ALL
    one = resources()[0]
    table.get_by_role("searchbox", name="Search").fill(f"  {one.title.upper()}  ")
    count = table.locator(".kit-resources [role=status]")
    expect(count).not_to_have_text(f"{ALL} of {ALL}")
    assert count.inner_text() == f"{shown(table)} of {ALL}"
    expect(table.get_by_role("link", name=one.title, exact=True)).to_be_visible()
    table.get_by_role("searchbox", name="Search").fill("zzz nothing has this")
    expect(count).to_contain_text("Nothing fits.")
    accessible(table)
    table.get_by_role("button", name="Show all").click()
    expect(count).to_have_text(f"{ALL} of {ALL}")
    expect(table.get_by_role("searchbox")).to_be_focused()
    kinds = [each.kind for each in resources()]
    table.get_by_role("combobox", name="Kind").select_option(one.kind)
    expect(count).to_have_text(f"{kinds.count(one.kind)} of {ALL}")


@pytest.mark.browser
def test_it_is_a_table_of_cards_on_a_phone_and_whole_on_paper(table: Page) -> None:
    table.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a plain dict fits
    assert table.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    expect(table.get_by_role("rowheader")).to_have_count(ALL)
    expect(table.locator(ROWS).first.get_by_text("Last checked")).to_be_visible()
    accessible(table)
    table.get_by_role("searchbox", name="Search").fill("zzz nothing has this")
    assert shown(table) == 0
    table.emulate_media(media="print")
    assert shown(table) == ALL
    expect(table.get_by_role("searchbox")).to_be_hidden()
    for each in resources():
        expect(table.get_by_text(str(each.address), exact=True).first).to_be_visible()


@pytest.mark.browser
def test_the_keyboard_is_enough_and_text_may_be_twice_as_large(table: Page) -> None:
    table.get_by_role("searchbox", name="Search").focus()
    table.keyboard.press("Tab")
    expect(table.get_by_role("combobox", name="Kind")).to_be_focused()
    table.keyboard.press("Tab")
    expect(table.get_by_role("link", name=resources()[0].title, exact=True)).to_be_focused()
    table.set_viewport_size({"width": 320, "height": 640})
    table.evaluate("document.documentElement.style.fontSize = '200%'")
    wide = """[...document.querySelectorAll('.kit-resources *')]
        .filter((one) => one.getBoundingClientRect().right > 320).length"""
    assert table.evaluate(wide) == 0
