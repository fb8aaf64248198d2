"""Dot votes over HTTP: nobody sees a count too early, nobody gives more dots than they have."""

from typing import Any

import pytest

from tests.kit_process import KitProcess
from tests.people import Facilitator, Helper, Participant, write_id

OPTIONS = [{"id": f"o{number}", "text": f"Choice {number}"} for number in range(1, 5)]
VOTE: dict[str, Any] = {"title": "What first?", "options": OPTIONS, "dots": 3, "most": 2}


def put(facilitator: Facilitator, state: str, key: str = "v1", **more: Any) -> None:
    facilitator.write("vote", key, VOTE | {"state": state} | more)


def give(person: Participant, dots: dict[str, int], revision: int = 0, key: str = "v1") -> Any:
    request = {"write_id": write_id(), "revision": revision, "body": {"dots": dots}}
    return person.ask("PUT", person.mine(f"entries/ballot/{key}"), request)


@pytest.fixture
def people(server: KitProcess, facilitator: Facilitator) -> list[Participant]:
    code = facilitator.known()["join_code"]
    return [Participant.joined(server.url, code) for _ in range(3)]


def test_a_vote_from_making_it_to_its_count(
    server: KitProcess, facilitator: Facilitator, people: list[Participant]
) -> None:
    wall = Helper.entered(server.url, "projector", facilitator.known()["projector_code"])
    put(facilitator, "waiting")
    assert people[0].state()["votes"] == []
    assert give(people[0], {"o1": 1}).json()["error"] == "vote_closed"
    put(facilitator, "open")
    facilitator.write("screen", "projector", {"show": "vote", "vote": "v1"})
    [asked] = people[0].state()["votes"]
    assert (asked["title"], asked["dots"], asked["most"]) == ("What first?", 3, 2)
    for person, dots in zip(people, ({"o1": 2, "o2": 1}, {"o2": 2}, {}), strict=True):
        assert give(person, dots).ok
    for told in (facilitator.state()["all_votes"][0], asked, wall.state()["vote"]):
        assert told["result"] is None
    assert facilitator.state()["all_votes"][0]["ballots"] == 3
    put(facilitator, "closed", hands={"o3": 1})
    counted = facilitator.state()["all_votes"][0]["result"]
    assert [(one["id"], one["dots"], one["place"]) for one in counted] == [
        ("o2", 3, 1),
        ("o1", 2, 2),
        ("o3", 1, 3),
        ("o4", 0, 4),
    ]
    assert wall.state()["vote"]["result"] == counted
    assert people[0].state()["votes"] == []
    put(facilitator, "closed", hands={"o3": 1}, shown=True)
    assert people[0].state()["votes"][0]["result"] == counted
    assert give(people[0], {"o4": 2}, revision=1).json()["error"] == "vote_closed"


@pytest.mark.parametrize("dots", [{"o1": 3}, {"o1": 2, "o2": 2}, {"o9": 1}, {"o1": 0}, {"o1": -1}])
def test_no_more_dots_than_a_person_has(
    facilitator: Facilitator, people: list[Participant], dots: dict[str, int]
) -> None:
    put(facilitator, "open")
    assert give(people[0], dots).status_code == 422
    assert facilitator.state()["all_votes"][0]["ballots"] == 0


def test_dots_are_changed_and_taken_back_while_it_is_open(
    facilitator: Facilitator, people: list[Participant]
) -> None:
    put(facilitator, "open")
    assert give(people[0], {"o1": 1}).ok
    assert give(people[0], {"o2": 2}, revision=1).ok
    assert give(people[0], {"o3": 1}, revision=1).status_code == 409
    assert [one["body"] for one in people[0].entries()] == [{"dots": {"o2": 2}}]
    request = {"write_id": write_id(), "revision": 2}
    people[0].good("DELETE", people[0].mine("entries/ballot/v1"), request)
    put(facilitator, "closed")
    assert sum(one["dots"] for one in facilitator.state()["all_votes"][0]["result"]) == 0


def test_what_people_voted_on_cannot_change_under_them(
    facilitator: Facilitator, people: list[Participant]
) -> None:
    put(facilitator, "open")
    put(facilitator, "open", options=[*OPTIONS, {"id": "o5", "text": "One more"}])
    assert give(people[0], {"o5": 1}).ok
    request = {"write_id": write_id(), "revision": 2, "body": VOTE | {"state": "open"}}
    reply = facilitator.ask("PUT", facilitator.mine("entries/vote/v1"), request)
    assert (reply.status_code, reply.json()["error"]) == (422, "invalid_body")
    removal = {"write_id": write_id(), "revision": 2}
    reply = facilitator.ask("DELETE", facilitator.mine("entries/vote/v1"), removal)
    assert reply.status_code == 422
    put(facilitator, "waiting", key="v2")
    removal = {"write_id": write_id(), "revision": 1}
    facilitator.good("DELETE", facilitator.mine("entries/vote/v2"), removal)
    assert [one["id"] for one in facilitator.state()["all_votes"]] == ["v1"]


def test_what_one_person_gave_is_told_to_nobody_else(
    facilitator: Facilitator, people: list[Participant]
) -> None:
    put(facilitator, "open")
    give(people[0], {"o1": 2})
    assert people[1].entries() == []
    assert "ballots" not in str(people[1].state())
    entries = facilitator.good("GET", facilitator.mine("entries"))["entries"]
    assert "ballot" not in {one["kind"] for one in entries}
    reply = people[1].ask("PUT", people[1].mine("entries/vote/v1"), {"write_id": "x", "body": {}})
    assert reply.status_code == 403


def test_a_burst_of_ballots_is_counted_once_each(
    server: KitProcess, facilitator: Facilitator
) -> None:
    put(facilitator, "open")
    code = facilitator.known()["join_code"]
    crowd = [Participant.joined(server.url, code) for _ in range(20)]
    for person in crowd:
        path = person.mine("entries/ballot/v1")
        request = {"write_id": write_id(), "revision": 0, "body": {"dots": {"o2": 2}}}
        for _ in range(2):
            assert person.good("PUT", path, request)["revision"] == 1
    put(facilitator, "closed")
    assert facilitator.state()["all_votes"][0]["result"][0] == {
        "id": "o2", "dots": 40, "place": 1, "tied": False,
    }  # fmt: skip
