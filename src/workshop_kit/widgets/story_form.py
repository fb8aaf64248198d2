"""The group's own stories: the facilitator writes them, people tell the facilitator."""

from typing import Any

import anywidget
import traitlets

from workshop_kit.own_story import MAX_PARTNERS
from workshop_kit.widgets.asset import module, style
from workshop_kit.widgets.story_words import story_words


class StoryForm(anywidget.AnyWidget):
    """Keeps stories of the group's own in the room.

    Nothing of a story comes to Python: the page reads and writes it over HTTP. People with a
    phone see no story and no form, but an invitation; on paper there are lines to write on.
    """

    _esm = module("story_form.js")
    _css = style("panel.css", "story_form.css")

    words = traitlets.Dict().tag(sync=True)
    max_partners = traitlets.Int(MAX_PARTNERS).tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(words=story_words(), **traits)
