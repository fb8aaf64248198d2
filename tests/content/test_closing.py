"""What phones say at the end: it holds for the session, and says what the notice said before."""

from workshop_kit.content.closing import farewell
from workshop_kit.model import SessionDetails

FULL = SessionDetails(
    title="Maple Hall",
    recipients="The council",
    record_owner="The Nation",
    privacy_contact="Sam at the library",
    keep_days=7,
)


def test_what_was_filled_in_is_told() -> None:
    told = " ".join(farewell(FULL).paragraphs)
    for words in ("The council", "The Nation", "Sam at the library", "7 days"):
        assert words in told
    assert "Ask the person who leads" not in told


def test_where_it_is_kept_longer_no_number_of_days_is_told() -> None:
    told = " ".join(farewell(FULL, kept_longer=True).paragraphs)
    assert "kept longer than planned" in told
    assert "7 days" not in told
    assert "kept longer" not in " ".join(farewell(FULL).paragraphs)


def test_what_cannot_be_taken_back_is_told() -> None:
    assert any("cannot be taken back" in one for one in farewell(FULL).paragraphs)


def test_the_rest_falls_away() -> None:
    told = " ".join(farewell(SessionDetails(title="Maple Hall", keep_days=1)).paragraphs)
    assert "1 day after" in told
    assert "Ask the person who leads who gets the notes." in told
    assert "belongs to" not in told
