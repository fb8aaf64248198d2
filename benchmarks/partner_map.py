"""A partner map of 500 partners and 2,000 ties: seconds until coverage and network are reckoned.

usage: python benchmarks/partner_map.py [PARTNERS] [TIES] [ROUNDS]      from the checkout's root
Without numbers: 500 partners, 2,000 ties, 5 rounds.
The map is made up by chance with a fixed seed. Each run is a process of its own, whose first round
loads networkx too, as the server does when somebody first asks. Duplicates are timed beside it.
`pages.py --only partner_map` keeps what it measures.
"""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from workshop_kit.content.sectors import sectors
from workshop_kit.partner import PartnerBody, Status
from workshop_kit.partners.coverage import coverage
from workshop_kit.partners.duplicates import duplicates
from workshop_kit.partners.missing_sectors import missing_sectors
from workshop_kit.partners.network import network
from workshop_kit.partners.partner_map import PartnerMap
from workshop_kit.tie import TieBody, TieKind

SEED = 20261122
_WORDS = [
    "Cedar",
    "Valley",
    "Hope",
    "River",
    "Youth",
    "Family",
    "Health",
    "School",
    "Faith",
    "North",
    "Harbour",
    "Open",
    "Door",
    "House",
]
_ENDINGS = ("Society", "Centre", "Program", "Committee", "Association", "Service")


def made_up(partners: int, ties: int) -> PartnerMap:
    """Return a map of so many partners and ties."""
    chance = random.Random(SEED)
    keys = [one.key for one in sectors()]
    bodies = {
        f"p{number}": PartnerBody(
            name=f"{' '.join(chance.sample(_WORDS, 3))} {chance.choice(_ENDINGS)} {number // 2}",
            sectors=tuple(chance.sample(keys, chance.randint(1, 3))),
            status=chance.choice(list(Status)),
        )
        for number in range(partners)
    }
    pairs = (chance.sample(list(bodies), 2) for _ in range(ties))
    return PartnerMap(
        bodies,
        {
            f"t{number}": TieBody(first=first, second=second, kind=chance.choice(list(TieKind)))
            for number, (first, second) in enumerate(pairs)
        },
    )


def reckoned(made: PartnerMap) -> None:
    """Reckon what the board shows, as the JSON that it gets."""
    found = coverage(made.partners)
    missing = missing_sectors(found, made.partners, made.ties)
    _ = [one.model_dump_json() for one in (*found, *missing)]
    _ = network(made.partners, made.ties).model_dump_json()


def timed(work: Callable[[], object], rounds: int) -> list[float]:
    """Return how long each round took."""
    seconds = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        seconds.append(round(time.perf_counter() - begun, 3))
    return seconds


def measured_here(partners: int, ties: int, rounds: int) -> dict[str, Any]:
    """Reckon again and again in this process."""
    made = made_up(partners, ties)
    return {
        "partners": partners,
        "ties": ties,
        "s": timed(lambda: reckoned(made), rounds),
        "duplicates_s": timed(lambda: duplicates(made.partners), rounds),
    }


def measure_partner_map(partners: int, ties: int, rounds: int) -> dict[str, Any]:
    """Measure in a process of its own."""
    asked = [sys.executable, __file__, str(partners), str(ties), str(rounds)]
    done = subprocess.run(asked, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    """Measure and print."""
    partners, ties, rounds = [*map(int, sys.argv[1:]), *(500, 2_000, 5)[len(sys.argv) - 1 :]]
    print(json.dumps(measured_here(partners, ties, rounds)))


if __name__ == "__main__":
    main()
