"""Contacts over HTTP: left of one's own will, read by who leads alone, joined with nothing."""

import json
from typing import Any

import pytest
import requests

from tests.kit_process import KitProcess
from tests.people import WORDS, Browser, Facilitator, Helper, Participant, write_id

NAMED = "The action team"
CONTACT = {
    "name": "Ana Example",
    "reach": "at the library",
    "offer": "Planning",
    "recipients": NAMED,
}


@pytest.fixture
def led(server: KitProcess) -> Facilitator:
    """Who leads a workshop that names who gets the notes, with all questions open."""
    made = Facilitator.with_new_workshop(server.url, recipients=NAMED).opened()
    made.open_all()
    return made


def joined(led: Facilitator) -> Participant:
    return Participant.joined(led.url, led.known()["join_code"])


def leave(person: Participant, revision: int = 0, **more: Any) -> requests.Response:
    """Leave a contact."""
    request = {"write_id": write_id(), "revision": revision, "body": CONTACT | more}
    return person.ask("PUT", person.mine("entries/contact/q7"), request)


def offering(led: Facilitator, name: str) -> Participant:
    """Return somebody who has said what they offer, and left a contact."""
    person = joined(led)
    assert person.put("q7", WORDS["q7"]).ok
    assert leave(person, name=name).ok
    return person


def lists(led: Facilitator) -> Any:
    return led.good("GET", led.mine("contacts"))["lists"]


def test_a_contact_needs_an_offer_and_the_names_that_were_read(led: Facilitator) -> None:
    person = joined(led)
    assert leave(person).json()["error"] == "no_offer_yet"
    person.put("q7", {"shape": "skipped"})
    assert leave(person).json()["error"] == "no_offer_yet"
    person.put("q7", WORDS["q7"], revision=1)
    other = leave(person, recipients="Somebody else")
    assert (other.status_code, other.json()["error"]) == (409, "other_recipients")
    for missing in ("name", "reach", "offer"):
        empty: dict[str, Any] = {missing: "  "}
        assert leave(person, **empty).status_code == 422
    assert [one["kind"] for one in person.entries()] == ["answer"]
    assert leave(person).ok
    request = {"write_id": write_id(), "revision": 0, "body": CONTACT}
    assert person.ask("PUT", person.mine("entries/contact/q3"), request).status_code == 404
    assert led.state()["offers"]["contacts"] == 1


def test_where_nobody_is_named_no_contact_is_taken(facilitator: Facilitator) -> None:
    facilitator.open_all()
    person = joined(facilitator)
    person.put("q7", WORDS["q7"])
    assert leave(person).json()["error"] == "unknown_kind"
    assert leave(person, recipients="").status_code == 422
    assert facilitator.state()["offers"]["contacts"] == 0


def test_a_reply_that_was_lost_is_given_again_whatever_changed(led: Facilitator) -> None:
    person = joined(led)
    person.put("q7", WORDS["q7"])
    request = {"write_id": write_id(), "revision": 0, "body": CONTACT}
    first = person.good("PUT", person.mine("entries/contact/q7"), request)
    led.change(recipients="The school")
    assert person.good("PUT", person.mine("entries/contact/q7"), request) == first
    assert leave(person, revision=1).json()["error"] == "other_recipients"
    led.question("q7", "closed")
    assert [one["recipients"] for one in lists(led)] == [NAMED]  # never passed on to others


def test_only_who_leads_reads_them_and_each_person_their_own(
    server: KitProcess, led: Facilitator
) -> None:
    ana, bea = offering(led, "Ana Example"), offering(led, "Bea Example")
    assert [one["body"]["name"] for one in ana.entries() if one["kind"] == "contact"] == [
        "Ana Example"
    ]
    known = led.known()
    helpers = [Helper.entered(server.url, r, known[f"{r}_code"]) for r in ("scribe", "projector")]
    led.write("screen", "projector", {"show": "offers"})
    led.question("q7", "closed")
    everyone: list[Browser] = [ana, bea, *helpers, Browser(server.url)]
    for one in everyone:
        path = f"/room/{led.session}/facilitator/contacts"
        assert one.ask("GET", path).status_code in {401, 403}, one.role
        if one.role:
            assert one.ask("GET", one.mine("contacts")).status_code == 404
            assert "Example" not in json.dumps(one.state())
    assert "Example" not in json.dumps(led.state())
    entries = led.good("GET", led.mine("entries"))["entries"]
    assert "contact" not in {one["kind"] for one in entries}
    request = {"write_id": write_id(), "revision": 0, "body": CONTACT}
    assert led.ask("PUT", led.mine("entries/contact/q7"), request).status_code == 403
    assert [one["name"] for one in lists(led)[0]["contacts"]] == ["Ana Example", "Bea Example"]


