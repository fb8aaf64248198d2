"""An evening inside a network namespace that loses packets; prints how it went, as JSON."""

import contextlib
import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import requests

from tests.faults.phones import Phone, Sending, lost_and_doubled
from tests.faults.sizes import size
from tests.kit_process import KitProcess
from tests.people import Facilitator

PERCENT = 30
PEOPLE, EACH = size(6, 50), size(2, 3)
RULES = f"""
table inet hall {{
    chain hall {{
        type filter hook input priority 0;
        meta l4proto tcp numgen random mod 100 < {PERCENT} counter drop
    }}
}}
"""


def nft(*arguments: str, rules: str | None = None) -> str:
    """Run nftables' own program and return what it says."""
    program = shutil.which("nft") or "nft"
    done = subprocess.run(
        [program, *arguments], input=rules, capture_output=True, text=True, check=True
    )
    return done.stdout


def lost_so_far() -> int:
    """Return how many packets were dropped."""
    found = re.search(r"counter packets (\d+)", nft("list", "ruleset"))
    assert found
    return int(found[1])


def board_says(facilitator: Facilitator, number: int) -> None:
    """Open the board's feed until it tells of so many answers."""
    while True:
        with contextlib.suppress(requests.RequestException):
            counts = facilitator.state()["counts"].values()
            if sum(count["answered"] for count in counts) == number:
                return


def main() -> None:
    data = Path(sys.argv[1])
    with KitProcess(data) as kit:
        facilitator = Facilitator.with_new_workshop(kit.url).opened()
        facilitator.open_all()
        phones = Phone.several(PEOPLE, kit.url, facilitator.known()["join_code"])
        nft("-f", "-", rules=RULES)
        begun = time.monotonic()
        keys = ("q2", "q3", "q4", "q5", "q8")[:EACH]
        with Sending(phones, lambda phone: [phone.send(key, "words") for key in keys]) as going:
            pass
        seconds = time.monotonic() - begun
        board_says(facilitator, going.acknowledged())
        dropped = lost_so_far()
        nft("flush", "ruleset")
    [path] = data.glob(f"sessions/*-{facilitator.session[:8]}.session")
    lost, doubled = lost_and_doubled(path, phones)
    told = {
        "people": PEOPLE,
        "each": EACH,
        "seconds": round(seconds, 1),
        "dropped": dropped,
        "acknowledged": going.acknowledged(),
        "given up and sent again": going.troubles()["no answer"],
        "lost": lost,
        "doubled": doubled,
    }
    print(json.dumps(told))  # noqa: T201 - read by the test


if __name__ == "__main__":
    main()
