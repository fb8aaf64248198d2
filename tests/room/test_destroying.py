"""Keeping longer and destroying over HTTP, as the facilitator's page asks for it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from tests.destroying.evening import content
from tests.kit_process import KitProcess
from tests.people import WORDS, Facilitator, Participant
from workshop_kit.model import today
from workshop_kit.store.folder import SessionFolder

HALL = {"Host": "hall.test"}


@pytest.fixture
def closed(server: KitProcess, facilitator: Facilitator) -> Facilitator:
    """Somebody answered, and the workshop is over."""
    facilitator.open_all()
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    for key, body in WORDS.items():
        assert person.put(key, body).ok
    facilitator.change(state="closed")
    return facilitator


def test_destroying_needs_the_code_and_leaves_a_record_without_content(
    server: KitProcess, closed: Facilitator
) -> None:
    code = closed.known()["join_code"]
    reply = closed.ask("POST", closed.mine("destroy"), {"code": "CCCCCC"})
    assert (reply.status_code, reply.json()["error"]) == (409, "not_confirmed")
    assert closed.known()["state"] == "closed"
    told = closed.good("POST", closed.mine("destroy"), {"code": f"{code[:3].lower()} {code[3:]}"})
    assert told["record"][0]["heading"] in {
        "This workshop is destroyed",
        "Not all of it is destroyed",  # other tests of this server wrote the same words
    }
    assert "Maple Hall" not in str(told)
    assert closed.ask("GET", "/room/facilitator").status_code == 401
    names = [p.name for p in SessionFolder(server.data).files()]
    assert not [name for name in names if closed.session[:8] in name]
    assert closed.session.encode() not in content(server.data)


def test_not_before_it_is_closed_and_not_from_elsewhere(
    server: KitProcess, facilitator: Facilitator
) -> None:
    body = {"code": facilitator.known()["join_code"]}
    reply = facilitator.ask("POST", facilitator.mine("destroy"), body)
    assert reply.status_code == 422
    assert "close the workshop first" in reply.json()["message"]
    facilitator.change(state="closed")
    assert (
        facilitator.ask("POST", facilitator.mine("destroy"), body, headers=HALL).status_code == 403
    )
    no_token = {"X-XSRFToken": ""}
    reply = facilitator.ask("POST", facilitator.mine("destroy"), body, headers=no_token)
    assert reply.status_code == 403
    assert facilitator.known()["state"] == "closed"


def test_a_hold_keeps_it_and_is_released(closed: Facilitator) -> None:
    assert closed.known()["keeping"]["due_on"] == str(today() + timedelta(days=14))
    until = today() + timedelta(days=50)
    held = closed.good("PUT", closed.mine("hold"), {"reason": "A court", "until": str(until)})
    assert (held["held_by"], held["due_on"]) == ("hold", str(until + timedelta(days=1)))
    held = closed.good("PUT", closed.mine("hold"), {"reason": "A court", "by": "Rosa"})
    assert (held["held_by"], held["due_on"]) == ("hold", None)
    assert closed.known()["hold"]["by"] == "Rosa"
    body = {"code": closed.known()["join_code"]}
    reply = closed.ask("POST", closed.mine("destroy"), body)
    assert (reply.status_code, reply.json()["error"]) == (409, "held")
    assert closed.good("DELETE", closed.mine("hold"))["held_by"] == ""
    assert closed.ask("POST", closed.mine("destroy"), body).ok


@pytest.mark.parametrize(
    "body",
    [{}, {"reason": " "}, {"reason": "x", "until": "2020-01-01"}, {"reason": "x", "until": "soon"}],
)
def test_a_hold_needs_a_reason_and_a_day_to_come(closed: Facilitator, body: dict[str, str]) -> None:
    assert closed.ask("PUT", closed.mine("hold"), body).status_code == 422
    assert closed.known()["hold"] is None


def test_an_answer_that_is_set_aside_is_told(facilitator: Facilitator, server: KitProcess) -> None:
    facilitator.question("q3", "open")
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    assert person.put("q3", WORDS["q3"]).ok
    facilitator.question("q3", "closed")
    [answer] = facilitator.answers("q3")
    facilitator.decide(answer, "set_aside")
    facilitator.change(state="closed")
    assert facilitator.known()["keeping"]["held_by"] == "set_aside"


def test_what_was_never_closed_is_told(server: KitProcess) -> None:
    old = Facilitator.with_new_workshop(server.url, held_on=str(date(2026, 1, 1)))
    assert old.known()["keeping"]["never_closed"]


def test_phones_of_a_destroyed_workshop_make_nothing_and_can_leave(
    server: KitProcess, closed: Facilitator
) -> None:
    other = Facilitator.with_new_workshop(server.url).opened()
    person = Participant.joined(server.url, other.known()["join_code"])
    other.change(state="closed")
    told = other.good("POST", other.mine("destroy"), {"code": other.known()["join_code"]})
    assert told["record"]
    assert person.put("q3", WORDS["q3"]).status_code == 401
    assert person.ask("GET", person.mine("revealed/q3")).status_code == 401
    assert person.ask("GET", person.mine("feed")).status_code == 401
    assert other.session.encode() not in content(server.data)
    assert person.ask("POST", person.mine("leave")).status_code == 204
    assert not [one.name for one in person.http.cookies if "participant" in one.name]
    assert closed.known()["state"] == "closed"


def test_an_old_evening_in_a_browser_shuts_nobody_out_of_copies(
    server: KitProcess, facilitator: Facilitator
) -> None:
    old = Facilitator.with_new_workshop(server.url).opened()
    facilitator.good("POST", "/room/join", {"code": old.known()["join_code"], "consent": True})
    old.change(state="closed")
    assert facilitator.ask("GET", "/own/stories").status_code == 404
    old.good("POST", old.mine("destroy"), {"code": old.known()["join_code"]})
    assert facilitator.ask("GET", "/own/stories").status_code == 404  # 401: not let in


def test_asked_for_many_times_at_once_it_is_destroyed_once(closed: Facilitator) -> None:
    body = {"code": closed.known()["join_code"]}

    def ask(number: int) -> int:
        method, rest, sent = [("POST", "destroy", body), ("GET", "session", None)][number % 2]
        return closed.ask(method, closed.mine(rest), sent).status_code

    with ThreadPoolExecutor(12) as at_once:
        statuses = list(at_once.map(ask, range(48)))
    assert statuses[::2].count(200) == 1
    assert set(statuses) <= {200, 401}
