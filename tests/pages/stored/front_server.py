"""A server of stored pages as small as can be, in a process of its own.

usage: python -m tests.pages.stored.front_server PORT NOTEBOOK

It serves one notebook under the strictest rules, with real kernels. Tests change what it does at
the addresses below ``/test/``: what the next asks for a kernel get, and which kernels there are.
"""

import asyncio
import html
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.serverapp import ServerApp
from tornado.web import RequestHandler, StaticFileHandler
from traitlets.config import Config

import workshop_kit.pages
from workshop_kit.pages.stored.anywidget_files import AnywidgetFiles
from workshop_kit.pages.stored.executions import Execution, Executions
from workshop_kit.pages.stored.kernel_specs import StoredPageSpecs
from workshop_kit.pages.stored.sent_again import OnceEach
from workshop_kit.pages.stored.socket import WelcomedConnection

BUILT = Path(workshop_kit.pages.__file__).parent / "static" / "stored"
RULES = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'"
)
VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"
ALLOWED = ["comm_open", "comm_close", "comm_msg", "comm_info_request", "kernel_info_request"]
PARTS = {"kernel": "/kernel", "channels": "/api/kernels/", "base": "/"}


def _script(kind: str, value: object, identity: str = "") -> str:
    text = json.dumps(value).replace("</", "<\\/")
    named = f' id="{identity}"' if identity else ""
    return f'<script{named} type="{html.escape(kind)}">{text}</script>'


def document(execution: Execution, files: AnywidgetFiles) -> str:
    """Return the page: its views, state and addresses."""
    views = [
        _script(VIEW, output["data"][VIEW])
        for cell in execution.executed.notebook["cells"]
        for output in cell.get("outputs", [])
        if VIEW in output.get("data", {})
    ]
    state = {"version_major": 2, "version_minor": 0, "state": files.state}
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Stored</title>'
        '<link rel="icon" href="data:,">'
        f"{_script('application/json', PARTS, 'stored-page')}"
        f"{_script(STATE, state, 'stored-state')}"
        '<script src="/test/events.js"></script>'
        f'<main>{"".join(views)}</main><a href="mailto:a@example.org">Write</a>'
        '<a href="/test/file" download>Download</a><a href="/test/elsewhere">Elsewhere</a>'
        '<script type="module" src="/static/1/stored/page.js"></script></html>'
    )


class Connection(OnceEach, WelcomedConnection):
    """As the kit's own is put together."""


class Known:
    """What the handlers share."""

    def __init__(self) -> None:
        self.execution: Execution
        self.html = ""
        self.modules: dict[str, str] = {}
        self.answers: list[dict[str, Any]] = []
        self.asked = 0
        self.ended: list[str] = []


class Page(JupyterHandler):
    @allow_unauthenticated
    def get(self) -> None:
        self.xsrf_token  # noqa: B018 - sets the cookie
        self.set_header("Content-Security-Policy", RULES)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(self.settings["known"].html)


class Code(RequestHandler):
    def get(self, name: str) -> None:
        self.set_header("Content-Type", "text/javascript")
        self.finish(self.settings["known"].modules[name])


class Events(RequestHandler):
    """Notes in the page what the front end tells it."""

    def get(self) -> None:
        self.set_header("Content-Type", "text/javascript")
        self.finish(
            "window.told = [];"
            "for (const name of ['ready', 'broken', 'python'])"
            " addEventListener(`stored:${name}`, (event) => told.push([name, event.detail]));"
        )


class Kernel(JupyterHandler):
    async def post(self) -> None:
        known: Known = self.settings["known"]
        known.asked += 1
        answer = known.answers.pop(0) if known.answers else {}
        await asyncio.sleep(answer.get("seconds", 0))
        if "status" in answer:
            self.set_header("Retry-After", str(answer.get("after", 1)))
            self.set_status(answer["status"])
            self.finish({"error": "test"})
            return
        started = await self.kernel_manager.start_kernel(
            kernel_name="stored-page", execution=known.execution, env=dict(os.environ)
        )
        self.set_status(201)
        self.finish({"id": started})


