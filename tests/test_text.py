"""Text as people type it comes back as they typed it."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop_kit.model import SessionDetails
from workshop_kit.text import one_line, plain

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The machine may be busy with other things."""

TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
NAMES = [
    "q̓ic̓əy",
    "kʷikʷəƛ̓əm",
    "Sḵwx̱wú7mesh",
    "Tŝilhqot\u2019in",
    "ᐃᓄᒃᑎᑐᑦ",
    "👩\u200d👩\u200d👧",
    "e\u0301",
    "\u00e9",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_stay_exactly_as_typed(name: str) -> None:
    assert plain(name) == name


@PATIENT
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_every_letter_is_kept(text: str) -> None:
    assert plain(text) == text


@PATIENT
@given(st.text())
def test_nothing_is_dropped_but_control_characters(text: str) -> None:
    kept = plain(text)
    assert isinstance(kept, str)
    assert plain(kept) == kept
    gone = {c for c in kept if unicodedata.category(c) == "Cc"} - {"\n", "\t"}
    assert not gone


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree\x0bfour\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("a\x00b\x1bc\x7fd\uffffe", "abcde"),
        ("\ttabs and\n\nlines", "\ttabs and\n\nlines"),
    ],
)
def test_line_ends_are_one_and_control_characters_go(typed: str, kept: str) -> None:
    assert plain(typed) == kept


@pytest.mark.parametrize("value", [None, 3, ["a\x00"], {"a": 1}])
def test_what_is_no_text_is_left_to_others(value: object) -> None:
    assert plain(value) is value


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Maple Hall\nHeld by: police", "Maple Hall Held by: police"),
        ("one\r\n\ttwo\u2028three", "one two three"),
        ("Maple \u202elluf\u202c Hall", "Maple lluf Hall"),
        ("\u2067a\u2069\u200e\u200fb\u061c", "ab"),
        ("👩\u200d👩\u200d👧 q̓ic̓əy", "👩\u200d👩\u200d👧 q̓ic̓əy"),
    ],
)
def test_a_line_is_one_line_in_the_order_of_its_letters(typed: str, kept: str) -> None:
    assert one_line(typed) == kept
    assert one_line(3) == 3


@PATIENT
@given(st.text())
def test_a_line_of_details_never_breaks_or_turns(text: str) -> None:
    kept = SessionDetails(title="a", host=text[:200]).host
    assert kept.splitlines() in ([], [kept])
    assert not {unicodedata.bidirectional(c) for c in kept} & TURNS
