"""The message page: what happened stands in its heading, and what can be done is a button."""

import re

import pytest
import requests

from tests.kit_process import KitProcess
from workshop_kit.errors import KitError, SlowDown, TooManyPages
from workshop_kit.pages.frame import frame
from workshop_kit.pages.plain_page import environment


@pytest.mark.parametrize(
    ("error", "heading"),
    [(TooManyPages(), "One moment, please"), (SlowDown(20), "Please wait a little")],
    ids=lambda value: getattr(value, "code", ""),
)
def test_what_passes_is_said_calmly_and_can_be_tried_again(error: KitError, heading: str) -> None:
    html = (
        environment()
        .get_template("message.html.j2")
        .render(frame=frame(static=str), kind=error.code, message=error.message, home="/")
    )

    assert re.findall(r"<h1>(.*?)</h1>", html) == [heading]
    assert error.message in html
    buttons = re.findall(r'<a class="(button.*?)" href="(.*?)">(.*?)</a>', html)
    assert buttons == [("button", "", "Try again"), ("button plain", "/", "Join a workshop")]


@pytest.mark.parametrize("path", ["/bread", "/sign-in", "/helper"])
def test_a_page_that_is_asked_otherwise_still_answers_with_a_page(
    server: KitProcess, path: str
) -> None:
    reply = requests.post(f"{server.url}{path}", timeout=20)
    assert reply.status_code in {403, 405}
    assert "<main" in reply.text
    assert "Uncaught" not in server.said()
