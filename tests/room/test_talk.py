"""Asking to talk: who leads hears that somebody asked; nothing tells who, not even the database."""

from concurrent.futures import ThreadPoolExecutor

from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant, write_id

CROWD = 12


def ask(person: Participant, number: int = 1) -> list[int]:
    path = person.mine("talk")
    return [person.ask("POST", path, {"write_id": write_id()}).status_code for _ in range(number)]


def waiting(facilitator: Facilitator) -> int:
    found: int = facilitator.state()["call"]["waiting"]
    return found


def seen_to(facilitator: Facilitator, asked: int) -> int:
    """Say that those were seen to who had asked; return how many still wait."""
    request = {"write_id": write_id(), "asked": asked}
    found: int = facilitator.good("POST", facilitator.mine("talk"), request)["waiting"]
    return found


def test_who_leads_hears_that_somebody_asked_until_it_is_seen_to(
    server: KitProcess, facilitator: Facilitator
) -> None:
    code = facilitator.known()["join_code"]
    one, other = (Participant.joined(server.url, code) for _ in range(2))
    assert waiting(facilitator) == 0
    assert ask(one) == ask(other) == [200]
    assert waiting(facilitator) == 2
    assert seen_to(facilitator, 2) == 0
    assert waiting(facilitator) == 0
    ask(one)
    assert waiting(facilitator) == 1


def test_who_asks_in_the_moment_of_the_press_still_waits(
    server: KitProcess, facilitator: Facilitator
) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    ask(person)
    known = facilitator.state()["call"]["asked"]
    ask(person)
    request = {"write_id": write_id(), "asked": known}
    for _ in range(2):  # the same press, sent twice
        reply = facilitator.good("POST", facilitator.mine("talk"), request)
        assert reply["waiting"] == 1
    assert waiting(facilitator) == 1


def test_many_who_ask_at_once_are_all_heard(server: KitProcess, facilitator: Facilitator) -> None:
    code = facilitator.known()["join_code"]
    crowd = [Participant.joined(server.url, code) for _ in range(CROWD)]
    with ThreadPoolExecutor(len(crowd)) as pool:
        assert [*pool.map(ask, crowd)] == [[200]] * len(crowd)
    assert waiting(facilitator) == len(crowd)


def test_nothing_tells_who_it_was(server: KitProcess, facilitator: Facilitator) -> None:
    code = facilitator.known()["join_code"]
    one, other = (Participant.joined(server.url, code) for _ in range(2))
    ask(one)
    assert one.entries() == other.entries() == []
    assert "call" not in one.state()
    entries = facilitator.good("GET", facilitator.mine("entries"))["entries"]
    [call] = [entry for entry in entries if entry["kind"] == "call"]
    assert call["body"] == {"asked": 1, "seen_to": 0}
    assert "author" not in call


def test_one_phone_that_asks_again_and_again_mutes_nobody(
    server: KitProcess, facilitator: Facilitator
) -> None:
    code = facilitator.known()["join_code"]
    restless, other = (Participant.joined(server.url, code) for _ in range(2))
    assert set(ask(restless, CROWD)) == {200}
    known = facilitator.state()["call"]["asked"]
    assert ask(other) == [200]
    assert seen_to(facilitator, known) == 1


def test_the_same_request_counts_once(server: KitProcess, facilitator: Facilitator) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    request = {"write_id": write_id()}
    for _ in range(2):
        person.good("POST", person.mine("talk"), request)
    assert waiting(facilitator) == 1


def test_after_the_workshop_nobody_is_there_to_hear(
    server: KitProcess, facilitator: Facilitator
) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    facilitator.change(state="closed")
    assert ask(person)[0] in {401, 410}
    reply = person.ask("POST", facilitator.mine("talk"), {"write_id": write_id(), "asked": 1})
    assert reply.status_code in {401, 403}
