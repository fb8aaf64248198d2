"""The same notebook by nbclient in a real kernel, and by ours in an interpreter of its own."""

import asyncio
import json
import os
import re
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.output_widget import OutputWidget
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from workshop_kit.pages.stored.execute import Executed
from workshop_kit.pages.stored.outputs import overwritten

OURS = """
import sys
from pathlib import Path
from workshop_kit.pages.stored.execute import execute
executed = execute(Path(sys.argv[1]), stop_on_error=sys.argv[3] == "stop")
Path(sys.argv[2]).write_text(executed.to_json())
print("still ours", flush=True)
"""
EACH = """
import os, sys
from pathlib import Path
import workshop_kit.kit, workshop_kit.page
from workshop_kit.pages.stored.execute import execute
for notebook in map(Path, sys.argv[1:]):
    if os.fork() == 0:
        notebook.with_suffix(".executed").write_text(execute(notebook).to_json())
        os._exit(0)
    assert os.wait()[1] == 0, notebook
"""
STATE = "application/vnd.jupyter.widget-state+json"
_CHANGING = [
    (re.compile(r"0x[0-9a-f]{6,}"), "0xADDRESS"),
    (re.compile(r"ipykernel_\d+"), "ipykernel_PID"),
]


def write(path: Path, *cells: str, tags: dict[int, list[str]] | None = None) -> Path:
    """Write a notebook with these code cells; a cell's tags by its number from 0."""
    notebook = new_notebook(cells=[new_markdown_cell("# Compared")])  # type: ignore[no-untyped-call]
    for number, source in enumerate(cells):
        cell = new_code_cell(source.strip(), id=f"cell-{number}")  # type: ignore[no-untyped-call]
        cell.metadata["tags"] = (tags or {}).get(number, [])
        notebook.cells.append(cell)
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]
    return path


def run(
    notebook: Path,
    *,
    stop: bool = True,
    code: str = OURS,
    environment: dict[str, str] | None = None,
) -> tuple[Executed, "subprocess.CompletedProcess[str]"]:
    """Execute a notebook by ours, in the notebook's folder; returns what came of it and how."""
    result = notebook.with_suffix(".executed")
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, str(notebook), str(result), "stop" if stop else "go on"],
        cwd=notebook.parent,
        env={**os.environ, **(environment or {})},
        input="said by nobody\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.exists(), done.stderr
    return Executed.from_json(result.read_text()), done


def run_each(*notebooks: Path, **environment: str) -> dict[str, Executed]:
    """Execute notebooks by ours, each in a fork of one process that has imported what they use."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", EACH, *map(str, notebooks)],
        cwd=notebooks[0].parent,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    results = {one.stem: one.with_suffix(".executed").read_text() for one in notebooks}
    return {name: Executed.from_json(text) for name, text in results.items()}


class ToldToNobody(OutputWidget):
    """nbclient's Output widget, which does not tell the kernel what it holds.

    ipykernel 7.4 at times does not see a request that comes close behind such a message, and then
    waits for ever for the next one.
    """

    def sync_state(self) -> None:
        """Keep the outputs for the notebook's state only."""


def by_nbclient(notebook: Path) -> dict[str, Any]:
    """Execute a notebook in a real kernel, whatever fails in it."""
    read = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    resources = {"metadata": {"path": str(notebook.parent)}}
    client = NotebookClient(
        read, kernel_name="python3", resources=resources, allow_errors=True, record_timing=False
    )
    client.widget_registry = {"@jupyter-widgets/output": {"OutputModel": ToldToNobody}}
    executed: dict[str, Any] = json.loads(json.dumps(asyncio.run(client.async_execute())))
    return executed


def cells(notebook: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """Return the outputs of the code cells, those of one stream joined where they touch."""
    found = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return [joined(cell["outputs"]) for cell in found]


def joined(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Join the text of one stream, as every front end does that shows it."""
    together: list[dict[str, Any]] = []
    for output in outputs:
        last = together[-1] if together else {}
        if output["output_type"] == "stream" and last.get("name") == output["name"]:
            last["text"] += output["text"]
        else:
            together.append(dict(output))
    for output in together:
        if output["output_type"] == "stream":
            output["text"] = overwritten(output["text"])
    return together


def normal(value: Any, models: list[str]) -> Any:
    """Return a value without what differs from process to process; models become numbers."""
    text = json.dumps(value)
    for changing, name in _CHANGING:
        text = changing.sub(name, text)
    numbers = count()
    for model_id in models:
        text = text.replace(model_id, f"MODEL-{next(numbers)}")
    return json.loads(text)
