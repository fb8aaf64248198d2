"""Leading the evening over HTTP: wall, questions and phones follow, and nothing is undone twice."""

from typing import Any

import pytest

from tests.kit_process import KitProcess
from tests.people import WORDS, Facilitator, Helper, Participant, write_id


@pytest.fixture
def led(facilitator: Facilitator) -> Facilitator:
    """A workshop that is open, with an agenda."""
    facilitator.move("plan", agenda="two-hours")
    return facilitator


def ids_of(evening: dict[str, Any]) -> list[str]:
    return [one["id"] for one in evening["steps"]]


def asked(facilitator: Facilitator, move: dict[str, Any]) -> tuple[int, str]:
    """Make a move that may be refused; return the status and the error's code."""
    request = {"write_id": write_id(), "move": move}
    reply = facilitator.ask("POST", facilitator.mine("evening"), request)
    return reply.status_code, reply.json().get("error", "")


def evening_of(told: dict[str, Any]) -> dict[str, Any]:
    """Return the evening of a reply or a state, as an undo sends it."""
    return {name: told[name] for name in ("steps", "at", "since", "until")}


def undo(led: Facilitator, before: dict[str, Any], after: dict[str, Any]) -> Any:
    """Undo the move that led from one reply to the next."""
    revision, changed = after["revision"], after["led"]
    return led.move("restore", evening=evening_of(before), revision=revision, led=changed)


def test_wall_questions_and_phones_follow_the_step(server: KitProcess, led: Facilitator) -> None:
    person = Participant.joined(server.url, led.known()["join_code"])
    wall = Helper.entered(server.url, "projector", led.known()["projector_code"])
    assert person.state()["step"] is None
    led.move("go", step="s1")
    assert (person.state()["step"]["kind"], wall.state()["show"]) == ("arrival", "join")
    led.move("go", step="s4")
    reads = wall.state()
    assert (reads["show"], reads["reading"]["part"]) == ("reading", "goal")
    assert person.state()["step"]["part"] == "goal"
    led.move("go", step="s5")
    told = person.state()
    assert (told["now"], told["questions"]["q2"], told["step"]["question"]) == ("q2", "open", "q2")
    assert (wall.state()["show"], wall.state()["question"]) == ("question", "q2")
    led.move("go", step="s8")
    told = person.state()
    assert (told["now"], told["step"]["kind"]) == (None, "break")
    assert told["questions"]["q2"] == "open"  # nobody is cut off
    assert (wall.state()["show"], wall.state()["step"]["kind"]) == ("step", "break")
    led.move("go", step="s14")
    assert person.state()["step"] is None
    assert (wall.state()["show"], wall.state()["step"]) == ("step", None)


def test_a_helper_hears_of_the_step_too_and_nobody_hears_of_the_agenda(
    server: KitProcess, led: Facilitator
) -> None:
    helper = Helper.entered(server.url, "scribe", led.known()["scribe_code"])
    led.move("go", step="s8")
    assert helper.state()["step"]["kind"] == "break"
    assert "agenda" not in helper.state()
    assert len(led.state()["agenda"]["steps"]) == 14


def test_only_who_leads_makes_moves(server: KitProcess, led: Facilitator) -> None:
    person = Participant.joined(server.url, led.known()["join_code"])
    request = {"write_id": write_id(), "move": {"do": "go", "step": "s2"}}
    reply = person.ask("POST", f"/room/{person.session}/facilitator/evening", request)
    assert reply.status_code in {401, 403}
    assert led.state()["agenda"]["at"] is None


def test_before_opening_it_is_planned_and_not_begun(server: KitProcess) -> None:
    planned = Facilitator.with_new_workshop(server.url)
    assert asked(planned, {"do": "go", "step": "s1"})[0] == 409
    evening = planned.move("plan", agenda="one-hour-online")
    assert planned.move("drop", step=ids_of(evening)[1])["revision"] == 2
    assert asked(planned, {"do": "go", "step": "s1"}) == (409, "session_not_open")


@pytest.mark.parametrize(
    ("move", "refused"),
    [
        ({"do": "go", "step": "s99"}, (404, "unknown_step")),
        ({"do": "plan", "agenda": "none"}, (404, "unknown_agenda")),
        ({"do": "dance"}, (422, "invalid_body")),
        (
            {
                "do": "add",
                "step": {"kind": "question", "minutes": 5, "question": "q77"},
                "place": 0,
            },
            (404, "unknown_question"),
        ),
        (
            {
                "do": "add",
                "step": {"kind": "read", "minutes": 5, "section": "a", "part": "b"},
                "place": 0,
            },
            (404, "unknown_part"),
        ),
        ({"do": "restore", "evening": {"steps": []}, "revision": 9}, (409, "stale_revision")),
    ],
    ids=lambda value: value["do"] if isinstance(value, dict) else value[1],
)
def test_what_cannot_be_done_changes_nothing(
    led: Facilitator, move: dict[str, Any], refused: tuple[int, str]
) -> None:
    before = led.state()["agenda"]
    assert asked(led, move) == refused
    assert led.state()["agenda"] == before


def test_two_pages_do_not_fight(led: Facilitator) -> None:
    """Both are at the same revision and press at once: each move is made, on what stands."""
    led.move("go", step="s1")
    led.move("lengthen", step="s1", minutes=5)
    evening = led.move("lengthen", step="s1", minutes=5)
    assert evening["steps"][0]["minutes"] == 20
    first, second = led.move("go", step="s2"), led.move("go", step="s2")
    assert first["at"] == second["at"] == "s2"


