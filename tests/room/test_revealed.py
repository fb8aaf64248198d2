"""What the facilitator reveals: approved answers of a closed question, and nothing else."""

import json

import pytest

from tests.kit_process import KitProcess
from tests.people import WORDS, Facilitator, Helper, Participant, write_id
from tests.room.test_feed import Stream
from tests.widgets.laptop import eventually, people

WISHES = {
    "What the law says": "approved",
    "Kept back words": "kept_back",
    "Aside words": "set_aside",
    "Unread words": None,
}
SECRETS = ("Kept back words", "Aside words", "Unread words")
CLOSED = {"state": "closed"}
REVEALED = CLOSED | {"revealed": True}


def learning(text: str) -> dict[str, object]:
    """Return an answer to question 2."""
    return {"shape": "list", "items": [text]}


def reviewed(facilitator: Facilitator) -> None:
    """Four people answer question 2; it is closed and three of them are decided about."""
    facilitator.question("q2", "open")
    people(facilitator, "q2", *map(learning, WISHES))
    facilitator.question("q2", "closed")
    for answer in facilitator.answers("q2"):
        decision = WISHES[answer["body"]["items"][0]]
        if decision:
            facilitator.decide(answer, decision)


def asks(person: Participant, question: str = "q2") -> tuple[int, object]:
    """Return status, and the answers or the error's code."""
    reply = person.ask("GET", person.mine(f"revealed/{question}"))
    found = reply.json()
    return reply.status_code, found.get("answers", found.get("error"))


@pytest.fixture
def person(server: KitProcess, facilitator: Facilitator) -> Participant:
    """Somebody who only reads."""
    return Participant.joined(server.url, facilitator.known()["join_code"])


def test_only_what_is_approved_and_revealed_reaches_a_phone(
    facilitator: Facilitator, person: Participant
) -> None:
    phone = Stream(person)
    phone.wait_for(lambda state: state["state"] == "open")
    hidden = (409, "not_revealed")
    assert asks(person) == hidden
    reviewed(facilitator)
    assert asks(person) == hidden
    facilitator.write("question", "q2", REVEALED)
    phone.wait_for(lambda state: "q2" in state["revealed"])
    assert asks(person) == (200, [learning("What the law says")])
    told = json.dumps([state for _, state in phone.states])
    assert [words for words in WISHES if words in told] == []

    before = phone.states[-1][1]["revealed"]["q2"]
    unread = next(a for a in facilitator.answers("q2") if a["decision"] is None)
    facilitator.decide(unread, "approved")
    phone.wait_for(lambda state: state["revealed"].get("q2", before) != before)
    assert len(asks(person)[1]) == 2  # type: ignore[arg-type]  # a list
    [again] = [a for a in facilitator.answers("q2") if a["id"] == unread["id"]]
    facilitator.write(
        "review", again["id"], {"decision": "kept_back", "answer_revision": again["revision"]}
    )
    assert asks(person) == (200, [learning("What the law says")])

    facilitator.write("question", "q2", CLOSED)
    assert asks(person) == hidden
    eventually(lambda: person.state()["revealed"], {})
    phone.close()


def test_opening_again_and_the_end_take_it_back(
    facilitator: Facilitator, person: Participant
) -> None:
    reviewed(facilitator)
    for state in ("open", "closed"):
        facilitator.write("question", "q2", REVEALED)
        assert asks(person)[0] == 200
        facilitator.question("q2", state)
        assert asks(person) == (409, "not_revealed")
    facilitator.write("question", "q2", REVEALED)
    facilitator.change(state="closed")
    assert asks(person) == (409, "not_revealed")


def test_what_its_writer_takes_back_is_gone_from_phones(
    facilitator: Facilitator, person: Participant
) -> None:
    facilitator.question("q2", "open")
    [writer] = people(facilitator, "q2", learning("What the law says"))
    facilitator.question("q2", "closed")
    facilitator.decide(facilitator.answers("q2")[0], "approved")
    facilitator.write("question", "q2", REVEALED)
    assert asks(person) == (200, [learning("What the law says")])
    writer.good("DELETE", writer.mine("entries"), {"write_id": write_id()})
    assert asks(person) == (200, [])


def test_every_question_but_the_first_can_be_revealed(
    server: KitProcess, facilitator: Facilitator, person: Participant
) -> None:
    facilitator.open_all()
    for key, body in WORDS.items():
        people(facilitator, key, body)
        facilitator.question(key, "closed")
        facilitator.decide(facilitator.answers(key)[0], "approved")
        path = facilitator.mine(f"entries/question/{key}")
        revision = facilitator.revision("question", key)
        request = {"write_id": write_id(), "revision": revision, "body": REVEALED}
        reply = facilitator.ask("PUT", path, request)
        wanted = (422, (409, "not_revealed")) if key == "q1" else (200, (200, [body]))
        assert (reply.status_code, asks(person, key)) == wanted, key
    assert asks(person, "q10") == (404, "unknown_question")


def test_nobody_else_may_ask(server: KitProcess, facilitator: Facilitator) -> None:
    reviewed(facilitator)
    facilitator.write("question", "q2", REVEALED)
    stranger = Participant(server.url)
    reply = stranger.ask("GET", f"/room/{facilitator.session}/participant/revealed/q2")
    assert (reply.status_code, reply.json()["error"]) == (401, "not_joined")
    other = Facilitator.with_new_workshop(server.url).opened()
    elsewhere = Participant.joined(server.url, other.known()["join_code"])
    reply = elsewhere.ask("GET", f"/room/{facilitator.session}/participant/revealed/q2")
    assert (reply.status_code, reply.json()["error"]) == (403, "wrong_session")
    scribe = Helper.entered(server.url, "scribe", facilitator.known()["scribe_code"])
    assert "revealed" not in scribe.state()
    assert not any(words in json.dumps(scribe.state()) for words in SECRETS)
