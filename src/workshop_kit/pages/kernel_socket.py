"""What a page's kernel may tell the browser when something breaks: a sentence, and no places."""

from typing import Any

from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workshop_kit.pages.stored.bounded import Bounded
from workshop_kit.pages.stored.sent_again import OnceEach
from workshop_kit.pages.stored.socket import WelcomedConnection
from workshop_kit.words import _

V1 = "v1.kernel.websocket.jupyter.org"


class PlainErrors(Bounded, OnceEach, WelcomedConnection):
    """Passes a kernel's messages on to its page, and keeps to itself where it broke.

    Jupyter Server means to do this for errors, but looks for its sentence at the wrong object and
    breaks the connection over it: one message with a payload that nothing expects, and the page
    hears no more. What a kernel writes to its terminal names files of this laptop as well.
    """

    def _on_error(self, channel: str, msg: dict[str, Any], msg_list: list[Any]) -> None:
        """Put a sentence in the place of an error, and of everything meant for a terminal."""
        if channel != "iopub":
            return
        header = msg["header"] = self.get_part("header", msg["header"], msg_list)  # type: ignore[no-untyped-call]  # Jupyter's
        if header["msg_type"] not in {"error", "stream"}:
            return
        content = msg["content"] = self.get_part("content", msg["content"], msg_list)  # type: ignore[no-untyped-call]
        if header["msg_type"] == "error":
            content.update(ename="Error", evalue=_sentence(), traceback=[_sentence()])
        elif content.get("name") == "stderr":
            content["text"] = _sentence() + "\n"
        if self.subprotocol == V1:
            msg_list[3] = self.session.pack(content)


class KernelChannels(VoilaKernelWebsocketHandler):
    """``/api/kernels/ID/channels``."""

    def write_error(self, status_code: int, **_kwargs: Any) -> None:
        """Refuse without a page: nobody reads it, and Jupyter's needs files that are not served."""
        self.set_status(status_code)
        self.finish()


def _sentence() -> str:
    return _("A part of this page did not work. Nothing you wrote is lost. Reload the page.")
