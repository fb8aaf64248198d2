"""The group's own copies of sections: sent by the facilitator's page, written as they arrive."""

import asyncio

from tornado.web import stream_request_body

from workshop_kit.content.copy_file import CopyOnItsWay, bring_back_copy, remove_copy
from workshop_kit.content.own import MOST_COPY_BYTES, MOST_COPY_MB
from workshop_kit.content.own_errors import CopyTooLarge, UnknownSection
from workshop_kit.content.sections import sections
from workshop_kit.errors import KitError
from workshop_kit.room.own import OwnHandler, additions

MOST_REFUSED_BYTES = 2 * 1024 * 1024
"""What of a refused file is waited for, so that its sender can read why."""
SECONDS_FOR_A_COPY = 600
"""From the laptop to itself. A sender that stops half-way does not hold on for ever."""


@stream_request_body
class CopyHandler(OwnHandler):
    """``/room/SESSION/facilitator/own/copies/SECTION``.

    Who asks is checked before the first byte of a body is taken: only then is a body taken that
    is larger than others.
    """

    arriving: CopyOnItsWay | None = None
    refused: KitError | None = None

    async def prepare(self) -> None:  # type: ignore[override]  # as in the base
        """Check who asks and for what, then make ready for the file.

        A refusal is told once the body has been read: an answer that comes before that breaks the
        connection, and nobody would read why.
        """
        await super().prepare()
        try:
            await self._make_ready()
        except CopyTooLarge:
            raise
        except KitError as error:
            self.refused = error
            connection = self.request.connection  # its pieces are dropped as they come
            connection.set_max_body_size(MOST_REFUSED_BYTES)  # type: ignore[union-attr]  # HTTP/1's

    async def _make_ready(self) -> None:
        await self.check_who(self.path_args[0])
        if self.path_args[1] not in {one.key for one in sections()}:
            raise UnknownSection(self.path_args[1])
        if self.request.method != "PUT":
            return
        if int(self.request.headers.get("Content-Length", "0")) > MOST_COPY_BYTES:
            raise CopyTooLarge(MOST_COPY_MB)
        connection = self.request.connection
        connection.set_max_body_size(MOST_COPY_BYTES + 1)  # type: ignore[union-attr]  # HTTP/1's
        connection.set_body_timeout(SECONDS_FOR_A_COPY)  # type: ignore[union-attr]
        self.arriving = await asyncio.to_thread(CopyOnItsWay, self.path_args[1])

    def data_received(self, chunk: bytes) -> None:
        """Write a piece to the disk."""
        if self.arriving is not None:
            self.arriving.add(chunk)

    async def put(self, _session_id: str, _section: str) -> None:
        """Keep the file that arrived."""
        self._check()
        arriving, self.arriving = self.arriving, None
        if arriving is not None:
            await asyncio.to_thread(arriving.keep)
        self.reply(await self.read(additions))

    async def delete(self, _session_id: str, section: str) -> None:
        """Take the copy away; until the kit starts again it can be brought back."""
        self._check()
        await self.read(remove_copy, section)
        self.reply(await self.read(additions))

    async def post(self, _session_id: str, section: str) -> None:
        """Bring back the copy that was taken away."""
        self._check()
        await self.read(bring_back_copy, section)
        self.reply(await self.read(additions))

    def _check(self) -> None:
        if self.refused is not None:
            raise self.refused

    def on_finish(self) -> None:
        """Forget a file that was refused half-way."""
        self._forget()

    def on_connection_close(self) -> None:
        """Forget a file whose sender is gone; the copy that was there stays."""
        super().on_connection_close()
        self._forget()

    def _forget(self) -> None:
        if self.arriving is not None:
            self.arriving.give_up()
            self.arriving = None
