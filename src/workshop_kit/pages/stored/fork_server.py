"""The fork server: a clean process that has imported what pages need, and forks one a page.

Run by :mod:`workshop_kit.pages.stored.executions` as ``python -m ... DESCRIPTOR MODULE...``.
"""

import gc
import importlib
import os
import selectors
import signal
import socket
import sys
from functools import partial

from workshop_kit.pages.stored.child import Child, be_ended_first, live_no_longer_than
from workshop_kit.pages.stored.kernel import leave_out_the_debugger
from workshop_kit.pages.stored.messages import Channel, NoMoreMessages
from workshop_kit.pages.stored.page_process import serve_page

_NEEDED_BY_ALL = (
    "IPython.core.completerlib",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "faulthandler",
    "pydoc",
    "tornado.platform.asyncio",
    "anywidget",
    "ipywidgets",
)
"""What kernels and widgets import in the course of time; here it is imported once."""


class ForkServer:
    """Forks a page's process for each request, and ends those that it is told to end.

    It executes nothing itself, so no notebook can hold it up. It learns nothing of pages either:
    what a page is told goes to the page's own process, and is in no other's memory.

    Requests, one reply each: ``{"page"}`` with a new number and the page's end of a socket pair,
    and ``{"end"}`` with the number of a page.
    """

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.pages: dict[int, Child] = {}
        self.selector = selectors.DefaultSelector()
        self.selector.register(channel, selectors.EVENT_READ, self.read)

    def serve(self) -> None:
        """Serve until the server process closes its end, or is gone; then nothing is left."""
        try:
            while True:
                for key, _ in self.selector.select():
                    key.data()
        except NoMoreMessages:
            for child in self.pages.values():
                child.send_signal(signal.SIGKILL)
            for child in self.pages.values():
                child.reap()

    def read(self) -> None:
        """Do what the server process asks."""
        for message in self.channel.arrived():
            match message:
                case {"page": int(number)}:
                    self.fork(number)
                case {"end": int(number)}:
                    if number in self.pages:
                        self.pages[number].send_signal(signal.SIGKILL)
                    self.channel.send({"done": number})
                case _:
                    raise NoMoreMessages

    def fork(self, number: int) -> None:
        """Fork the process of a page."""
        end, parent = self.channel.descriptors.popleft(), os.getpid()
        try:
            pid = os.fork()
        except OSError as error:
            os.close(end)
            self.channel.send({"refused": f"fork: {error.strerror}"})
            return
        if pid == 0:
            self.run_page(parent, socket.socket(fileno=end))
        os.close(end)
        child = self.pages[number] = Child.of(pid)
        ended = partial(self.ended, number)
        self.selector.register(child.descriptor, selectors.EVENT_READ, ended)
        self.channel.send({"done": number})

    def run_page(self, parent: int, end: socket.socket) -> None:
        """Be the process of a page; does not return."""
        code = 1
        try:
            os.setsid()
            live_no_longer_than(parent)
            be_ended_first()
            self.selector.close()
            self.channel.close()
            for child in self.pages.values():
                os.close(child.descriptor)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            serve_page(end)
            code = 0
        finally:
            os._exit(code)

    def ended(self, number: int) -> None:
        """Reap the process of a page."""
        child = self.pages.pop(number)
        self.selector.unregister(child.descriptor)
        child.reap()


def main(descriptor: int, modules: list[str]) -> None:
    """Import what pages need, say so, and serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server process
    channel = Channel(socket.socket(fileno=descriptor))
    leave_out_the_debugger()
    for module in (*_NEEDED_BY_ALL, *modules):
        importlib.import_module(module)
    threads = len(list(os.scandir("/proc/self/task")))
    gc.collect()
    gc.freeze()
    channel.send({"threads": threads})
    ForkServer(channel).serve()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
