"""How large the faults are: small in the suite, as the issue names them where they are measured."""

import os
from collections.abc import Callable, Mapping

Record = Callable[[Mapping[str, object]], None]
"""What a test is given to write down its figures."""

VARIABLE = "WORKSHOP_KIT_FAULTS"
FULL = os.environ.get(VARIABLE) == "full"


def size(usual: int, full: int) -> int:
    """Return a number of people, or of times, for this run."""
    return full if FULL else usual
