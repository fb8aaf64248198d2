"""Which browser may open which page, and that nothing else is served."""

import pytest
import requests

from tests.kit_process import KitProcess
from tests.pages.kernel_of_page import opened
from tests.people import Browser, Facilitator, Helper, Participant

PAGES = {
    "reflect": "participant",
    "facilitate": "facilitator",
    "projector": "projector",
    "notes": "facilitator",
    "scribe": "scribe",
}


def test_each_page_opens_for_its_role_and_leads_others_to_a_door(
    server: KitProcess, facilitator: Facilitator
) -> None:
    known = facilitator.known()
    people: dict[str, Browser] = {
        "participant": Participant.joined(server.url, known["join_code"]),
        "scribe": Helper.entered(server.url, "scribe", known["scribe_code"]),
        "projector": Helper.entered(server.url, "projector", known["projector_code"]),
        "nobody": Browser(server.url),
    }
    for path, role in PAGES.items():
        for who, person in people.items():
            reply = person.ask("GET", f"/{path}", allow_redirects=False)
            assert (reply.status_code == 200) == (who == role), (path, who)
            if who != role:
                assert reply.headers["Location"] in {"/", "/sign-in", "/helper"}


def test_the_facilitators_browser_opens_the_helpers_pages_with_a_helpers_cookie(
    facilitator: Facilitator,
) -> None:
    for path in ("projector", "scribe"):
        opened(facilitator, path)
        assert facilitator.good("GET", f"/room/{path}")["session"] == facilitator.session


def test_helpers_pages_follow_the_facilitator_to_the_next_workshop(
    facilitator: Facilitator,
) -> None:
    for path in ("projector", "scribe"):
        opened(facilitator, path)
    tonight = facilitator.good("POST", "/room/sessions", {"title": "Tonight"})["session"]
    for path in ("projector", "scribe"):
        opened(facilitator, path)
        assert facilitator.good("GET", f"/room/{path}")["session"] == tonight


@pytest.mark.parametrize(
    "path",
    [
        "/api/kernels",
        "/api/contents",
        "/api/sessions",
        "/api/terminals",
        "/voila/tree",
        "/voila/render/90-facilitate.ipynb",
        "/voila/files/90-facilitate.ipynb",
        "/voila/files/../../cookie_secret",
        "/voila/api/contents/",
        "/90-facilitate.ipynb",
        "/static/x/../../frame.py",
        "/static/x/%2e%2e/frame.py",
        "/login",
        "/logout",
        "/voila/templates/lab/static/../index.html.j2",
        "/voila/labextensions/../../../pyvenv.cfg",
        "/voila/static/../app.py",
    ],
)
def test_nothing_else_is_served(server: KitProcess, path: str) -> None:
    request = requests.Request("GET", server.url).prepare()
    request.url = server.url + path  # as it stands, with its dots
    with requests.Session() as http:
        assert http.send(request, timeout=20).status_code in {403, 404}


def test_a_theme_in_the_address_is_not_printed(
    server: KitProcess, facilitator: Facilitator
) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    for path in ("/", "/reflect"):
        page = person.ask("GET", f'{path}?theme="><script>alert(1)</script>&template=base')
        assert page.ok
        assert "alert(1)" not in page.text


def test_no_cookie_but_ours_is_given(server: KitProcess, facilitator: Facilitator) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    opened(person, "reflect")
    ours = f"kit-participant-{server.port}"
    assert {cookie.name for cookie in person.http.cookies} == {"_xsrf", ours}
    mine = next(cookie for cookie in person.http.cookies if cookie.name == ours)
    assert mine.has_nonstandard_attr("HttpOnly")
