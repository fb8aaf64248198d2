"""What pages may load and run."""

import base64
import hashlib

import pytest

from tests.kit_process import KitProcess
from tests.people import Browser
from workshop_kit.pages.content_policy import content_policy


def directives(policy: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for words in (part.split() for part in policy.split(";"))}


def test_scripts_are_ours_or_the_one_that_stands_in_the_page() -> None:
    told = directives(content_policy("run()", "hall.test:8765"))
    digest = base64.b64encode(hashlib.sha256(b"run()").digest()).decode()
    assert told["script-src"] == ["'self'", f"'sha256-{digest}'"]
    assert told["default-src"] == ["'none'"]
    assert told["connect-src"] == ["'self'", "ws://hall.test:8765", "wss://hall.test:8765"]
    assert not {word for words in told.values() for word in words if word.endswith(":")} - {
        "data:",
        "blob:",
    }


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]:8765", "hall", "a-b.example:80"])
def test_websockets_go_to_the_page_s_own_host(host: str) -> None:
    assert f"ws://{host} " in content_policy("", host)


@pytest.mark.parametrize("host", ["", "a b", "evil; script-src *", "x/..", "*", "a\r\nb", "é"])
def test_no_host_can_add_a_rule(host: str) -> None:
    assert directives(content_policy("", host))["connect-src"] == ["'self'"]


@pytest.mark.parametrize("path", ["/", "/sign-in", "/helper", "/nothing-here", "/bread"])
def test_pages_without_a_notebook_have_the_same_rules(server: KitProcess, path: str) -> None:
    policy = Browser(server.url).ask("GET", path).headers["Content-Security-Policy"]
    told = directives(policy)
    assert "'unsafe-inline'" not in told["script-src"]
    assert "'unsafe-eval'" not in told["script-src"]
    assert told["frame-ancestors"] == ["'none'"]
