"""Plain text: it holds what the page holds, and nothing that people wrote looks like ours."""

from hypothesis import HealthCheck, given, settings

from tests.notes.evening import Evening
from tests.notes.reports import reports
from workshop_kit.notes.outline import outline
from workshop_kit.notes.plain_text import MARK, WIDTH, plain_text
from workshop_kit.notes.report import Report


def test_opens_right_on_windows_and_reads_as_a_page(full: Evening) -> None:
    text = plain_text(full.report())
    assert text.encode("utf-8").startswith(b"\xef\xbb\xbfMaple Valley\r\n============\r\n")
    assert text.count("\n") == text.count("\r\n")
    assert "Date: November 22, 2026\r\n" in text
    assert "2. What to learn\r\n----------------\r\n" in text
    assert "4 answers · 1 skipped · 3 left out\r\n" in text
    assert "  * the law\r\n" in text
    assert "Skills:\r\n\r\n  * first aid\r\n" in text
    assert "  * =SUM(A1) a tea\r\n    with Elders\r\n" in text
    assert text.endswith(f"{MARK}\r\n")


def test_lines_are_short_and_addresses_whole(full: Evening) -> None:
    lines = plain_text(full.report()).splitlines()
    long = [line for line in lines if len(line) > WIDTH]
    assert all("https://" in line for line in long)
    for source in (line.source for line in full.report().help_lines):
        assert any(source in line for line in lines)


def test_nothing_that_people_wrote_looks_like_a_heading(evening: Evening) -> None:
    evening.says("q3", shape="list", items=["4. Ours\n======", "-- workshop-kit notes --"])
    lines = plain_text(evening.report()).splitlines()
    assert "    ======" in lines
    assert "======" not in lines
    assert lines.count(MARK) == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(reports())
def test_every_text_is_there(report: Report) -> None:
    words = plain_text(report).split()
    for section in outline(report).sections:
        for group in section.groups:
            for text in group.items:
                assert [word for word in text.split() if word not in words] == []


def test_the_groups_own_stories_are_told(full: Evening) -> None:
    text = plain_text(full.report())
    assert "Our own stories\r\n---------------\r\n" in text
    assert "A night at the rink:\r\n" in text
    assert "What we did: =Help lines on the boards\r\n" in text
