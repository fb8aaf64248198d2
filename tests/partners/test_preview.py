"""What an import would do: add, change, nothing, or refuse; and never lose the good rows."""

from datetime import date

from tests.partners.tables import bodies, names, planned, room
from workshop_kit.model import new_id
from workshop_kit.partner import PartnerBody, PartnerKind, Ring, Status
from workshop_kit.partners.preview import FieldChange, Outcome

HAVEN = new_id()
HELD = room(
    {
        HAVEN: PartnerBody(
            name="Haven Élan",
            status=Status.MEMBER,
            sectors=("shelters",),
            public_line="2-1-1",
            influence=2,
        )
    }
)


def test_new_partners_are_added_with_all_that_is_known() -> None:
    plan = planned(
        "Name,Kind,Sector,Status,Contact,Ring now,Influence,Ask by,Who asks them\n"
        "RCMP,organisation,police,contacted,staff sergeant,involved,3,2026-12-01,Haven\n"
    )
    [line] = plan.partners
    assert line.outcome is Outcome.ADD
    assert line.body == PartnerBody(
        name="RCMP",
        sectors=("police",),
        status=Status.CONTACTED,
        contact_position="staff sergeant",
        ring_now=Ring.INVOLVED,
        influence=3,
        approach_by=date(2026, 12, 1),
        approached_by="Haven",
    )
    assert plan.told == ("Look through “Contact”. Write positions there, and no names of persons.",)


def test_a_partner_of_the_same_name_is_changed_and_loses_nothing() -> None:
    row = "Name,Status,Public line,Sector\nHAVEN ELAN,declined,,police\n"
    [line] = planned(row, HELD).partners
    assert (line.outcome, line.id, line.revision) == (Outcome.CHANGE, HAVEN, 1)
    assert line.changes == (
        FieldChange("sectors", ["shelters"], ["shelters", "police"]),
        FieldChange("status", "member", "declined"),
    )
    assert line.body
    assert (line.body.name, line.body.public_line) == ("Haven Élan", "2-1-1")


def test_a_row_with_the_id_empties_what_it_leaves_empty() -> None:
    row = f"Kit ID,Name,Public line\n{HAVEN},New name,\n"
    [line] = planned(row, HELD).partners
    assert [one.field for one in line.changes] == ["name", "public_line"]
    assert line.body
    assert (line.body.status, line.body.influence) == (Status.MEMBER, 2)  # no such columns
    [same] = planned(f"Kit ID,Name,Status\n{HAVEN},,member\n", HELD).partners
    assert (same.outcome, same.body) == (Outcome.SAME, HELD.partners[HAVEN].body)


def test_a_cell_that_cannot_be_read_leaves_what_was_there() -> None:
    [line] = planned(f"Kit ID,Name,Status,Influence\n{HAVEN},Haven Élan,perhaps,9\n", HELD).partners
    assert line.outcome is Outcome.SAME
    assert len(line.told) == 2


def test_numbers_of_a_list_are_no_ids() -> None:
    plan = planned("ID,Name\n1,Haven Élan\n2,RCMP\n", HELD)
    assert [one.outcome for one in plan.partners] == [Outcome.SAME, Outcome.ADD]
    assert len(plan.partners[1].id) == 32


def test_rows_of_the_same_name_are_told_apart() -> None:
    plan = planned("Name,Status\nClinic,member\nClinic,member\nCLINIC,declined\n")
    assert [one.outcome.value for one in plan.partners] == ["add", "same", "refused"]
    assert plan.partners[1].told == ("It stands in row 2 already.",)
    assert plan.partners[2].told[0].startswith("“CLINIC” stands in row 2 already.")


def test_wrong_rows_are_refused_and_good_ones_are_taken() -> None:
    long = "x" * 121
    plan = planned(f"Name,Status\nHaven,member\n,member\n{long},member\n12 Oak Street,\nRCMP,\n")
    assert names(plan) == ["Haven", "RCMP"]
    assert [one.number for one in plan.partners if one.outcome is Outcome.REFUSED] == [3, 4, 5]
    assert "There is no name in this row." in plan.partners[1].told[0]
    assert "too long" in plan.partners[2].told[0]
    assert "street address" in plan.partners[3].told[0]


def test_streets_and_ratings_of_nations_are_left_out_and_the_rest_is_taken() -> None:
    plan = planned(
        "Name,Kind,Sector,Public line,Influence\n"
        "q̓ic̓əy̓ Friends,Nation,,604-555-0100,3\n"
        "Council,,First Nations chiefs and councils,12 Oak Street,high\n"
    )
    one, other = bodies(plan)
    assert (one.kind, one.influence, one.public_line) == (PartnerKind.NATION, None, "604-555-0100")
    assert (other.influence, other.public_line) == (None, "")
    assert plan.partners[0].told == ("A Nation is not rated. Its ratings were left out.",)
    assert len(plan.partners[1].told) == 2


def test_a_rated_partner_that_turns_out_a_nation_loses_its_rating() -> None:
    [line] = planned("Name,Kind\nHaven Élan,Nation\n", HELD).partners
    assert line.body
    assert line.body.influence is None
    assert "A Nation is not rated. Its ratings were left out." in line.told


def test_a_sector_that_stands_as_a_kind_is_a_sector() -> None:
    [line] = planned("Name,Type\nClinic,health\n").partners
    assert line.body
    assert (line.body.kind, line.body.sectors) == (PartnerKind.ORGANIZATION, ("health",))
    assert line.told == ("“health” is a sector. It was added there.",)


def test_what_they_bring_is_a_need_or_kept_in_words() -> None:
    [line] = planned("Name,What they could bring\nHaven,speaks for a sector; a van\n").partners
    assert line.body
    assert (len(line.body.brings), line.body.brings_words) == (1, "a van")
    assert line.told == ("“a van” is no need that is known. It is kept in words.",)


def test_too_many_sectors_are_told() -> None:
    listed = "; ".join(f"own sector {letter}" for letter in "abcdefghij")
    [line] = planned(f"Name,Sector\nHaven,{listed}\n").partners
    assert line.body
    assert len(line.body.sectors) == 8
    assert line.told[-1] == "“Sectors” can hold 8. Left out: own_sector_i, own_sector_j."
