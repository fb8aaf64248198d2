"""Tables over HTTP: one answer from several phones, and no table reads another's."""

from typing import Any

import pytest

from tests.kit_process import KitProcess
from tests.people import WORDS, Facilitator, Helper, Participant, write_id


def sit(person: Participant, table: object, revision: int = 0) -> Any:
    request = {"write_id": write_id(), "revision": revision, "body": {"table": table}}
    return person.ask("PUT", person.mine("entries/seat/table"), request)


def line(text: str, was: str = "", name: str = "") -> dict[str, Any]:
    return {"do": "write", "line": name or write_id(), "text": text, "was": was}


def say(person: Participant, move: dict[str, Any], place: str = "q5/4", sent: str = "") -> Any:
    request = {"write_id": sent or write_id(), "move": move}
    return person.ask("POST", person.mine(f"table/{place}"), request)


def said(person: Participant, place: str = "q5/4") -> list[str]:
    found = person.good("GET", person.mine(f"table/{place}"))
    return [one["text"] for one in found["lines"]]


@pytest.fixture
def at_tables(facilitator: Facilitator) -> Facilitator:
    facilitator.write("question", "q5", {"state": "open", "tables": True})
    return facilitator


@pytest.fixture
def people(server: KitProcess, at_tables: Facilitator) -> list[Participant]:
    code = at_tables.known()["join_code"]
    found = [Participant.joined(server.url, code) for _ in range(3)]
    for person, table in zip(found, (4, 4, 7), strict=True):
        assert sit(person, table).ok
    return found


def test_a_table_writes_one_answer_from_any_of_its_phones(people: list[Participant]) -> None:
    first, second, other = people
    assert say(first, line("The friendship centre")).ok
    assert say(second, line("The night bus", name="bus")).ok
    assert say(first, line("The late bus", was="The night bus", name="bus")).ok
    assert said(second) == ["The friendship centre", "The late bus"]
    assert said(other, "q5/7") == []
    assert say(second, {"do": "remove", "line": "bus", "was": "The late bus"}).ok
    assert said(first) == ["The friendship centre"]


def test_who_was_second_sees_both_versions(people: list[Participant]) -> None:
    first, second, _other = people
    assert say(first, line("Bus", name="bus")).ok
    assert say(second, line("Night bus", was="Bus", name="bus")).ok
    refused = say(first, line("School bus", was="Bus", name="bus"))
    assert refused.status_code == 409
    assert (refused.json()["error"], refused.json()["current"]) == (
        "line_changed",
        {"text": "Night bus"},
    )


def test_a_request_that_comes_twice_is_done_once(people: list[Participant]) -> None:
    first, second, _other = people
    move = line("Bus", name="bus")
    assert say(first, move, sent="same").ok
    assert say(second, {"do": "remove", "line": "bus", "was": "Bus"}).ok
    assert say(first, move, sent="same").ok
    assert said(first) == []


def test_phones_hear_which_table_has_news_and_nothing_of_what_it_says(
    people: list[Participant],
) -> None:
    first, _second, other = people
    assert other.state()["tables"] == {"q5": {}}
    say(first, line("The friendship centre"))
    [(table, mark)] = other.state()["tables"]["q5"].items()
    assert (table, len(mark)) == ("4", 12)
    assert "friendship" not in str(other.state())


def test_tables_write_only_while_the_question_is_with_them(
    server: KitProcess, people: list[Participant], facilitator: Facilitator
) -> None:
    first = people[0]
    facilitator.write("question", "q5", {"state": "open"})
    assert say(first, line("Too early")).json()["error"] == "not_at_tables"
    facilitator.write("question", "q5", {"state": "closed"})
    assert say(first, line("Too late")).json()["error"] == "not_at_tables"
    newcomer = Participant.joined(server.url, facilitator.known()["join_code"])
    assert say(newcomer, line("From nowhere")).json()["error"] == "other_table"
    assert say(first, line("Nothing asked"), place="q99/4").json()["error"] == "unknown_question"


@pytest.mark.parametrize("table", [0, 100, -1, "four", None, 1.5])
def test_a_table_is_a_number(server: KitProcess, at_tables: Facilitator, table: object) -> None:
    person = Participant.joined(server.url, at_tables.known()["join_code"])
    assert sit(person, table).json()["error"] == "invalid_body"


def test_the_personal_question_stays_with_each_person(facilitator: Facilitator) -> None:
    for kind, body in (
        ("question", {"state": "open", "tables": True}),
        ("room_answer", {"lines": []}),
    ):
        request = {"write_id": write_id(), "revision": 0, "body": body}
        refused = facilitator.ask("PUT", facilitator.mine(f"entries/{kind}/q1"), request)
        assert refused.json()["error"] == "invalid_body"
        assert "each person alone" in refused.json()["message"]


def test_a_helper_writes_for_a_table_without_a_phone(
    server: KitProcess, people: list[Participant], at_tables: Facilitator
) -> None:
    scribe = Helper.entered(server.url, "scribe", at_tables.known()["scribe_code"])
    for who in (scribe, at_tables):
        request = {"write_id": write_id(), "move": line(f"Said aloud to a {who.role}")}
        assert who.ask("POST", who.mine("table/q5/4"), request).ok
    assert said(people[0]) == ["Said aloud to a scribe", "Said aloud to a facilitator"]
    wrong = scribe.ask("GET", scribe.mine("table/q5/0"))
    assert wrong.json()["error"] == "invalid_body"
    other = people[2].ask("GET", people[2].mine("table/q5/4"))
    assert (other.status_code, other.json()["error"]) == (409, "other_table")


