"""Static files: nothing from outside, small, and letters that are right."""

import re
from typing import Any

import pytest
import requests
from playwright.sync_api import Page

from tests.kit_process import KitProcess
from workshop_kit.pages.folders import STATIC, TEMPLATES

NAMES = ("Sq'ewá:lxw", "Haíɫzaqv", "q̓ic̓əy̓", "xʷməθkʷəy̓əm", "W̱SÁNEĆ", "Nłeʔkepmx", "ᑕᗸᒡ")  # noqa: RUF001
"""Nations' and languages' own names, with letters and marks that few fonts hold."""


def texts() -> list[str]:
    files = [*STATIC.rglob("*.css"), *STATIC.rglob("*.js"), *TEMPLATES.rglob("*.j2")]
    # What is bundled from packages names addresses in comments and as names of SVG's elements;
    # that it asks for none is seen by every browser test (tests/browsers.py).
    ours = [file for file in files if (STATIC / "stored") not in file.parents]
    return [file.read_text(encoding="utf-8") for file in ours]


def test_no_file_names_an_address_outside() -> None:
    assert [found for text in texts() for found in re.findall(r"\w+://[^\s\"')]+", text)] == []


def test_fonts_come_with_their_licence() -> None:
    licence = (STATIC / "fonts" / "OFL.txt").read_text(encoding="utf-8")

    assert "SIL OPEN FONT LICENSE" in licence
    assert "Province of B.C." in licence


def test_every_font_of_the_style_sheet_is_there() -> None:
    named = re.findall(r'url\("([^"]+)"\)', (STATIC / "tokens.css").read_text(encoding="utf-8"))

    assert len(named) == len(set(named)) == len(list((STATIC / "fonts").glob("*.woff2")))
    assert all((STATIC / name).is_file() for name in named)


def test_a_version_is_kept_for_ever(server: KitProcess) -> None:
    html = requests.get(f"{server.url}/", timeout=20).text
    address = re.findall(r'href="(/static/\w+/kit\.css)"', html)[0]

    found = requests.get(server.url + address, timeout=20)
    assert found.ok
    assert "immutable" in found.headers["Cache-Control"]


@pytest.mark.browser
@pytest.mark.parametrize("weight", [400, 700])
def test_names_are_set_in_one_font(server: KitProcess, phone: Page, weight: int) -> None:
    phone.goto(f"{server.hall}/helper")
    phone.evaluate(
        """async ([names, weight]) => {
          document.querySelector("main").innerHTML =
            `<p id="names" style="font-weight: ${weight}">${names.join(" ")}</p>`;
          await document.fonts.load(`${weight} 18px "BC Sans"`, names.join(""));
          await document.fonts.ready;
        }""",
        [NAMES, weight],
    )

    fonts = fonts_of(phone, "#names")
    assert [font["familyName"] for font in fonts] == ["BC Sans"]
    assert all(font["isCustomFont"] for font in fonts)


def fonts_of(page: Page, selector: str) -> list[dict[str, Any]]:
    """Ask the browser which fonts it drew an element with."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    found: list[dict[str, Any]] = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})[
        "fonts"
    ]
    return found


@pytest.mark.browser
def test_a_page_is_light(server: KitProcess, phone: Page) -> None:
    sizes: list[int] = []
    phone.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    phone.goto(f"{server.hall}/", wait_until="networkidle")

    assert len(sizes) <= 12
    assert sum(sizes) < 120_000
