"""The notes: a preview of what was approved, and downloads."""

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from workshop_kit.widgets.asset import module, style
from workshop_kit.widgets.notes_words import notes_words

Content = dict[str, Any]


class NotesView(anywidget.AnyWidget):
    """Shows notes and saves them as files.

    What it shows comes as a message when a page asks, and never as a trait: so it stands in no
    saved notebook and in no page's source.

    Parameters
    ----------
    read
        Returns ``{"page", "files", "waiting", "problem", "read_at"}``: the notes' outline or
        nothing, files as ``{"format", "name", "media_type", "text"}``, two sentences that may be
        empty, and the time as ISO 8601.
    saved
        Is told the format of each file that a browser has saved.
    """

    _esm = module("notes_view.js")
    _css = style("panel.css", "notes_view.css")

    words = traitlets.Dict().tag(sync=True)

    def __init__(
        self, read: Callable[[], Content], saved: Callable[[str], None], **traits: Any
    ) -> None:
        super().__init__(words=notes_words(), **traits)
        self._read = read
        self._saved = saved
        self.on_msg(self._reply)

    def _reply(self, _widget: object, message: Content, _buffers: object) -> None:
        if "saved" in message:
            self._saved(str(message["saved"]))
        else:
            self.send({"ask": message.get("ask"), **self._read()})
