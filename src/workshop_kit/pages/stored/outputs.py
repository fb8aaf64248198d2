"""A front end without a screen: from a kernel's messages to the outputs that a notebook keeps.

The messages are those of jupyter_client's documentation, “Messaging in Jupyter”; the rules are
nbclient's, which are JupyterLab's too.
"""

from collections import defaultdict
from typing import Any, TypeAlias

Message: TypeAlias = dict[str, Any]
Output: TypeAlias = dict[str, Any]

OUTPUT_WIDGET = ("@jupyter-widgets/output", "OutputModel")
_PARTS = {
    "execute_result": ("metadata", "data", "execution_count"),
    "display_data": ("metadata", "data"),
    "stream": ("name", "text"),
    "error": ("ename", "evalue", "traceback"),
}


class OutputArea:
    """What stands below one cell, or in one Output widget."""

    def __init__(self) -> None:
        self._outputs: list[Output] = []
        self._clear_first = False

    def add(self, output: Output) -> None:
        """Put an output at the end; text of the same stream goes on where the last one ended."""
        if self._clear_first:
            self.clear(wait=False)
        if output["output_type"] != "stream":
            self._outputs.append(output)
            return
        last = self._outputs[-1] if self._outputs else {}
        if last.get("name") != output["name"]:
            last = {**output, "text": []}
            self._outputs.append(last)
        # Joined once, at the end: a loop may print a million lines.
        last["text"].extend([output["text"]] if isinstance(output["text"], str) else output["text"])

    def clear(self, *, wait: bool) -> None:
        """Take everything away: now, or as soon as something comes."""
        self._clear_first = wait
        if not wait:
            self._outputs = []

    def outputs(self) -> list[Output]:
        """Return what stands there now, each stream's text as one reads it."""
        return [_as_read(output) for output in self._outputs]


def _as_read(output: Output) -> Output:
    if output["output_type"] != "stream":
        return dict(output)
    return {**output, "text": overwritten("".join(output["text"]))}


def overwritten(text: str) -> str:
    r"""Return what is left of a text after its ``\b``, and its ``\r`` as nbclient takes them."""
    if "\b" not in text and "\r" not in text:
        return text
    return "\n".join(map(_overwritten_line, text.split("\n")))


def _overwritten_line(line: str) -> str:
    if "\b" in line:
        left: list[str] = []
        for character in line:
            if character != "\b":
                left.append(character)
            elif left:
                left.pop()
        line = "".join(left)
    # It begins anew after the last \r that something follows.
    return line[line.rfind("\r", 0, max(0, len(line) - 1)) + 1 :]


class FrontEnd:
    """Takes the messages of one kernel; keeps the outputs of each request and Output widget."""

    def __init__(self) -> None:
        self._cells: dict[str, OutputArea] = {}
        self._widgets: dict[str, OutputArea] = {}
        self._capturing: dict[str, list[str]] = defaultdict(list)  # models by request
        self._changed: dict[str, None] = {}
        self._displayed: dict[str, list[Output]] = defaultdict(list)  # by display id

    def request(self, msg_id: str) -> OutputArea:
        """Return a new area for what a request will put out."""
        area = self._cells[msg_id] = OutputArea()
        return area

    def take(self, message: Message) -> None:
        """Take one message that the kernel has published."""
        kind, content = message["msg_type"], message["content"]
        parent = message["parent_header"].get("msg_id", "")
        if kind in _PARTS or kind == "update_display_data":
            self._take_output(kind, content, parent)
        elif kind == "clear_output":
            if area := self._area(parent):
                area.clear(wait=bool(content.get("wait")))
        elif kind == "comm_open":
            self._open(content)
        elif kind == "comm_msg":
            self._update(content)
        elif kind == "comm_close":
            self._widgets.pop(content["comm_id"], None)

    def changed_widgets(self) -> dict[str, list[Output]]:
        """Return the outputs of Output widgets that the kernel does not know yet, by model id."""
        changed, self._changed = self._changed, {}
        return {one: self._widgets[one].outputs() for one in changed if one in self._widgets}

    def _area(self, parent: str) -> OutputArea | None:
        """Return where outputs of a request go: to the last widget that captures them."""
        for model_id in reversed(self._capturing[parent]):
            if model_id in self._widgets:
                self._changed[model_id] = None
                return self._widgets[model_id]
        return self._cells.get(parent)

    def _take_output(self, kind: str, content: dict[str, Any], parent: str) -> None:
        display_id = (content.get("transient") or {}).get("display_id")
        for shown in self._displayed[display_id] if display_id else ():
            shown.update(data=content["data"], metadata=content["metadata"])
        if kind == "update_display_data" or (area := self._area(parent)) is None:
            return
        output = {"output_type": kind} | {part: content[part] for part in _PARTS[kind]}
        if display_id and area is self._cells.get(parent):  # those in widgets are not updated
            self._displayed[display_id].append(output)
        area.add(output)

    def _open(self, content: dict[str, Any]) -> None:
        state = content["data"].get("state") or {}
        if (state.get("_model_module"), state.get("_model_name")) == OUTPUT_WIDGET:
            self._fill(content["comm_id"], state.get("outputs", ()))

    def _update(self, content: dict[str, Any]) -> None:
        model_id, data = content["comm_id"], content["data"]
        if model_id not in self._widgets or data.get("method") != "update":
            return
        if "outputs" in data["state"]:
            self._fill(model_id, data["state"]["outputs"])
        if "msg_id" in data["state"]:
            for capturing in self._capturing.values():
                if model_id in capturing:
                    capturing.remove(model_id)
            if msg_id := data["state"]["msg_id"]:
                self._capturing[msg_id].append(model_id)

    def _fill(self, model_id: str, outputs: list[Output]) -> None:
        """Put into an Output widget what Python says that it holds."""
        area = self._widgets[model_id] = OutputArea()
        for output in outputs:
            area.add(output)
        self._changed.pop(model_id, None)
