"""Entries over HTTP: what is taken, what is refused with which message, who sees what."""

import json

import pytest

from tests.kit_process import KitProcess
from tests.people import WORDS, Browser, Facilitator, Helper, Participant, write_id
from workshop_kit.kinds import MAX_ANSWER


@pytest.fixture
def person(server: KitProcess, facilitator: Facilitator) -> Participant:
    """Somebody in a workshop with all questions open."""
    facilitator.open_all()
    return Participant.joined(server.url, facilitator.known()["join_code"])


def id_of_answer(facilitator: Facilitator, question: str) -> str:
    """Close a question, read the id of its one answer, open it again."""
    facilitator.question(question, "closed")
    found = str(facilitator.answers(question)[0]["id"])
    facilitator.question(question, "open")
    return found


def test_all_nine_answers_come_back_as_sent(person: Participant) -> None:
    for key, body in WORDS.items():
        reply = person.put(key, body)
        assert reply.ok, reply.text
        assert reply.json()["revision"] == 1
    assert {e["key"]: e["body"] for e in person.entries()} == WORDS


def test_the_same_write_id_is_stored_once(person: Participant) -> None:
    request = {"write_id": write_id(), "revision": 0, "body": WORDS["q3"]}
    path = person.mine("entries/answer/q3")
    first, again = (person.good("PUT", path, request) for _ in range(2))
    assert first == again
    assert len(person.entries()) == 1


def test_a_stale_revision_gets_the_current_text(person: Participant) -> None:
    person.put("q9", WORDS["q9"])
    reply = person.put("q9", {"shape": "action", "action": "Another"})
    assert reply.status_code == 409
    assert reply.json()["error"] == "stale_revision"
    assert reply.json()["current"] == {"revision": 1, "body": WORDS["q9"]}
    assert person.entries()[0]["body"] == WORDS["q9"]


def test_taking_back_one_and_then_everything(person: Participant) -> None:
    for key, body in WORDS.items():
        person.put(key, body)
    request = {"write_id": write_id(), "revision": 1}
    person.good("DELETE", person.mine("entries/answer/q1"), request)
    assert "q1" not in {e["key"] for e in person.entries()}
    taken = person.good("DELETE", person.mine("entries"), {"write_id": write_id()})
    assert taken == {"taken_back": 8}
    assert person.entries() == []


@pytest.mark.parametrize(
    ("path", "body", "status", "error"),
    [
        ("entries/secret/q1", WORDS["q1"], 404, "unknown_kind"),
        ("entries/answer/q10", WORDS["q1"], 404, "unknown_question"),
        ("entries/question/q1", {"state": "closed"}, 403, "wrong_role"),
        ("entries/review/q1", {"decision": "approved", "answer_revision": 1}, 403, "wrong_role"),
        ("entries/tally/q1", {"answered": 1, "skipped": 0, "private": 0}, 403, "wrong_role"),
        ("entries/name/first_name", {"first_name": "Ana"}, 404, "unknown_kind"),
        ("entries/answer/q1", WORDS["q9"], 422, "invalid_body"),
        ("entries/answer/q1", {"shape": "poem"}, 422, "invalid_body"),
        ("entries/answer/q1", {**WORDS["q1"], "share": False}, 422, "invalid_body"),
        ("entries/answer/q9", {"shape": "action", "action": " "}, 422, "invalid_body"),
        ("entries/answer/q9", {"shape": "action", "action": "\ud800"}, 422, "invalid_body"),
        ("entries/answer/q9", {"shape": "action", "action": "a" * 8001}, 413, "too_large"),
        ("entries/answer/q3", {"shape": "list", "items": ["a" * 4001] * 2}, 413, "too_large"),
        ("entries/answer/q9", {"shape": "action", "action": "a" * 70_000}, 413, "too_large"),
    ],
)
def test_what_is_refused_changes_nothing(
    person: Participant, path: str, body: dict[str, object], status: int, error: str
) -> None:
    request = {"write_id": write_id(), "revision": 0, "body": body}
    reply = person.ask("PUT", person.mine(path), request)
    assert (reply.status_code, reply.json()["error"]) == (status, error)
    assert reply.json()["message"]
    assert person.entries() == []


@pytest.mark.parametrize("data", ["", "{", "[]", '"text"', "null", "\xff", "[" * 60_000])
def test_what_is_no_json_object_is_refused(person: Participant, data: str) -> None:
    reply = person.ask("PUT", person.mine("entries/answer/q1"), data=data.encode("latin-1"))
    assert reply.status_code in {400, 422}
    assert reply.json()["error"] in {"not_json", "invalid_body"}


