"""The partner map as tables: documented columns, no ratings and nobody who declined by default."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workshop_kit import kit
from workshop_kit.demo import ensure_demo
from workshop_kit.model import ROOM, Write, new_id
from workshop_kit.partner import PartnerBody
from workshop_kit.store.folder import SessionFolder
from workshop_kit.tie import TieBody

PARTNERS: dict[str, dict[str, Any]] = {
    "p1": {
        "name": "Victim services",
        "sectors": ("victim_services",),
        "status": "member",
        "checked_on": date(2026, 9, 14),
        "influence": 2,
    },
    "p2": {"name": "École des Érables", "sectors": ("schools",), "status": "contacted"},
    "p3": {"name": "Motel", "sectors": ("businesses",), "status": "declined", "interest": 1},
}
TIES: dict[str, dict[str, Any]] = {
    "t1": {"first": "p1", "second": "p2", "strength": 3},
    "t2": {"first": "p1", "second": "p3"},
    "t3": {"first": "p1", "second": "gone"},
}


@pytest.fixture
def mapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session with three partners and three ties."""
    monkeypatch.setenv("WORKSHOP_KIT_DATA", str(tmp_path))
    monkeypatch.delenv("WORKSHOP_KIT_SESSION", raising=False)
    store = ensure_demo(SessionFolder(tmp_path))
    bodies: dict[str, dict[str, PartnerBody | TieBody]] = {
        "partner": {key: PartnerBody(**fields) for key, fields in PARTNERS.items()},
        "tie": {key: TieBody(**fields) for key, fields in TIES.items()},
    }
    for kind, some in bodies.items():
        for key, body in some.items():
            told = body.model_dump(mode="json")
            write = Write(kind=kind, key=key, author=ROOM, write_id=new_id(), body=told)
            store.put(write).result()
    store.close()


def test_partners_are_told_by_name_without_ratings_or_who_declined(mapped: None) -> None:
    found = kit.partners()
    assert list(found["name"]) == ["École des Érables", "Victim services"]
    assert not {"influence", "interest"} & set(found.columns)
    assert list(found["sectors"]) == [["schools"], ["victim_services"]]
    assert str(found["checked_on"].dtype).startswith("datetime64")
    assert str(found.loc[1, "checked_on"])[:10] == "2026-09-14"


def test_who_leads_may_ask_for_all_of_it(mapped: None) -> None:
    found = kit.partners(with_ratings=True, with_declined=True).set_index("name")
    assert found["influence"].dropna().to_dict() == {"Victim services": 2}
    assert found.loc["Motel", "status"] == "declined"


def test_ties_are_told_by_the_names_of_those_who_are_there(mapped: None) -> None:
    found = kit.ties()
    assert list(found.columns)[:5] == ["id", "first", "first_name", "second", "second_name"]
    tie = found.iloc[0]
    assert len(found) == 1
    assert (tie["first_name"], tie["second_name"]) == ("Victim services", "École des Érables")
    assert (tie["kind"], tie["strength"], tie["directed"]) == ("works_with", 3, False)


def test_coverage_has_a_row_for_each_sector_with_its_reason(mapped: None) -> None:
    found = kit.coverage().set_index("sector")
    assert found.loc["victim_services", "state"] == "Covered"
    assert found.loc["schools", "state"] == "Thin"
    assert found.loc["schools", "contacted"] == 1
    assert found.loc["businesses", "state"] == "Missing"
    assert "Motel" not in found.to_string()
    assert found["reason"].str.len().min() > 10


def test_without_a_session_tables_are_empty_with_their_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_DATA", str(tmp_path / "none"))
    monkeypatch.delenv("WORKSHOP_KIT_SESSION", raising=False)
    assert kit.partners().empty
    assert "name" in kit.partners().columns
    assert kit.ties().empty
    assert kit.coverage()["members"].sum() == 0
