"""Sorting on phones over HTTP: what phones are told, when it is taken, and what nobody hears."""

from typing import Any

import pytest

from tests.kit_process import KitProcess
from tests.people import Facilitator, Helper, Participant, write_id
from tests.room.test_sort import card, sorting

__all__ = ["sorting"]


@pytest.fixture
def led(sorting: Facilitator) -> Facilitator:
    """The same, open to everyone, with two themes."""
    sorting.sort("q3", "new", title="Rides")
    sorting.sort("q3", "new", title="Hotels")
    sorting.sort("q3", "open_to_all")
    return sorting


def joined(led: Facilitator, number: int = 1) -> list[Participant]:
    code = led.known()["join_code"]
    return [Participant.joined(led.url, code) for _ in range(number)]


def seen(person: Participant) -> Any:
    """Return what a phone is told of the sort."""
    return person.good("GET", person.mine("sort/q3"))


def send(person: Participant, placed: dict[str, list[str]], *names: str, revision: int = 0) -> Any:
    """Send a sort: texts of ideas with titles of themes, or of names of one's own."""
    told = seen(person)
    ideas = {one["text"]: one["id"] for one in told["ideas"]}
    refs = {one["title"]: one["id"] for one in told["themes"]}
    own = [{"id": f"n{number}", "title": title} for number, title in enumerate(names)]
    refs |= {one["title"]: one["id"] for one in own}
    body = {
        "placed": {ideas[text]: [refs[title] for title in where] for text, where in placed.items()},
        "names": own,
    }
    return put(person, body, revision)


def put(person: Participant, body: dict[str, Any], revision: int = 0) -> Any:
    request = {"write_id": write_id(), "revision": revision, "body": body}
    return person.ask("PUT", person.mine("entries/card_sort/q3"), request)


def test_a_sort_from_opening_it_to_taking_it_over(led: Facilitator) -> None:
    people = joined(led, 5)
    for person in people[:3]:
        assert send(person, {"A safe ride home": ["Rides"], "Hotel staff": ["Hotels"]}).ok
    assert led.themes("q3")["sent"] is None  # fewer than five
    assert send(people[3], {"A safe ride home": ["Hotels"], "The Elders": []}).ok
    assert send(people[4], {"A safe ride home": ["Rides"], "The Elders": []}).ok
    told = led.themes("q3")
    assert (told["sent"], told["placed"], told["state"]) == (5, {}, "open")
    assert led.sort("q3", "close_to_all")["state"] == "closed"
    told = led.themes("q3")
    rides, hotels = (one["id"] for one in told["themes"])
    placed = {one["text"]: told["placed"].get(one["id"]) for one in told["cards"]}
    assert placed["A safe ride home"]["where"] == [[rides, 4], [hotels, 1]]
    assert placed["Hotel staff"]["where"] == [[hotels, None]]  # only three phones placed it
    assert placed["The Elders"]["is_nowhere"] is True
    assert placed["Rides for youth"] is None
    after = led.sort("q3", "as_phones")
    assert [one["cards"] for one in after["themes"]] == [
        [card(told, "A safe ride home")],
        [card(told, "Hotel staff")],
    ]
    assert (after["minority"], after["revision"]) == ([], told["revision"] + 1)
    body = {name: told[name] for name in ("themes", "minority", "left")}
    undone = led.sort("q3", "restore", body=body, revision=after["revision"])
    assert undone["themes"] == told["themes"]
    assert undone["state"] == "closed"


