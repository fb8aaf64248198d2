"""Cells: words, lists and days of two languages; what is not known is told, with its value."""

from datetime import date

import pytest

from tests.partners.tables import EMPTY
from workshop_kit.partners.cell_values import (
    date_value,
    list_value,
    order_of,
    text_value,
    ticked,
    word_value,
)
from workshop_kit.partners.vocabulary import vocabulary
from workshop_kit.typed_date import Order

WORDS = EMPTY.vocabulary()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("police; health", ("police", "health")),
        ("Police, Santé / école|faith\nyouth", ("police", "health", "schools", "faith", "youth")),
        (
            "First Nations, Métis and Inuit communities close by; RCMP",
            ("indigenous_communities", "police"),
        ),
        ("Women's shelters and transition houses", ("shelters",)),
        ("police, police", ("police",)),
        ("n/a", None),
        (" ; ", None),
    ],
)
def test_lists_are_split_where_they_are_lists(text: str, keys: tuple[str, ...] | None) -> None:
    found = list_value("sectors", text, WORDS)
    assert (found.value, found.told) == (keys, ())


def test_an_unknown_sector_is_kept_and_told() -> None:
    found = list_value("sectors", "Épicerie locale, police, 家, my_own", WORDS)
    assert found.value == ("epicerie_locale", "police", "my_own")
    assert found.told[0] == "Sector “Épicerie locale” is not known. It is kept as your own."
    assert found.told[1] == "Sector “家” cannot be kept. It was left out."


def test_needs_that_are_not_known_are_words() -> None:
    words = vocabulary(own_needs={"planning": "Planning skill", "space": "A place to meet"})
    found = list_value("brings", "planning skill, a place to meet; a van, and a driver", words)
    assert found.value == ("planning", "space")
    assert found.more == "a van, and a driver"


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("status", "À inviter", "to_invite"),
        ("status", "not_known", "not_known"),
        ("kind", "Première Nation", "nation"),
        ("ring_wanted", "Noyau", "core"),
        ("influence", "élevé", 3),
        ("interest", "2", 2),
        ("interest", "2.0", 2),
    ],
)
def test_words_of_two_languages(field: str, text: str, value: object) -> None:
    assert word_value(field, text, WORDS, adding=True).value == value


@pytest.mark.parametrize(
    ("field", "adding", "said"),
    [
        ("status", True, "Status: “maybe” is not known. Taken as “Not known”."),
        ("status", False, "Status: “maybe” is not known. It was left out."),
        ("kind", True, "Kind: “maybe” is not known. Taken as “Organization”."),
        ("interest", True, "Interest: “maybe” is not known. It was left out."),
    ],
)
def test_a_word_that_is_not_known_is_told(field: str, adding: bool, said: str) -> None:  # noqa: FBT001 - a case
    found = word_value(field, "maybe", WORDS, adding=adding)
    assert (found.value, found.told) == (None, (said,))


def test_a_day_that_could_be_two_is_told_unless_the_column_decides() -> None:
    doubtful = date_value("approach_by", "03/04/2026", None)
    assert doubtful.value == date(2026, 4, 3)
    assert "can be two days. Taken as 2026-04-03" in doubtful.told[0]
    assert order_of(["03/04/2026", "31/12/2026", "soon"]) is Order.DAY_FIRST
    assert order_of(["03/04/2026", "12/31/2026"]) is Order.MONTH_FIRST
    assert order_of(["13/01/2026", "01/13/2026"]) is order_of(["2026-01-13"]) is None
    sure = date_value("approach_by", "03/04/2026", Order.MONTH_FIRST)
    assert (sure.value, sure.told) == (date(2026, 3, 4), ())
    assert "“soon” is no date" in date_value("approach_by", "soon", None).told[0]


def test_texts_lose_what_no_record_holds() -> None:
    assert text_value("name", "A\0B\x07\nC").value == "AB C"
    assert text_value("name", "x" * 121).told[0].endswith("Write 120 letters at most.")
    street = text_value("public_line", "12 Oak Street, V6B 1A1")
    assert street.value is None
    assert street.told == ("“Public line” holds a street address. It was left out.",)


def test_ticks() -> None:
    assert ticked("sectors:police", "✓", WORDS).value == ("police",)
    assert ticked("sectors:police", "non", WORDS).value is None
    assert "“often” is no tick for “police”" in ticked("sectors:police", "often", WORDS).told[0]
