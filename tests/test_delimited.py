"""Text of spreadsheet programs: its encoding, its delimiter, its rows."""

import pytest

from workshop_kit.delimited import decoded, delimiter_named, rows_of

FRENCH = "Maison Élan, à côté; « où » l'été"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_letters_are_right_in_every_usual_encoding(encoding: str) -> None:
    assert decoded(FRENCH.encode(encoding)) == FRENCH


@pytest.mark.parametrize("text", ["José Núñez", "Café", "plain", "", "x"])
def test_short_texts_of_windows_are_read(text: str) -> None:
    assert decoded(text.encode("cp1252")) == text


def test_a_first_line_may_name_the_delimiter() -> None:
    assert delimiter_named("sep=;\r\na;b") == (";", "a;b")
    assert delimiter_named("a;b") == ("", "a;b")
    assert delimiter_named('SEP="\na') == ("", "a")


def test_a_cell_without_an_end_is_told() -> None:
    assert list(rows_of('a,"b\nc"\n', ",")) == [["a", "b\nc"]]
    with pytest.raises(ValueError, match="quotation mark that stands alone"):
        list(rows_of('a,"' + "x" * 200_000, ","))