def test_the_same_request_is_done_once(led: Facilitator) -> None:
    request = {"write_id": write_id(), "move": {"do": "lengthen", "step": "s1", "minutes": 5}}
    first, again = (led.good("POST", led.mine("evening"), request) for _ in range(2))
    assert evening_of(first) == evening_of(again)
    assert first["steps"][0]["minutes"] == 15
    late = {"write_id": write_id(), "move": {"do": "go", "step": "s5"}}
    led.good("POST", led.mine("evening"), late)
    led.move("go", step="s8")
    assert led.good("POST", led.mine("evening"), late)["at"] == "s8"
    assert led.state()["screen"]["show"] == "step"


def test_undo_brings_back_steps_clock_and_wall(led: Facilitator) -> None:
    before = led.move("go", step="s4")
    after = led.move("go", step="s5")
    undone = undo(led, before, after)
    assert evening_of(undone) == evening_of(before)
    assert undone["revision"] == after["revision"] + 1
    state = led.state()
    assert (state["screen"]["show"], state["screen"]["part"]) == ("reading", "goal")
    assert state["questions"]["q2"] == "waiting"


def test_undo_does_not_shut_a_question_that_somebody_answered(
    server: KitProcess, led: Facilitator
) -> None:
    before = led.move("go", step="s4")
    after = led.move("go", step="s5")
    person = Participant.joined(server.url, led.known()["join_code"])
    assert person.put("q2", WORDS["q2"]).ok
    undo(led, before, after)
    assert led.state()["questions"]["q2"] == "open"


def test_undo_brings_back_exactly_what_was_there(led: Facilitator) -> None:
    planned = led.state()["agenda"]
    led.write("screen", "projector", {"show": "answers", "question": "q9", "address": "http://a"})
    first = led.move("go", step="s5")
    undo(led, planned, first)
    screen = led.state()["screen"]
    assert (screen["show"], screen["question"], screen["address"]) == ("answers", "q9", "http://a")
    assert led.state()["questions"]["q2"] == "waiting"
    led.question("q2", "open")  # by hand, before its step
    before = led.move("go", step="s4")
    undo(led, before, led.move("go", step="s5"))
    assert led.state()["questions"]["q2"] == "open"


def test_undo_of_minutes_leaves_the_wall_alone(led: Facilitator) -> None:
    before = led.move("go", step="s5")
    after = led.move("lengthen", step="s5", minutes=5)
    led.write("screen", "projector", {"show": "join"})
    undo(led, before, after)
    assert led.state()["screen"]["show"] == "join"


def test_an_undo_or_a_drop_that_is_sent_twice_is_done_once(led: Facilitator) -> None:
    before = led.state()["agenda"]
    drop = {"write_id": write_id(), "move": {"do": "drop", "step": "s3"}}
    first, again = (led.good("POST", led.mine("evening"), drop) for _ in range(2))
    assert first["revision"] == again["revision"] == before["revision"] + 1
    restore = {"do": "restore", "evening": evening_of(before), "revision": first["revision"]}
    request = {"write_id": write_id(), "move": restore}
    first, again = (led.good("POST", led.mine("evening"), request) for _ in range(2))
    assert evening_of(first) == evening_of(again) == evening_of(before)


def test_a_lost_reply_costs_no_undo(led: Facilitator) -> None:
    before = led.move("go", step="s4")
    request = {"write_id": write_id(), "move": {"do": "go", "step": "s5"}}
    _lost, again = (led.good("POST", led.mine("evening"), request) for _ in range(2))
    undo(led, before, again)
    state = led.state()
    assert (state["screen"]["show"], state["questions"]["q2"]) == ("reading", "waiting")


def test_nothing_is_moved_to_once_the_workshop_is_closed(led: Facilitator) -> None:
    before = led.move("go", step="s4")
    after = led.move("go", step="s5")
    led.change(state="closed")
    assert asked(led, {"do": "go", "step": "s6"}) == (410, "session_closed")
    restore = {"do": "restore", "evening": evening_of(before), "revision": after["revision"]}
    assert asked(led, restore | {"led": after["led"]}) == (410, "session_closed")


@pytest.mark.parametrize(
    "spoiled",
    [
        {"since": "9999-12-31T23:59:00Z", "until": "9999-12-31T23:59:00Z", "at": "s1"},
        {"steps": [{"id": "a", "kind": "break", "minutes": 5}]},
    ],
    ids=["year 9999", "a strange id"],
)
def test_an_evening_that_never_was_is_not_taken(led: Facilitator, spoiled: dict[str, Any]) -> None:
    now = led.state()["agenda"]
    restore = {"do": "restore", "evening": evening_of(now) | spoiled, "revision": now["revision"]}
    assert asked(led, restore) == (422, "invalid_body")
    assert led.state()["agenda"] == now


def test_a_closed_question_stays_closed(led: Facilitator) -> None:
    led.question("q2", "open")
    led.question("q2", "closed")
    led.move("go", step="s5")
    assert led.state()["questions"]["q2"] == "closed"


def test_it_survives_a_restart(own_server: KitProcess) -> None:
    made = Facilitator.with_new_workshop(own_server.url).opened()
    made.move("plan", agenda="half-day")
    before = made.move("go", step="s3")
    own_server.stop()
    own_server.start()
    assert evening_of(made.state()["agenda"]) == evening_of(before)
