"""Coming in: join with a code, enter a role, plan a new session."""

import asyncio
from contextlib import suppress
from typing import Annotated, Literal

from pydantic import Field

from workshop_kit.content.notice import notice
from workshop_kit.errors import (
    InvalidBody,
    KitError,
    OnlyOnTheLaptop,
    SessionClosed,
    SlowDown,
    UnknownCode,
    UnknownHelperCode,
    WrongPassphrase,
)
from workshop_kit.kinds import NameBody
from workshop_kit.model import (
    AuthorRole,
    Frozen,
    Line,
    Role,
    Session,
    SessionDetails,
    SessionState,
    Write,
    new_id,
)
from workshop_kit.room.base import RoomHandler, expected_stamp
from workshop_kit.room.identity import Identity, known_by
from workshop_kit.room.leave import end_all
from workshop_kit.room.passphrase import fits, hash_passphrase, new_passphrase
from workshop_kit.room.rooms import Room
from workshop_kit.start_errors import DemoAlone
from workshop_kit.words import _, language

NEXT = {
    Role.PARTICIPANT: "reflect",
    Role.SCRIBE: "scribe",
    Role.FACILITATOR: "facilitate",
    Role.PROJECTOR: "projector",
}


class JoinBody(Frozen):
    """What the join page sends."""

    code: Line
    consent: Literal[True]
    first_name: str = ""


class EnterFacilitator(Frozen):
    """What the sign-in page sends: the session it chose, or the code where none are listed."""

    role: Literal[Role.FACILITATOR]
    session: Line = ""
    code: Line = ""
    passphrase: Line


class EnterHelper(Frozen):
    """What the helpers' page sends."""

    role: Literal[Role.SCRIBE, Role.PROJECTOR]
    code: Line


class EnterBody(Frozen):
    """Either of the two."""

    entering: Annotated[EnterFacilitator | EnterHelper, Field(discriminator="role")]


class ComingIn(RoomHandler):
    """Base of the handlers that give a browser an identity."""

    async def come_in(self, identity: Identity) -> None:
        """Write the cookie. Who left while the kit was out of reach is ended first."""
        if self.cookies_of_roles.left:
            with suppress(KitError):  # whoever comes in now is not to wait for them
                await end_all(self)
        self.cookies_of_roles.write(identity)


class NoticeHandler(RoomHandler):
    """``GET /room/notice``: what a person reads before joining."""

    async def get(self) -> None:
        """Return the session's details and the notice."""
        code, cookies = self.get_query_argument("code", ""), self.cookies_of_roles
        room = await self.rooms.room_with("join_code", code, cookies.noticed())
        session = await self.read(room.store.session)
        self.check_reach(session, Role.PARTICIPANT)
        cookies.write_noticed(known_by(room.id, code))
        sections = [s.model_dump() for s in notice(session.details, language())]
        self.reply(
            {
                "session": session.id,
                "details": session.details.model_dump(mode="json"),
                "state": session.state.value,
                "notice": sections,
            }
        )


class JoinHandler(ComingIn):
    """``POST /room/join``."""

    async def post(self) -> None:
        """Count a person in and give them a participant's cookie."""
        body = self.body_as(JoinBody)
        noticed = self.cookies_of_roles.noticed()
        room = await self.rooms.room_with("join_code", body.code, noticed)
        session = await self.read(room.store.session)
        self.check_reach(session, Role.PARTICIPANT)
        if session.state is SessionState.CLOSED:
            raise SessionClosed
        author = await self._known_author(room) or new_id()
        await self.written(room, room.store.add_author(author, AuthorRole.PARTICIPANT))
        if session.first_names_allowed and body.first_name.strip():
            await self._keep_name(room, author, body.first_name)
        await self.come_in(Identity(session=room.id, role=Role.PARTICIPANT, who=author))
        self.reply({"session": room.id, "next": self.base_url + NEXT[Role.PARTICIPANT]})

    async def _known_author(self, room: Room) -> str | None:
        """Return this browser's author id, so that joining again keeps one's answers."""
        identity = self.cookies_of_roles.read(Role.PARTICIPANT)
        if identity is None or identity.session != room.id:
            return None
        role = await self.read(room.store.author_role, identity.who)
        return identity.who if role is AuthorRole.PARTICIPANT else None

    async def _keep_name(self, room: Room, author: str, typed: str) -> None:
        if len(typed.strip()) > 40:
            raise InvalidBody(_("the first name is longer than 40 characters"))
        name = NameBody(first_name=typed).model_dump()
        before = await self.read(lambda: room.store.entries("name", author=author))
        write = Write(
            kind="name",
            key="first_name",
            author=author,
            write_id=new_id(),
            revision=before[0].revision if before else 0,
            body=name,
        )
        await self.written(room, room.store.put(write))


