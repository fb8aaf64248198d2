"""An evening with answers of every shape and decisions of every sort."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.notes.evening import OFFER, STORY, Evening


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    made = Evening(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def full(evening: Evening) -> Evening:
    """Every shape, every decision; the words of each say which."""
    evening.says("q1", shape="personal", share=True, text="PERSONAL approved")
    evening.says("q1", None, shape="personal", share=True, text="PERSONAL unread")
    evening.says("q1", None, shape="personal", share=False, text="")
    evening.says("q2", shape="list", items=["what signs look like", "the law"])
    evening.says("q2", "kept_back", shape="list", items=["KEPT BACK"])
    evening.says("q2", "set_aside", shape="list", items=["SET ASIDE"])
    evening.says("q2", None, shape="list", items=["UNREAD"])
    evening.says("q2", None, shape="skipped")
    evening.says("q6", shape="decision", committee="yes", names=["Action team", "Youth table"])
    evening.says("q6", shape="decision", committee="unsure", names=[])
    evening.says("q7", shape="offers", **OFFER)
    evening.leaves("A CONTACT")
    evening.says("q9", shape="action", action="=SUM(A1) a tea\nwith Elders")
    evening.tells("s1", **STORY)
    evening.tells("s2", title="ONLY HERE", did="ONLY HERE")
    return evening
