"""Reading a list of 5,000 partners: seconds from the file to what would be written.

usage: python benchmarks/partner_import.py [ROWS] [ROUNDS]          from the checkout's root; 5000 5
The list is made by chance with a fixed seed, of the kit's own sectors and made-up names, and holds
what real lists hold: words in two languages, dates of several forms, doubles, cells that are not
known. It is read as CSV and as XLSX, in a room with as many partners as the list has. Storing all
of it is measured too. `pages.py --only partner_import` keeps what it measures.
"""

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.partners.tables import as_text, as_xlsx
from workshop_kit.content.sectors import sectors
from workshop_kit.model import Session
from workshop_kit.partners.plan import Map, plan_import
from workshop_kit.store.folder import SessionFolder

SEED = 20261122
HEADINGS = [
    *("Organization", "Sector", "Statut", "Kind", "Contact position", "Public line"),
    *("Ring now", "Influence", "Interest", "Who asks them", "Ask by", "Source", "Address"),
]
FIRST = ("Cedar", "Salmon", "Maple", "River", "Élan", "Harbour", "Valley", "Aspen", "Heron")
SECOND = ("Society", "Friends", "Centre", "Clinic", "School", "Maison", "Youth", "Council")


def rows(number: int) -> list[list[str]]:
    """Return the headings and so many rows."""
    chance = random.Random(SEED)
    known = [one.name for one in sectors()]

    def one(place: int) -> list[str]:
        name = f"{chance.choice(FIRST)} {chance.choice(SECOND)} {place - (place % 50 == 0)}"
        day = chance.choice(["2026-12-01", "31/12/2026", "03/04/2026", "soon", ""])
        return [
            name,
            "; ".join(chance.sample(known, chance.randint(0, 3))),
            chance.choice(["member", "à inviter", "Contacted", "maybe", ""]),
            chance.choice(["organization", "comité", "Nation", ""]),
            chance.choice(["program manager", "direction", ""]),
            f"250-555-01{place % 100:02}",
            chance.choice(["core", "involved", "informed", ""]),
            *(chance.choice(["1", "2", "3", "high", ""]) for _ in range(2)),
            chance.choice(["the library", ""]),
            day,
            "a list of the region",
            f"{place} Oak Street",
        ]

    return [HEADINGS, *(one(place) for place in range(1, number + 1))]


def measure_partner_import(number: int, rounds: int) -> dict[str, Any]:
    """Read the list again and again; return how long each took, and what was found."""
    listed = rows(number)
    files = {"csv": as_text(listed, ";").encode("cp1252"), "xlsx": as_xlsx(listed)}
    with tempfile.TemporaryDirectory() as folder:
        store = SessionFolder(Path(folder) / "data").create(Session(title="A long list"))
        first = plan_import(files["csv"], Map.of([]), Map.of([]).vocabulary())
        begun = time.perf_counter()
        store.change_together(first.writes()).result()
        stored = time.perf_counter() - begun
        seconds: dict[str, list[float]] = {kind: [] for kind in files}
        for _ in range(rounds):
            for kind, data in files.items():
                begun = time.perf_counter()
                held = Map.of(store.of_kinds(("partner", "tie")))
                plan_import(data, held, held.vocabulary())
                seconds[kind].append(round(time.perf_counter() - begun, 3))
        store.close()
    return {
        "rows": number,
        "added": len(first.writes()),
        "stored_s": round(stored, 3),
        "csv_s": seconds["csv"],
        "xlsx_s": seconds["xlsx"],
    }


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    found = measure_partner_import(number, rounds)
    medians = {kind: statistics.median(found[kind]) for kind in ("csv_s", "xlsx_s")}
    print(found, f"medians {medians}")


if __name__ == "__main__":
    main()
