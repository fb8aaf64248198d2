"""The choice of a language: what the page's script keeps is what the server reads."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from playwright.sync_api import Page, expect

from tests.browsers import accessible
from tests.kit_process import KitProcess
from tests.people import Facilitator
from workshop_kit.pages.folders import STATIC
from workshop_kit.room.base import LANGUAGE_COOKIE

SECOND = "fr"
WITH_LOCALE = """
import sys
from pathlib import Path
from workshop_kit import cli, words
words.LOCALE = Path(sys.argv.pop(1))
cli.main()
"""


class TwoLanguages(KitProcess):
    """A kit that has a catalogue of a second language."""

    def __init__(self, data: Path, locale: Path) -> None:
        super().__init__(data)
        self.locale = locale

    def command(self) -> list[str]:
        _python, _m, _module, *rest = super().command()
        return [sys.executable, "-c", WITH_LOCALE, str(self.locale), *rest]


@pytest.fixture(scope="module")
def two_languages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KitProcess]:
    folder = tmp_path_factory.mktemp("two")
    catalogue = Catalog(locale=SECOND, domain="workshop_kit")
    for english in ("Code", "Go on where I was"):
        catalogue.add(english, f"⟦{english}⟧")
    messages = folder / "locale" / SECOND / "LC_MESSAGES"
    messages.mkdir(parents=True)
    with (messages / "workshop_kit.mo").open("wb") as made:
        write_mo(made, catalogue)
    with TwoLanguages(folder / "data", folder / "locale") as process:
        yield process


def test_both_sides_know_the_cookie_by_one_name() -> None:
    script = (STATIC / "language.js").read_text(encoding="utf-8")

    assert re.findall(r"document\.cookie = `(\w+)=", script) == [LANGUAGE_COOKIE]


@pytest.mark.parametrize(
    ("liked", "spoken"),
    [
        ("fr-CA,fr;q=0.9,en;q=0.8", "fr"),
        ("de,en;q=0.5,fr;q=0.7", "fr"),
        ("en-CA,en;q=0.9,fr;q=0.8", "en"),
        ("de", "en"),
        ("", "en"),
        (";q=,fr;q=x,,*", "en"),
    ],
)
def test_a_page_speaks_what_the_browser_likes(
    two_languages: KitProcess, liked: str, spoken: str
) -> None:
    page = requests.get(two_languages.url, headers={"Accept-Language": liked}, timeout=60)
    assert f'<html lang="{spoken}"' in page.text


@pytest.mark.browser
def test_a_chosen_language_is_spoken(two_languages: KitProcess, phone: Page) -> None:
    phone.goto(f"{two_languages.hall}/")
    phone.get_by_label("Code").fill("zzz zzz")
    phone.get_by_label("Language").select_option(SECOND)

    expect(phone.get_by_label("⟦Code⟧")).to_have_value("ZZZZZZ")
    expect(phone.locator("html")).to_have_attribute("lang", SECOND)
    expect(phone.get_by_label("Language")).to_have_value(SECOND)
    accessible(phone)
    phone.goto(f"{two_languages.hall}/helper")
    expect(phone.locator("html")).to_have_attribute("lang", SECOND)


@pytest.mark.browser
def test_a_device_that_is_in_a_workshop_can_change_it_too(
    two_languages: KitProcess, phone: Page
) -> None:
    code = Facilitator.with_new_workshop(two_languages.url).opened().known()["join_code"]
    phone.goto(f"{two_languages.hall}/j/{code}")
    phone.get_by_label("I have read this").check()
    phone.get_by_role("button", name="Join", exact=True).click()
    phone.wait_for_url("**/reflect")
    phone.goto(f"{two_languages.hall}/j/{code}")
    phone.get_by_label("Language").select_option(SECOND)

    expect(phone.get_by_role("link", name="⟦Go on where I was⟧")).to_be_visible()
    assert phone.url.endswith(f"/j/{code}")
