"""The owner's way into a running kit: only from this laptop, only with the secret."""

import json

import pytest
import requests

from tests.kit_process import KitProcess
from tests.people import Facilitator
from workshop_kit.destroying.running import FILE, HEADER, PATH, announced


def asked(server: KitProcess, session: str, secret: str, **headers: str) -> requests.Response:
    running = announced(server.data)
    assert running
    return requests.post(
        f"http://127.0.0.1:{running.port}{PATH}",
        json={"session": session},
        headers={HEADER: secret, **headers},
        timeout=60,
    )


def test_nobody_without_the_secret_destroys_anything(own_server: KitProcess) -> None:
    leads = Facilitator.with_new_workshop(own_server.url)
    running = announced(own_server.data)
    assert running
    right = running.secret
    refused = [asked(own_server, leads.session, wrong) for wrong in ("", "x", right[:-1])]
    refused.append(asked(own_server, leads.session, right, Host="elsewhere.test"))
    refused.append(asked(own_server, leads.session, right, **{"X-Forwarded-For": "10.0.0.7"}))
    assert [reply.status_code for reply in refused] == [403] * 5
    assert asked(own_server, leads.session, "x").status_code == 409  # slow down
    assert leads.known()["state"] == "draft"
    main = requests.post(
        f"{own_server.url}{PATH}",
        json={"session": leads.session},
        headers={HEADER: right},
        timeout=60,
    )
    assert main.status_code in {403, 404, 405}
    assert leads.known()["state"] == "draft"

    unknown = asked(own_server, "0" * 32, right)  # the right secret never waits
    assert (unknown.status_code, unknown.json()["error"]) == (409, "not_joined")
    gone = asked(own_server, leads.session, right)
    assert gone.ok
    assert gone.json()["code"] not in own_server.said()
    assert leads.ask("GET", "/room/facilitator").status_code == 401


@pytest.mark.parametrize("body", [b"", b"[]", b'{"session"', b"x" * 5000])
def test_what_is_no_request_is_refused(server: KitProcess, body: bytes) -> None:
    running = announced(server.data)
    assert running
    reply = requests.post(
        f"http://127.0.0.1:{running.port}{PATH}",
        data=body,
        headers={HEADER: running.secret},
        timeout=60,
    )
    assert reply.status_code == 400


def test_the_file_says_nothing_but_port_and_secret(server: KitProcess) -> None:
    told = json.loads((server.data / FILE).read_text())
    assert told.keys() == {"port", "secret"}
