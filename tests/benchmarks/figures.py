"""Results as a run of the benchmarks leaves them, small enough to be reckoned by hand."""

from typing import Any

ABOUT = {
    "date": "2030-01-31",
    "quick": False,
    "busy": False,
    "cores_taken_by_others": 0.01,
    "cores": 2,
    "memory_gb": 8,
    "system": "Linux",
    "python": "3.12.1",
    "chromium": "140.0",
    "peers": {"voila": "0.5.13", "panel": "1.9.4"},
}


def burst(people: int, last: float, whole: int | None = None, status: int = 200) -> dict[str, Any]:
    """Return the figures of one burst."""
    whole = people if whole is None else whole
    return {"people": people, "whole": whole, "last_s": last, "statuses": [status]}


def visit(cpu: float, megabytes: float = 0.1) -> dict[str, Any]:
    """Return the figures of one run of visits."""
    return {"cpu_s_a_visit": cpu, "mb_a_visit": megabytes}


def grown(**mb_by_people: float) -> dict[str, Any]:
    """Return the figures of one run of growth: ``p10=1.5`` is 1.5 MB for 10 people."""
    rows = [
        {
            "people": int(size[1:]),
            "mb": mb,
            "mb_a_person": mb / int(size[1:]),
            "cpu_s_a_person": 0.01,
        }
        for size, mb in mb_by_people.items()
    ]
    return {"empty_mb": 100.0, "rows": rows, "idle": {"core_percent": 1.5}, "problems": {}}


def load(size: int, requests: int) -> dict[str, Any]:
    """Return the figures of one load."""
    return {"bytes": size, "requests": requests, "outside": []}


def burst_of_answers(people: int, *ratios: float, lost: int = 0) -> dict[str, Any]:
    """Return the figures of one run of answers that were sent at once."""
    rounds = [{"ratio": ratio} for ratio in ratios]
    return {"people": people, "rounds": rounds, "lost": lost, "doubled": 0, "different": 0}


def evening(people: int, minutes: float, **problems: int) -> dict[str, Any]:
    """Return the figures of an evening in one room."""
    right = {"lost": 0, "doubled": 0, "different": 0}
    return {"people": people, "minutes": minutes, "problems": problems, **right}


def led(people: int, *last: float) -> dict[str, Any]:
    """Return a run of steps, by when the last phone knew of each."""
    steps = [{"median_s": 0.3, "last_s": seconds} for seconds in last]
    return {"people": people, "steps": steps, "whole_s": 20.0}


def themed(answers: int, *seconds: float) -> dict[str, Any]:
    """Return a run in which groups were asked for."""
    return {"answers": answers, "ideas": 2 * answers, "groups": 9, "in_a_group": 8, "s": [*seconds]}


def mapped(partners: int, ties: int, *seconds: float) -> dict[str, Any]:
    """Return a run in which a partner map was reckoned."""
    return {"partners": partners, "ties": ties, "s": [*seconds], "duplicates_s": [0.1]}


def imported(rows: int, stored: float, *seconds: float) -> dict[str, Any]:
    """Return a run in which a list of partners was read."""
    return {"rows": rows, "added": rows, "stored_s": stored, "csv_s": [*seconds], "xlsx_s": [1.0]}


RESULTS: dict[str, dict[str, Any]] = {
    "visits": {
        "about": ABOUT,
        "runs": {
            "voila": [visit(1.6, 73.0)],
            "panel": [visit(0.16), visit(0.18), visit(0.5)],
            "kit": [visit(0.01), visit(0.02), visit(0.5)],
        },
    },
    "loads": {
        "about": ABOUT,
        "runs": {
            "kit": [
                {
                    "cold": load(350_001, 8),
                    "second": {"/welcome": load(3_000, 2), "/stories": load(24_000, 4)},
                }
            ]
        },
    },
    "first_form": {"about": ABOUT, "runs": {"panel": [[2.0, 2.0]], "kit": [[0.9, 1.0], [1.1]]}},
    "at_once": {
        "about": ABOUT,
        "runs": {
            "voila": [[burst(20, 15.0), burst(50, 50.0, whole=31, status=500)]],
            "kit": [[burst(20, 0.1), burst(500, 1.9)], [burst(20, 0.3), burst(500, 2.3)]],
        },
    },
    "growth": {
        "about": ABOUT,
        "runs": {"panel": [grown(p10=5.0)], "kit": [grown(p10=1.0, p2000=500.0)]},
    },
    "first_reply": {
        "about": ABOUT,
        "runs": {"kit": [{"without_a_kernel": True, "first_s": [0.2, 0.4, 0.25], "second_s": []}]},
    },
    "woken": {
        "about": ABOUT,
        "runs": {
            "kit": [
                {
                    "kernels": 100,
                    "replied": 99,
                    "problems": {"503 for a kernel": 1},
                    "processes": 100,
                    "stand_ins": 2,
                    "last_reply_s": 1.0,
                    "mb_a_kernel": 9.0,
                }
            ]
        },
    },
    "answers": {
        "about": ABOUT,
        "runs": {
            "kit": [burst_of_answers(600, 1.5, 2.5), burst_of_answers(600, 1.9, lost=1)],
        },
    },
    "one_room": {
        "about": ABOUT,
        "runs": {"kit": [evening(2000, 10), evening(2000, 2, status=3)]},
    },
    "steps": {"about": ABOUT, "runs": {"kit": [led(500, 0.6, 1.4), led(500, 1.6), led(20, 9.0)]}},
    "partner_import": {
        "about": ABOUT,
        "runs": {"kit": [imported(5_000, 0.5, 1.5, 2.0), imported(100, 9.0, 9.0)]},
    },
    "theming": {"about": ABOUT, "runs": {"kit": [themed(500, 0.2, 0.4), themed(20, 9.0)]}},
    "partner_map": {
        "about": ABOUT,
        "runs": {"kit": [mapped(500, 2_000, 0.28, 0.1), mapped(500, 10, 9.0)]},
    },
}
