"""Leaving over HTTP: in every role at once, in one role only, and with the kit out of reach."""

import pytest

from tests.kit_process import KitProcess
from tests.people import Browser, Facilitator, Participant

LEFT = {"name": "kit_left", "value": "1", "domain": "127.0.0.1", "path": "/"}
"""The cookie that the exit itself sets: the kit may be out of reach then."""


def identities(browser: Browser) -> list[str]:
    """Return the names of the cookies that say who this browser is."""
    return sorted(one.name for one in browser.http.cookies if one.name.startswith("kit-"))


def in_several_roles(server: KitProcess, facilitator: Facilitator) -> Participant:
    """Join, and enter as a helper with the same browser."""
    known = facilitator.known()
    person = Participant.joined(server.url, known["join_code"])
    person.good("POST", "/room/enter", {"role": "scribe", "code": known["scribe_code"]})
    person.good("POST", "/room/enter", {"role": "projector", "code": known["projector_code"]})
    assert len(identities(person)) == 3
    return person


def test_leaving_ends_every_role_of_this_browser_and_nobody_elses(
    server: KitProcess, facilitator: Facilitator
) -> None:
    person = in_several_roles(server, facilitator)
    Participant.joined(server.url, facilitator.known()["join_code"])
    assert person.ask("POST", "/room/leave").status_code == 204
    assert identities(person) == []
    assert facilitator.state()["people"]["joined"] == 1
    for role in ("participant", "scribe", "projector", "facilitator"):
        assert person.ask("GET", f"/room/{role}").status_code == 401


def test_leaving_as_a_beacon_with_the_token_in_the_form(
    server: KitProcess, facilitator: Facilitator
) -> None:
    person = in_several_roles(server, facilitator)
    person.http.cookies.set(**LEFT)
    form = {"_xsrf": str(person.http.cookies.get("_xsrf"))}
    assert person.http.post(f"{server.url}/room/leave", data=form).status_code == 204
    assert identities(person) == []
    assert facilitator.state()["people"]["joined"] == 0


def test_leaving_from_another_site_is_refused(server: KitProcess, facilitator: Facilitator) -> None:
    person = in_several_roles(server, facilitator)
    assert person.http.post(f"{server.url}/room/leave").status_code == 403
    assert len(identities(person)) == 3
    assert facilitator.state()["people"]["joined"] == 1


def test_who_is_in_nothing_may_leave(server: KitProcess) -> None:
    assert Browser(server.url).ask("POST", "/room/leave").status_code == 204


def test_one_workshop_that_is_gone_keeps_nobody_in_another(
    server: KitProcess, facilitator: Facilitator
) -> None:
    old = Facilitator.with_new_workshop(server.url).opened()
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    code = old.known()["scribe_code"]
    person.good("POST", "/room/enter", {"role": "scribe", "code": code})
    old.change(state="closed")
    old.good("POST", old.mine("destroy"), {"code": old.known()["join_code"]})
    assert person.ask("POST", "/room/leave").status_code == 204
    assert identities(person) == []
    assert facilitator.state()["people"]["joined"] == 0


def test_who_left_while_the_kit_was_down_is_ended_when_somebody_comes_in(
    own_server: KitProcess,
) -> None:
    facilitator = Facilitator.with_new_workshop(own_server.url).opened()
    code = facilitator.known()["join_code"]
    person = Participant.joined(own_server.url, code)
    own_server.kill()
    person.http.cookies.set(**LEFT)
    own_server.start()
    assert person.ask("GET", "/room/participant").status_code == 401
    assert facilitator.state()["people"]["joined"] == 1
    person.good("POST", "/room/join", {"code": code, "consent": True})
    assert facilitator.state()["people"]["joined"] == 1
    assert "kit_left" not in {one.name for one in person.http.cookies}


@pytest.mark.parametrize("role", ["scribe", "projector"])
def test_who_passes_a_phone_on_stays_what_it_is_besides(
    server: KitProcess, facilitator: Facilitator, role: str
) -> None:
    person = in_several_roles(server, facilitator)
    person.good("POST", person.mine("leave"))
    assert not [name for name in identities(person) if "participant" in name]
    assert person.good("GET", f"/room/{role}")["session"] == facilitator.session
    assert facilitator.state()["people"]["joined"] == 0
