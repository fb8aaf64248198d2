"""Sorting over HTTP: only approved ideas, nothing is sorted unasked, two pages do not fight."""

from typing import Any

import pytest

from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant, write_id

IDEAS = [["A safe ride home", "Rides for youth"], ["Hotel staff", "The Elders"], ["not this one"]]


@pytest.fixture
def sorting(server: KitProcess, facilitator: Facilitator) -> Facilitator:
    """A workshop whose third question is closed, with four approved ideas."""
    facilitator.question("q3", "open")
    code = facilitator.known()["join_code"]
    for items in IDEAS:
        person = Participant.joined(server.url, code)
        request = {"write_id": write_id(), "body": {"shape": "list", "items": items}}
        person.good("PUT", person.mine("entries/answer/q3"), request)
    facilitator.question("q3", "closed")
    for answer in facilitator.answers("q3"):
        good = answer["body"]["items"] != IDEAS[2]
        facilitator.decide(answer, "approved" if good else "kept_back")
    return facilitator


def card(told: Any, text: str) -> str:
    """Return the id of the card that says this."""
    return next(str(one["id"]) for one in told["cards"] if one["text"] == text)


def texts(told: Any) -> list[str]:
    return sorted(one["text"] for one in told["cards"])


def refused(who: Facilitator, path: str, **move: Any) -> str:
    """Make a move that must be refused; return the error's code."""
    reply = who.ask("POST", who.mine(f"themes/{path}"), {"write_id": write_id(), "move": move})
    assert not reply.ok
    return str(reply.json()["error"])


def test_approved_ideas_are_sorted_renamed_and_put_together(sorting: Facilitator) -> None:
    told = sorting.themes("q3")
    assert (told["revision"], told["themes"], told["minority"]) == (0, [], [])
    assert texts(told) == ["A safe ride home", "Hotel staff", "Rides for youth", "The Elders"]
    rides = [card(told, "A safe ride home"), card(told, "Rides for youth")]
    told = sorting.sort("q3", "new", title="Rides", cards=rides)
    [theme] = told["themes"]
    assert (theme["title"], theme["cards"], told["revision"]) == ("Rides", rides, 1)
    told = sorting.sort("q3", "new", title="Elders")
    told = sorting.sort("q3", "put", theme=told["themes"][1]["id"], cards=[rides[0]])
    assert [one["cards"] for one in told["themes"]] == [rides, rides[:1]]
    told = sorting.sort("q3", "mark", card=card(told, "The Elders"), minority=True)
    assert told["minority"] == [card(told, "The Elders")]
    assert sorting.state()["themes"] == {"q3": 4}
    assert sorting.themes("q3") == told


def test_what_is_no_longer_approved_leaves_its_theme_and_comes_back(sorting: Facilitator) -> None:
    told = sorting.themes("q3")
    elders = card(told, "The Elders")
    sorting.sort("q3", "new", title="Elders", cards=[elders])
    answer = next(one for one in sorting.answers("q3") if "The Elders" in one["body"]["items"])
    sorting.decide(answer, "set_aside")
    told = sorting.themes("q3")
    assert texts(told) == ["A safe ride home", "Rides for youth"]
    theme = told["themes"][0]["id"]
    assert refused(sorting, "q3", do="put", theme=theme, cards=[elders]) == "unknown_card"
    sorting.decide(answer, "approved")
    told = sorting.themes("q3")
    assert told["themes"][0]["cards"] == [card(told, "The Elders")]


def test_suggestions_say_why_and_sort_nothing(sorting: Facilitator) -> None:
    found = sorting.good("GET", sorting.mine("themes/q3/suggested"))
    told = sorting.themes("q3")
    rides = {card(told, "A safe ride home"), card(told, "Rides for youth")}
    [group] = found["groups"]
    assert (group["title"], group["because"], set(group["cards"])) == ("Ride", ["ride"], rides)
    assert (found["unsorted"], told["themes"]) == (4, [])
    sorting.sort("q3", "new", title=group["title"], cards=group["cards"])
    found = sorting.good("GET", sorting.mine("themes/q3/suggested"))
    assert found == {"groups": [], "unsorted": 2}


def test_an_undo_brings_back_what_was_there_unless_another_page_moved(sorting: Facilitator) -> None:
    before = sorting.sort("q3", "new", title="One")
    after = sorting.sort("q3", "drop", theme=before["themes"][0]["id"])
    body = {name: before[name] for name in ("themes", "minority")}
    again = sorting.sort("q3", "restore", body=body, revision=after["revision"])
    assert again["themes"] == before["themes"]
    sorting.sort("q3", "new", title="Two")  # another page
    stale = {"do": "restore", "body": body, "revision": again["revision"]}
    reply = sorting.ask("POST", sorting.mine("themes/q3"), {"write_id": write_id(), "move": stale})
    assert (reply.status_code, reply.json()["error"]) == (409, "stale_revision")
    assert [one["title"] for one in reply.json()["current"]["themes"]] == ["One", "Two"]


def test_a_move_that_is_sent_twice_is_made_once(sorting: Facilitator) -> None:
    request = {"write_id": write_id(), "move": {"do": "new", "title": "Once"}}
    for _ in range(2):
        told = sorting.good("POST", sorting.mine("themes/q3"), request)
        assert [one["title"] for one in told["themes"]] == ["Once"]
        assert told["revision"] == 1


def test_moves_of_two_pages_at_once_are_all_made(sorting: Facilitator) -> None:
    for number in range(6):
        sorting.sort("q3", "new", title=f"Theme {number}")
    assert len(sorting.themes("q3")["themes"]) == 6


def test_only_what_can_be_sorted_is(sorting: Facilitator) -> None:
    for question, status in (("q1", 422), ("q99", 404)):
        assert sorting.ask("GET", sorting.mine(f"themes/{question}")).status_code == status
        assert (
            sorting.ask("GET", sorting.mine(f"themes/{question}/suggested")).status_code == status
        )
    sorting.question("q3", "open")
    assert sorting.ask("GET", sorting.mine("themes/q3")).json()["error"] == "question_open"
    assert refused(sorting, "q3", do="new", title="x") == "question_open"
    assert refused(sorting, "q2", do="drop", theme="t1") == "unknown_theme"
    sorting.change(state="closed")
    assert sorting.themes("q3")["themes"] == []
    assert sorting.sort("q3", "new", title="Afterwards")["revision"] == 1


def test_only_who_leads_sorts(server: KitProcess, sorting: Facilitator) -> None:
    person = Participant.joined(server.url, sorting.known()["join_code"])
    for method, path in (
        ("GET", "themes/q3"),
        ("POST", "themes/q3"),
        ("GET", "themes/q3/suggested"),
    ):
        request = {"write_id": write_id(), "move": {"do": "new", "title": "Mine"}}
        reply = person.ask(method, f"/room/{person.session}/facilitator/{path}", request)
        assert reply.status_code in {401, 403}
    assert "themes" not in person.state()
    path = sorting.mine("entries/themes/q3")
    direct = {"write_id": write_id(), "revision": 0, "body": {"themes": []}}
    assert sorting.ask("PUT", path, direct).json()["error"] == "wrong_role"
