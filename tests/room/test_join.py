"""Joining, entering and leaving over HTTP."""

import pytest

from tests.kit_process import KitProcess
from tests.people import WORDS, Browser, Facilitator, Helper, Participant, write_id

HALL = {"Host": "hall.test"}


def test_notice_tells_what_is_read_before_joining(
    server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.change(host="Maple Society", roles_present=["police"], keep_days=21)
    code = facilitator.known()["join_code"]
    told = Browser(server.url).good("GET", f"/room/notice?code={code[:3].lower()}%20{code[3:]}")
    assert told["details"]["host"] == "Maple Society"
    text = " ".join(p for s in told["notice"] for p in s["paragraphs"])
    assert "police" in text.lower()
    assert "21 days" in text
    assert "passphrase" not in str(told)


def test_joining_counts_people_and_leaving_counts_them_out(
    server: KitProcess, facilitator: Facilitator
) -> None:
    code = facilitator.known()["join_code"]
    people = [Participant.joined(server.url, code) for _ in range(3)]
    assert facilitator.state()["people"]["joined"] == 3
    people[0].ask("POST", people[0].mine("leave"))
    assert facilitator.state()["people"]["joined"] == 2
    assert people[0].ask("GET", "/room/participant").status_code == 401


def test_joining_again_with_the_same_browser_keeps_the_answers(
    server: KitProcess, facilitator: Facilitator
) -> None:
    code = facilitator.known()["join_code"]
    facilitator.question("q9", "open")
    person = Participant.joined(server.url, code)
    assert person.put("q9", {"shape": "action", "action": "Meet"}).ok
    person.good("POST", "/room/join", {"code": code, "consent": True})
    assert [e["body"]["action"] for e in person.entries()] == ["Meet"]
    assert facilitator.state()["people"]["joined"] == 1


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ({"code": "XXXXXX", "consent": True}, 404, "unknown_code"),
        ({"code": "", "consent": True}, 404, "unknown_code"),
        ({"code": "XXXXXX"}, 422, "invalid_body"),
        ({"code": "XXXXXX", "consent": False}, 422, "invalid_body"),
        ({"code": 7, "consent": True}, 422, "invalid_body"),
        ({"code": "XXXXXX", "consent": True, "role": "facilitator"}, 422, "invalid_body"),
        (["XXXXXX"], 400, "not_json"),
    ],
)
def test_what_cannot_join(server: KitProcess, body: object, status: int, error: str) -> None:
    reply = Browser(server.url).ask("POST", "/room/join", body)
    assert (reply.status_code, reply.json()["error"]) == (status, error)


def test_first_names_only_where_allowed_and_never_with_an_answer(
    server: KitProcess, facilitator: Facilitator
) -> None:
    code = facilitator.known()["join_code"]
    Participant.joined(server.url, code, first_name="Ana")
    assert facilitator.state()["people"]["names"] == []
    facilitator.change(first_names_allowed=True)
    Participant.joined(server.url, code, first_name="Zoë")
    bo = Participant.joined(server.url, code, first_name="Bo")
    assert facilitator.state()["people"]["names"] == ["Bo", "Zoë"]
    bo.ask("POST", bo.mine("leave"))
    assert facilitator.state()["people"]["names"] == ["Zoë"]


