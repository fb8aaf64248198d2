"""Stored pages attacked over real HTTP, by a phone, another site and a careless notebook.

T and a number name a finding of the research on Voilà.
"""

import base64
import hashlib
import sys
from collections.abc import Iterator
from html.parser import HTMLParser

import psutil
import pytest
import requests

from tests.content.own_kit import kit_in
from tests.kit_process import KitProcess
from tests.pages.authors_notebooks import ASK, notebook
from tests.pages.kernel_of_page import opened
from tests.pages.page_processes import fork_server, kernels, memory_holds, page_processes
from tests.people import Browser, Facilitator, Participant
from workshop_kit.pages.frame import early

EVIL = "</script></style><script>alert(1)</script><img src=x onerror=alert(1)>"
WIDGETS = f"""
import anywidget, traitlets, ipywidgets as w
class Evil(anywidget.AnyWidget):
    _esm = "export default {{ render() {{}} }}"
    _css = "p {{ color: red }} {EVIL}"
    told = traitlets.Unicode({EVIL!r}).tag(sync=True)
w.VBox([w.Text(value={EVIL!r}, description={EVIL!r}), Evil()])
"""
ODD = """
from IPython.display import display
for odd in ({"text/html": 7}, {"text/markdown": 7}, {"image/png": 7}, {"text/plain": [7]}):
    display(odd, raw=True)
"""
SECRET = "Marmalade-of-alice"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KitProcess]:
    """A kit with notebooks of a careless author."""
    place = tmp_path_factory.mktemp("careless")
    folder = kit_in(place / "kit")
    notebook(folder, "30-evil", WIDGETS)
    notebook(folder, "31-odd", ODD)
    notebook(folder, "32-live", ASK, served="live")
    notebook(folder, "33-livebroken", "import secrets_of_mine", served="live")
    with KitProcess(place / "data", "--kit", str(folder)) as process:
        yield process


@pytest.fixture
def leads(kit: KitProcess) -> Facilitator:
    return Facilitator.with_new_workshop(kit.url).opened()


@pytest.fixture
def person(kit: KitProcess, leads: Facilitator) -> Participant:
    return Participant.joined(kit.url, leads.known()["join_code"])


