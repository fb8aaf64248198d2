"""The ways in which a group can go on: what the room votes on, and what reasons are given for."""

from enum import StrEnum

from workshop_kit.words import N_


class Way(StrEnum):
    """A way. The first three stand in the toolkit's order; the last two are ours."""

    JOIN = "join"
    EXTEND = "extend"
    START = "start"
    ASK_BOARDS = "ask_boards"
    NOT_YET = "not_yet"


WAYS: dict[str, str] = {
    Way.JOIN: N_("Join a committee that is there"),
    Way.EXTEND: N_("Widen a committee that is there"),
    Way.START: N_("Start a new committee"),
    Way.ASK_BOARDS: N_("Ask our boards first"),
    Way.NOT_YET: N_("Not yet"),
}
"""Shown names of the ways; English until somebody reads them."""
