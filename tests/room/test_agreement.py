"""The group's agreement over HTTP: phones read it and say yes; nobody learns who."""

from typing import Any

from tests.kit_process import KitProcess
from tests.people import Facilitator, Helper, Participant, write_id
from workshop_kit.content.agreement import starter_agreement

LINES = ["Anyone may pass.", "Listen to the end."]


def put(facilitator: Facilitator, lines: list[str], *, agreed: bool = False) -> None:
    facilitator.write("agreement", "group", {"lines": lines, "agreed": agreed})


def read(person: Participant) -> dict[str, Any]:
    found: dict[str, Any] = person.good("GET", person.mine("agreement"))
    return found


def consent(person: Participant, mark: str, *, yes: bool, revision: int = 0) -> int:
    body = {"mark": mark, "can_live_with_it": yes}
    request = {"write_id": write_id(), "revision": revision, "body": body}
    return person.ask("PUT", person.mine("entries/consent/group"), request).status_code


def joined(server: KitProcess, facilitator: Facilitator, number: int = 1) -> list[Participant]:
    code = facilitator.known()["join_code"]
    return [Participant.joined(server.url, code) for _ in range(number)]


def test_its_step_brings_the_starter_list_to_wall_and_phones(
    server: KitProcess, facilitator: Facilitator
) -> None:
    [person] = joined(server, facilitator)
    wall = Helper.entered(server.url, "projector", facilitator.known()["projector_code"])
    assert person.state()["agreement"] is None
    assert person.ask("GET", person.mine("agreement")).status_code == 404
    facilitator.move("plan", agenda="two-hours")
    facilitator.move("go", step="s3")
    assert read(person)["lines"] == list(starter_agreement())
    assert wall.state()["agreement"] == list(starter_agreement())
    assert person.state()["agreement"]["agreed"] is False
    put(facilitator, LINES, agreed=True)
    facilitator.move("go", step="s4")
    assert wall.state()["agreement"] == []
    facilitator.move("go", step="s3")
    assert read(person)["lines"] == LINES  # what the room made of it stays


def test_a_count_is_told_from_five_people_on(server: KitProcess, facilitator: Facilitator) -> None:
    put(facilitator, LINES)
    people = joined(server, facilitator, 6)
    mark = read(people[0])["mark"]
    for person in people[:4]:
        assert consent(person, mark, yes=True) == 200
    told = facilitator.state()["agreement"]
    assert (told["answered"], told["can_live_with_it"], told["not_yet"]) == (4, None, None)
    assert consent(people[4], mark, yes=False) == 200
    assert consent(people[5], mark, yes=True) == 200
    assert consent(people[0], mark, yes=False, revision=1) == 200
    told = facilitator.state()["agreement"]
    assert (told["answered"], told["can_live_with_it"], told["not_yet"]) == (6, 4, 2)
    put(facilitator, [*LINES, "Care before speed."])
    assert facilitator.state()["agreement"]["answered"] == 0


def test_what_one_person_said_is_told_to_nobody_else(
    server: KitProcess, facilitator: Facilitator
) -> None:
    put(facilitator, LINES)
    one, other = joined(server, facilitator, 2)
    consent(one, read(one)["mark"], yes=True)
    assert [entry["kind"] for entry in one.entries()] == ["consent"]
    assert other.entries() == []
    entries = facilitator.good("GET", facilitator.mine("entries"))["entries"]
    assert "consent" not in {entry["kind"] for entry in entries}
    assert "can_live_with_it" not in str(other.state())


def test_what_is_refused(server: KitProcess, facilitator: Facilitator) -> None:
    put(facilitator, LINES)
    [person] = joined(server, facilitator)
    assert consent(person, "no mark", yes=True) == 422
    for key in ("entries/consent/mine", "entries/agreement/group"):
        body = {"mark": "0" * 12, "can_live_with_it": True}
        request = {"write_id": write_id(), "revision": 0, "body": body}
        assert person.ask("PUT", person.mine(key), request).status_code in {403, 404}
    request = {"write_id": write_id(), "revision": 0, "body": {"lines": ["a"], "agreed": False}}
    reply = facilitator.ask("PUT", facilitator.mine("entries/agreement/other"), request)
    assert reply.status_code == 404
