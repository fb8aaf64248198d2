"""Who am I: one reply with all that a page needs before it can begin."""

from tests.kit_process import KitProcess
from tests.people import WORDS, Facilitator, Helper, Participant


def test_a_participants_own_entries_come_with_it(
    server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    code = facilitator.known()["join_code"]
    ana, bo = (Participant.joined(server.url, code) for _ in range(2))
    assert ana.good("GET", "/room/participant")["entries"] == []
    ana.put("q3", WORDS["q3"])
    bo.put("q9", WORDS["q9"])
    told = ana.good("GET", "/room/participant")
    assert (told["session"], told["role"], told["state"]) == (
        facilitator.session,
        "participant",
        "open",
    )
    assert told["details"]["title"] == "Maple Hall"
    assert told["mark"] == ana.state()["details"]
    facilitator.change(recipients="The action team")
    assert ana.state()["details"] != told["mark"]
    assert ana.good("GET", "/room/participant")["mark"] == ana.state()["details"]
    assert told["entries"] == ana.entries()
    assert [one["key"] for one in told["entries"]] == ["q3"]


def test_others_learn_of_no_entries(server: KitProcess, facilitator: Facilitator) -> None:
    known = facilitator.known()
    for role in ("scribe", "projector"):
        helper = Helper.entered(server.url, role, known[f"{role}_code"])
        assert "entries" not in helper.good("GET", f"/room/{role}")
    assert "entries" not in facilitator.good("GET", "/room/facilitator")


def test_it_tells_in_which_roles_this_browser_is_known(
    server: KitProcess, facilitator: Facilitator
) -> None:
    code = facilitator.known()["join_code"]
    person = Participant.joined(server.url, code)
    assert person.good("GET", "/room/participant")["roles"] == ["participant"]
    facilitator.good("POST", "/room/join", {"code": code, "consent": True})
    assert set(facilitator.good("GET", "/room/participant")["roles"]) == {
        "participant",
        "facilitator",
    }
