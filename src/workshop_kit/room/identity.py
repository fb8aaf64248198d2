"""Who a browser is: one signed cookie for each role."""

import hashlib
import ipaddress
import json
import time
from typing import Any
from urllib.parse import urlsplit

from tornado.httputil import HTTPServerRequest
from tornado.web import RequestHandler, create_signed_value, decode_signed_value

from workshop_kit.model import Frozen, Role, plain_code

DAYS = 2
"""How long a cookie lasts: an evening, and the morning after it."""
_SECONDS = DAYS * 24 * 3600
_BEGUN = time.time() - time.monotonic()
LEFT_COOKIE = "kit_left"
"""Set by the exit itself: it works with the server out of reach, which then cannot forget."""
_FORWARDED = (
    "Forwarded",
    "Via",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Real-Ip",
    "X-Scheme",
)
"""What servers in between add; one that adds none of them has to pass on the ``Host``."""


class Identity(Frozen):
    """What a cookie says. ``who`` is a participant's author id, or a random id of this browser.

    ``stamp`` ties a cookie to the passphrase or code with which it was given.
    """

    session: str
    role: Role
    who: str
    stamp: str = ""


def is_on_the_laptop(request: HTTPServerRequest) -> bool:
    """Tell whether a request comes from this machine and was not passed on by a proxy.

    The ``Host`` must be a loopback name as well, so that a page from elsewhere cannot point a name
    of its own at this machine.
    """
    try:
        host = urlsplit(f"//{request.host}").hostname or ""
    except ValueError:  # such as "["
        return False
    passed_on = any(name in request.headers for name in _FORWARDED)
    return not passed_on and _is_loopback(host) and _is_loopback(request.remote_ip or "")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def cookie_name(role: Role, port: int) -> str:
    """Return a role's cookie name; it carries the port, as cookies do not know ports."""
    return f"kit-{role.value}-{port}"


def notice_cookie_name(port: int) -> str:
    """Return the name of the cookie of those who have read a notice."""
    return f"kit-notice-{port}"


class Cookies:
    """Reads and writes the cookies of one request.

    Parameters
    ----------
    handler
        The request's handler; its settings hold the secret that signs.
    port
        The port the kit serves at.
    secure
        Whether the browser may send them over https only.
    """

    def __init__(self, handler: RequestHandler, port: int, *, secure: bool) -> None:
        self._handler = handler
        self._port = port
        self._secure = secure
        self._read: dict[Role, Identity | None] = {}

    @property
    def left(self) -> bool:
        """Whether the exit was pressed in this browser and nobody has come in since."""
        return bool(self._handler.get_cookie(LEFT_COOKIE))

    def read(self, role: Role) -> Identity | None:
        """Return the identity of a role, or nothing if there is none or the browser left."""
        return None if self.left else self.read_even_left(role)

    def read_even_left(self, role: Role) -> Identity | None:
        """Return the identity that a cookie holds, or nothing if it is not ours."""
        if role not in self._read:  # what came with the request stays as it is
            self._read[role] = self._verified(role)
        return self._read[role]

    def _verified(self, role: Role) -> Identity | None:
        raw = self._signed(cookie_name(role, self._port))
        if raw is None:
            return None
        try:
            identity = Identity.model_validate_json(raw)
        except ValueError:
            return None
        return identity if identity.role is role else None

    def write(self, identity: Identity) -> None:
        """Give this browser an identity."""
        if self.left:
            for role in Role:  # whoever comes in now is nobody who left
                self.forget(role)
            self.forget_noticed()
            self._handler.clear_cookie(LEFT_COOKIE)
        options: dict[str, Any] = {"httponly": True, "samesite": "Lax", "secure": self._secure}
        # An age, and not a date: the phone's clock and this one may be years apart.
        options["max_age"] = _SECONDS
        said = json.dumps(identity.model_dump(mode="json"))
        self._sign(cookie_name(identity.role, self._port), said, options)

    def write_noticed(self, known: str) -> None:
        """Remember, until the browser is closed, whose notice was read here, and by which code."""
        options: dict[str, Any] = {"httponly": True, "samesite": "Lax", "secure": self._secure}
        name = notice_cookie_name(self._port)
        self._sign(name, known, options)

    def noticed(self) -> str:
        """Return that; nothing where the person has left."""
        if self.left:
            return ""
        name = notice_cookie_name(self._port)
        return (self._signed(name) or b"").decode()

    def forget_noticed(self) -> None:
        """Take that away."""
        self._handler.clear_cookie(notice_cookie_name(self._port))

    def _sign(self, name: str, value: str, options: dict[str, Any]) -> None:
        secret = self._handler.settings["cookie_secret"]
        signed = create_signed_value(secret, name, value, clock=_steady_time)
        self._handler.set_cookie(name, signed, **options)

    def _signed(self, name: str) -> bytes | None:
        raw, secret = self._handler.get_cookie(name), self._handler.settings["cookie_secret"]
        return decode_signed_value(secret, name, raw, max_age_days=DAYS, clock=_steady_time)

    def forget(self, role: Role) -> None:
        """Take an identity away."""
        self._handler.clear_cookie(cookie_name(role, self._port))


def _steady_time() -> float:
    """Return seconds since 1970, by the clock as it was when the kit started.

    A laptop's clock jumps when it hears the right time from a network: nobody who is in a
    workshop may be out of it by that.
    """
    return _BEGUN + time.monotonic()


def known_by(session_id: str, code: str) -> str:
    """Return what says that somebody knew a code of a session."""
    return f"{session_id}.{stamp(plain_code(code))}"


def stamp(secret: str) -> str:
    """Return a short digest: a cookie made for an older passphrase or code stops working."""
    return hashlib.sha256(secret.encode()).hexdigest()[:16]
