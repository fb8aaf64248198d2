"""What the projector may show of a room: what is approved, nothing else."""

from workshop_kit.content.read_aloud import reading
from workshop_kit.errors import UnknownPart
from workshop_kit.layers import Layer
from workshop_kit.model import SessionState
from workshop_kit.room.offers import parts_told
from workshop_kit.room.room_now import RoomNow, State
from workshop_kit.screen import ScreenBody, Shown
from workshop_kit.words import SOURCE_LANGUAGE


def on_the_wall(room: RoomNow) -> State:
    """Return what may stand on the wall: what is approved, nothing else."""
    screen, _ = room.screen()
    on = None if screen.blank else screen.show
    return {
        "state": room.session.state.value,
        "title": room.session.title,
        "blank": screen.blank,
        "paused": screen.paused and room.session.state is SessionState.OPEN,
        "show": screen.show.value,
        "question": screen.question,
        "layer": screen.layer.value,
        "answers": _answers_on_the_wall(room, screen),
        "themes": room.themes.on_the_wall(screen, room.open_questions()),
        "reading": None if screen.blank else _read_aloud(screen),
        "step": None if screen.blank else room.step(),
        "agreement": _agreement_on_the_wall(room, screen),
        "vote": _vote_on_the_wall(room, screen),
        "offers": _offers_on_the_wall(room, screen),
        "check": room.checks.on_the_wall(screen.check) if on is Shown.CHECK else None,
        "plan": _plan_on_the_wall(room, screen),
        "closing": room.plan.at_the_end(room.session) if on is Shown.CLOSING else None,
        "join": {"code": room.session.join_code, "address": screen.address},
    }


def _answers_on_the_wall(room: RoomNow, screen: ScreenBody) -> list[State]:
    """Return approved answers of one layer; tables and room have the shape of lists."""
    question = screen.question
    if screen.show is not Shown.ANSWERS or question is None or screen.blank:
        return []
    if screen.layer is Layer.ALONE:
        return room.store.approved(question)
    kept = room.room_lines(question)
    found = room.tables.approved(question) if screen.layer is Layer.TABLE else [kept]
    return [{"shape": "list", "items": lines} for lines in found if lines]


def _agreement_on_the_wall(room: RoomNow, screen: ScreenBody) -> list[str]:
    agreement = room.agreement()[0]
    shown = screen.show is Shown.AGREEMENT and not screen.blank
    return list(agreement.lines) if agreement and shown else []


def _vote_on_the_wall(room: RoomNow, screen: ScreenBody) -> State | None:
    shown = screen.show is Shown.VOTE and not screen.blank
    return room.votes.on_the_wall(screen.vote) if shown else None


def _offers_on_the_wall(room: RoomNow, screen: ScreenBody) -> State | None:
    shown = screen.show is Shown.OFFERS and not screen.blank
    return parts_told(room.store) if shown else None


def _plan_on_the_wall(room: RoomNow, screen: ScreenBody) -> State | None:
    shown = screen.show is Shown.PLAN and not screen.blank
    return room.plan.on_the_wall() if shown else None


def _read_aloud(screen: ScreenBody) -> State | None:
    """Return the part that stands on the wall; none if the toolkit no longer has it."""
    if screen.show is not Shown.READING or screen.section is None or screen.part is None:
        return None
    try:
        found = reading(screen.section, screen.part, screen.language or SOURCE_LANGUAGE)
    except UnknownPart:
        return None
    return found.model_dump(mode="json", exclude={"minutes"})
