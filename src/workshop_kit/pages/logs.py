"""Logs that say what broke and where, and never who or what."""

import logging
import re
import sys
import traceback
from pathlib import Path
from types import TracebackType

_KERNEL_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.I)
_OUR_ID = re.compile(r"\b[0-9a-f]{32}\b", re.I)
_ADDRESS = re.compile(
    r"\b\d{1,3}(?:\.\d{1,3}){3}\b"
    r"|(?<![\w:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}(?![\w:])|(?<![\w:])::[0-9a-f]{1,4}\b",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]")
"""What could colour, move or forge lines of the terminal; addresses come from anybody."""
_NO_USE = re.compile(r"websocket_ping_timeout|^4\d\d |^wrote error|restarted failed!$")
_CODE = re.compile(r"(/j/|code=)[^\s&'\"]+")


class ScrubbingFormatter(logging.Formatter):
    """Takes ids, network addresses and codes out of messages, and values out of tracebacks."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line to write."""
        text = super().format(record)
        text = _CODE.sub(r"\1…", _OUR_ID.sub("…", _KERNEL_ID.sub("…", text)))
        return _ADDRESS.sub("…", text)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        """Return the message as one line of plain letters."""
        return _CONTROL.sub("…", super().formatMessage(record))

    def formatException(  # noqa: N802 - logging's own name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Return where it broke and the kind of error: its message could quote an answer."""
        kind, _value, trace = ei
        frames = traceback.extract_tb(trace)[:-4:-1]
        places = (f"{frame.name} ({Path(frame.filename).name}:{frame.lineno})" for frame in frames)
        return f"{kind.__name__ if kind else 'error'} in " + " < ".join(places)


def of_use(record: logging.LogRecord) -> bool:
    """Leave out what nobody in a hall can act on.

    That is what Tornado says of Jupyter's own pings, and each refusal: an old page that asks for
    its kernel after a restart, an address that is not there. A kernel that ended is told by its
    page, which offers to go on.
    """
    return _NO_USE.search(record.getMessage()) is None


def keep_quiet(*loggers: logging.Logger) -> None:
    """Write warnings and worse of these loggers, and of all others, to the terminal, scrubbed."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(ScrubbingFormatter("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in ("tornado.general", "tornado.application"):
        logging.getLogger(name).addFilter(of_use)
    for one in loggers:
        one.handlers[:] = []
        one.setLevel(logging.ERROR)  # Jupyter warns that notebooks of ours are not "trusted"
        one.propagate = True