class Scripts(HTMLParser):
    """What a browser would run of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        kind = said.get("type") or "module"
        self._inside = tag == "script" and "src" not in said and kind == "module"
        self.found += [f"{name}={value}" for name, value in attrs if name.startswith("on")]
        self.found += [str(v) for v in said.values() if str(v).lower().startswith("javascript:")]

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(data)

    def handle_endtag(self, _tag: str) -> None:
        self._inside = False


def test_nothing_that_somebody_wrote_becomes_a_script(
    leads: Facilitator, person: Participant
) -> None:
    line = {"name": EVIL, "number": "604-555-0199", "for_whom": EVIL, "hours": EVIL}
    leads.good("POST", leads.mine("own/help_lines"), {"values": line})
    resource = {"title": EVIL, "address": "https://example.org/?<script>", "about": EVIL}
    leads.ask("POST", leads.mine("own/resources"), {"values": resource})
    digest = base64.b64encode(hashlib.sha256(early().encode()).digest()).decode()
    for who, path in [(person, "evil"), (person, "resources"), (leads, "facilitate"), (leads, "")]:
        reply = who.ask("GET", f"/{path}")
        assert reply.ok
        assert "alert(1)" in reply.text
        assert Scripts(reply.text).found == [early()]
        policy = reply.headers["Content-Security-Policy"]
        assert f"script-src 'self' 'sha256-{digest}';" in policy
        assert "default-src 'none'" in policy


def test_t6_a_page_that_cannot_be_written_is_told_and_hangs_nobody(person: Participant) -> None:
    reply = person.ask("GET", "/odd")
    assert reply.status_code in {200, 500}
    assert "Traceback" not in reply.text
    assert person.ask("GET", "/evil").ok


def test_t6_t8_neither_theme_nor_template_of_a_live_page_is_chosen_by_its_address(
    person: Participant,
) -> None:
    html = person.ask("GET", "/live?theme=%22%3E<script>alert(2)</script>&template=base").text
    assert "alert(2)" not in html
    assert "</html>" in html
    assert 'data-page="live"' in html


def test_a_broken_live_page_tells_a_participant_no_places(person: Participant) -> None:
    html = person.ask("GET", "/livebroken").text
    assert "</html>" in html
    for private in ("Traceback", "ModuleNotFoundError", "secrets_of_mine", "site-packages"):
        assert private not in html


@on_linux
def test_t7_no_kernel_learns_the_address_with_which_a_page_was_asked_for(
    kit: KitProcess, person: Participant
) -> None:
    asked = f"?pid=alice&token={SECRET}"
    assert person.ask("GET", f"/evil{asked}", headers={"X-Forwarded-User": SECRET}).ok
    assert person.ask("POST", f"/kernel/evil{asked}").status_code == 201
    assert person.ask("GET", f"/live{asked}").ok
    server = kit.pid
    secret = {"token": SECRET.encode()}
    for process in [fork_server(server), *page_processes(server), *kernels(server)]:
        assert memory_holds(process.pid, secret) == []
    for process in psutil.Process(server).children(recursive=True):
        told = process.environ()
        assert not {"VOILA_REQUEST_URL", "QUERY_STRING", "VOILA_BASE_URL"} & told.keys()
        assert SECRET not in str(told)


@pytest.mark.parametrize(
    "path",
    [
        "/voila/files/public/../workshop.db",
        "/voila/files/90-facilitate.ipynb/",
        "/static/../90-facilitate.ipynb",
        "/widget/..%2f..%2fkernels.py",
        "/kernel/../data",
        "//etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/voila/query/0",
        "/voila/execution/0",
    ],
)
def test_t9_no_detour_leads_to_a_file(kit: KitProcess, path: str) -> None:
    request = requests.Request("GET", kit.url).prepare()
    request.url = kit.url + path  # as it stands, with its dots
    with requests.Session() as http:
        assert http.send(request, timeout=20).status_code in {403, 404}


def test_endless_languages_and_cookies_make_no_further_page(
    kit: KitProcess, person: Participant
) -> None:
    first = person.ask("GET", "/evil").text
    made = len(page_processes(kit.pid)) if sys.platform == "linux" else 0
    cookies = "; ".join(f"{one.name}={one.value}" for one in person.http.cookies)
    for language in (*(f"x{number}" for number in range(30)), "../en", "e" * 2000):
        headers = {"Cookie": f"kit_language={language}; {cookies}"}
        assert person.ask("GET", "/evil", headers=headers).text == first
    if sys.platform == "linux":
        assert len(page_processes(kit.pid)) == made


def test_what_leaders_read_of_a_page_no_participant_gets(
    leads: Facilitator, person: Participant
) -> None:
    for path in ("resources", "evil"):
        for_leader, other = leads.ask("GET", f"/{path}"), person.ask("GET", f"/{path}")
        assert 'href="/facilitate"' in for_leader.text
        assert 'href="/facilitate"' not in other.text
        assert other.headers["Cache-Control"] == "no-store"
    forged = {"Cookie": f"kit-facilitator-{leads.url.rpartition(':')[2]}=2|1:0|forged"}
    assert person.ask("GET", "/facilitate", headers=forged).url.endswith("/sign-in")


def test_modules_of_a_leaders_page_are_open_and_hold_nothing(
    kit: KitProcess, leads: Facilitator
) -> None:
    known = leads.known()
    html = leads.ask("GET", "/facilitate").text
    names = {part.split(".js")[0] for part in html.split("/widget/")[1:]}
    assert names
    for name in names:
        reply = requests.get(f"{kit.url}/widget/{name}.js", timeout=20)
        assert hashlib.sha256(reply.content).hexdigest().startswith(name)
        for private in (leads.session, known["join_code"], leads.passphrase, str(kit.data)):
            assert private not in reply.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"X-XSRFToken": ""}, 403),
        ({"X-XSRFToken": "forged"}, 403),
        ({"Origin": "http://elsewhere.test"}, 404),
        ({"Origin": "http://127.0.0.1:1"}, 404),
        ({"Origin": "null"}, 404),
    ],
)
def test_another_site_wakes_and_ends_no_kernel(
    person: Participant, leads: Facilitator, headers: dict[str, str], status: int
) -> None:
    for who, path in ((person, "evil"), (leads, "notes")):
        kernel = opened(who, path)
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        body = f"_xsrf={who.http.cookies.get('_xsrf')}" if "Origin" in headers else "_xsrf=x"
        for address in (f"/kernel/{path}", f"/voila/api/shutdown/{kernel}"):
            assert who.ask("POST", address, headers=headers).status_code == status
            sent = who.ask("POST", address, headers=headers | form, data=body)
            assert sent.status_code == status
        assert who.ask("GET", f"/api/kernels/{kernel}").ok


def test_a_name_of_another_domain_opens_nothing_of_the_facilitators(leads: Facilitator) -> None:
    """DNS rebinding: the browser takes this laptop for the other site."""
    away = {"Host": "elsewhere.test"}
    for method, address in (("GET", "/facilitate"), ("GET", "/notes"), ("POST", "/kernel/notes")):
        assert leads.ask(method, address, headers=away).status_code == 403


def test_a_stranger_wakes_nothing(kit: KitProcess) -> None:
    for path in ("evil", "notes", "facilitate", "nowhere"):
        assert Browser(kit.url).ask("POST", f"/kernel/{path}").status_code in {401, 403, 404, 405}