class EnterHandler(ComingIn):
    """``POST /room/enter``: a facilitator's passphrase, or a helper's code."""

    async def post(self) -> None:
        """Give this browser the role's cookie."""
        raw = self.json_object()
        entering = self._checked(raw)
        if isinstance(entering, EnterFacilitator):
            room = await self._with_passphrase(entering)
        else:
            room = await self._with_helper_code(entering)
        session = await self.read(room.store.session)
        self.check_reach(session, entering.role)
        await self.let_in(session, entering.role)

    def _checked(self, raw: dict[str, object]) -> EnterFacilitator | EnterHelper:
        try:
            return EnterBody.model_validate({"entering": raw}).entering
        except ValueError:
            raise InvalidBody(_("a role, and its passphrase or code, are needed")) from None

    async def _with_helper_code(self, body: EnterHelper) -> Room:
        try:
            return await self.rooms.room_with(f"{body.role.value}_code", body.code)
        except UnknownCode as problem:
            raise UnknownHelperCode(body.code[:20]) from problem

    async def _with_passphrase(self, body: EnterFacilitator) -> Room:
        if not (self.on_the_laptop or self.rooms.settings.facilitate_from_anywhere):
            raise OnlyOnTheLaptop
        if body.code:
            room = await self.rooms.room_with("join_code", body.code)
        else:
            room = await self.rooms.room(body.session)
        if wait := room.passphrase_tries.seconds_to_wait():
            raise SlowDown(wait)
        room.passphrase_tries.wrong()  # counted before the slow check: tries at once count too
        session = await self.read(room.store.session)
        if not await asyncio.to_thread(fits, session.passphrase_hash, body.passphrase):
            raise WrongPassphrase
        room.passphrase_tries.right()
        return room

    async def let_in(self, session: Session, role: Role) -> None:
        """Write the cookie and say where to go."""
        await self.come_in(
            Identity(
                session=session.id, role=role, who=new_id(), stamp=expected_stamp(session, role)
            )
        )
        self.reply({"session": session.id, "next": self.base_url + NEXT[role]})


class SessionsHandler(ComingIn):
    """``/room/sessions``: the workshops on this laptop, and a new one."""

    async def get(self) -> None:
        """List the workshops, newest first; titles and dates are for this laptop only."""
        if not self.on_the_laptop:
            raise OnlyOnTheLaptop
        found = sorted(await self.rooms.sessions(), key=lambda s: (s.demo, s.held_on), reverse=True)
        keep = {"id", "title", "held_on", "state", "demo"}
        listed = [
            s.model_dump(mode="json", include=keep)
            | {"due_on": s.due_on.isoformat() if s.due_on and not s.demo else None}
            for s in found
        ]
        self.reply({"sessions": listed})

    async def post(self) -> None:
        """Plan a workshop and sign in to it; the passphrase is told this once."""
        if not self.on_the_laptop:
            raise OnlyOnTheLaptop
        if self.rooms.settings.demo_only:
            raise DemoAlone
        details = self.body_as(SessionDetails)
        passphrase = new_passphrase()
        hashed = await asyncio.to_thread(hash_passphrase, passphrase)
        new = Session(**details.model_dump(), passphrase_hash=hashed)
        await self.rooms.plan(new)
        await self.come_in(
            Identity(
                session=new.id,
                role=Role.FACILITATOR,
                who=new_id(),
                stamp=expected_stamp(new, Role.FACILITATOR),
            )
        )
        self.reply(
            {
                "session": new.id,
                "passphrase": passphrase,
                "next": self.base_url + NEXT[Role.FACILITATOR],
            }
        )
