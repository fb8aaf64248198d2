"""Check-in and check-out: in no order of writes does a state of any role tell what one says."""

import json
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.kit_process import KitProcess
from tests.people import Facilitator, Helper, Participant, write_id
from tests.store.evening import joined, of_the_room, open_session
from workshop_kit.check import CheckBody, Mood
from workshop_kit.check_errors import AlreadyCounted, AlreadyShown
from workshop_kit.model import Role, Write, new_id
from workshop_kit.room.state import RoomView
from workshop_kit.store.sqlite import SqliteStore

KEY = "check-in"
PEOPLE = 8
WHO = st.integers(0, PEOPLE - 1)


def say(person: Participant, mood: str | None, revision: int = 0) -> Any:
    request = {"write_id": write_id(), "revision": revision, "body": {"mood": mood}}
    return person.ask("PUT", person.mine(f"entries/mood/{KEY}"), request)


def turn(facilitator: Facilitator, state: str, **more: Any) -> None:
    facilitator.write("check", KEY, {"state": state} | more)


def test_from_opening_it_to_what_came_of_it(server: KitProcess, facilitator: Facilitator) -> None:
    known = facilitator.known()
    people = [Participant.joined(server.url, known["join_code"]) for _ in range(6)]
    wall = Helper.entered(server.url, "projector", known["projector_code"])
    facilitator.write("screen", "projector", {"show": "check", "check": KEY})
    assert (people[0].state().get("check"), wall.state()["check"]) == (None, None)
    reply = say(people[0], "heavy")
    assert (reply.status_code, reply.json()["error"]) == (409, "check_closed")
    assert "check-in" in reply.json()["message"]
    turn(facilitator, "open")
    assert people[0].state()["check"] == KEY
    for person in people[:4]:
        assert say(person, "steady").ok
    assert facilitator.state()["checks"][KEY]["answered"] is None
    assert say(people[4], "uneasy").ok
    assert say(people[5], None).ok
    assert say(people[0], "heavy", revision=1).ok
    led = facilitator.state()["checks"][KEY]
    assert (led["answered"], led["result"]) == (6, None)
    unseen = {"key": KEY, "result": None, "passed": 0, "shown": False}
    assert wall.state()["check"] == unseen | {"state": "open"}
    turn(facilitator, "closed", hands={"at_ease": 2})
    told = {"at_ease": 2, "steady": 3, "mixed": 0, "uneasy": 1, "heavy": 1}
    led = facilitator.state()["checks"][KEY]
    assert (led["result"], led["passed"], led["shown"]) == (told, 1, False)
    assert wall.state()["check"] == unseen | {"state": "closed"}  # who leads looks first
    turn(facilitator, "closed", hands={"at_ease": 2}, shown=True)
    assert wall.state()["check"] == {
        "key": KEY, "state": "closed", "result": told, "passed": 1, "shown": True,
    }  # fmt: skip
    assert "check" not in people[0].state()
    assert people[0].entries() == []
    body = {"write_id": write_id(), "revision": 3, "body": {"state": "open"}}
    reply = facilitator.ask("PUT", facilitator.mine(f"entries/check/{KEY}"), body)
    assert (reply.status_code, reply.json()["error"]) == (409, "already_counted")


def test_once_it_was_shown_hands_are_refused(facilitator: Facilitator) -> None:
    turn(facilitator, "closed", hands={"at_ease": 5})
    turn(facilitator, "closed", hands={"at_ease": 5}, shown=True)
    late = {"state": "closed", "hands": {"at_ease": 5, "heavy": 1}, "shown": True}
    body = {"write_id": write_id(), "revision": 2, "body": late}
    reply = facilitator.ask("PUT", facilitator.mine(f"entries/check/{KEY}"), body)
    assert (reply.status_code, reply.json()["error"]) == (409, "already_shown")
    assert "late person" in reply.json()["message"]


def test_a_stale_page_hears_that_it_is_stale(facilitator: Facilitator) -> None:
    turn(facilitator, "closed", hands={"at_ease": 5})
    turn(facilitator, "closed", hands={"at_ease": 5}, shown=True)
    for stale in ({"state": "open"}, {"state": "closed", "hands": {"heavy": 1}}):
        body = {"write_id": write_id(), "revision": 1, "body": stale}
        reply = facilitator.ask("PUT", facilitator.mine(f"entries/check/{KEY}"), body)
        assert (reply.status_code, reply.json()["error"]) == (409, "stale_revision")
        assert reply.json()["current"]["revision"] == 2


