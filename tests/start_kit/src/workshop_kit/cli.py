"""Say what was asked for, and do as little as that."""

import os
import sys
import time
from pathlib import Path


def main() -> int:
    """Print the options and the folder."""
    print("kit", *sys.argv[1:], "in", Path.cwd(), flush=True)
    return 3 if "--bad" in sys.argv else _wait()


def check() -> int:
    """Print which check ran; fail if it is the one that should."""
    name = Path(sys.argv[0]).stem
    browser = os.environ.get("WORKSHOP_KIT_BROWSER", "")
    print("ran", name, *sys.argv[1:], browser, flush=True)
    return 4 if name == os.environ.get("BAD_CHECK") else _wait()


def _wait() -> int:
    try:
        time.sleep(60 if "--wait" in sys.argv else 0)
    except KeyboardInterrupt:
        print("kit stopped", flush=True)
    return 0
