"""The action plan over HTTP: the facilitator's to write, the wall's to show, nobody's phone."""

from datetime import date, timedelta

from tests.kit_process import KitProcess
from tests.people import Facilitator, Helper, Participant, write_id
from workshop_kit.model import today


def action(what: str, **more: object) -> dict[str, object]:
    return {"what": what, "who": "Library", "by_when": None} | more


def test_a_plan_is_made_checked_and_shown(server: KitProcess, facilitator: Facilitator) -> None:
    wall = Helper.entered(server.url, "projector", facilitator.known()["projector_code"])
    soon = (today() + timedelta(days=9)).isoformat()
    facilitator.write("action", "a1", action("Ask the action team to come", by_when=soon))
    facilitator.write("action", "a2", action("Posters"))
    facilitator.write("action", "a10", action("Not this one after all", status="dropped"))
    facilitator.write("plan", "plan", {"review_on": soon})
    plan = facilitator.state()["plan"]
    assert [one["id"] for one in plan["actions"]] == ["a1", "a2", "a10"]
    assert [one["lacks"] for one in plan["actions"]] == [[], ["words", "by_when"], []]
    assert plan["review_on"] == soon
    assert wall.state()["plan"] is None
    facilitator.write("screen", "projector", {"show": "plan"})
    told = wall.state()["plan"]
    assert [one["what"] for one in told["actions"]] == ["Ask the action team to come", "Posters"]
    assert set(told["actions"][0]) == {"what", "who", "by_when", "status"}


def test_it_is_removed_and_nobody_else_writes_it(
    server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.write("action", "a1", action("Ask the action team to come"))
    removal = {"write_id": write_id(), "revision": 1}
    facilitator.good("DELETE", facilitator.mine("entries/action/a1"), removal)
    assert facilitator.state()["plan"]["actions"] == []
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    assert "plan" not in person.state()
    request = {"write_id": write_id(), "revision": 0, "body": action("Mine")}
    assert person.ask("PUT", person.mine("entries/action/a1"), request).status_code == 403


def test_it_may_be_finished_after_the_workshop(facilitator: Facilitator) -> None:
    facilitator.change(state="closed")
    facilitator.write(
        "action", "a1", action("Call the hotel", by_when=date(2027, 1, 5).isoformat())
    )
    assert facilitator.state()["plan"]["actions"][0]["what"] == "Call the hotel"


def test_what_is_no_plan_is_refused(facilitator: Facilitator) -> None:
    for path, body in (
        ("entries/action/a1", {"what": ""}),
        ("entries/action/a1", {"what": "x", "by_when": "soon"}),
        ("entries/plan/other", {"review_on": None}),
    ):
        request = {"write_id": write_id(), "revision": 0, "body": body}
        assert facilitator.ask("PUT", facilitator.mine(path), request).status_code in {404, 422}
