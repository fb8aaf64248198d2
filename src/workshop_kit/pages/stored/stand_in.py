"""An ordinary interpreter that executes a page's notebook, and becomes its kernel.

Run by the provisioner as ``python -m ... CONNECTION_FILE NOTEBOOK``, with the environment of the
execution; the kernel's environment comes as JSON on standard input.
"""

import json
import sys
from pathlib import Path

from workshop_kit.pages.stored.execute import execute
from workshop_kit.pages.stored.kernel import (
    become_kernel,
    find_modules_beside,
    leave_out_the_debugger,
    prepare_kernel,
)


def main(connection_file: str, notebook: str) -> None:
    """Execute the notebook with the same widget ids as everywhere, then serve as its kernel."""
    environment = json.load(sys.stdin)
    leave_out_the_debugger()
    find_modules_beside(Path.cwd())
    execute(Path(notebook))
    prepare_kernel()
    become_kernel(connection_file, environment, ready=lambda: None)


if __name__ == "__main__":
    main(*sys.argv[1:])
