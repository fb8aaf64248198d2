"""An IPython kernel without sockets: its messages go to a front end in the same process."""

import asyncio
import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import RLock
from types import SimpleNamespace
from typing import Any

import comm
import ipywidgets
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from jupyter_client.session import Session
from traitlets.config import Config

from workshop_kit.pages.stored.models import Models, State
from workshop_kit.pages.stored.outputs import FrontEnd, Message, OutputArea
from workshop_kit.pages.stored.streams import Header, Stream, replace_descriptor

_NO_CHARACTERS = re.compile("[\ud800-\udfff]")  # halves of pairs, which no file can hold


class LocalSession(Session):
    """Hands messages to a function instead of sending them."""

    def __init__(self, take: Callable[[Message], None]) -> None:
        super().__init__()
        self.take: Callable[[Message], None] | None = take

    def send(  # type: ignore[override]  # its makers' has six parameters more, all for sockets
        self, stream: Any, msg_or_type: Any, content: Any = None, parent: Any = None, **more: Any
    ) -> Message:
        """Build a message and hand it over, unless this is a fork of the notebook's own."""
        del stream
        message: Message = msg_or_type
        if not isinstance(msg_or_type, dict):
            message = self.msg(msg_or_type, content=content, parent=parent)
        as_sent = self.as_sent(message["content"])
        if self.take and self.pid == os.getpid():
            self.take({**message, "content": as_sent, "buffers": more.get("buffers") or ()})
        return message

    def as_sent(self, content: Any) -> Any:
        """Return what arrives of a content; what cannot be sent fails as it does in kernels."""
        return self.unpack(self.pack(content))


class Recorder:
    """Runs cells as a kernel would, in this process and thread, and keeps their outputs."""

    def __init__(self) -> None:
        self.front_end, self.models = FrontEnd(), Models()
        self._reply: Message = {}
        self._turn = RLock()  # a notebook's own threads print and display too
        self._session = LocalSession(self._take)
        self._streams = [
            Stream(name, number, self._publish, self._turn)
            for number, name in enumerate(("stdout", "stderr"), start=1)
        ]

    def _take(self, message: Message) -> None:
        with self._turn:
            if message["msg_type"] == "execute_reply":
                self._reply = message["content"]
            self.models.take(message)
            self.front_end.take(message)

    def _publish(self, stream: str, text: str, parent: Header) -> None:
        content = {"name": stream, "text": _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text)}
        message = {"msg_type": "stream", "content": content, "parent_header": parent}
        self.front_end.take(message)

    @contextmanager
    def recording(self) -> Iterator["Recorder"]:
        """Be this process's kernel; afterwards its shell is left for another kernel."""
        with ExitStack() as undo:
            nothing = os.open(os.devnull, os.O_RDONLY)
            undo.callback(os.close, nothing)
            replace_descriptor(undo, 0, nothing)
            for stream in self._streams:
                undo.enter_context(stream.in_place())
            self._begin()
            undo.callback(self._end)
            yield self

    def _begin(self) -> None:
        config = Config(HistoryManager={"enabled": False})  # it would be a file and a thread
        app: Any = IPKernelApp.instance(config=config, log=_silent())
        self._kernel: Any = IPythonKernel.instance(
            parent=app,
            log=app.log,
            session=self._session,
            shell_channel_thread=SimpleNamespace(parent_thread=None),
            _execute_sleep=0,
        )
        app.kernel = self._kernel
        app.init_path()
        app.shell = self._kernel.shell
        app.init_gui_pylab()
        app.init_extensions()

    def _end(self) -> None:
        """Leave no kernel: the next one finds the shell and the widgets, and takes them over."""
        self._session.take = None
        shell = self._kernel.shell
        shell.kernel, shell.exit_now = None, False
        comms: dict[str, Any] = comm.get_comm_manager().comms
        for opened in comms.values():
            opened.kernel = None
        IPythonKernel.clear_instance()
        IPKernelApp.clear_instance()

    @property
    def ended(self) -> bool:
        """Whether a cell has called ``exit()``: a kernel would not take another one."""
        return bool(self._kernel.shell.exit_now)

    def state(self) -> State:
        """Return the widgets' models, by model id, with every value, defaults too."""
        known = ipywidgets.Widget.get_manager_state(drop_defaults=False)["state"]
        state: State = self._session.as_sent(self.models.state() | known)
        return state

    async def run(self, source: str, cell_id: str) -> tuple[OutputArea, Message]:
        """Run one cell; returns what it put out and the kernel's reply."""
        request = self._session.msg(
            "execute_request",
            {"code": source, "silent": False, "store_history": True, "stop_on_error": False},
            metadata={"cellId": cell_id},
        )
        area = self.front_end.request(request["header"]["msg_id"])
        self._kernel.set_parent([], request)
        await self._kernel.execute_request(None, [], request)
        for stream in self._streams:
            stream.flush()
        self._tell_kernel()
        await asyncio.sleep(0)  # what the cell has scheduled for now
        return area, self._reply

    def _tell_kernel(self) -> None:
        """Send the kernel what Output widgets have captured, as a front end does."""
        manager: Any = comm.get_comm_manager()
        for model_id, outputs in self.front_end.changed_widgets().items():
            data = {"method": "update", "state": {"outputs": outputs}, "buffer_paths": []}
            message = self._session.msg("comm_msg", {"comm_id": model_id, "data": data})
            message["buffers"] = []
            self._kernel.set_parent([], message)
            manager.comm_msg(None, None, message)


def _silent() -> logging.Logger:
    """Return a logger for what a kernel tells its terminal, which quotes what cells do."""
    log = logging.Logger("stored_page")
    log.addHandler(logging.NullHandler())
    return log