def test_the_longest_answer_is_taken_whole(person: Participant) -> None:
    text = "é" * MAX_ANSWER
    assert person.put("q9", {"shape": "action", "action": text}).ok
    assert person.entries()[0]["body"]["action"] == text


def test_a_closed_question_and_a_closed_workshop_take_nothing(
    person: Participant, facilitator: Facilitator
) -> None:
    person.put("q9", WORDS["q9"])
    facilitator.question("q9", "closed")
    change = person.put("q9", {"shape": "action", "action": "Late"}, revision=1)
    assert (change.status_code, change.json()["error"]) == (409, "question_closed")
    gone = person.ask(
        "DELETE", person.mine("entries/answer/q9"), {"write_id": write_id(), "revision": 1}
    )
    assert gone.json()["error"] == "question_closed"
    assert person.entries()[0]["body"] == WORDS["q9"]
    facilitator.change(state="closed")
    late = person.put("q3", WORDS["q3"])
    assert (late.status_code, late.json()["error"]) == (410, "session_closed")


def test_before_opening_nothing_is_taken(server: KitProcess) -> None:
    early = Facilitator.with_new_workshop(server.url)
    person = Participant.joined(server.url, early.known()["join_code"])
    reply = person.put("q1", WORDS["q1"])
    assert (reply.status_code, reply.json()["error"]) == (409, "session_not_open")


def test_a_page_of_another_workshop_cannot_write_here(
    server: KitProcess, person: Participant
) -> None:
    other = Facilitator.with_new_workshop(server.url).opened()
    other.open_all()
    guest = Participant.joined(server.url, other.known()["join_code"])
    theirs = f"/room/{person.session}/participant/entries/answer/q9"
    request = {"write_id": write_id(), "revision": 0, "body": WORDS["q9"]}
    reply = guest.ask("PUT", theirs, request)
    assert (reply.status_code, reply.json()["error"]) == (403, "wrong_session")
    assert person.entries() == []


def test_nobody_reads_or_takes_back_what_another_wrote(
    server: KitProcess, person: Participant, facilitator: Facilitator
) -> None:
    person.put("q9", WORDS["q9"])
    entry_id = id_of_answer(facilitator, "q9")
    other = Participant.joined(server.url, facilitator.known()["join_code"])
    assert other.entries() == []
    request = {"write_id": write_id(), "revision": 1}
    assert other.ask("DELETE", other.mine("entries/answer/q9"), request).status_code == 404
    for path in ("facilitator/answers/q9", "facilitator/entries", "facilitator/session"):
        assert other.ask("GET", f"/room/{other.session}/{path}").status_code == 403
    scribe = f"/room/{other.session}/scribe/for-others/q9/{entry_id}"
    assert other.ask("DELETE", scribe, request).status_code == 403
    assert len(person.entries()) == 1


def test_a_forged_or_changed_cookie_is_nobody(server: KitProcess, person: Participant) -> None:
    name = f"kit-participant-{server.port}"
    good = person.http.cookies[name]
    for bad in (good[:-4] + "aaaa", good.replace("participant", "facilitator"), "", "2|1:0|x"):
        stranger = Browser(server.url)
        stranger.http.cookies.set(name, bad)
        assert stranger.ask("GET", f"/room/{person.session}/participant/entries").status_code == 401
    stranger = Browser(server.url)
    stranger.http.cookies.set(f"kit-facilitator-{server.port}", good)
    assert stranger.ask("GET", f"/room/{person.session}/facilitator/session").status_code == 401


def test_a_scribe_enters_undoes_and_sees_no_answers(
    server: KitProcess, person: Participant, facilitator: Facilitator
) -> None:
    assert set(person.put("q3", WORDS["q3"]).json()) == {"revision", "written_at"}
    mine = id_of_answer(facilitator, "q3")
    scribe = Helper.entered(server.url, "scribe", facilitator.known()["scribe_code"])
    path = scribe.mine("for-others/q3")
    request = {"write_id": write_id(), "body": {"shape": "list", "items": ["Said aloud"]}}
    first, again = (scribe.good("PUT", path, request) for _ in range(2))
    assert first == again
    second = scribe.good("PUT", path, {**request, "write_id": write_id()})
    assert second["entry_id"] != first["entry_id"]
    counts = facilitator.state()["counts"]["q3"]
    assert (counts["answered"], counts["for_others"]) == (3, 2)
    undo = {"write_id": write_id(), "revision": 1}
    scribe.good("DELETE", f"{path}/{second['entry_id']}", undo)
    refused = scribe.ask("DELETE", f"{path}/{mine}", undo)
    assert refused.status_code == 404
    told = scribe.state()
    assert set(told) == {"version", "state", "questions", "now", "step", "tables"}
    for role in ("participant", "facilitator"):
        for rest in ("entries", "answers/q3", "session"):
            reply = scribe.ask("GET", f"/room/{scribe.session}/{role}/{rest}")
            assert reply.status_code in {403, 404}
            assert "Said aloud" not in reply.text


