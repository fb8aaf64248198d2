"""Stories over HTTP: the facilitator's alone, kept by revision, removed and brought back."""

import pytest

from tests.kit_process import KitProcess
from tests.people import Facilitator, Helper, Participant, write_id

STORY = {
    "title": "A night at the rink",
    "did": "We put help lines on the boards.",
    "partners": ["Friendship centre", "Minor hockey"],
    "changed": "Two teams asked for a talk.",
    "link": "https://example.org/rink",
    "public": True,
}


def stories(facilitator: Facilitator) -> dict[str, object]:
    """Return what the room has, by key."""
    found = facilitator.good("GET", facilitator.mine("entries"))["entries"]
    return {one["key"]: one["body"] for one in found if one["kind"] == "story"}


def test_a_story_is_kept_changed_removed_and_brought_back(facilitator: Facilitator) -> None:
    facilitator.write("story", "s1", STORY)
    assert stories(facilitator) == {"s1": STORY}
    facilitator.write("story", "s1", STORY | {"public": False})
    assert stories(facilitator) == {"s1": STORY | {"public": False}}
    path = facilitator.mine("entries/story/s1")
    stale = {"write_id": write_id(), "revision": 1, "body": STORY}
    assert facilitator.ask("PUT", path, stale).json()["error"] == "stale_revision"
    assert facilitator.ask("DELETE", path, stale | {"body": None}).status_code == 422
    facilitator.good("DELETE", path, {"write_id": write_id(), "revision": 2})
    assert stories(facilitator) == {}
    facilitator.write("story", "s1", STORY)
    assert stories(facilitator) == {"s1": STORY}


def test_it_can_still_be_written_when_the_workshop_is_closed(facilitator: Facilitator) -> None:
    facilitator.change(state="closed")
    facilitator.write("story", "s1", STORY)
    assert stories(facilitator) == {"s1": STORY}


@pytest.mark.parametrize(
    "change",
    [{"title": " "}, {"link": "javascript:alert(1)"}, {"public": "perhaps"}, {"name": "x"}],
)
def test_what_is_wrong_is_refused(facilitator: Facilitator, change: dict[str, object]) -> None:
    request = {"write_id": write_id(), "revision": 0, "body": STORY | change}
    reply = facilitator.ask("PUT", facilitator.mine("entries/story/s1"), request)
    assert (reply.status_code, reply.json()["error"]) == (422, "invalid_body")
    assert stories(facilitator) == {}


def test_nobody_but_the_facilitator_writes_or_sees_it(
    server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.write("story", "s1", STORY)
    known = facilitator.known()
    person = Participant.joined(server.url, known["join_code"])
    request = {"write_id": write_id(), "revision": 0, "body": STORY}
    assert person.ask("PUT", person.mine("entries/story/s1"), request).status_code == 403
    helpers = [Helper.entered(server.url, r, known[f"{r}_code"]) for r in ("scribe", "projector")]
    for one in (person, *helpers):
        assert "rink" not in str(one.state())
    assert person.entries() == []