def test_phones_see_names_and_ideas_and_nothing_that_links_or_steers(
    led: Facilitator, sorting: Facilitator
) -> None:
    [person] = joined(led)
    before = person.state()["sorts"]
    told = led.themes("q3")
    both = [card(told, "A safe ride home"), card(told, "Rides for youth")]
    assert len({one[:16] for one in both}) == 1  # of one person
    led.sort("q3", "put", theme=told["themes"][0]["id"], cards=both)
    led.sort("q3", "mark", card=both[0], minority=True)
    assert person.state()["sorts"] == before  # what who leads sorts is not told
    found = seen(person)
    assert [set(one) for one in found["themes"]] == [{"id", "title", "was"}] * 2
    assert [one["title"] for one in found["themes"]] == ["Rides", "Hotels"]
    ids = {one["text"]: one["id"] for one in found["ideas"]}
    assert set(ids) == {"A safe ride home", "Rides for youth", "Hotel staff", "The Elders"}
    assert [set(one) for one in found["ideas"]] == [{"id", "text"}] * 4
    assert both[0][:16] not in str(found)
    assert list(ids.values()) == sorted(ids.values())
    assert seen(joined(led)[0]) == found
    led.sort("q3", "rename", theme=told["themes"][0]["id"], title="Ways home")
    assert person.state()["sorts"].keys() == before.keys()
    assert person.state()["sorts"] != before


def test_it_is_there_only_while_it_is_open(sorting: Facilitator) -> None:
    [person] = joined(sorting)

    def refused() -> set[str]:
        replies = (person.ask("GET", person.mine("sort/q3")), put(person, {"placed": {}}))
        assert all("not sorted on phones now" in one.json()["message"] for one in replies)
        assert "sorts" not in person.state()
        return {one.json()["error"] for one in replies}

    assert refused() == {"sort_closed"}
    sorting.sort("q3", "open_to_all")
    assert put(person, {"placed": {}}).ok
    assert list(person.state()["sorts"]) == ["q3"]
    sorting.question("q3", "open")
    assert refused() == {"sort_closed"}
    sorting.question("q3", "closed")
    assert list(person.state()["sorts"]) == ["q3"]
    sorting.sort("q3", "close_to_all")
    assert refused() == {"sort_closed"}
    assert person.ask("GET", person.mine("sort/q99")).status_code == 404
    sorting.sort("q3", "open_to_all")
    sorting.change(state="closed")
    assert put(person, {"placed": {}}).status_code in {409, 410}
    assert "sorts" not in person.state()


def test_only_who_leads_opens_it_and_only_in_an_open_workshop(
    server: KitProcess, sorting: Facilitator
) -> None:
    [person] = joined(sorting)
    request = {"write_id": write_id(), "move": {"do": "open_to_all"}}
    path = f"/room/{person.session}/facilitator/themes/q3"
    assert person.ask("POST", path, request).status_code in {401, 403}
    for role in ("scribe", "projector"):
        helper = Helper.entered(server.url, role, sorting.known()[f"{role}_code"])
        for path in (helper.mine("sort/q3"), f"/room/{helper.session}/participant/sort/q3"):
            assert not helper.ask("GET", path).ok
        assert "sorts" not in helper.state()
    sorting.change(state="closed")
    reply = sorting.ask("POST", sorting.mine("themes/q3"), request)
    assert reply.json()["error"] == "session_closed"
    draft = Facilitator.with_new_workshop(server.url)
    reply = draft.ask("POST", draft.mine("themes/q3"), request)
    assert reply.json()["error"] == "session_not_open"


def test_a_name_reaches_others_only_as_a_theme(led: Facilitator) -> None:
    first, second, third, *others = joined(led, 5)
    assert send(first, {"Rides for youth": ["Night bus"]}, "Night bus", "Elders lead").ok
    assert send(second, {"Rides for youth": ["night  BUS"]}, "night  BUS").ok
    assert "Night bus" not in str(seen(third)) + str(third.state()) + str(led.state())
    elders, bus = led.themes("q3")["proposed"]
    assert (elders["title"], bus["title"]) == ("Elders lead", "Night bus")
    led.sort("q3", "new", title="By night", names=[bus["mark"]])
    left = led.sort("q3", "leave_name", name=elders["mark"])
    assert left["proposed"] == []
    assert [one["title"] for one in seen(third)["themes"]] == ["Rides", "Hotels", "By night"]
    for person in (third, *others):
        assert send(person, {"Rides for youth": ["By night"]}).ok
    rides, _hotels, night = (one["id"] for one in left["themes"])
    led.sort("q3", "merge", theme=night, into=rides)
    [phone_theme, _other] = seen(third)["themes"]
    assert (phone_theme["id"], phone_theme["was"]) == (rides, [night])
    told = led.sort("q3", "close_to_all")
    placed = told["placed"][card(told, "Rides for youth")]
    assert placed["where"] == [[rides, 5]]
    assert placed["most"] == [rides]


