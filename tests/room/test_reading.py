"""Reading on the wall over HTTP: a part of the toolkit, or a refusal that says which is missing."""

import pytest

from tests.kit_process import KitProcess
from tests.people import Facilitator, Helper, write_id
from tests.widgets.laptop import eventually
from workshop_kit.content.read_aloud import reading

GOAL = {"show": "reading", "section": "welcome", "part": "goal"}


def test_the_wall_gets_the_text_of_the_part(server: KitProcess, facilitator: Facilitator) -> None:
    wall = Helper.entered(server.url, "projector", facilitator.known()["projector_code"])
    assert wall.state()["reading"] is None
    facilitator.write("screen", "projector", GOAL)
    wanted = reading("welcome", "goal").model_dump(mode="json", exclude={"minutes"})
    eventually(lambda: wall.state()["reading"], wanted)
    assert wall.state()["show"] == "reading"
    facilitator.write("screen", "projector", GOAL | {"blank": True})
    eventually(lambda: wall.state()["reading"], None)
    facilitator.write("screen", "projector", {"show": "join"})
    eventually(lambda: wall.state()["show"], "join")


def test_reading_leaves_phones_where_they_are(facilitator: Facilitator) -> None:
    facilitator.question("q3", "open")
    facilitator.question("q4", "open")
    facilitator.write("screen", "projector", GOAL | {"question": "q4"})
    eventually(lambda: facilitator.state()["now"], "q4")


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"part": "nothing"}, 404, "unknown_part"),
        ({"section": "nowhere"}, 404, "unknown_part"),
        ({"part": None}, 422, "invalid_body"),
        ({"section": "../secrets"}, 422, "invalid_body"),
        ({"language": "../en"}, 422, "invalid_body"),
    ],
)
def test_what_is_not_there_is_refused_and_changes_nothing(
    facilitator: Facilitator, change: dict[str, str | None], status: int, code: str
) -> None:
    request = {"write_id": write_id(), "revision": 0, "body": GOAL | change}
    reply = facilitator.ask("PUT", facilitator.mine("entries/screen/projector"), request)
    assert (reply.status_code, reply.json()["error"]) == (status, code)
    assert facilitator.revision("screen", "projector") == 0