class End(JupyterHandler):
    async def post(self, kernel: str) -> None:
        self.settings["known"].ended.append(kernel)
        if kernel in self.kernel_manager:
            await ensure_async(self.kernel_manager.shutdown_kernel(kernel, now=True))
        self.set_status(204)


class Answers(RequestHandler):
    """Takes a list: what the next asks for a kernel get."""

    def check_xsrf_cookie(self) -> None:
        """Tests have none."""

    def post(self) -> None:
        self.settings["known"].answers[:] = json.loads(self.request.body)


class Kernels(RequestHandler):
    """Tells which kernels there are; ends one without a word."""

    def check_xsrf_cookie(self) -> None:
        """Tests have none."""

    def get(self) -> None:
        known: Known = self.settings["known"]
        running = self.settings["kernel_manager"].list_kernel_ids()
        self.finish({"running": running, "asked": known.asked, "ended": known.ended})

    def delete(self) -> None:
        kernels = self.settings["kernel_manager"]
        for kernel in kernels.list_kernel_ids():
            os.kill(kernels.get_kernel(kernel).provisioner.pid, signal.SIGKILL)


class Idle(RequestHandler):
    """Ends all kernels, as is done with those that nobody uses."""

    def check_xsrf_cookie(self) -> None:
        """Tests have none."""

    async def delete(self) -> None:
        await ensure_async(self.settings["kernel_manager"].shutdown_all(now=True))


class Sockets(RequestHandler):
    """Closes every websocket, as a proxy does that is started anew."""

    def check_xsrf_cookie(self) -> None:
        """Tests have none."""

    def delete(self) -> None:
        for connection in list(Connection._open_sockets):
            connection.websocket_handler.close(1012)


class Elsewhere(RequestHandler):
    def get(self) -> None:
        self.finish("<!doctype html><title>Elsewhere</title>")


class File(RequestHandler):
    def get(self) -> None:
        self.set_header("Content-Disposition", "attachment; filename=file.txt")
        self.finish("a file")


async def _prepared(known: Known, notebook: Path) -> Executions:
    executions = Executions(dict(os.environ), ["ipywidgets", "anywidget"])
    known.execution = await executions.execute(notebook, dict(os.environ))
    assert known.execution.executed.failed is None, known.execution.executed.failed
    files = AnywidgetFiles.taken_out_of(known.execution.executed.state, "/code/")
    known.modules = files.modules
    known.html = document(known.execution, files)
    return executions


def _handlers() -> list[Any]:
    return [
        ("/page", Page),
        (r"/code/(.*)", Code),
        (r"/static/1/stored/(.*)", StaticFileHandler, {"path": str(BUILT)}),
        ("/kernel", Kernel),
        (r"/voila/api/shutdown/(.*)", End),
        ("/test/events.js", Events),
        ("/test/answers", Answers),
        ("/test/kernels", Kernels),
        ("/test/idle", Idle),
        ("/test/sockets", Sockets),
        ("/test/elsewhere", Elsewhere),
        ("/test/file", File),
    ]


def main(port: int, notebook: Path) -> None:
    app = ServerApp(
        port=port,
        ip="127.0.0.1",
        open_browser=False,
        allow_root=True,
        allow_remote_access=True,
        root_dir=str(notebook.parent),
        kernel_spec_manager_class=StoredPageSpecs,
        kernel_websocket_connection_class=Connection,
        log_level="ERROR",
        # Who had a kernel that died is told so; an empty one in its place is of no use.
        config=Config({"KernelRestarter": {"restart_limit": 0, "time_to_dead": 0.5}}),
    )
    app.initialize(argv=["--IdentityProvider.token="], find_extensions=False)
    app.kernel_manager.allowed_message_types = ALLOWED
    known = Known()
    app.web_app.settings["known"] = known
    app.web_app.add_handlers(".*$", _handlers())
    executions = app.io_loop.run_sync(lambda: _prepared(known, notebook))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    try:
        app.start()
    finally:
        app.io_loop.run_sync(executions.close)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
