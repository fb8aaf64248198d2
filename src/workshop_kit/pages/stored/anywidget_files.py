"""An anywidget's code and style, taken out of the state of a page into files of their own."""

import hashlib
from dataclasses import dataclass
from typing import Any, TypeGuard

CODE, STYLE = "_esm", "_css"
_OUTSIDE = ("http://", "https://")


@dataclass(frozen=True)
class AnywidgetFiles:
    """A page's widget state without code and style.

    Attributes
    ----------
    state
        The state as ipywidgets' manager gives it, by model id. ``_esm`` of each anywidget is the
        address of its module below ``prefix``; ``_css`` is empty.
    modules
        The modules' texts by file name, which is made of their contents: the same widget on
        several pages is one file, loaded once, evaluated once and cached for ever.
    styles
        The style sheets' texts, each once, in the order of the models.
    """

    state: dict[str, Any]
    modules: dict[str, str]
    styles: tuple[str, ...]

    @classmethod
    def taken_out_of(cls, state: dict[str, Any], prefix: str) -> "AnywidgetFiles":
        """Return what stands in a manager's ``state``; ``prefix`` ends with a slash.

        A module or style that is an address already stays as it is.
        """
        modules: dict[str, str] = {}
        styles: dict[str, None] = {}
        changed: dict[str, Any] = {}
        for model_id, model in state.items():
            values = dict(model.get("state", {}))
            code, style = values.get(CODE), values.get(STYLE)
            if _is_text(code):
                name = f"{hashlib.sha256(code.encode()).hexdigest()[:20]}.js"
                modules[name] = code
                values[CODE] = prefix + name
            if _is_text(style):
                styles[style] = None
                values[STYLE] = ""
            changed[model_id] = {**model, "state": values}
        return cls(changed, modules, tuple(styles))


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value) and not value.startswith(_OUTSIDE)
