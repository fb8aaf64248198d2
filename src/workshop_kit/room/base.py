"""What every handler of the room shares: JSON in and out, errors, roles, XSRF."""

import asyncio
import json
import logging
from collections.abc import Callable
from concurrent.futures import Future
from functools import cached_property
from typing import Any, TypeVar, cast

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from pydantic import BaseModel
from sqlalchemy.exc import ResourceClosedError
from tornado.web import HTTPError

from workshop_kit.checked import checked
from workshop_kit.errors import (
    KitError,
    NotJoined,
    NotJson,
    OnlyOnTheLaptop,
    SlowDown,
    StaleRevision,
    TooLarge,
    WrongRole,
    WrongSession,
)
from workshop_kit.file_errors import CannotSave
from workshop_kit.model import Role, Session
from workshop_kit.room.identity import Cookies, Identity, is_on_the_laptop, stamp
from workshop_kit.room.rooms import Room, Rooms
from workshop_kit.words import _, speak

T = TypeVar("T")
Body = TypeVar("Body", bound=BaseModel)

MAX_REQUEST = 64 * 1024
"""Bytes of a request's body; an answer of 8,000 characters fits in any script."""
LANGUAGE_COOKIE = "kit_language"

log = logging.getLogger(__name__)


class RoomHandler(JupyterHandler):
    """Base of all handlers; mounts in Voilà and in Jupyter Server alike.

    Jupyter Server asks for a login on every method that is not marked otherwise. The room has
    cookies of its own, so each subclass's methods are marked here, once.
    """

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name in ("get", "post", "put", "delete"):
            if name in vars(cls):
                setattr(cls, name, allow_unauthenticated(vars(cls)[name]))

    @property
    def rooms(self) -> Rooms:
        """The rooms that this server keeps."""
        return cast("Rooms", self.settings["workshop_kit_rooms"])

    @cached_property
    def cookies_of_roles(self) -> Cookies:
        """The identities that came with this request."""
        secure = bool(self.rooms.settings.public_origin) and not self.on_the_laptop
        return Cookies(self, self.rooms.port, secure=secure or self.request.protocol == "https")

    @property
    def on_the_laptop(self) -> bool:
        """Whether the request comes from the laptop that runs the kit."""
        return is_on_the_laptop(self.request)

    async def prepare(self) -> None:  # type: ignore[override]  # Jupyter's takes a flag of its own
        """Choose the language, refuse what is too large, let Jupyter check XSRF and origin."""
        speak(self.get_cookie(LANGUAGE_COOKIE) or "en")
        if len(self.request.body or b"") > MAX_REQUEST:
            raise TooLarge(8000)
        await super().prepare()

    def compute_etag(self) -> str | None:
        """Make none: what stands here is kept by no browser, or for ever under its address."""
        return None

    def json_object(self) -> dict[str, Any]:
        """Return the request's body; raises :class:`NotJson`."""
        try:
            found = json.loads(self.request.body or b"{}")
        except (ValueError, RecursionError):
            raise NotJson from None
        if not isinstance(found, dict):
            raise NotJson
        return found

    def body_as(self, model: type[Body]) -> Body:
        """Return the request's body as a model; raises :class:`InvalidBody`."""
        return checked(model, self.json_object())

    def reply(self, value: BaseModel | dict[str, Any]) -> None:
        """Answer with JSON that no cache keeps."""
        self.set_header("Content-Type", "application/json; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
        self.finish(json.dumps(plain))

    async def read(self, job: Callable[..., T], *args: Any) -> T:
        """Run something that reads the store, in a thread.

        Raises
        ------
        NotJoined
            The session was destroyed since the room was found.
        """
        try:
            return await asyncio.to_thread(job, *args)
        except ResourceClosedError:
            raise NotJoined from None

    async def written(self, room: Room, future: "Future[T]") -> T:
        """Wait until something stands in the database, then tell the feed."""
        result = await asyncio.wrap_future(future)
        room.feed.changed()
        return result

    async def identified(self, session_id: str, role: Role) -> tuple[Room, Identity]:
        """Return the room and identity that a request claims.

        Raises
        ------
        NotJoined
            There is no cookie of this role, or it is no longer good.
        WrongSession
            The cookie is another session's.
        WrongRole
            The browser has other roles, but not this one.
        """
        identity = await self.identity_of(role)
        if identity is None:
            others = any(self.cookies_of_roles.read(other) for other in Role)
            raise WrongRole if others else NotJoined
        if identity.session != session_id:
            raise WrongSession
        return await self.room_of(identity), identity

    async def identity_of(self, role: Role) -> Identity | None:
        """Return who asks, in this role; nothing where nobody came in with it."""
        return self.cookies_of_roles.read(role)

    async def room_of(self, identity: Identity) -> Room:
        """Return an identity's room, once everything about the identity holds."""
        room = await self.rooms.room(identity.session)
        if identity.role is Role.PARTICIPANT:
            self.check_reach_of_participant(room)
            return room
        session = await self.read(room.store.session)
        self.check_reach(session, identity.role)
        if identity.stamp != expected_stamp(session, identity.role):
            raise NotJoined
        return room

    async def end_what_it_owns(self, identity: Identity) -> None:
        """End what runs for a browser that leaves, where something runs for it."""
        end = self.settings.get("workshop_kit_ends")
        if end is not None:
            await end(identity)

    def check_reach_of_participant(self, room: Room) -> None:
        """Refuse the demo elsewhere. Nothing is read for this: it is asked with every answer."""
        if room.demo and not self.on_the_laptop:
            raise OnlyOnTheLaptop

    def check_reach(self, session: Session, role: Role) -> None:
        """Refuse what may be used on the laptop only; raises :class:`OnlyOnTheLaptop`."""
        anywhere = self.rooms.settings.facilitate_from_anywhere
        needs_laptop = session.demo or (role is Role.FACILITATOR and not anywhere)
        if needs_laptop and not self.on_the_laptop:
            raise OnlyOnTheLaptop

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer every error with a code and a sentence."""
        error = kwargs.get("exc_info", (None, None))[1]
        reply: dict[str, Any] = {
            "error": f"http_{status_code}",
            "message": _("This did not work. Reload the page and try again."),
        }
        if isinstance(error, KitError):
            self.set_status(error.status)
            reply = {"error": error.code, "message": error.message}
        if isinstance(error, StaleRevision):
            reply["current"] = error.current
        if isinstance(error, (SlowDown, CannotSave)):
            self.set_header("Retry-After", str(error.seconds))
        self.reply(reply)

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """Log what broke and where, never what was said or who said it."""
        if not isinstance(value, (KitError, HTTPError)):
            place = tb
            while place is not None and place.tb_next is not None:
                place = place.tb_next
            code = place.tb_frame.f_code if place is not None else None
            where = f"{code.co_name}:{place.tb_lineno}" if code else "?"
            log.error("%s in %s at %s", typ.__name__, type(self).__name__, where)


def expected_stamp(session: Session, role: Role) -> str:
    """Return the stamp that a good cookie of this role has now."""
    secrets = {
        Role.PARTICIPANT: "",
        Role.FACILITATOR: session.passphrase_hash,
        Role.SCRIBE: session.scribe_code,
        Role.PROJECTOR: session.projector_code,
    }
    return stamp(secrets[role]) if secrets[role] else ""
