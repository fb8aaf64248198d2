"""The owner's way into a running kit: a port of its own on loopback, and a secret in a file.

It is no page, and no browser is meant to come here: whoever asks has read ``running.json``, which
only the owner of the data folder can. The secret is a header of its own, which no page from
elsewhere can send without asking first, and it stands for what XSRF tokens are for elsewhere: so
there are none here. Nothing of this is at the port that the hall reaches.
"""

import hmac
from typing import Any

from tornado.escape import json_decode
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from workshop_kit.destroying.running import HEADER, LOOPBACK, PATH, announce, withdraw
from workshop_kit.errors import KitError, SlowDown
from workshop_kit.room.identity import is_on_the_laptop
from workshop_kit.room.rooms import Rooms
from workshop_kit.room.throttle import Throttle

_MAX_BODY = 1024


class DestroyHandler(RequestHandler):
    """``POST /destroy``: destroy the session that is named, and return the record."""

    def initialize(self, control: "Control") -> None:
        """Remember whose handler this is."""
        self._control = control

    async def post(self) -> None:
        """Check the secret, then do it."""
        self._control.check(self)
        try:
            named = str(json_decode(self.request.body)["session"])
        except (ValueError, KeyError, TypeError):
            raise HTTPError(400) from None
        record = await self._control.rooms.destroy(named)
        self.finish(record.model_dump_json())

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer with a sentence, or with nothing."""
        del status_code  # Tornado has set it
        error = kwargs.get("exc_info", (None, None))[1]
        if isinstance(error, KitError):
            self.set_status(409)
            self.finish({"error": error.code, "message": error.message})
        else:
            self.finish({})

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """Log nothing: there are ids in it."""


class Control:
    """Listens for the owner of the data folder.

    Parameters
    ----------
    rooms
        The rooms of the data folder.
    """

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms
        self._tries = Throttle(free=5, per_second=0.2)
        self._http: HTTPServer | None = None

    def listen(self) -> None:
        """Listen at a free port of this laptop, and write down which; raises ``OSError``."""
        application = Application(
            [(PATH, DestroyHandler, {"control": self})], log_function=lambda _handler: None
        )
        self._http = HTTPServer(application, max_body_size=_MAX_BODY)
        sockets = bind_sockets(0, LOOPBACK)
        self._http.add_sockets(sockets)
        self._running = announce(self.rooms.folder.path, sockets[0].getsockname()[1])

    def stop(self) -> None:
        """Listen no more."""
        if self._http is not None:
            withdraw(self.rooms.folder.path, self._running)
            self._http.stop()

    def check(self, handler: RequestHandler) -> None:
        """Let only those in who know the secret; many wrong ones have to wait."""
        told = handler.request.headers.get(HEADER, "")
        right = hmac.compare_digest(told.encode(), self._running.secret.encode())
        if right and is_on_the_laptop(handler.request):
            return
        wait = self._tries.seconds_to_wait()
        self._tries.wrong()
        if wait:
            raise SlowDown(wait)
        raise HTTPError(403)
