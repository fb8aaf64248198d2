"""Themes on the wall: titles, approved words, marks in words, and never an id."""

from typing import Any

from tests.kit_process import KitProcess
from tests.people import Facilitator, Helper
from tests.room.test_sort import card, sorting

__all__ = ["sorting"]


def show(led: Facilitator, question: str = "q3", **more: Any) -> None:
    led.write("screen", "projector", {"show": "themes", "question": question} | more)


def test_the_wall_shows_themes_and_what_stands_in_none(
    server: KitProcess, sorting: Facilitator
) -> None:
    wall = Helper.entered(server.url, "projector", sorting.known()["projector_code"])
    assert wall.state()["themes"] is None
    told = sorting.themes("q3")
    elders, rides = card(told, "The Elders"), card(told, "Rides for youth")
    sorting.sort("q3", "new", title="Rides", cards=[rides, elders])
    sorting.sort("q3", "mark", card=elders, minority=True)
    show(sorting)
    shown = wall.state()["themes"]
    assert shown["themes"] == [
        {
            "title": "Rides",
            "cards": [
                {"text": "Rides for youth", "minority": False},
                {"text": "The Elders", "minority": True},
            ],
        }
    ]
    assert sorted(one["text"] for one in shown["others"]) == ["A safe ride home", "Hotel staff"]
    assert rides[:16] not in str(wall.state())


def test_it_follows_decisions_and_shows_nothing_of_an_open_question(
    server: KitProcess, sorting: Facilitator
) -> None:
    wall = Helper.entered(server.url, "projector", sorting.known()["projector_code"])
    show(sorting)
    for answer in sorting.answers("q3"):
        sorting.decide(answer, "kept_back")
    assert wall.state()["themes"] == {"themes": [], "others": []}
    sorting.question("q3", "open")
    assert wall.state()["themes"] is None
    show(sorting, blank=True)
    sorting.question("q3", "closed")
    assert wall.state()["themes"] is None
    show(sorting, question="q1")
    assert wall.state()["themes"] == {"themes": [], "others": []}
