"""Counts of offers over HTTP: after closing, from five people on, the same for everybody."""

from tests.kit_process import KitProcess
from tests.people import Facilitator, Helper, Participant, write_id

EMPTY = {"abilities": "", "passions": "", "connections": "", "ideas": ""}


def offer(led: Facilitator, **parts: str) -> Participant:
    person = Participant.joined(led.url, led.known()["join_code"])
    assert person.put("q7", {"shape": "offers", "skills": "x"} | EMPTY | parts).ok
    return person


def test_counts_come_once_it_is_closed_and_five_have_answered(
    server: KitProcess, facilitator: Facilitator
) -> None:
    wall = Helper.entered(server.url, "projector", facilitator.known()["projector_code"])
    facilitator.question("q7", "open")
    for ideas in ("a poster", "", "", ""):
        offer(facilitator, ideas=ideas)
    facilitator.question("q7", "closed")
    facilitator.write("screen", "projector", {"show": "offers"})
    assert set(facilitator.state()["offers"]) == {"parts", "contacts", "mark"}
    assert facilitator.state()["offers"]["parts"] == {}
    assert wall.state()["offers"] == {}
    facilitator.question("q7", "open")
    for _ in range(3):
        offer(facilitator, ideas="another")
    assert facilitator.state()["offers"]["parts"] == {}
    facilitator.question("q7", "closed")
    told = {"skills": 7, "abilities": None, "passions": None, "connections": None, "ideas": None}
    assert facilitator.state()["offers"]["parts"] == told
    assert wall.state()["offers"] == told
    facilitator.write("screen", "projector", {"show": "offers", "blank": True})
    assert wall.state()["offers"] is None
    facilitator.change(state="closed")
    assert facilitator.state()["offers"]["parts"] == told


def test_what_was_counted_stands_until_five_more_people_have_answered(
    server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.question("q7", "open")
    people = [offer(facilitator, ideas="a poster") for _ in range(6)]
    facilitator.question("q7", "closed")
    told = facilitator.state()["offers"]["parts"]
    assert (told["skills"], told["ideas"], told["passions"]) == (6, 6, None)
    people[0].good("DELETE", people[0].mine("entries"), {"write_id": write_id()})
    assert facilitator.state()["offers"]["parts"] == told
    facilitator.question("q7", "open")
    for _ in range(5):  # ten people: four more than were counted
        offer(facilitator)
    facilitator.question("q7", "closed")
    assert facilitator.state()["offers"]["parts"] == told
    facilitator.question("q7", "open")
    offer(facilitator)
    assert facilitator.state()["offers"]["parts"] == {}
    facilitator.change(state="closed")  # counted at the end, where nobody closed it before
    assert facilitator.state()["offers"]["parts"] == told | {"skills": 11, "ideas": 5}


def test_phones_and_helpers_hear_nothing_of_it(
    server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.question("q7", "open")
    for _ in range(5):
        offer(facilitator)
    facilitator.question("q7", "closed")
    known = facilitator.known()
    for person in (
        Participant.joined(server.url, known["join_code"]),
        Helper.entered(server.url, "scribe", known["scribe_code"]),
    ):
        assert "offers" not in person.state()
