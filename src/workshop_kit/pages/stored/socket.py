"""The websocket of a stored page's kernel: open as soon as the kernel's output can be heard.

Jupyter Server asks a new kernel for its info until something is heard on the output channel. The
first request goes out before the subscription has reached the kernel, so what it sets off is lost,
and the second one follows half a second later (``ZMQChannelsWebsocketConnection.nudge``). ipykernel
7 says ``iopub_welcome`` on that channel as soon as a subscription stands (JEP 65), and kernels of
stored pages say it to each subscriber (:mod:`workshop_kit.pages.stored.kernel`).
"""

import asyncio
from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from workshop_kit.pages.stored.provisioner import PageProvisioner

WELCOME_LIMIT = 5.0
"""Seconds to wait for the welcome, before asking as Jupyter Server does."""


class WelcomedConnection(ZMQChannelsWebsocketConnection):
    """Waits for the kernel's welcome instead of asking in steps of half a second."""

    _subscribed = True

    def create_stream(self) -> None:
        """Connect the channels; their subscription does not stand yet."""
        super().create_stream()  # type: ignore[no-untyped-call]  # Jupyter's
        self._subscribed = False

    def connect(self) -> "asyncio.Future[None] | None":  # type: ignore[override]  # as its own base
        """Connect, and send each message at once.

        Else TCP holds the second of two small ones back until the first is acknowledged, and the
        browser waits 40 ms with that.
        """
        self.websocket_handler.set_nodelay(True)
        connected: asyncio.Future[None] | None = super().connect()
        return connected

    def nudge(self) -> "asyncio.Future[None]":
        """Return a future that is done when nothing on the output channel can be missed."""
        if not isinstance(self.kernel_manager.provisioner, PageProvisioner):
            asked: asyncio.Future[None] = super().nudge()
            return asked
        if self._subscribed:  # these channels were kept while the page was away
            stands: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            stands.set_result(None)
            return stands
        return asyncio.ensure_future(self._welcomed())

    async def _welcomed(self) -> None:
        output = self.channels["iopub"]
        heard: asyncio.Future[list[bytes]] = asyncio.get_running_loop().create_future()

        def hear(message: list[bytes]) -> None:
            output.stop_on_recv()  # what follows waits in the channel
            if not heard.done():
                heard.set_result(message)

        output.on_recv(hear)
        try:
            message = await asyncio.wait_for(heard, WELCOME_LIMIT)
        except TimeoutError:
            await super().nudge()
            return
        self._subscribed = True
        if not self._is_welcome(message):
            self.handle_outgoing_message("iopub", message)

    def _is_welcome(self, message: list[bytes]) -> bool:
        _, parts = self.session.feed_identities(message)
        header: dict[str, Any] = self.session.unpack(parts[1])
        return header.get("msg_type") == "iopub_welcome"
