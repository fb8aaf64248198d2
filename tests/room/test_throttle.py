"""The bucket of wrong tries."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.room.throttle import Throttle


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_some_wrong_tries_are_free_then_each_waits() -> None:
    clock = Clock()
    throttle = Throttle(free=3, per_second=0.5, clock=clock)
    for _ in range(3):
        assert throttle.seconds_to_wait() == 0
        throttle.wrong()
    assert throttle.seconds_to_wait() == 2.0
    clock.now += 2.0
    assert throttle.seconds_to_wait() == 0


def test_right_tries_cost_nothing() -> None:
    throttle = Throttle(free=2, per_second=0.1, clock=Clock())
    for _ in range(50):
        throttle.wrong()
        throttle.right()
    assert throttle.seconds_to_wait() == 0
    assert throttle.recent == 0


@given(st.lists(st.floats(0, 5), max_size=60))
def test_no_more_gets_through_than_is_free_and_forgotten(pauses: list[float]) -> None:
    clock = Clock()
    throttle = Throttle(free=4, per_second=2, clock=clock)
    answered = 0
    for pause in pauses:
        clock.now += pause
        if throttle.seconds_to_wait() == 0:
            throttle.wrong()
            answered += 1
    assert answered <= 4 + (clock.now - 100.0) * 2 + 1e-6
