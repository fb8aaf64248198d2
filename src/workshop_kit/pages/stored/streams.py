"""What a notebook writes to its process: Python's streams, and file descriptors 1 and 2."""

import codecs
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from contextvars import ContextVar
from io import TextIOBase
from typing import IO, Any

from jupyter_client.session import extract_header

Header = dict[str, Any]
_PIECE = 1 << 16


class Stream(TextIOBase):
    """Stands where ``sys.stdout`` or ``sys.stderr`` was, as ipykernel's ``OutStream`` does.

    It has no buffer and no thread: what is written is passed on at once, in the order of writing.
    """

    encoding = "UTF-8"
    errors = None

    def __init__(
        self,
        name: str,
        descriptor: int,
        publish: Callable[[str, str, Header], None],
        turn: AbstractContextManager[Any],
    ) -> None:
        self.name = name
        self._turn = turn
        self._descriptor = descriptor
        self._publish: Callable[[str, str, Header], None] | None = publish
        self._process = os.getpid()
        self._written: _Written | None = None
        self._parent_of_thread: ContextVar[Header] = ContextVar("parent_header")
        self._parent: Header = {}

    def write(self, text: str) -> int:
        """Pass text on, after what programs wrote to the file descriptor before it."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        if self._publish is None:
            self._write_elsewhere(text)
        elif os.getpid() != self._process:  # a fork of the notebook's own
            os.write(self._descriptor, text.encode(errors="replace"))
        elif text:
            with self._turn:
                self.flush()
                self._publish(self.name, text, self.parent_header)
        return len(text)

    def _write_elsewhere(self, text: str) -> None:
        """Write where a kernel reads, if this is one by now, for who still holds this stream."""
        current = getattr(sys, self.name)
        if current not in {self, None, getattr(sys, f"__{self.name}__")}:
            current.write(text)

    def flush(self) -> None:
        """Pass on what was written to the file descriptor."""
        if self._written and os.getpid() == self._process:
            with self._turn:
                self._written.flush()

    def fileno(self) -> int:
        """Return the file descriptor, as programs that a notebook starts write to it."""
        return self._descriptor

    def writable(self) -> bool:
        """Say yes."""
        return True

    @property
    def parent_header(self) -> Header:
        """The header of the request that what is written here belongs to."""
        return self._parent_of_thread.get(self._parent)

    def set_parent(self, parent: Header) -> None:
        """Let what is written from now on belong to this request."""
        self._parent = extract_header(parent)
        self._parent_of_thread.set(self._parent)

    def set_thread_parent(self, parent: Header) -> Any:
        """Let what this thread writes belong to this request; returns how to undo it."""
        return self._parent_of_thread.set(extract_header(parent))

    def reset_thread_parent(self, token: Any) -> None:
        """Undo :meth:`set_thread_parent`."""
        self._parent_of_thread.reset(token)

    def publish_written(self, text: str) -> None:
        """Pass on text that programs wrote to the file descriptor."""
        if self._publish:
            self._publish(self.name, text, self.parent_header)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Stand where Python's own stream was."""
        before, parent = getattr(sys, self.name), getattr(sys, f"__{self.name}__")
        with _Written(self._descriptor, parent, self.publish_written) as written:
            self._written = written
            setattr(sys, self.name, self)
            try:
                yield
            finally:
                self.flush()
                setattr(sys, self.name, before)
                self._publish = self._written = None


class _Written:
    """A file in the place of a file descriptor, so that no thread has to read a pipe."""

    def __init__(self, descriptor: int, python: IO[str] | None, publish: Callable[[str], None]):
        self._descriptor, self._python, self._publish = descriptor, python, publish
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._read = 0
        self._end = ExitStack()

    def __enter__(self) -> "_Written":
        with ExitStack() as undo:
            self._file = undo.enter_context(tempfile.TemporaryFile(buffering=0))
            self._flush_python()
            replace_descriptor(undo, self._descriptor, self._file.fileno())
            undo.callback(self._flush_python)
            self._end = undo.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.close()

    def _flush_python(self) -> None:
        if self._python is not None and not self._python.closed:
            self._python.flush()

    def flush(self) -> None:
        """Publish what was written since the last time."""
        self._flush_python()
        while piece := _read_at(self._file.fileno(), self._read):
            self._read += len(piece)
            if text := self._decoder.decode(piece):
                self._publish(text)


def _read_at(descriptor: int, start: int) -> bytes:
    """Read without moving the place at which programs write."""
    if hasattr(os, "pread"):
        return os.pread(descriptor, _PIECE, start)
    return b""  # on Windows kernels do not show what programs write to the file descriptor either


def replace_descriptor(undo: ExitStack, descriptor: int, by: int) -> None:
    """Put one open file in the place of another until the end of ``undo``."""
    try:
        saved = os.dup(descriptor)
    except OSError:  # it is closed: leave it so in the end
        undo.callback(os.close, descriptor)
    else:
        undo.callback(os.close, saved)
        undo.callback(os.dup2, saved, descriptor)
    os.dup2(by, descriptor)