def test_nobody_reads_on_once_the_turn_of_the_tables_is_over(
    server: KitProcess, people: list[Participant], at_tables: Facilitator
) -> None:
    say(people[0], line("Not reviewed yet"))
    scribe = Helper.entered(server.url, "scribe", at_tables.known()["scribe_code"])
    at_tables.question("q5", "closed")
    assert sit(people[2], 4, revision=1).ok
    for who in (people[0], people[2], scribe):
        reply = who.ask("GET", who.mine("table/q5/4"))
        assert (reply.status_code, reply.json()["error"]) == (409, "not_at_tables")


def test_words_for_one_table_never_land_at_another(people: list[Participant]) -> None:
    assert sit(people[0], 7, revision=1).ok
    assert say(people[0], line("Meant for table four")).json()["error"] == "other_table"
    assert said(people[1]) == []
    assert said(people[0], "q5/7") == []


def test_a_request_that_comes_twice_is_known_whatever_came_between(
    people: list[Participant], facilitator: Facilitator
) -> None:
    first, second, _other = people
    move = line("Bus", name="bus")
    assert say(first, move, sent="lost-reply").ok
    assert say(second, line("Night bus", was="Bus", name="bus")).ok
    assert say(first, move, sent="lost-reply").json()["lines"][0]["text"] == "Night bus"
    facilitator.question("q5", "closed")
    assert say(first, move, sent="lost-reply").ok


def test_phones_at_a_table_are_counted_from_five_on(
    server: KitProcess, people: list[Participant], facilitator: Facilitator
) -> None:
    say(people[0], line("Bus"))
    [four, seven] = facilitator.state()["all_tables"]
    assert (four["number"], four["phones"], four["lines"]) == (4, None, {"q5": 1})
    assert (seven["number"], seven["phones"], seven["lines"]) == (7, None, {})
    code = facilitator.known()["join_code"]
    for _ in range(3):
        sit(Participant.joined(server.url, code), 4)
    assert facilitator.state()["all_tables"][0]["phones"] == 5


def test_each_layer_is_reviewed_shown_and_revealed_by_itself(
    server: KitProcess, people: list[Participant], facilitator: Facilitator
) -> None:
    first, _second, other = people
    wall = Helper.entered(server.url, "projector", facilitator.known()["projector_code"])
    first.put("q5", WORDS["q5"])
    say(first, line("Table four says this"))
    say(other, line("Table seven says that"), place="q5/7")
    reading = facilitator.ask("GET", facilitator.mine("answers/q5"))
    assert reading.json()["error"] == "question_open"
    facilitator.question("q5", "closed")
    found = facilitator.good("GET", facilitator.mine("answers/q5"))
    assert [one["table"] for one in found["tables"]] == [4, 7]
    facilitator.decide(found["tables"][0], "approved")
    facilitator.write("room_answer", "q5", {"lines": ["We keep this"]})
    layers = facilitator.state()["layers"]["q5"]
    assert layers["tables"] == {"4": "approved", "7": None}
    shown = {"show": "answers", "question": "q5"}
    for layer, items in (
        ("alone", []),
        ("table", ["Table four says this"]),
        ("room", ["We keep this"]),
    ):
        facilitator.write("screen", "projector", shown | {"layer": layer})
        told = wall.state()["answers"]
        assert [item for one in told for item in one["items"]] == items
    place = first.mine("revealed/q5")
    facilitator.write("question", "q5", {"state": "closed", "revealed": ["table"]})
    assert other.good("GET", place.replace(first.role, other.role)) == {
        "answers": [],
        "tables": [["Table four says this"]],
        "room": [],
    }
    facilitator.write("question", "q5", {"state": "closed", "revealed": ["room"]})
    assert other.good("GET", place)["room"] == ["We keep this"]
    assert other.good("GET", place)["tables"] == []


def test_a_line_that_is_changed_after_its_approval_is_not_shown(
    people: list[Participant], facilitator: Facilitator
) -> None:
    say(people[0], line("Bus", name="bus"))
    facilitator.question("q5", "closed")
    facilitator.decide(
        facilitator.good("GET", facilitator.mine("answers/q5"))["tables"][0], "approved"
    )
    facilitator.write("question", "q5", {"state": "open", "tables": True})
    say(people[0], line("Somebody's name", was="Bus", name="bus"))
    facilitator.write("question", "q5", {"state": "closed", "revealed": ["table"]})
    assert people[2].good("GET", people[2].mine("revealed/q5"))["tables"] == []


def test_who_leaves_leaves_the_table_and_the_words_stay(
    people: list[Participant], facilitator: Facilitator
) -> None:
    say(people[0], line("Bus"))
    assert people[0].ask("POST", "/room/leave", {"role": "participant"}).ok
    assert said(people[1]) == ["Bus"]
    assert say(people[1], line("Train")).ok


def test_talk_at_the_tables_brings_the_question_there_and_undo_takes_it_back(
    people: list[Participant], facilitator: Facilitator
) -> None:
    facilitator.question("q5", "open")
    before = facilitator.move("plan", agenda="two-hours")
    talk = next(step for step in before["steps"] if step["kind"] == "table_talk")
    after = facilitator.move("go", step=talk["id"])
    assert after["led"]["tables"] == talk["question"] == "q5"
    assert people[0].state()["tables"] == {"q5": {}}
    undo = {"evening": {k: before[k] for k in before if k not in {"revision", "led"}}}
    facilitator.move("restore", **undo, revision=after["revision"], led=after["led"])
    assert people[0].state()["tables"] == {}
