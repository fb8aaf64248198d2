"""Executes one notebook in this process, writes what came of it to standard output, and ends."""

import os
import sys
from pathlib import Path

from workshop_kit.pages.stored.execute import execute
from workshop_kit.pages.stored.kernel import find_modules_beside, leave_out_the_debugger
from workshop_kit.pages.stored.messages import encode


def main(notebook: str) -> None:
    """Execute ``notebook`` in the current folder; nothing that it prints reaches our output."""
    answer = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    leave_out_the_debugger()
    find_modules_beside(Path.cwd())
    executed = execute(Path(notebook))
    answer.write(encode({"executed": executed.to_json()}))
    answer.close()
    os._exit(0)  # threads that the notebook left must not keep it


if __name__ == "__main__":
    main(*sys.argv[1:])
