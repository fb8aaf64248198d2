"""A laptop's clock that jumps in the middle of an evening, or was wrong from the start."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.faults.jumping_clock import JumpingKit
from tests.faults.namespaces import until
from tests.faults.phones import Phone, lost_and_doubled
from tests.people import Facilitator
from tests.room.test_feed import Stream

JUMPS = (1, 3, 40, 400, 0, -1, -40, -12_000, 0)  # in days, the last but one to before the Web


@pytest.fixture(scope="module")
def one_kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JumpingKit]:
    with JumpingKit(tmp_path_factory.mktemp("clock") / "data") as process:
        yield process


@pytest.fixture
def kit(one_kit: JumpingKit) -> JumpingKit:
    """A kit whose clock is right when a test begins."""
    one_kit.jump(0)
    return one_kit


def day_of(receipt: dict[str, str]) -> datetime:
    return datetime.fromisoformat(receipt["written_at"])


def joined(people: int) -> Callable[[dict[str, Any]], bool]:
    return lambda state: state["people"]["joined"] == people


def test_an_evening_goes_on_whatever_the_clock_says(kit: JumpingKit) -> None:
    closed = Facilitator.with_new_workshop(kit.url).opened()
    closed.change(state="closed")
    facilitator = Facilitator.with_new_workshop(kit.url).opened()
    facilitator.open_all()
    code = facilitator.known()["join_code"]
    phones = Phone.several(3, kit.url, code)
    feed = Stream(facilitator)
    for number, days in enumerate(JUMPS, 1):
        kit.jump(days)
        receipts = [phone.send("q3", f"day {days}") for phone in phones]
        away = day_of(receipts[0]) - datetime.now(UTC) - timedelta(days=days)
        assert abs(away) < timedelta(minutes=10), "the clock did not jump"
        Phone.joined(kit.url, code)
        feed.wait_for(joined(len(phones) + number))
    feed.close()
    assert closed.known()["state"] == "closed", "it is still there"
    [path] = kit.data.glob(f"sessions/*-{facilitator.session[:8]}.session")
    assert lost_and_doubled(path, phones) == (0, 0)


def test_wrong_codes_still_have_to_wait_and_then_no_longer(kit: JumpingKit) -> None:
    stranger = Phone(kit.url)

    def guessed() -> int:
        return stranger.ask("GET", "/room/notice?code=QQQQQQ").status_code

    until(lambda: guessed() == 429)
    kit.jump(400)
    until(lambda: guessed() == 429)
    kit.jump(-400)
    until(lambda: guessed() == 429)
    until(lambda: guessed() == 404)


@pytest.mark.parametrize("days", [-9_000, 9_000])
def test_where_the_clock_was_wrong_from_the_start_phones_come_in_and_stay(
    tmp_path: Path, days: int
) -> None:
    with JumpingKit(tmp_path / "data", days) as kit:
        facilitator = Facilitator.with_new_workshop(kit.url).opened()
        facilitator.open_all()
        [phone] = Phone.several(1, kit.url, facilitator.known()["join_code"])
        phone.send("q3", "before")
        kit.jump(0)  # the laptop hears the right time
        phone.send("q3", "after")
        assert [entry["revision"] for entry in phone.entries()] == [2]
