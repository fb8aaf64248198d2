"""The group's own lines and resources over HTTP: who may change them, and who sees them."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest

from tests.kit_process import KitProcess
from tests.people import Browser, Facilitator, Participant

LINE = {"name": "Elders' line", "number": "(604) 555-0199", "for_whom": "Elders"}
RESOURCE = {"title": "Our map", "address": "https://example.org/map", "about": "Who does what"}


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KitProcess]:
    """A kit whose own additions no other test sees."""
    with KitProcess(tmp_path_factory.mktemp("own")) as process:
        yield process


@pytest.fixture
def lead(kit: KitProcess) -> Facilitator:
    return Facilitator.with_new_workshop(kit.url).opened()


def listed(person: Facilitator) -> Any:
    return person.good("GET", person.mine("own"))


def test_a_line_is_added_seen_by_all_removed_and_brought_back(
    kit: KitProcess, lead: Facilitator
) -> None:
    added = lead.good("POST", lead.mine("own/help_lines"), {"values": LINE})
    assert lead.good("POST", lead.mine("own/help_lines"), {"values": LINE}) == added
    [line] = listed(lead)["help_lines"]
    assert (line["id"], line["number"]) == (added["id"], "604-555-0199")
    stranger = Browser(kit.url)
    told = stranger.good("GET", "/room/help")["lines"][-1]
    assert (told["name"], told["own"], told["tel"]) == ("Elders' line", True, "tel:6045550199")
    page = stranger.ask("GET", "/").text
    assert page.index("Report a child at risk") < page.index("Elders&#39; line")
    assert "Added by our group" in page

    here = lead.mine(f"own/help_lines/{added['id']}")
    removed = lead.good("DELETE", here)
    assert listed(lead)["help_lines"] == []
    assert "Elders" not in stranger.ask("GET", "/").text
    assert lead.ask("DELETE", here).status_code == 404
    assert lead.good("PUT", here, removed) == added
    assert listed(lead)["help_lines"] == [line]
    lead.good("DELETE", here)


def test_what_does_not_fit_names_the_column(lead: Facilitator) -> None:
    bad = RESOURCE | {"address": "javascript:alert(1)"}
    reply = lead.ask("POST", lead.mine("own/resources"), {"values": bad})
    assert reply.status_code == 422
    assert reply.json()["error"] == "bad_cell"
    assert reply.json()["current"] == {"column": "address"}
    bodies: list[Any] = [{}, {"values": []}, {"values": {"title": 7}}, [], None]
    for body in bodies:
        assert lead.ask("POST", lead.mine("own/resources"), body).status_code in {400, 422}
    assert listed(lead)["resources"] == []


def test_the_table_can_be_saved_and_nothing_in_it_runs(lead: Facilitator) -> None:
    values = RESOURCE | {"title": '=HYPERLINK("http://example.org")'}
    added = lead.good("POST", lead.mine("own/resources"), {"values": values})
    reply = lead.ask("GET", lead.mine("own/resources.csv"))
    assert 'filename="resources.csv"' in reply.headers["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(reply.content.decode("utf-8-sig"), newline="")))
    assert rows[0][:2] == ["title", "address"]
    assert rows[1][0] == '\'=HYPERLINK("http://example.org")'
    lead.good("DELETE", lead.mine(f"own/resources/{added['id']}"))


def test_what_a_spreadsheet_program_saved_wrong_is_told(kit: KitProcess, lead: Facilitator) -> None:
    table = kit.data / "own" / "help_lines.csv"
    before = table.read_bytes()
    table.write_bytes("name;number;for whom\r\nÉlan;call us;Anyone\r\n".encode("cp1252"))
    assert listed(lead)["problems"][0].startswith("“help_lines.csv”, row 2, column “number”")
    assert Browser(kit.url).ask("GET", "/").ok
    table.write_bytes(before)
    assert listed(lead)["problems"] == []


def test_only_a_facilitator_on_the_laptop_gets_in(kit: KitProcess, lead: Facilitator) -> None:
    phone = Participant.joined(kit.url, lead.known()["join_code"])
    for rest, body in (("own", None), ("own/help_lines", {"values": LINE})):
        method = "POST" if body else "GET"
        there = lead.mine(rest)
        assert phone.ask(method, there, body).status_code == 403
        assert Browser(kit.url).ask(method, there, body).status_code == 401
        away = lead.ask(method, there, body, headers={"Host": "hall.test"})
        assert away.status_code == 403
    without = lead.http.post(f"{kit.url}{lead.mine('own/help_lines')}", json={"values": LINE})
    assert without.status_code in {403, 404}
    assert listed(lead)["help_lines"] == []


def test_no_other_table_is_reached(lead: Facilitator) -> None:
    for name in ("other", "help_lines.csv/x", "..%2F..%2Fsessions", "README"):
        assert lead.ask("POST", lead.mine(f"own/{name}"), {"values": LINE}).status_code in {
            404,
            405,
        }


def test_a_full_table_is_left_as_it_is(kit: KitProcess, lead: Facilitator) -> None:
    table = kit.data / "own" / "resources.csv"
    before = table.read_bytes()
    table.write_bytes(b"x" * 2_000_000)
    reply = lead.ask("POST", lead.mine("own/resources"), {"values": RESOURCE})
    assert reply.status_code == 409
    assert "larger than 1 MB" in reply.json()["message"]
    assert table.stat().st_size == 2_000_000
    table.write_bytes(before)


def test_half_a_letter_is_refused_with_a_sentence(lead: Facilitator) -> None:
    before = listed(lead)["help_lines"]
    body = {"values": LINE | {"name": "half \ud800 a letter"}}
    reply = lead.ask("POST", lead.mine("own/help_lines"), body)
    assert (reply.status_code, reply.json()["error"]) == (422, "invalid_body")
    removed = {"place": 1, "cells": ["half \ud800 a letter", "604-555-0199", "Elders"]}
    reply = lead.ask("PUT", lead.mine("own/help_lines/0123456789abcdef"), removed)
    assert (reply.status_code, reply.json()["error"]) == (422, "invalid_body")
    assert listed(lead)["help_lines"] == before
