"""Calls: somebody would like to talk to someone. Counted, and never who."""

from typing import Annotated

from pydantic import Field

from workshop_kit.model import Frozen

_MANY = 1_000_000
_Count = Annotated[int, Field(ge=0, le=_MANY)]


class CallBody(Frozen):
    """How often somebody asked to talk, and how many of these were seen to. Never who."""

    asked: _Count = 0
    seen_to: _Count = 0
