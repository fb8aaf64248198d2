"""A server process that a test may kill: it executes a notebook, wakes a kernel, and waits.

Run as ``python -m tests.pages.stored.parent_process NOTEBOOK FOLDER``, with the secret word that
the test looks for in the environment; it says the process numbers of all that it has started.
"""

import asyncio
import os
import sys
from pathlib import Path

from tests.pages.stored.woken import ENVIRONMENT, WIDGETS, executions, processes, woken, write

SECRET = "SECRET_OF_THE_SERVER"


async def main(folder: Path) -> None:
    """Start all, say so, and wait until standard input ends."""
    kept = [os.environ[SECRET] + end for end in ("-in-a-list", "-in-another")]
    notebook = write(folder / "page.ipynb", WIDGETS)
    async with executions() as made:
        execution = await made.execute(notebook, ENVIRONMENT)
        async with woken(execution, folder) as kernel:
            await kernel.ask("hello")
            print(*(process.pid for process in processes(made)), flush=True)  # noqa: T201 - said to the test
            await asyncio.to_thread(sys.stdin.read)
    del kept


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
