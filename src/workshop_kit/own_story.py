"""The group's own story: what it did together, told without anybody's name."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, StringConstraints

from workshop_kit.model import Frozen, Line, Paragraph
from workshop_kit.text import Typed

MAX_PARTNERS = 50


def _web_address_or_nothing(link: str) -> str:
    try:
        parts = urlsplit(link)
        known = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    except ValueError:  # a bracket that is not closed
        known = False
    if link and (not known or any(sign.isspace() for sign in link)):
        raise ValueError("a link begins with https:// and names a site")
    return link


Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), Typed
]
Partner = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), Typed
]
Link = Annotated[Line, AfterValidator(_web_address_or_nothing)]


class StoryBody(Frozen):
    """A story of the group's own; its key is a short id.

    ``partners`` are organizations, never people. ``public`` says that the story may be told
    outside the room: only then does it stand in the notes.
    """

    title: Title
    did: Paragraph = ""
    partners: Annotated[tuple[Partner, ...], Field(max_length=MAX_PARTNERS)] = ()
    changed: Paragraph = ""
    link: Link = ""
    public: bool = False
