"""The websocket of a page that sends again what may be lost: each message reaches Python once.

A connection can be lost without a word. The page then does not know which of its last messages
arrived, and sends them again over its next connection, with the same ids.
"""

import hashlib
from collections import OrderedDict
from typing import Any

from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

V1 = "v1.kernel.websocket.jupyter.org"
REMEMBERED = 1_000
"""Ids kept of each kernel's messages; a page has far fewer on their way."""


class OnceEach(ZMQChannelsWebsocketConnection):
    """Passes each message on once, however often a page sends it.

    Only Jupyter's binary format is looked at, which the front end of stored pages speaks.
    """

    def handle_incoming_message(self, incoming_msg: str) -> None:
        """Pass a message of the page on, unless it was passed on before."""
        if self.subprotocol != V1 or not self.channels or self._is_new(incoming_msg):
            super().handle_incoming_message(incoming_msg)

    def _is_new(self, message: str) -> bool:
        _, parts = deserialize_msg_from_ws_v1(message)
        said = str(self.session.unpack(parts[0])["msg_id"])
        identity = hashlib.sha256(said.encode(errors="replace")).digest()  # it may be megabytes
        known = _known(self.kernel_manager)
        if identity in known:
            return False
        known[identity] = None
        while len(known) > REMEMBERED:
            known.popitem(last=False)
        return True


def _known(kernel: Any) -> "OrderedDict[bytes, None]":
    """Return the ids of a kernel's last messages; they live as long as it is managed."""
    known: OrderedDict[bytes, None] = kernel.__dict__.setdefault("passed_on", OrderedDict())
    return known
