"""Stored pages in a browser: a connection that is lost without a word, and found again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.pages.stored.front_process import FrontProcess, StoredPage
from tests.swallowing_proxy import SwallowingProxy


@pytest.fixture
def network(front: FrontProcess) -> Iterator[SwallowingProxy]:
    with SwallowingProxy(front.port) as proxy:
        yield proxy


@pytest.fixture
def away(network: SwallowingProxy, browser: Browser) -> Iterator[StoredPage]:
    """A page with Python awake, whose network can swallow what is sent."""
    page = StoredPage(browser, network.port)
    page.write("Name", "Ann")
    expect(page.page.get_by_text("heard Ann")).to_be_visible()
    yield page
    network.swallowing.clear()
    page.watched.close()


def test_what_is_typed_and_clicked_without_a_network_arrives_once_it_is_back(
    network: SwallowingProxy, away: StoredPage
) -> None:
    network.swallowing.set()
    away.write("Name", "Beth")
    away.press("Count")
    away.write("Name", "Carol")
    away.tell("online")
    away.reaches("ready", "off")
    away.write("Name", "Dora")
    network.swallowing.clear()
    away.tell("online")
    away.reaches("off", "ready")
    expect(away.page.get_by_text("heard Dora")).to_be_visible()
    expect(away.page.get_by_label("Name")).to_have_value("Dora")
    numbers = " ".join(str(number) for number in range(30))
    expect(away.page.locator("output").first).to_have_text(numbers)
    away.write("Name", "Eve")
    expect(away.page.get_by_text("heard Eve")).to_be_visible()


def test_silence_after_a_message_is_noticed_without_being_told(
    network: SwallowingProxy, away: StoredPage
) -> None:
    network.swallowing.set()
    away.write("Name", "Beth")
    away.reaches("ready", "off")
    network.swallowing.clear()
    away.reaches("off", "ready")
    expect(away.page.get_by_text("heard Beth")).to_be_visible()


def test_what_python_said_meanwhile_is_taken_over(
    network: SwallowingProxy, away: StoredPage
) -> None:
    away.press("Later")
    expect(away.page.get_by_text("told 0")).to_be_visible()
    network.swallowing.set()
    away.tell("offline")
    away.reaches("ready", "off")
    network.swallowing.clear()
    away.tell("pageshow")
    away.reaches("off", "ready")
    expect(away.page.get_by_text("told 2")).to_be_visible()
    expect(away.page.get_by_label("Name")).to_have_value("Ann")


def test_a_kernel_that_ended_meanwhile_is_gone(
    front: FrontProcess, network: SwallowingProxy, away: StoredPage
) -> None:
    network.swallowing.set()
    away.tell("offline")
    away.reaches("ready", "off")
    front.end_kernels()
    network.swallowing.clear()
    away.tell("online")
    away.reaches("off", "gone")
    away.write("Name", "Beth")
    away.tell("stored:continue")
    expect(away.page.get_by_text("heard Beth")).to_be_visible()


def test_a_burst_over_connections_that_are_closed_arrives_whole_and_once(
    front: FrontProcess, away: StoredPage
) -> None:
    thirty = [str(number) for number in range(30)]
    for _ in range(4):
        away.press("Count")
        front.close_sockets()
        away.press("Show")
    expect(away.page.locator("output").first).to_have_text(" ".join(thirty * 4))
    expect(away.page.locator(".widget-output i")).to_have_text("after")
    away.write("Name", "Beth")
    expect(away.page.get_by_text("heard Beth")).to_be_visible()


def test_a_network_that_stands_is_left_alone(away: StoredPage) -> None:
    for name in ("online", "offline", "pageshow"):
        away.tell(name)
    away.write("Name", "Beth")
    expect(away.page.get_by_text("heard Beth")).to_be_visible()
    assert away.states() == ["starting", "ready"]
