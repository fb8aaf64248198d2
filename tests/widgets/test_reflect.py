"""The form as a whole: fits every screen, outlives its kernel, is of use without a room."""

import re
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Page, expect

from tests.kit_process import KitProcess
from tests.widgets.phone import Phone
from workshop_kit.content.questions import questions
from workshop_kit.widgets.asset import FOLDER, module
from workshop_kit.widgets.reflect import ReflectForm
from workshop_kit.widgets.reflect_words import reflect_words

SMALLER_THAN = """(least) => [...document.querySelectorAll(
    '.kit-reflect button, .kit-reflect textarea, .kit-reflect .kit-choice')]
    .map((one) => [one.textContent, one.getBoundingClientRect()])
    .filter(([, { width, height }]) => width && (width < least || height < least))
    .map(([text]) => text)"""
SMALL_PRINT = """() => [...document.querySelectorAll('.kit-reflect *')]
    .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16)
    .map((one) => one.outerHTML.slice(0, 80))"""
WIDTH = "document.documentElement.scrollWidth"


def test_every_word_that_the_page_says_is_given_and_every_given_one_is_said() -> None:
    code = module("reflect.js")
    given = reflect_words()
    said = set(re.findall(r"\bwords\.([a-z_]+)", code))
    quoted = {name for name in given if re.search(rf'["`]{name}["`]', code)}
    built = {f"{name}_at" for name in ("sent", "skipped", "kept")}
    built |= {f"{name}_more" for name in ("sending", "trying")}
    assert said - given.keys() == set()
    assert given.keys() - said - quoted - built == set()


def test_no_sentence_stands_in_the_code() -> None:
    for file in Path(FOLDER).glob("*.js"):
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert re.findall(r'"[A-Z][a-z]+ [a-z]+[^"]*"', code) == [], file.name


def test_the_widget_carries_questions_and_no_answer() -> None:
    form = ReflectForm(questions())
    assert [one["key"] for one in form.questions] == [f"q{n}" for n in range(1, 10)]
    assert "source" not in form.questions[0]
    assert set(form.trait_names(sync=True)) >= {"questions", "words", "max_answer"}


@pytest.mark.browser
def test_it_fits_a_narrow_phone_with_room_for_thumbs(phone: Phone) -> None:
    phone.page.set_viewport_size({"width": 320, "height": 640})
    for number in range(1, 10):
        phone.go(number)
        assert phone.page.evaluate(WIDTH) <= 320, number
        assert phone.page.evaluate(SMALLER_THAN, 44) == [], number
        assert phone.faults() == [], number
    assert phone.page.evaluate(SMALL_PRINT) == []
    phone.send(9, "W" * 300)
    assert phone.page.evaluate(WIDTH) <= 320
    assert phone.problems == []


@pytest.mark.browser
def test_it_is_as_clear_in_the_dark_and_on_a_wide_screen(phone: Phone) -> None:
    phone.page.set_viewport_size({"width": 1280, "height": 900})
    phone.page.emulate_media(color_scheme="dark")
    phone.go(6)
    phone.sheet.get_by_label("I am not sure").check()
    phone.page.get_by_role("button", name="All questions").click()
    assert phone.faults() == []
    phone.press("Send to the room")
    phone.sees_sent()
    phone.press("Take back")
    assert phone.faults() == []


@pytest.mark.browser
def test_it_goes_on_when_its_kernel_is_gone(phone: Phone, server: KitProcess) -> None:
    kernels = psutil.Process(server.pid).children(recursive=True)
    assert kernels
    for kernel in kernels:
        kernel.kill()
    psutil.wait_procs(kernels, timeout=10)
    phone.send(3, "without Python")
    assert phone.answer("q3") is not None


@pytest.fixture
def lone_page(phone: Phone) -> Page:
    """The page where nothing answers as a room, as under plain Voilà."""
    page = phone.new_page()
    page.route("**/room/**", lambda route: route.fulfill(status=404, body="Not found"))
    page.goto(phone.address)
    return page


@pytest.mark.browser
def test_without_a_room_it_says_so_and_keeps_words_on_the_device(lone_page: Page) -> None:
    expect(lone_page.locator(".kit-notice")).to_contain_text("This page is not in a workshop.")
    sheet = lone_page.locator("form:visible")
    sheet.get_by_role("textbox").fill("for myself")
    expect(sheet.locator(".kit-status")).to_have_text("Only on this device")
    expect(sheet.get_by_role("button")).to_have_count(0)
    lone_page.reload()
    expect(sheet.get_by_role("textbox")).to_have_value("for myself")
