"""The models of widgets as a front end knows them, by what a kernel has told of them."""

from base64 import b64encode
from typing import Any, TypeAlias

from workshop_kit.pages.stored.outputs import Message

State: TypeAlias = dict[str, Any]

TARGET = "jupyter.widget"
VIEW = "application/vnd.jupyter.widget-view+json"


class Models:
    """Keeps the state of each model that is open.

    ipywidgets knows its own; others speak the same protocol without it, such as anywidget's
    ``MimeBundleDescriptor``.
    """

    def __init__(self) -> None:
        self._states: dict[str, State] = {}
        self._buffers: dict[str, dict[tuple[str | int, ...], bytes]] = {}

    def take(self, message: Message) -> None:
        """Take one message that the kernel has published."""
        content = message["content"]
        if message["msg_type"] == "comm_open" and content.get("target_name") == TARGET:
            self._states[content["comm_id"]], self._buffers[content["comm_id"]] = {}, {}
        elif message["msg_type"] == "comm_close":
            self._states.pop(content["comm_id"], None)
        if not message["msg_type"].startswith("comm_") or content["comm_id"] not in self._states:
            return
        data, model_id = content["data"], content["comm_id"]
        self._states[model_id].update(data.get("state") or {})
        for path, buffer in zip(data.get("buffer_paths") or (), message["buffers"], strict=False):
            self._buffers[model_id][tuple(path)] = bytes(buffer)

    def state(self) -> State:
        """Return the open models as ipywidgets' ``get_manager_state`` does, by model id."""
        return {model_id: self._model(model_id) for model_id in self._states}

    def _model(self, model_id: str) -> State:
        state = self._states[model_id]
        kind = {
            part: state.get(f"_{part}")
            for part in ("model_name", "model_module", "model_module_version")
        }
        buffers = [
            {"encoding": "base64", "path": list(path), "data": b64encode(buffer).decode()}
            for path, buffer in self._buffers[model_id].items()
        ]
        return {**kind, "state": state} | ({"buffers": buffers} if buffers else {})


def without_closed(outputs: list[dict[str, Any]], state: State) -> list[dict[str, Any]]:
    """Return outputs without views of models that were closed: a front end removes them too."""
    return [
        output
        for output in outputs
        if not (view := output.get("data", {}).get(VIEW)) or view["model_id"] in state
    ]
