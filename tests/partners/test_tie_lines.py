"""Ties of a table: named by id or name, and never between strangers."""

from openpyxl import Workbook

from tests.partners.tables import planned, room, saved
from workshop_kit.model import new_id
from workshop_kit.partner import PartnerBody
from workshop_kit.partners.preview import FieldChange, Outcome
from workshop_kit.tie import TieBody, TieKind

ONE, TWO, TIE = new_id(), new_id(), new_id()
HELD = room(
    {ONE: PartnerBody(name="Haven"), TWO: PartnerBody(name="Clinique d'été")},
    {TIE: TieBody(first=ONE, second=TWO)},
)


def test_a_workbook_brings_partners_and_their_ties() -> None:
    book = Workbook()
    book.active.append(["Name"])
    book.active.append(["Haven"])
    book.active.append(["RCMP"])
    ties = book.create_sheet("Ties")
    for row in (["From", "To", "Type"], ["rcmp", "Haven", "refers"], ["Haven", "RCMP", "finance"]):
        ties.append(row)
    plan = planned(saved(book))
    rcmp = plan.partners[1].id
    first, second = (one.body for one in plan.ties)
    assert first
    assert (first.first, first.second, first.kind) == (rcmp, plan.partners[0].id, TieKind.REFERS)
    assert second
    assert second.kind is TieKind.FUNDS
    assert [one.kind for one in plan.writes()] == ["partner", "partner", "tie", "tie"]


def test_a_tie_is_known_by_its_ends_in_either_order() -> None:
    table = f"first,second,kind,strength\nCLINIQUE D'ETE,{ONE},works with,3\n"
    [line] = planned(table, HELD).ties
    assert (line.outcome, line.id) == (Outcome.CHANGE, TIE)
    assert FieldChange("strength", 2, 3) in line.changes
    [same] = planned(f"first,second,id\nHaven,{TWO},{TIE}\n", HELD).ties
    assert same.outcome is Outcome.SAME


def test_what_cannot_be_a_tie_is_refused_with_the_reason() -> None:
    plan = planned("from,to\nHaven,Nobody\nHaven,\nHaven,haven\nHaven,Clinique d'été\n", HELD)
    refused = [one.told[0] for one in plan.ties if one.outcome is Outcome.REFUSED]
    assert refused == [
        "No partner is called “Nobody”. Add it first, or correct the name.",
        "A tie has two partners. One is missing here: write its name.",
        "A tie is between two partners. Name another one.",
    ]
    assert plan.ties[3].outcome is Outcome.SAME


def test_odd_values_are_told_and_a_second_tie_is_none() -> None:
    table = "from,to,kind,strength,directed\nHaven,RCMP,likes,9,oui\nHaven,RCMP,likes,9,oui\n"
    held = room({ONE: PartnerBody(name="Haven"), TWO: PartnerBody(name="RCMP")})
    line, again = planned(table, held).ties
    assert line.body == TieBody(first=ONE, second=TWO, kind=TieKind.OTHER, directed=True)
    assert len(line.told) == 2
    assert (again.outcome, again.told) == (Outcome.SAME, ("It stands in row 2 already.",))
