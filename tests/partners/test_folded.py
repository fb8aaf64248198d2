"""Words as they are compared."""

import pytest

from workshop_kit.partners.folded import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maison Élan", "MAISON ELAN"),
        ("by_when", "By when?"),
        ("  Women's   Centre ", "women\N{RIGHT SINGLE QUOTATION MARK}s centre"),
        ("q̓ic̓əy̓", "QICƏY"),
        ("Straße", "STRASSE"),
    ],
)
def test_case_accents_and_signs_do_not_count(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_other_letters_and_signs_alone_stay_apart() -> None:
    assert len({folded(one) for one in ("Дом", "Дім", "家", "?", "!", "👧", "क्ष", "कष")}) == 8
    assert folded(" ") == ""
