"""Executing a notebook in this process, so that the process can become kernels of its page."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import ipywidgets
import nbformat
from ipykernel.ipkernel import IPythonKernel
from IPython.core.interactiveshell import InteractiveShell

from workshop_kit.pages.stored.answering import answers
from workshop_kit.pages.stored.errors import StoredPageError
from workshop_kit.pages.stored.ids import Ids, deterministic_comms, seed
from workshop_kit.pages.stored.left_running import LeftRunning
from workshop_kit.pages.stored.models import without_closed
from workshop_kit.pages.stored.outputs import OutputArea
from workshop_kit.pages.stored.recorder import Recorder

SKIPPED = "skip-execution"
MAY_FAIL = "raises-exception"
PYTHON = "python"


class UnreadableNotebook(StoredPageError):
    """A file cannot be executed as a notebook."""

    def __init__(self, notebook: str, reason: str) -> None:
        super().__init__(
            f"The notebook “{notebook}” cannot be read: {reason}. "
            "Open it in JupyterLab and save it again, or put another file in its place."
        )
        self.notebook, self.reason = notebook, reason

    def __reduce__(self) -> tuple[type["UnreadableNotebook"], tuple[str, str]]:
        return type(self), (self.notebook, self.reason)


@dataclass(frozen=True)
class FailedCell:
    """The first cell that failed; ``index`` counts all cells from 0."""

    index: int
    cell_id: str
    ename: str
    evalue: str
    traceback: tuple[str, ...]


@dataclass(frozen=True)
class Executed:
    """What came of executing a notebook.

    Attributes
    ----------
    notebook
        The notebook with its outputs, as nbformat 4.5 JSON.
    state
        The widgets' models by model id, as ``ipywidgets.Widget.get_manager_state`` has them under
        ``state``, with defaults: anywidget's code is one of them.
    failed
        The first cell that failed.
    threads
        What the notebook left running and a fork would not have: threads, tasks of an event loop,
        other processes.
    answers
        Whether a widget does something when a page talks to it (:mod:`.answering`).
    """

    notebook: dict[str, Any]
    state: dict[str, Any]
    failed: FailedCell | None = None
    threads: tuple[str, ...] = ()
    answers: bool = True

    def to_json(self) -> str:
        """Return all of it as JSON, for another process."""
        return json.dumps({**vars(self), "failed": self.failed and asdict(self.failed)})

    @classmethod
    def from_json(cls, text: str) -> "Executed":
        """Return what :meth:`to_json` made JSON of."""
        told = json.loads(text)
        failed = told.pop("failed")
        if failed:
            failed = FailedCell(**failed | {"traceback": tuple(failed["traceback"])})
        return cls(**told | {"failed": failed, "threads": tuple(told["threads"])})


def execute(notebook: Path, *, stop_on_error: bool = True) -> Executed:
    """Execute a notebook's code cells in this process and thread, once in a process's life.

    The outputs are those that a kernel would have sent and nbclient would have stored.

    Parameters
    ----------
    notebook
        The file. Its name, its text and the environment's ``STORED_PAGE_VARIANT`` decide about
        the ids of its widgets.
    stop_on_error
        Whether a cell that fails is the last one that is executed, unless it is tagged
        ``raises-exception``.
    """
    if InteractiveShell.initialized():
        raise RuntimeError(
            "A process executes one notebook; this one has an IPython shell already."
        )
    document = _read(notebook)
    code = [cell for cell in document["cells"] if cell["cell_type"] == "code"]
    ids = Ids(seed(notebook.name, [cell["source"] for cell in code]))
    with deterministic_comms(ids), Recorder().recording() as recorder:
        left = LeftRunning()
        failed = left.run(_run_cells(document, recorder, stop_on_error=stop_on_error))
        ipywidgets.register_comm_target()  # at its import it does so only if a shell is there
        state, running, answering = recorder.state(), left.names(), answers()
    for holder in (*code, *(model["state"] for model in state.values())):
        if isinstance(holder.get("outputs"), list):
            holder["outputs"] = without_closed(holder["outputs"], state)
    return Executed(json.loads(json.dumps(document)), state, failed, running, answering)


def _read(notebook: Path) -> dict[str, Any]:
    """Read a notebook, and take away what an earlier execution has left in it."""
    try:
        document: dict[str, Any] = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]  # its makers'
    except Exception as error:
        raise UnreadableNotebook(notebook.name, str(error)) from error
    language = document["metadata"].get("kernelspec", {}).get("language") or PYTHON
    if language.lower() != PYTHON:
        raise UnreadableNotebook(notebook.name, f"its language is {language}, not Python")
    document["metadata"]["language_info"] = IPythonKernel.language_info
    document["metadata"].pop("widgets", None)
    for cell in document["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return document


async def _run_cells(
    document: dict[str, Any], recorder: Recorder, *, stop_on_error: bool
) -> FailedCell | None:
    """Run every cell with code, put its outputs into the document, return what failed first."""
    first: FailedCell | None = None
    areas: list[tuple[dict[str, Any], OutputArea]] = []
    for index, cell in enumerate(document["cells"]):
        tags = cell["metadata"].get("tags", ())
        if cell["cell_type"] != "code" or not cell["source"].strip() or SKIPPED in tags:
            continue
        cell_id = cell.get("id", "")
        area, reply = await recorder.run(cell["source"], cell_id)
        areas.append((cell, area))
        cell["execution_count"] = reply["execution_count"]
        if reply["status"] == "error" and MAY_FAIL not in tags:
            said = (reply["ename"], reply["evalue"], tuple(reply["traceback"]))
            first = first or FailedCell(index, cell_id, *said)
            if stop_on_error:
                break
        if recorder.ended:
            break
    for cell, area in areas:  # at the end: a later cell may update what an earlier one displayed
        cell["outputs"] = area.outputs()
    return first