def test_what_is_refused(server: KitProcess, facilitator: Facilitator) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    turn(facilitator, "open")
    for mood in ("sad", 3, ""):
        assert say(person, mood).status_code == 422  # type: ignore[arg-type]
    body = {"write_id": write_id(), "revision": 0, "body": {"state": "open"}}
    reply = facilitator.ask("PUT", facilitator.mine("entries/check/other"), body)
    assert reply.status_code == 404
    assert person.ask("PUT", person.mine(f"entries/check/{KEY}"), body).status_code == 403
    assert say(person, "heavy").ok
    request = {"write_id": write_id(), "revision": 1}
    person.good("DELETE", person.mine(f"entries/mood/{KEY}"), request)
    assert person.entries() == []


def test_asking_the_check_out_ends_the_check_in_on_phones(
    server: KitProcess, facilitator: Facilitator
) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    turn(facilitator, "open")  # and forgotten
    assert person.state()["check"] == KEY
    facilitator.write("check", "check-out", {"state": "open"})
    assert person.state()["check"] == "check-out"
    facilitator.write("check", "check-out", {"state": "closed"})
    assert "check" not in person.state()


class Room(RuleBasedStateMachine):
    """People say how they are, change it, take it back, leave; who leads opens and closes."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.store = SqliteStore.create(Path(self.folder.name) / "a.session", open_session())
        of_the_room(self.store, "screen", "projector", {"show": "check", "check": KEY})
        self.people = [joined(self.store) for _ in range(PEOPLE)]
        self.said: dict[int, str | None] = {}
        self.counted: Counter[str] | None = None
        self.state = "waiting"
        self.hands: dict[str, int] = {}
        self.shown = False

    @rule(who=WHO, mood=st.none() | st.sampled_from(Mood))
    def says(self, who: int, mood: Mood | None) -> None:
        entries = self.store.entries("mood", author=self.people[who])
        write = Write(
            kind="mood",
            key=KEY,
            author=self.people[who],
            write_id=new_id(),
            revision=entries[0].revision if entries else 0,
            body={"mood": mood},
            while_open=KEY,
        )
        refused = self.store.put(write).exception()
        assert (refused is None) is (self.state == "open"), refused
        if refused is None:
            self.said[who] = mood

    @rule(who=WHO)
    def takes_everything_back(self, who: int) -> None:
        self.store.take_back_all(self.people[who]).result()
        self.said.pop(who, None)

    @rule(who=WHO)
    def leaves(self, who: int) -> None:
        self.store.leave(self.people[who]).result()
        if who in self.said:
            self.said[-1 - len(self.said) - who] = self.said.pop(who)  # nobody's any more
        self.people[who] = joined(self.store)

    @rule(
        state=st.sampled_from(["waiting", "open", "closed"]),
        hands=st.dictionaries(st.sampled_from(Mood), st.integers(0, 3), max_size=2),
        shown=st.booleans(),
    )
    def turns(self, state: str, hands: dict[Mood, int], *, shown: bool) -> None:
        wanted = {mood.value: number for mood, number in hands.items()}
        shows = shown and state == "closed"
        body = {"state": state, "hands": wanted, "shown": shows}
        try:
            of_the_room(self.store, "check", KEY, body)
        except AlreadyShown:
            assert self.shown
            assert Counter(wanted) != Counter(self.hands)
            return
        except AlreadyCounted:
            assert self.told() is not None
            assert state != "closed"
            return
        self.shown = state == "closed" and (self.shown or shows)
        self.state, self.hands = state, wanted
        words = Counter(mood for mood in self.said.values() if mood is not None)
        if state != "closed":
            self.counted = None
        elif not self.counted:
            self.counted = None if 0 < words.total() < 5 else words
            self.said = {} if self.counted else self.said

    def told(self) -> dict[str, int] | None:
        """What may be told, reckoned anew."""
        if self.counted is None or self.counted.total() + sum(self.hands.values()) < 5:
            return None
        return {one: self.counted[one] + self.hands.get(one, 0) for one in Mood}

    @precondition(lambda self: hasattr(self, "store"))
    @invariant()
    def only_a_whole_distribution_is_told(self) -> None:
        view = RoomView(self.store, ("q1",), frozenset(Role))
        led = view.facilitator()["checks"][KEY]
        assert led["result"] == self.told()
        answered = len(self.said) if self.state == "open" else 0
        assert led["answered"] == (answered if answered >= 5 else None)
        wall = view.projector()["check"]
        assert (wall["result"] if wall else None) == (self.told() if self.shown else None)
        for role in (Role.PARTICIPANT, Role.SCRIBE):
            state = json.dumps(view.for_role(role))
            assert not any(f'"{mood}"' in state for mood in Mood)
        checks = [CheckBody.model_validate(one.body) for one in self.store.entries("check")]
        assert all(one.phones is None or one.result or not one.phones for one in checks)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()


Room.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestRoom = Room.TestCase
