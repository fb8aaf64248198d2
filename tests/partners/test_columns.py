"""Columns: known by their headings, guessed by their cells, and corrected by people."""

import pytest

from tests.partners.tables import EMPTY, as_text
from workshop_kit.partners.columns import columns_of, is_of_ties
from workshop_kit.partners.table_file import Table, tables_in
from workshop_kit.partners.unusable import UnusableTable

WORDS = EMPTY.vocabulary()


def table(*rows: list[str]) -> Table:
    [found] = tables_in(as_text(rows).encode(), WORDS)
    return found


def fields(found: Table, **more: object) -> list[str | None]:
    return [one.field for one in columns_of(found, WORDS, **more)]  # type: ignore[arg-type]  # as given


def test_headings_in_two_languages_and_keys_in_any_order() -> None:
    found = table(["ring_wanted", "Échéance", "Can offer", "Nom"], ["core", "", "", "Haven"])
    assert fields(found) == ["ring_wanted", "approach_by", "brings_words", "name"]


def test_what_is_not_taken_says_why() -> None:
    found = table(
        ["Name", "Address", "Courriel", "Colour", "Status", "State"],
        ["Haven", "12 Oak Street", "a@example.org", "green", "member", "member"],
    )
    columns = columns_of(found, WORDS)
    assert [one.field for one in columns] == ["name", None, None, None, "status", None]
    assert "could tell where a shelter is" in columns[1].why
    assert "may point to one person" in columns[2].why
    assert "not known what this is" in columns[3].why
    assert "taken for this already" in columns[5].why


def test_cells_tell_where_headings_do_not() -> None:
    found = table(
        ["Wer", "a", "b", "c", "d", "e", "f", "g"],
        ["Haven", "membre", "police; santé", "core", "2", "2026-03-04", "comité", "x" * 20],
        ["RCMP", "to invite", "health", "", "1", "5 mai 2026", "Nation", "x" * 20],
        ["Hall", "perhaps", "my own", "involved", "3", "31/12/2026", "agency", "x" * 20],
    )
    assert fields(found) == [
        "name", "status", "sectors", "ring_now", "influence", "checked_on", "kind", None,
    ]  # fmt: skip
    assert "Its cells look like it." in columns_of(found, WORDS)[1].why


def test_a_column_of_ticks_is_a_sector() -> None:
    found = table(["Name", "Police", "Santé"], ["RCMP", "x", ""], ["Clinic", "", "oui"])
    assert fields(found) == ["name", "sectors:police", "sectors:health"]


def test_several_columns_of_sectors_are_one_list() -> None:
    found = table(["Name", "Sector", "Sectors"], ["RCMP", "police", "health"])
    assert fields(found) == ["name", "sectors", "sectors"]


def test_a_choice_goes_before_every_guess() -> None:
    found = table(["Name", "Who", "Status"], ["1", "Haven", "member"])
    chosen = {"who": "Nom de l'organisme", "Name": None, "Status": "sectors:Police"}
    assert fields(found, chosen=chosen) == [None, "name", "sectors:police"]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"Nobody": "name"}, "No column is called “Nobody”. There are: Name, Status."),
        ({"Status": "colour"}, "“colour” is nothing that a column can be"),
        ({"Name": None, "Status": "status"}, "No column is “Name”. Choose one"),
    ],
)
def test_a_choice_that_cannot_be_is_told(chosen: dict[str, str | None], said: str) -> None:
    found = table(["Name", "Status"], ["Haven", "member"])
    with pytest.raises(UnusableTable, match=said):
        columns_of(found, WORDS, chosen)


def test_ties_are_known_by_two_partners() -> None:
    found = table(["De", "Vers", "Force"], ["Haven", "RCMP", "fort"])
    assert is_of_ties(found, WORDS)
    assert fields(found, of_ties=True) == ["first", "second", "strength"]
    assert not is_of_ties(table(["Name", "Source", "From"], ["a", "b", "c"]), WORDS)
