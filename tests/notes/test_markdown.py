"""Markdown: readable, and nothing that people wrote becomes markup."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.notes.evening import Evening
from tests.notes.reports import reports
from workshop_kit.notes.markdown import markdown
from workshop_kit.notes.outline import outline
from workshop_kit.notes.report import Report

RENDERER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
TRAPS = (
    "# no heading",
    "- no list",
    "1. no list",
    "2) no list",
    "![](http://example.org/x.png)",
    "[a link](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; &#60;",
    "`code` *bold* _it_ ~~gone~~ $x$",
    "===",
    "a|b\n-|-\n1|2",
    "> no quote",
    "ends with a backslash\\",
    "```\nfence",
    "[x]: http://example.org",
    "    no code",
    "Q & A; q̓ic̓əy̓",
    "+ no list\n* no list\n--- no line",
)


def texts_of(tokens: list[Token]) -> list[str]:
    found = []
    for token in tokens:
        if token.type == "inline":
            parts = [
                "\n" if child.type in {"hardbreak", "softbreak"} else child.content
                for child in token.children or []
            ]
            found.append("".join(parts))
    return found


def lines_of(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def test_reads_as_a_page(full: Evening) -> None:
    text = markdown(full.report())
    assert text.startswith("# Maple Valley\n\n- **Date:** November 22, 2026\n")
    assert "## 2. What to learn\n\nWhat do we still" in text
    assert "*4 answers · 1 skipped · 3 left out*" in text
    assert "- the law\n" in text
    assert "- Yes, and I can name it: 1\n- I am not sure: 1\n" in text
    assert "### Which one?\n" in text
    assert "### Skills\n\n- first aid\n" in text
    assert "- \\=SUM(A1) a tea\\\n  with Elders\n" in text


def test_stories_stand_after_the_questions(full: Evening) -> None:
    text = markdown(full.report())
    assert (
        "## Our own stories\n\n### A night at the rink\n\n"
        "- **What we did:** \\=Help lines on the boards\\\n  and in the dressing rooms\n"
        "- **Who worked together:** q̓ic̓əy̓ centre\\\n  Minor hockey\n"
        "- **What changed:** Two teams asked for a talk.\n"
        "- **Link:** https://example.org/rink\n"
    ) in text
    assert (
        text.index("## 9.") < text.index("## Our own stories") < text.index("## What is left out")
    )


def test_without_a_story_nothing_is_said_of_stories(evening: Evening) -> None:
    evening.tells("s2", title="ONLY HERE")
    assert "stories" not in markdown(evening.report())


def test_nothing_that_people_wrote_becomes_markup(evening: Evening) -> None:
    for trap in TRAPS:
        evening.says("q3", shape="list", items=[trap])
    for number, trap in enumerate(TRAPS):
        evening.tells(f"s{number}", title=trap.strip(), did=trap, public=True)
    tokens = RENDERER.parse(markdown(evening.report()))
    allowed = {"heading", "list_item", "bullet_list", "paragraph", "inline", "html_block"}
    assert {t.type.removesuffix("_open").removesuffix("_close") for t in tokens} <= allowed
    html = [token.content for token in tokens if token.type == "html_block"]
    assert html == ["<!-- workshop-kit notes -->\n"]
    inside = {child.type for token in tokens for child in token.children or []}
    assert inside <= {"text", "text_special", "hardbreak"} | {
        f"{name}_{end}" for name in ("strong", "em") for end in ("open", "close")
    }
    shown = texts_of(tokens)
    assert [trap for trap in TRAPS if lines_of(trap) not in shown] == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(reports(st.text("#-=+*_`<>&[]()!|\\~$1.): \nax;", max_size=30)))
def test_every_text_is_shown_as_it_was_written(report: Report) -> None:
    shown = texts_of(RENDERER.parse(markdown(report)))
    for section in outline(report).sections:
        for group in section.groups:
            for text in group.items:
                assert lines_of(text) in shown
    for story in outline(report).stories:
        assert " ".join(story.heading.split()) in shown
        for fact in story.facts:
            assert lines_of(f"{fact.label}: {lines_of(fact.value)}") in shown
