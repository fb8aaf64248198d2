"""Say what was asked for, and do as little as that."""

import os
import sys
import time
from pathlib import Path


def main() -> int:
    """Print the options and the folder."""
    return _say_and_end("kit", *sys.argv[1:], f"in {Path.cwd()}", bad_code=3)


def check() -> int:
    """Print which check runs; fail if it is the one that should."""
    name = Path(sys.argv[0]).stem
    browser = os.environ.get("WORKSHOP_KIT_BROWSER", "")
    bad_code = 4 if name == os.environ.get("BAD_CHECK") else 0
    return _say_and_end("ran", name, *sys.argv[1:], browser, bad_code=bad_code)


def _say_and_end(*words: str, bad_code: int) -> int:
    try:
        print(*words, flush=True)
        time.sleep(60 if "--wait" in sys.argv else 0)
    except KeyboardInterrupt:
        print("kit stopped", flush=True)
        return 0
    return bad_code if words[0] == "ran" or "--bad" in words else 0
