"""Suggesting themes for 500 answers: seconds from the facilitator's press to the groups.

usage: python benchmarks/theming.py [ANSWERS] [ROUNDS]              from the checkout's root; 500 5
Answers are put together, by chance with a fixed seed, from the sentences of the kit's own content:
what the demo's people wrote, what the sections say, names of committees and partners. All are
approved; then groups are asked for over HTTP, as the board does. `pages.py --only theming` keeps
what it measures.
"""

import random
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.kit_process import KitProcess
from tests.people import Facilitator
from workshop_kit.content.committees import committees
from workshop_kit.content.sections import sections
from workshop_kit.content.sectors import sectors
from workshop_kit.demo import read_demo
from workshop_kit.kinds import Decision, ReviewBody
from workshop_kit.model import ROOM, AuthorRole, Write, new_id
from workshop_kit.store.contract import Store
from workshop_kit.store.folder import SessionFolder

SEED = 20261122
QUESTION = "q3"
LONGEST = 140
"""Letters of a sentence that could be an idea."""
_ENDS = re.compile(r"(?<=[.!?])\s+")


def sentences() -> list[str]:
    """Return what people could have written: sentences and names of the kit's own content."""
    found = [text for person in read_demo("en").people for text in _written(person.answers)]
    for section in sections():
        for part in section.parts:
            found += _ENDS.split(re.sub(r"[\[\]*_#|>-]+", " ", part.text))
    found += _names()
    plain = (" ".join(text.split()) for text in found)
    return sorted({text for text in plain if 8 <= len(text) <= LONGEST})


def _names() -> list[str]:
    return [one.name for one in (*committees(), *sectors())]


def _written(answers: dict[str, Any]) -> list[str]:
    return [text for answer in answers.values() for text in answer.texts()]


def answers(number: int) -> list[list[str]]:
    """Return the ideas of so many people: one, two or three each."""
    chance = random.Random(SEED)
    known, names = sentences(), _names()

    def idea() -> str:
        return " ".join((chance.choice(known), *chance.sample(names, chance.randint(0, 2))))

    return [[idea() for _ in range(chance.randint(1, 3))] for _ in range(number)]


def write_all(store: Store, said: list[list[str]]) -> None:
    """Let people say it, and approve all of it."""
    for items in said:
        author = new_id()
        store.add_author(author, AuthorRole.PARTICIPANT).result()
        body = {"shape": "list", "items": items}
        write = Write(kind="answer", key=QUESTION, author=author, write_id=new_id(), body=body)
        entry = store.put(write).result().entry_id
        review = ReviewBody(decision=Decision.APPROVED, answer_revision=1)
        decided = review.model_dump(mode="json")
        write = Write(kind="review", key=entry, author=ROOM, write_id=new_id(), body=decided)
        store.put(write).result()


def measure_theming(number: int, rounds: int) -> dict[str, Any]:
    """Ask for groups again and again; return how long each took, and what was found."""
    said = answers(number)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with KitProcess(data) as kit:
            facilitator = Facilitator.with_new_workshop(kit.url).opened()
            store = SessionFolder(data).open_code(facilitator.known()["join_code"])
            write_all(store, said)
            store.close()
            found, seconds = _asked(facilitator, rounds)
    inside = sum(len(group["cards"]) for group in found["groups"])
    return {
        "answers": number,
        "ideas": sum(map(len, said)),
        "groups": len(found["groups"]),
        "in_a_group": inside,
        "s": [round(one, 3) for one in seconds],
    }


def _asked(facilitator: Facilitator, rounds: int) -> tuple[dict[str, Any], list[float]]:
    found: dict[str, Any] = {}
    seconds = []
    for _ in range(rounds):
        begun = time.perf_counter()
        found = facilitator.good("GET", facilitator.mine(f"themes/{QUESTION}/suggested"))
        seconds.append(time.perf_counter() - begun)
    return found, seconds


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    found = measure_theming(number, rounds)
    print(found, f"median {statistics.median(found['s'])} s")


if __name__ == "__main__":
    main()
