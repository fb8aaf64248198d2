"""An executed notebook's process becomes a kernel: its widgets go on with the same ids."""

import asyncio
import importlib
import os
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import comm
import zmq
from ipykernel.control import ControlThread
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from jupyter_client.session import new_id
from zmq.eventloop.zmqstream import ZMQStream

from workshop_kit.pages.stored.one_thread import ONE_THREAD


class PageKernelApp(IPKernelApp):
    """ipykernel's application without what a page does not use.

    There is no terminal, so no history, crash report, profile, debugger or heartbeat (Jupyter
    Server watches the process itself), and no thread for subshells, which Voilà refuses. Each of
    them would cost memory in every kernel: copied pages, threads and sockets.
    """

    def prepare(self) -> None:
        """Make the kernel around the shell that executed the notebook; it has no sockets yet."""
        kernel_class: Any = IPythonKernel
        self.kernel = kernel_class.instance(parent=self, session=self.session, log=self.log)
        self.kernel.shell.kernel = self.kernel
        self.log.propagate = False  # what the log tells belongs to a terminal, and to no page

    def initialize(self, argv: list[str] | None = None) -> None:
        """Bind the sockets that the connection file names, and give them to the kernel."""
        del argv
        app: Any = self  # not typed by its makers
        self.session.pid = os.getpid()
        self.session.session = new_id()
        app.init_connection_file()
        app.init_sockets()
        app.init_io()
        app.init_signal()
        app.init_kernel()
        app.init_shell()

    def init_control(self, context: "zmq.Context[Any]") -> None:
        """Bind the channel for shutting down and interrupting, served by a thread of its own."""
        self.control_socket = context.socket(zmq.ROUTER)
        self.control_socket.linger = 1000
        app: Any = self
        self.control_port = app._bind_socket(self.control_socket, self.control_port)
        self.control_socket.router_handover = 1
        self.control_thread = ControlThread(daemon=True)

    def init_iopub(self, context: "zmq.Context[Any]") -> None:
        """Bind the channel for output, and welcome each connection, not just the first one."""
        super().init_iopub(context)  # type: ignore[no-untyped-call]  # ipykernel's
        self.iopub_thread.socket.setsockopt(zmq.XPUB_VERBOSE, 1)

    def init_kernel(self) -> None:
        """Connect the kernel to its sockets."""
        kernel, shell = self.kernel, self.kernel.shell
        kernel.control_stream = ZMQStream(self.control_socket, self.control_thread.io_loop)
        kernel.control_thread = self.control_thread
        kernel.shell_stream = ZMQStream(self.shell_socket)
        kernel.stdin_socket = self.stdin_socket
        kernel.iopub_thread, kernel.iopub_socket = self.iopub_thread, self.iopub_socket
        kernel._stdout, kernel._stderr = sys.stdout, sys.stderr
        shell.displayhook.pub_socket = shell.display_pub.pub_socket = self.iopub_socket
        self.displayhook.get_execution_count = lambda: kernel.execution_count
        self.control_thread.start()


def leave_out_the_debugger() -> None:
    """Let ipykernel take debugpy for missing, which it then does without.

    No page debugs, and debugpy is a hundred modules that each kernel would touch. A notebook may
    import it all the same.
    """
    given: dict[str, Any] = sys.modules
    given["debugpy"] = None
    try:
        importlib.import_module("ipykernel.debugger")
    finally:
        del given["debugpy"]


def replace_environment(environment: dict[str, str]) -> None:
    """Make ``environment`` the whole environment of this process."""
    os.environ.clear()
    os.environ.update(environment)
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    for name, value in ONE_THREAD.items():
        os.environ.setdefault(name, value)
    if hasattr(time, "tzset"):
        time.tzset()


def find_modules_beside(folder: Path) -> None:
    """Let a notebook import the modules of its folder, after Python's own, as kernels do."""
    os.chdir(folder)
    if "" not in sys.path:
        packages = [i for i, path in enumerate(sys.path) if Path(path).name == "site-packages"]
        sys.path.insert(packages[0] if packages else len(sys.path), "")


def prepare_kernel() -> None:
    """Make all of a kernel that can be made before a fork, so that forks share it."""
    app: Any = PageKernelApp.instance(capture_fd_output=False)
    app.prepare()
    _connect_comms(app.kernel)


def become_kernel(
    connection_file: str, environment: dict[str, str], ready: Callable[[], None]
) -> None:
    """Serve as the kernel that :func:`prepare_kernel` made, until it is shut down.

    ``ready`` is called as soon as clients can connect. What the execution left in this process
    must be no thread and no open connection.
    """
    replace_environment(environment)
    if "numpy.random" in sys.modules:  # Python's own numbers begin anew after a fork by themselves
        sys.modules["numpy.random"].seed()
    asyncio.set_event_loop(asyncio.new_event_loop())
    app: Any = PageKernelApp.instance()
    app.connection_file = connection_file
    app.initialize()
    ready()
    with suppress(SystemExit):
        app.start()
    app.iopub_thread.stop()  # after what is still to be sent


def _connect_comms(kernel: Any) -> None:
    """Give the widgets' comms their kernel; ipywidgets takes one without for closed."""
    comms: Iterable[Any] = comm.get_comm_manager().comms.values()
    for opened in comms:
        opened.kernel = kernel
    if "ipywidgets" in sys.modules:  # it registers by itself only where there is a kernel already
        importlib.import_module("ipywidgets").register_comm_target()
