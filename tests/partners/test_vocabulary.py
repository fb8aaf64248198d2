"""The file of words: each stands for one thing, and everything has its shown name."""

import tomllib

import pytest

from workshop_kit.content.files import kit_folder
from workshop_kit.content.partner_words import FILE
from workshop_kit.content.sectors import sectors
from workshop_kit.partner import PartnerBody, PartnerKind, Ring, Status
from workshop_kit.partners.folded import folded
from workshop_kit.partners.names import (
    KINDS,
    PARTNER_FIELDS,
    RINGS,
    STATUSES,
    TIE_FIELDS,
    TIE_KINDS,
)
from workshop_kit.partners.vocabulary import vocabulary
from workshop_kit.tie import TieBody, TieKind

FILE_OF_WORDS = tomllib.loads((kit_folder("data") / FILE).read_text(encoding="utf-8"))
WORDS = vocabulary()


@pytest.mark.parametrize("section", sorted(FILE_OF_WORDS))
def test_a_word_stands_for_one_thing(section: str) -> None:
    said = [(folded(word), key) for key, some in FILE_OF_WORDS[section].items() for word in some]
    by_word = {word: {key for one, key in said if one == word} for word, _key in said}
    assert {word: keys for word, keys in by_word.items() if len(keys) > 1} == {}


def test_every_field_and_value_has_words_and_is_one() -> None:
    assert set(FILE_OF_WORDS["partner"]) == {*PartnerBody.model_fields, "id"} == set(PARTNER_FIELDS)
    assert set(FILE_OF_WORDS["tie"]) == {*TieBody.model_fields, "id"} == set(TIE_FIELDS)
    assert set(FILE_OF_WORDS["sectors"]) == {one.key for one in sectors()}
    assert set(FILE_OF_WORDS["status"]) == set(STATUSES) == set(Status)
    assert set(FILE_OF_WORDS["kind"]) == set(KINDS) == set(PartnerKind)
    assert set(FILE_OF_WORDS["ring"]) == set(RINGS) == set(Ring)
    assert set(FILE_OF_WORDS["tie_kind"]) == set(TIE_KINDS) == set(TieKind)


def test_shown_names_and_keys_lead_back() -> None:
    for fields, known in ((PARTNER_FIELDS, WORDS.partner), (TIE_FIELDS, WORDS.tie)):
        for key, name in fields.items():
            assert WORDS.heading(name, known) == WORDS.heading(key, known) == key
    sorts = {"status": STATUSES, "kind": KINDS, "ring": RINGS, "tie_kind": TIE_KINDS}
    for sort, shown in sorts.items():
        for key, name in shown.items():
            assert WORDS.value(sort, name) == WORDS.value(sort, key) == key
    for one in sectors():
        assert WORDS.value("sectors", one.name) == WORDS.value("sectors", one.key) == one.key


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Secteur(s) :", "sectors"),
        ("ÉCHÉANCE *", "approach_by"),
        ("Influence (1-3)", "influence"),
        ("organization / program", "name"),
        ("Who knows", ""),
        ("", ""),
    ],
)
def test_headings_are_known_without_signs_and_brackets(heading: str, field: str) -> None:
    assert WORDS.heading(heading, WORDS.partner) == field


def test_own_sectors_needs_and_keys_in_use_are_known() -> None:
    own = vocabulary(
        own_sectors={"hotels_here": "Our hotels"},
        own_needs={"planning": "Planning skill"},
        used={"sectors": ["POLICE"]},
    )
    assert own.value("sectors", "our HOTELS") == "hotels_here"
    assert own.value("brings", "Planning skill") == "planning"
    assert (own.value("sectors", "POLICE"), own.value("sectors", "Police")) == ("POLICE", "police")
    assert WORDS.value("brings", "Planning skill") is None
