"""Whole files: whatever program wrote a list, the same partners come out; and back again."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.partners.tables import EMPTY, as_text, as_xlsx, bodies, planned, room
from workshop_kit.kinds import KINDS
from workshop_kit.model import new_id
from workshop_kit.partner import NO_RATING, PartnerBody, PartnerKind, Ring, Status
from workshop_kit.partners.export_table import as_csv
from workshop_kit.partners.export_table import as_xlsx as exported_xlsx
from workshop_kit.partners.plan import Map
from workshop_kit.partners.preview import Outcome
from workshop_kit.partners.table_rows import exported, partner_rows, tie_rows
from workshop_kit.tie import TieBody, TieKind

PATIENT = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
"""The machine may be busy with other things."""

HEADINGS = {
    "name": ("Organization", "Nom de l'organisme", "name", "PARTENAIRE *"),
    "sectors": ("Sectors", "Secteur d'activité", "sectors"),
    "status": ("Status", "Statut :", "status"),
    "ring_now": ("Ring now", "Cercle actuel", "ring_now"),
    "interest": ("Interest (1-3)", "Intérêt", "interest"),
    "approach_by": ("Ask by", "Échéance", "approach_by"),
}
WRITTEN = {
    "sectors": (["police", "santé ; Écoles", "faith/youth"], ["police", "health", "faith"]),
    "status": (["Member", "à inviter", "declined"], ["member", "to_invite", "declined"]),
    "ring_now": (["core", "Impliqué", "INFORMED"], ["core", "involved", "informed"]),
    "interest": (["1", "moyen", "high"], [1, 2, 3]),
    "approach_by": (
        ["2026-03-04", "31/12/2026", "1 mai 2026"],
        ["2026-03-04", "2026-12-31", "2026-05-01"],
    ),
}
NAMES = ["Maison Élan", "RCMP, Maple", 'The "Hall"; west']
LETTERS = st.characters(exclude_categories=["Cs"])
TEXT = st.text(LETTERS, max_size=30)


@PATIENT
@given(
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"]),
    which=st.fixed_dictionaries({key: st.sampled_from(some) for key, some in HEADINGS.items()}),
    order=st.permutations(sorted(HEADINGS)),
    above=st.integers(0, 3),
    blank=st.integers(0, 2),
    workbook=st.booleans(),
)
def test_lists_of_any_program_say_the_same(
    *, delimiter: str, encoding: str, which: dict[str, str], order: list[str], above: int,
    blank: int, workbook: bool,
) -> None:  # fmt: skip
    written = {"name": NAMES, **{key: some for key, (some, _keys) in WRITTEN.items()}}
    rows: list[list[str]] = [["Our list"], *[[""] * len(order)] * above] if above else []
    rows.append([which[field] for field in order])
    for number in range(len(NAMES)):
        rows += [[written[field][number] for field in order], *[[""] * len(order)] * blank]
    data = as_xlsx(rows) if workbook else as_text(rows, delimiter).encode(encoding)
    found = [one.model_dump(mode="json") for one in bodies(planned(data))]
    assert [one["name"] for one in found] == NAMES
    for field, (_written, keys) in WRITTEN.items():
        values = [one[field] for one in found]
        assert [one[0] if isinstance(one, list) else one for one in values] == keys


def partner_bodies() -> st.SearchStrategy[PartnerBody]:
    """Records of every kind, with any letters that a record can hold."""
    keys = st.lists(st.from_regex(r"[A-Za-z0-9_-]{1,12}", fullmatch=True), max_size=3)
    sectors = keys | st.just(["police", "indigenous_communities", "health"])
    raw = st.fixed_dictionaries(
        {
            "name": TEXT,
            "kind": st.sampled_from(PartnerKind),
            "sectors": sectors,
            "status": st.sampled_from(Status),
            "contact_position": TEXT,
            "public_line": TEXT
            | st.sampled_from(["=1+1", "'=x", "@a", "-", "n/a", "_x0041_", "1.0"]),
            "brings": keys,
            "brings_words": TEXT,
            "ring_now": st.none() | st.sampled_from(Ring),
            "ring_wanted": st.none() | st.sampled_from(Ring),
            "influence": st.none() | st.integers(1, 3),
            "interest": st.none() | st.integers(1, 3),
            "approached_by": TEXT,
            "approach_by": st.none() | st.dates(),
            "source": TEXT,
            "checked_on": st.none() | st.dates(),
        }
    )
    return raw.map(_record).filter(lambda one: one is not None)  # type: ignore[return-value]  # filtered


def _record(raw: dict[str, Any]) -> PartnerBody | None:
    try:
        return PartnerBody.model_validate(raw)
    except ValueError as refused:
        if NO_RATING in str(refused):
            return _record(raw | {"influence": None, "interest": None})
        return None


def rooms() -> st.SearchStrategy[Map]:
    """What a room holds: some partners, and ties between them."""

    @st.composite
    def made(draw: st.DrawFn) -> Map:
        partners = {new_id(): one for one in draw(st.lists(partner_bodies(), max_size=5))}
        ends = st.sampled_from(sorted(partners)) if len(partners) > 1 else st.nothing()
        drawn = st.tuples(
            ends, ends, st.sampled_from(TieKind), st.integers(1, 3), st.booleans()
        ).filter(lambda one: one[0] != one[1])
        ties = {
            new_id(): TieBody(first=a, second=b, kind=kind, strength=strength, directed=directed)
            for a, b, kind, strength, directed in draw(
                st.lists(drawn, max_size=4) if len(partners) > 1 else st.just([])
            )
        }
        return room(partners, ties)

    return made()


def everything(held: Map) -> tuple[dict[str, PartnerBody], dict[str, TieBody]]:
    partners = {id_: one.body for id_, one in held.partners.items()}
    return exported(partners, {id_: one.body for id_, one in held.ties.items()}, with_declined=True)


@PATIENT
@given(rooms())
def test_what_was_exported_comes_back_the_same(held: Map) -> None:
    partners, ties = everything(held)
    if not partners:
        return
    listed = partner_rows(partners, held.vocabulary(), with_ratings=True)
    tied = tie_rows(ties, partners)
    plans = [planned(exported_xlsx(listed, tied), held), planned(as_csv(listed), held)]
    if ties:
        plans.append(planned(as_csv(tied), held))
    for plan in plans:
        assert [one for one in plan.lines if one.outcome is not Outcome.SAME] == []
    assert len(plans[0].lines) == len(partners) + len(ties)
    assert plans[0].writes() == plans[0].undo() == ()


@PATIENT
@given(rooms())
def test_an_exported_room_can_be_made_anew_elsewhere(held: Map) -> None:
    """Keys that only that room knew may become words; all that the kit knows is there again."""
    partners, ties = everything(held)
    if not partners:
        return
    listed = partner_rows(partners, held.vocabulary(), with_ratings=True)
    plan = planned(exported_xlsx(listed, tie_rows(ties, partners)))
    kept = ("name", "kind", "status", "ring_now", "ring_wanted", "approach_by", "source")
    for one in plan.partners:
        assert one.outcome is Outcome.ADD
        assert one.body
        assert [getattr(one.body, key) for key in kept] == [
            getattr(partners[one.id], key) for key in kept
        ]
    assert {one.id: one.body for one in plan.ties} == ties


def test_writes_have_what_the_store_asks_for_and_undo_puts_it_back() -> None:
    held = room({new_id(): PartnerBody(name="Haven", source="then")})
    [old] = held.partners
    plan = planned("Name,Status\nHaven,member\nRCMP,\n", held)
    changed, added = plan.writes()
    assert (changed.key, changed.revision, added.revision) == (old, 1, 0)
    for one in (changed, added):
        assert KINDS[one.kind].checked(one.body) == one.body
    back, gone = plan.undo()
    assert (back.key, back.revision, gone.key, gone.revision) == (old, 2, added.key, 1)
    assert back.body["source"] == "then"  # type: ignore[union-attr]  # it is a write


@PATIENT
@given(st.lists(st.lists(TEXT, max_size=5), max_size=8), st.sampled_from(",;\t|"))
def test_whatever_stands_in_a_table_each_row_is_told(rows: list[list[str]], delimiter: str) -> None:
    table = [["Name", "Status", "Sector", "Influence", "Ask by"], ["Haven", "", "", "", ""], *rows]
    plan = planned(as_text(table, delimiter), EMPTY)
    for one in plan.partners:
        if one.outcome is Outcome.REFUSED:
            assert one.told
        elif one.body:
            assert KINDS["partner"].checked(one.body.model_dump(mode="json"))