def test_one_person_is_told_to_nobody_and_goes_when_they_go(led: Facilitator) -> None:
    people = joined(led, 6)
    for person in people:
        assert send(person, {"The Elders": ["Rides"]}, "Mine alone").ok
    assert [one["kind"] for one in people[0].entries()] == ["card_sort"]
    assert "card_sort" not in str(led.good("GET", led.mine("entries")))
    assert led.themes("q3")["sent"] == 6
    people[0].good("DELETE", people[0].mine("entries"), {"write_id": write_id()})
    assert (people[0].entries(), led.themes("q3")["sent"]) == ([], 5)
    people[1].good("POST", people[1].mine("leave"), {})
    assert led.themes("q3")["sent"] is None
    led.sort("q3", "close_to_all")
    led.change(state="closed")
    told = led.themes("q3")
    assert (told["placed"], told["proposed"]) == ({}, [])


def test_a_sort_is_changed_and_taken_back_while_it_is_open(led: Facilitator) -> None:
    [person] = joined(led)
    assert send(person, {"The Elders": ["Rides"]}).ok
    assert send(person, {"The Elders": []}, revision=1).ok
    assert send(person, {}, revision=1).json()["error"] == "stale_revision"
    again = {"write_id": write_id(), "revision": 2, "body": {"placed": {}}}
    path = person.mine("entries/card_sort/q3")
    first = person.good("PUT", path, again)
    led.sort("q3", "close_to_all")
    assert person.good("PUT", path, again) == first  # its reply was lost on the way
    led.sort("q3", "open_to_all")
    request = {"write_id": write_id(), "revision": 3}
    person.good("DELETE", path, request)
    assert person.entries() == []


def test_what_is_unknown_is_kept_out_and_refuses_nothing(led: Facilitator) -> None:
    people = joined(led, 5)
    elders = next(one["id"] for one in seen(people[0])["ideas"] if one["text"] == "The Elders")
    for person in people:
        assert put(person, {"placed": {elders: ["t9", "n9"], "f" * 16: ["t9"]}}).ok
    for answer in led.answers("q3"):
        if "The Elders" not in str(answer["body"]):
            led.decide(answer, "kept_back")
    told = led.sort("q3", "close_to_all")
    assert told["placed"] == {
        card(told, "The Elders"): {"where": [["other", 5]], "most": [], "is_nowhere": False}
    }


def test_a_count_tells_nothing_of_one_person_whatever_is_closed_and_taken_back(
    led: Facilitator,
) -> None:
    people = joined(led, 9)
    for person in people[:4]:
        assert send(person, {"The Elders": ["Rides"]}).ok
    assert led.sort("q3", "close_to_all")["placed"] == {}  # fewer than five
    led.sort("q3", "open_to_all")
    assert send(people[4], {"The Elders": ["Rides"]}).ok
    first = led.sort("q3", "close_to_all")["placed"]
    assert [one["where"][0][1] for one in first.values()] == [5]
    people[0].good("DELETE", people[0].mine("entries"), {"write_id": write_id()})
    assert led.themes("q3")["placed"] == first
    led.sort("q3", "open_to_all")
    for person in people[5:]:
        assert send(person, {"The Elders": ["Hotels"], "Hotel staff": ["Hotels"]}).ok
    assert led.sort("q3", "close_to_all")["placed"] == first  # three more than were counted
    assert "card_sort" not in str(led.good("GET", led.mine("entries")))


def test_the_feed_says_when_phones_have_sent_and_no_more(led: Facilitator) -> None:
    assert led.state()["all_sorts"] == {}
    [person] = joined(led)
    assert send(person, {"The Elders": ["Rides"]}).ok
    before = led.state()["all_sorts"]
    assert list(before) == ["q3"]
    assert send(person, {"The Elders": []}, revision=1).ok
    assert led.state()["all_sorts"] != before