def test_nothing_joins_a_contact_with_an_answer(led: Facilitator) -> None:
    for name in ("Cy", "Ana", "Bea"):
        offering(led, name)
    reply = led.ask("GET", led.mine("contacts"))
    assert (reply.status_code, reply.json()["error"]) == (409, "question_open")
    led.question("q7", "closed")
    [one] = lists(led)
    assert [set(contact) for contact in one["contacts"]] == [{"name", "reach", "offer"}] * 3
    assert [contact["name"] for contact in one["contacts"]] == ["Ana", "Bea", "Cy"]
    ids = [answer["id"] for answer in led.answers("q7")]
    assert not [id_ for id_ in ids if id_ in json.dumps(one)]


def test_it_is_changed_and_taken_back_until_the_workshop_is_closed(led: Facilitator) -> None:
    person = offering(led, "Ana")
    assert leave(person, revision=1, name="Ana B.").ok
    led.question("q7", "closed")
    request = {"write_id": write_id(), "revision": 2}
    person.good("DELETE", person.mine("entries/contact/q7"), request)
    assert lists(led) == []
    assert leave(person).ok
    person.good("DELETE", person.mine("entries"), {"write_id": write_id()})
    assert (person.entries(), lists(led)) == ([], [])
    led.question("q7", "open")
    late = offering(led, "Bea")
    led.change(state="closed")
    assert leave(late, revision=1).json()["error"] == "session_closed"
    request = {"write_id": write_id(), "revision": 1}
    gone = late.ask("DELETE", late.mine("entries/contact/q7"), request)
    assert gone.json()["error"] == "session_closed"
    [one] = lists(led)
    assert [contact["name"] for contact in one["contacts"]] == ["Bea"]
    assert set(one["files"]) == {"page", "table"}
    assert led.state()["offers"]["contacts"] == 1


def test_lists_for_different_people_are_saved_under_different_names(led: Facilitator) -> None:
    offering(led, "Ana")
    led.change(recipients="The school")
    bea = joined(led)
    bea.put("q7", WORDS["q7"])
    assert leave(bea, recipients="The school").ok
    led.question("q7", "closed")
    names = [one["files"][kind]["name"] for one in lists(led) for kind in ("page", "table")]
    assert len(set(names)) == 4
    day = led.known()["held_on"]
    assert names[::2] == [f"contacts-{day}-the-action-team.html", f"contacts-{day}-the-school.html"]


def test_a_mark_changes_with_each_contact_but_not_while_people_answer(led: Facilitator) -> None:
    person = offering(led, "Ana")
    assert led.state()["offers"] == {"parts": {}, "contacts": 1, "mark": ""}
    led.question("q7", "closed")
    marks = [led.state()["offers"]["mark"]]
    assert leave(person, revision=1, name="Ana B.").ok
    marks.append(led.state()["offers"]["mark"])
    assert led.state()["offers"]["mark"] == marks[-1]
    request = {"write_id": write_id(), "revision": 2}
    person.good("DELETE", person.mine("entries/contact/q7"), request)
    marks.append(led.state()["offers"]["mark"])
    assert len({*marks, ""}) == 4
    led.question("q7", "open")
    assert led.state()["offers"]["mark"] == ""


def test_who_leaves_leaves_their_contact_behind(led: Facilitator) -> None:
    person = offering(led, "Ana")
    joined_before = led.state()["people"]["joined"]
    person.good("POST", "/room/leave", {})
    led.question("q7", "closed")
    assert lists(led)[0]["contacts"][0]["name"] == "Ana"
    led.change(state="closed")
    assert led.known()["people_joined"] == joined_before == 1
