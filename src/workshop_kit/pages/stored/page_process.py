"""The process of one page: it has executed a notebook, and forks it into kernels."""

import gc
import os
import selectors
import signal
import socket
from dataclasses import dataclass
from functools import partial
from io import FileIO
from pathlib import Path
from typing import Any

from workshop_kit.pages.stored.child import Child, live_no_longer_than
from workshop_kit.pages.stored.execute import execute
from workshop_kit.pages.stored.kernel import (
    become_kernel,
    find_modules_beside,
    prepare_kernel,
    replace_environment,
)
from workshop_kit.pages.stored.messages import Channel, Message, NoMoreMessages
from workshop_kit.pages.stored.told_once import hear_once

_READY = b"ready"
_MAX_REASON = 4096


def serve_page(end: socket.socket) -> None:
    """Execute a notebook, tell what came of it, and fork kernels until the end.

    The first message is ``{"notebook", "folder", "environment", "stay"}``; a notebook in which
    nothing answers is forked only if it shall ``stay``. Sent: ``{"executed"}`` or
    ``{"failed"}`` with the reason, then for each ``{"fork", "connection_file"}`` a ``{"ready",
    "pid"}`` or ``{"refused", "reason"}``, and ``{"ended", "code"}`` when that kernel has ended.
    ``{"signal", "to"}`` sends a signal to one. When the socket is closed, all of them end.
    """
    channel = Channel(end)
    request = channel.receive()
    replace_environment(request["environment"])
    find_modules_beside(Path(request["folder"]))
    try:
        executed = execute(Path(request["notebook"]))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        channel.send({"failed": f"{type(error).__name__}: {error}"[:_MAX_REASON]})
        return
    channel.send({"executed": executed.to_json()})
    if not (executed.answers or request["stay"]):
        return
    prepare_kernel()
    gc.collect()
    gc.freeze()  # the collector must not touch, and so copy, pages that forks share
    _PageProcess(channel).serve()


@dataclass
class _Kernel:
    """A forked kernel: the number of its request, its process, and the pipe it tells us by."""

    number: int
    child: Child
    begins: int | None


class _PageProcess:
    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.kernels: dict[int, _Kernel] = {}
        self.selector = selectors.DefaultSelector()
        self.selector.register(channel, selectors.EVENT_READ, self.read)

    def serve(self) -> None:
        """Serve until the server closes the socket or is gone."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is meant for kernels
        try:
            while True:
                for key, _ in self.selector.select():
                    key.data()
        except NoMoreMessages:
            self.end_all()

    def end_all(self) -> None:
        """End every kernel, and what each of them started."""
        for kernel in self.kernels.values():
            kernel.child.send_signal(signal.SIGKILL)
        for kernel in self.kernels.values():
            kernel.child.reap()

    def read(self) -> None:
        """Do what the server asks."""
        for message in self.channel.arrived():
            match message:
                case {"fork": int(), "connection_file": str()}:
                    self.fork(message)
                case {"signal": int(signum), "to": int(number)} if number in self.kernels:
                    self.kernels[number].child.send_signal(signum)

    def fork(self, message: Message) -> None:
        """Fork a kernel, and listen for its word that it can be connected to."""
        number, parent = message["fork"], os.getpid()
        begins, tells = os.pipe()
        try:
            pid = os.fork()
        except OSError as error:
            os.close(begins)
            os.close(tells)
            self.channel.send({"refused": number, "reason": f"fork: {error.strerror}"})
            return
        if pid == 0:
            self.run_kernel(parent, begins, tells, message)
        os.close(tells)
        kernel = _Kernel(number, Child.of(pid), begins)
        self.kernels[number] = kernel
        self.selector.register(begins, selectors.EVENT_READ, partial(self.hear, kernel))
        ended = partial(self.ended, kernel)
        self.selector.register(kernel.child.descriptor, selectors.EVENT_READ, ended)

    def run_kernel(self, parent: int, begins: int, tells: int, message: Message) -> None:
        """Be the kernel; does not return."""
        code, word = 1, os.fdopen(tells, "wb", buffering=0)
        try:
            os.setsid()
            live_no_longer_than(parent)
            os.close(begins)
            self.close_what_is_the_parents()
            signal.signal(signal.SIGINT, signal.default_int_handler)
            ready = partial(_tell, word, _READY)
            connection_file = message["connection_file"]
            become_kernel(connection_file, hear_once(connection_file), ready)
            code = 0
        except BaseException as error:  # noqa: BLE001 - nothing of the parent's may go on here
            _tell(word, f"{type(error).__name__}: {error}".encode()[:_MAX_REASON])
        finally:
            os._exit(code)

    def close_what_is_the_parents(self) -> None:
        """Close, in a fork, what belongs to the page and to the other kernels."""
        self.selector.close()
        self.channel.close()
        for kernel in self.kernels.values():
            os.close(kernel.child.descriptor)
            if kernel.begins is not None:
                os.close(kernel.begins)

    def hear(self, kernel: _Kernel) -> None:
        """Pass on whether a kernel can be connected to, or why not."""
        if kernel.begins is None:
            return
        said = os.read(kernel.begins, _MAX_REASON)
        self.selector.unregister(kernel.begins)
        os.close(kernel.begins)
        kernel.begins = None
        if said == _READY:
            answer: dict[str, Any] = {"ready": kernel.number, "pid": kernel.child.pid}
        else:
            reason = said.decode(errors="replace") or "it ended at once"
            answer = {"refused": kernel.number, "reason": reason}
        self.channel.send(answer)

    def ended(self, kernel: _Kernel) -> None:
        """Reap a kernel, and tell how it ended."""
        if kernel.begins is not None:
            self.hear(kernel)
        self.selector.unregister(kernel.child.descriptor)
        del self.kernels[kernel.number]
        self.channel.send({"ended": kernel.number, "code": kernel.child.reap()})


def _tell(pipe: FileIO, word: bytes) -> None:
    """Say the one word that the page's process waits for, unless it was said."""
    if not pipe.closed:
        pipe.write(word)
        pipe.close()