def test_review_is_for_closed_questions_and_tells_no_author_or_time(
    server: KitProcess, person: Participant, facilitator: Facilitator
) -> None:
    person.put("q3", WORDS["q3"])
    person.put("q1", {"shape": "personal", "share": False, "text": ""})
    other = Participant.joined(server.url, facilitator.known()["join_code"])
    other.put("q3", {"shape": "skipped"})
    early = facilitator.ask("GET", facilitator.mine("answers/q3"))
    assert (early.status_code, early.json()["error"]) == (409, "question_open")
    facilitator.question("q3", "closed")
    reply = facilitator.good("GET", facilitator.mine("answers/q3"))
    assert reply["skipped"] == 1
    assert set(reply["answers"][0]) == {"id", "revision", "body", "decision", "review_revision"}
    identity = json.dumps(reply)
    assert "author" not in identity
    assert "written" not in identity
    facilitator.question("q1", "closed")
    assert facilitator.good("GET", facilitator.mine("answers/q1"))["private"] == 1


def test_only_what_is_approved_reaches_the_projector(
    server: KitProcess, person: Participant, facilitator: Facilitator
) -> None:
    code = facilitator.known()["join_code"]
    texts = ["Show me", "Keep me", "Worry about me", "Undecided"]
    for text in texts:
        Participant.joined(server.url, code).put("q9", {"shape": "action", "action": text})
    facilitator.question("q9", "closed")
    wall = Helper.entered(server.url, "projector", facilitator.known()["projector_code"])
    facilitator.write("screen", "projector", {"show": "answers", "question": "q9"})
    assert wall.state()["answers"] == []
    by_text = {a["body"]["action"]: a for a in facilitator.answers("q9")}
    facilitator.decide(by_text["Show me"], "approved")
    facilitator.decide(by_text["Keep me"], "kept_back")
    facilitator.decide(by_text["Worry about me"], "set_aside")
    told = wall.state()
    assert [a["action"] for a in told["answers"]] == ["Show me"]
    assert set(told) == {
        "version", "state", "title", "blank", "show", "question", "answers", "reading", "join",
        "layer", "paused", "step", "agreement", "themes", "vote", "plan", "offers",
        "check", "closing",
    }  # fmt: skip
    facilitator.write("screen", "projector", {"show": "answers", "question": "q9", "blank": True})
    assert wall.state()["answers"] == []
    counts = facilitator.state()["counts"]["q9"]
    assert [counts[k] for k in ("approved", "kept_back", "set_aside", "waiting")] == [1, 1, 1, 1]


def test_a_changed_answer_is_no_longer_approved(
    person: Participant, facilitator: Facilitator
) -> None:
    person.put("q9", WORDS["q9"])
    facilitator.question("q9", "closed")
    before = facilitator.answers("q9")[0]
    facilitator.decide(before, "approved")
    facilitator.question("q9", "open")
    person.put("q9", {"shape": "action", "action": "Something else"}, revision=1)
    facilitator.question("q9", "closed")
    after = facilitator.answers("q9")[0]
    assert (after["decision"], after["revision"]) == (None, 2)
    body = {"decision": "approved", "answer_revision": 1}
    late = {"write_id": write_id(), "revision": after["review_revision"], "body": body}
    reply = facilitator.ask("PUT", facilitator.mine(f"entries/review/{after['id']}"), late)
    assert reply.status_code == 409


def test_undoing_a_decision(person: Participant, facilitator: Facilitator) -> None:
    person.put("q9", WORDS["q9"])
    facilitator.question("q9", "closed")
    answer = facilitator.answers("q9")[0]
    facilitator.decide(answer, "set_aside")
    undo = {"write_id": write_id(), "revision": 1}
    facilitator.good("DELETE", facilitator.mine(f"entries/review/{answer['id']}"), undo)
    assert facilitator.answers("q9")[0]["decision"] is None
