"""Whether anything in an executed notebook would answer a page that talks to Python.

Most pages of anywidgets only show something: what is said to them changes a value and sets nothing
off. A process need not wait for them; should a page talk all the same, the notebook is executed
again.
"""

import comm
from ipywidgets.widgets import widget as ipywidgets_widget

_OF_EVERY_WIDGET = frozenset({"comm"})
"""Traits that ipywidgets itself observes in every widget."""


def answers() -> bool:
    """Return whether a widget of this process has a handler for messages, or observes a value.

    What speaks the protocol without being an ipywidget is taken to answer.
    """
    widgets = ipywidgets_widget._instances
    return any(
        comm_id not in widgets or _answers(widgets[comm_id])
        for comm_id in comm.get_comm_manager().comms
    )


def _answers(one: ipywidgets_widget.Widget) -> bool:
    observed = {name for name, handlers in one._trait_notifiers.items() if any(handlers.values())}
    return bool(one._msg_callbacks.callbacks) or bool(observed - _OF_EVERY_WIDGET)
