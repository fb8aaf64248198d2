"""A contact: how a person can be asked about what they offer, for those who are named only."""

from typing import Annotated

from pydantic import StringConstraints

from workshop_kit.model import Frozen, Line, Paragraph

_Words = Annotated[Line, StringConstraints(min_length=1)]


class ContactBody(Frozen):
    """What one person left, of their own will and apart from their answer.

    ``reach`` is a way to reach them, whatever they like best; ``offer`` is what they can be asked
    about. ``recipients`` are those of the session as the person read them: nobody else gets it,
    whoever else is named later.
    """

    name: _Words
    reach: _Words
    offer: Annotated[Paragraph, StringConstraints(min_length=1)]
    recipients: _Words
