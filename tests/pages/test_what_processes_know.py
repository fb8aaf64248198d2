"""What the processes behind pages know, read out of their memory: nothing of anybody."""

import json
import sys

import pytest

from tests.kit_process import KitProcess
from tests.pages.kernel_of_page import opened
from tests.pages.page_processes import fork_server, kernels, memory_holds, page_processes
from tests.people import Facilitator, Participant

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

ANSWER = "Marmalade on the north wharf"


def secrets_of(server: KitProcess, facilitator: Facilitator) -> dict[str, bytes]:
    """Return what no page may know, by its name."""
    known = facilitator.known()
    return {
        "answer": ANSWER.encode(),
        "cookie secret": (server.data / "cookie_secret").read_bytes()[:40],
        "data folder": str(server.data).encode(),
        "join code": known["join_code"].encode(),
        "scribe code": known["scribe_code"].encode(),
        "session": facilitator.session.encode(),
    }


def with_an_answer(server: KitProcess, facilitator: Facilitator) -> Participant:
    facilitator.question("q9", "open")
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    person.put("q9", {"shape": "action", "action": ANSWER})
    return person


def test_no_process_of_participants_pages_holds_a_secret_an_answer_or_where_they_are(
    own_server: KitProcess,
) -> None:
    facilitator = Facilitator.with_new_workshop(own_server.url).opened()
    person = with_an_answer(own_server, facilitator)
    for path in ("reflect", "get-organized", "resources"):
        opened(person, path)
    secrets = secrets_of(own_server, facilitator)
    assert memory_holds(own_server.pid, secrets), "where it is known, it is found"

    server = own_server.pid
    looked_into = [fork_server(server), *page_processes(server), *kernels(server)]
    assert len(looked_into) >= 1 + 3 + 3
    for process in looked_into:
        assert memory_holds(process.pid, secrets) == []
        told = json.dumps(process.environ())
        assert not [
            name for name, secret in secrets.items() if secret.decode(errors="ignore") in told
        ]
        assert not [file for file in process.open_files() if str(own_server.data) in file.path]


def test_a_facilitators_kernel_learns_of_the_session_only_when_it_is_forked(
    own_server: KitProcess,
) -> None:
    facilitator = Facilitator.with_new_workshop(own_server.url).opened()
    opened(facilitator, "notes")
    secrets = {"session": facilitator.session.encode(), "data": str(own_server.data).encode()}
    (kernel,) = kernels(own_server.pid)
    assert memory_holds(kernel.pid, secrets) == ["data", "session"]
    for page in page_processes(own_server.pid):
        assert memory_holds(page.pid, secrets) == []
