"""Opening, changing and closing a workshop over HTTP."""

import subprocess
import sys

import pytest

from tests.kit_process import KitProcess
from tests.people import WORDS, Facilitator, Helper, Participant


def test_opening_needs_a_word_on_the_help_lines(server: KitProcess) -> None:
    planned = Facilitator.with_new_workshop(server.url)
    for check in (None, {"dialled": False}, {"dialled": False, "reason": "  "}):
        body = {"state": "open"} | ({"help_lines": check} if check else {})
        reply = planned.ask("PUT", planned.mine("session"), body)
        assert reply.status_code == 422
        assert planned.known()["state"] == "draft"
    told = planned.change(state="open", help_lines={"dialled": False, "reason": "No phone here"})
    assert told["state"] == "open"


def test_the_passphrase_and_its_hash_are_told_to_nobody(facilitator: Facilitator) -> None:
    told = facilitator.known()
    assert "passphrase_hash" not in told
    assert facilitator.passphrase not in str(told)


@pytest.mark.parametrize(
    "body",
    [
        {"title": ""},
        {"keep_days": 0},
        {"state": "draft"},
        {"state": "over"},
        {"join_code": "AAAAAA"},
        {"passphrase_hash": ""},
        {"demo": True},
    ],
)
def test_what_cannot_be_changed(facilitator: Facilitator, body: dict[str, object]) -> None:
    before = facilitator.known()
    assert facilitator.ask("PUT", facilitator.mine("session"), body).status_code == 422
    assert facilitator.known() == before


def test_closing_forgets_people_and_says_when_all_is_destroyed(
    server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    for key, body in WORDS.items():
        person.put(key, body)
    told = facilitator.change(state="closed")
    assert told["state"] == "closed"
    assert told["destroy_on"] > told["closed_on"]
    assert told["people_joined"] == 1
    assert person.entries() == []
    assert facilitator.state()["state"] == "closed"
    assert len(facilitator.answers("q3")) == 1


def test_phones_follow_what_the_facilitator_opens(
    server: KitProcess, facilitator: Facilitator
) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    assert set(person.state()["questions"].values()) == {"waiting"}
    facilitator.question("q3", "open")
    told = person.state()
    assert (told["questions"]["q3"], told["now"]) == ("open", "q3")
    facilitator.open_all()
    assert person.state()["now"] is None
    facilitator.write("screen", "projector", {"show": "question", "question": "q5"})
    assert person.state()["now"] == "q5"
    assert "title" not in person.state()


def test_the_qr_code_is_a_picture_that_leads_to_the_join_page(
    server: KitProcess, facilitator: Facilitator
) -> None:
    picture = facilitator.ask("GET", facilitator.mine("qr.svg"))
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert picture.text.startswith("<svg")
    wall = Helper.entered(server.url, "projector", facilitator.known()["projector_code"])
    assert wall.ask("GET", wall.mine("qr.svg")).text == picture.text


def test_a_new_passphrase_ends_old_sign_ins(
    own_server: KitProcess,
) -> None:
    mine = Facilitator.with_new_workshop(own_server.url)
    code = mine.known()["join_code"]
    command = [sys.executable, "-m", "workshop_kit", "passphrase", code]
    subprocess.run([*command, "--data", str(own_server.data)], check=True, capture_output=True)
    assert mine.ask("GET", mine.mine("session")).status_code == 401


def test_a_repeated_write_changes_nothing_twice(facilitator: Facilitator) -> None:
    first = {"title": "Cedar Hall", "write_id": "one"}
    assert facilitator.good("PUT", facilitator.mine("session"), first)["title"] == "Cedar Hall"
    facilitator.change(title="Maple Hall", write_id="two")
    again = {"title": "Cedar Hall", "write_id": "two"}
    assert facilitator.good("PUT", facilitator.mine("session"), again)["title"] == "Maple Hall"
    closing = {"state": "closed", "write_id": "three"}
    for _ in range(2):
        assert facilitator.good("PUT", facilitator.mine("session"), closing)["state"] == "closed"


def test_a_new_code_lets_in_and_the_old_one_no_more(
    server: KitProcess, facilitator: Facilitator
) -> None:
    old = facilitator.known()["join_code"]
    person = Participant.joined(server.url, old)
    new = facilitator.good("POST", facilitator.mine("join-code"))["join_code"]
    assert new != old
    assert person.good("GET", "/room/participant")["session"] == facilitator.session
    assert Participant.joined(server.url, new).session == facilitator.session
    late = Participant(server.url).ask("POST", "/room/join", {"code": old, "consent": True})
    assert late.status_code == 404


def test_a_notice_that_was_read_is_forgotten_on_leaving(
    server: KitProcess, facilitator: Facilitator
) -> None:
    code = facilitator.known()["join_code"]
    person = Participant(server.url)
    person.good("GET", f"/room/notice?code={code}")
    assert [one for one in person.http.cookies if one.name.startswith("kit-notice")]
    joined = person.good("POST", "/room/join", {"code": code, "consent": True})
    assert [one for one in person.http.cookies if one.name.startswith("kit-notice")]
    person.good("POST", f"/room/{joined['session']}/participant/leave")
    assert not [one for one in person.http.cookies if one.name.startswith("kit-notice")]
