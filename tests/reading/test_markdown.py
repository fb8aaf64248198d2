"""Section texts as HTML: what is written in them, and nothing that could run or call outside."""

import pytest

from workshop_kit.reading.markdown import markdown


def test_paragraphs_lists_and_emphasis() -> None:
    html = markdown("One **strong** word.\n\n- a\n- b")
    assert html == (
        "<p>One <strong>strong</strong> word.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "[x](javascript:alert(1))",
        "![x](https://example.org/y.png)",
        "<style>p{}</style>",
        "<https://example.org/\"onmouseover='x'>",
    ],
)
def test_nothing_in_a_text_runs_or_is_asked_for_outside(text: str) -> None:
    html = markdown(text)
    assert "<script" not in html
    assert "<img" not in html
    assert "<style" not in html
    assert 'href="javascript' not in html
    assert '"onmouseover' not in html


def test_a_link_to_a_section_names_its_notebook() -> None:
    html = markdown("[Do it](take-action) or [there](https://example.org/a)")
    assert 'href="05-take-action.ipynb"' in html
    assert 'href="https://example.org/a" rel="noreferrer"' in html


def test_headings_stand_below_the_parts_own() -> None:
    assert markdown("# A\n\n## B") == "<h3>A</h3>\n<h4>B</h4>\n"


def test_a_phone_number_can_be_dialled_but_not_inside_a_link() -> None:
    html = markdown("Call **1-888-712-7974**. [1-888-712-7974](https://example.org)")
    assert html.count('href="tel:+18887127974"') == 1
    assert html.count("<a ") == html.count("</a>") == 2