def test_a_person_has_one_first_name_and_none_once_names_are_off(
    server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.change(first_names_allowed=True)
    code = facilitator.known()["join_code"]
    ana = Participant.joined(server.url, code, first_name="Ana")
    more = {"write_id": write_id(), "revision": 0, "body": {"first_name": "Somebody else"}}
    assert ana.ask("PUT", ana.mine("entries/name/second"), more).status_code == 404
    assert facilitator.state()["people"]["names"] == ["Ana"]
    facilitator.change(first_names_allowed=False)
    assert facilitator.state()["people"]["names"] == []


def test_a_copied_cookie_is_worth_nothing_after_leaving(
    server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    code = facilitator.known()["join_code"]
    person = Participant.joined(server.url, code)
    person.put("q9", WORDS["q9"])
    thief = Browser(server.url)
    thief.http.cookies.update(person.http.cookies)
    person.good("POST", person.mine("leave"))
    assert thief.good("GET", person.mine("entries")) == {"entries": []}
    change = {"write_id": write_id(), "revision": 1, "body": {"shape": "skipped"}}
    reply = thief.ask("PUT", person.mine("entries/answer/q9"), change)
    assert (reply.status_code, reply.json()["error"]) == (401, "not_joined")
    thief.good("POST", "/room/join", {"code": code, "consent": True})
    assert thief.good("GET", person.mine("entries")) == {"entries": []}
    assert facilitator.state()["counts"]["q9"]["answered"] == 1


def test_a_first_name_may_come_before_the_workshop_is_opened(server: KitProcess) -> None:
    early = Facilitator.with_new_workshop(server.url, first_names_allowed=True)
    Participant.joined(server.url, early.known()["join_code"], first_name="Ana")
    assert early.state()["people"]["names"] == ["Ana"]


def test_nobody_joins_a_closed_workshop(server: KitProcess, facilitator: Facilitator) -> None:
    code = facilitator.known()["join_code"]
    facilitator.change(state="closed")
    reply = Browser(server.url).ask("POST", "/room/join", {"code": code, "consent": True})
    assert (reply.status_code, reply.json()["error"]) == (410, "session_closed")


def test_wrong_passphrases_slow_down_that_workshop_only(server: KitProcess) -> None:
    one, other = (Facilitator.with_new_workshop(server.url) for _ in range(2))
    guesser = Browser(server.url)
    guess = {"role": "facilitator", "session": one.session, "passphrase": "wrong"}
    statuses = [guesser.ask("POST", "/room/enter", guess).status_code for _ in range(6)]
    assert statuses == [401] * 5 + [429]
    slowed = guesser.ask("POST", "/room/enter", guess)
    assert int(slowed.headers["Retry-After"]) >= 1
    right = {"role": "facilitator", "session": other.session, "passphrase": other.passphrase}
    assert guesser.ask("POST", "/room/enter", right).ok


def test_facilitator_pages_answer_on_the_laptop_only(
    server: KitProcess, facilitator: Facilitator
) -> None:
    entering = {
        "role": "facilitator",
        "session": facilitator.session,
        "passphrase": facilitator.passphrase,
    }
    asked = (
        ("POST", "/room/enter", entering),
        ("GET", "/room/sessions", None),
        ("GET", "/sign-in", None),
        ("GET", facilitator.mine("session"), None),
        ("GET", facilitator.mine("answers/q1"), None),
        ("POST", "/room/sessions", {"title": "Not from here"}),  # last: it signs in there
    )
    for method, path, body in asked:
        assert facilitator.ask(method, path, body).ok
        for headers in (HALL, {"X-Forwarded-For": "10.0.0.7"}):
            reply = facilitator.ask(method, path, body, headers=headers)
            assert reply.status_code == 403, (path, headers)


def test_the_demo_answers_on_the_laptop_only(server: KitProcess) -> None:
    laptop = Browser(server.url)
    sessions = laptop.good("GET", "/room/sessions")["sessions"]
    demo = next(s for s in sessions if s["demo"])
    signed_in = laptop.http.get(server.start_link(), allow_redirects=False)
    assert signed_in.headers["Location"] == "/facilitate"
    again = Browser(server.url).http.get(server.start_link(), allow_redirects=False)
    assert again.headers["Location"] == "/sign-in"
    laptop.session, laptop.role = demo["id"], "facilitator"
    code = laptop.good("GET", laptop.mine("session"))["join_code"]
    join = {"code": code, "consent": True}
    assert laptop.ask("POST", "/room/join", join).ok
    assert laptop.ask("POST", "/room/join", join, headers=HALL).status_code == 403
    assert laptop.ask("GET", f"/room/notice?code={code}", headers=HALL).status_code == 403


def test_helpers_come_in_with_their_code_and_no_other(
    server: KitProcess, facilitator: Facilitator
) -> None:
    known = facilitator.known()
    scribe = Helper.entered(server.url, "scribe", known["scribe_code"])
    assert scribe.good("GET", "/room/scribe")["session"] == facilitator.session
    wrong = {"role": "scribe", "code": known["projector_code"]}
    reply = Browser(server.url).ask("POST", "/room/enter", wrong)
    assert reply.status_code == 404
    assert reply.json()["error"] == "unknown_helper_code"


def test_a_write_without_the_xsrf_token_is_refused(
    server: KitProcess, facilitator: Facilitator
) -> None:
    body = {"code": facilitator.known()["join_code"], "consent": True}
    reply = Browser(server.url).ask("POST", "/room/join", body, headers={"X-XSRFToken": ""})
    assert reply.status_code == 403


def test_a_write_from_another_origin_is_refused(
    server: KitProcess, facilitator: Facilitator
) -> None:
    body = {"code": facilitator.known()["join_code"], "consent": True}
    away = {"Origin": "http://elsewhere.test"}
    assert Browser(server.url).ask("POST", "/room/join", body, headers=away).status_code == 404
