"""The page for participants: its help lines are the kit's, and it prints on one sheet."""

import io
import re

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.docs.blocks import ROOT
from workshop_kit.content.help_lines import kit_help_lines

PAGE = ROOT / "docs" / "participants.md"
STYLE = """@page { margin: 15mm } body { font: 12pt/1.3 sans-serif; margin: 0 }
h1 { font-size: 18pt } p, ul { margin: 0.6em 0 } strong { white-space: nowrap }
td, th { text-align: left; padding: 2pt 6pt }"""
"""Twelve points, as large print for everyone asks at least."""


def test_its_help_lines_are_those_of_the_kit() -> None:
    rows = re.findall(r"^\| (.+?) \| \*\*(.+?)\*\* \| (.+?) \|$", PAGE.read_text("utf-8"), re.M)
    assert rows == [(one.name, one.number, one.for_whom) for one in kit_help_lines()]
    assert {one.hours for one in kit_help_lines()} == {"Day and night"}


@pytest.mark.browser
@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_it_prints_on_one_sheet(browser: Browser, paper: str) -> None:
    shown = MarkdownIt().enable("table").render(PAGE.read_text("utf-8"))
    page = browser.new_page()
    page.set_content(f"<!doctype html><style>{STYLE}</style>{shown}")
    printed = PdfReader(io.BytesIO(page.pdf(format=paper)))
    page.close()
    assert len(printed.pages) == 1
    assert "1-800-563-0808" in printed.pages[0].extract_text()
