"""What the projector may show of a room: what is approved, nothing else."""

from workshop_kit.content.read_aloud import reading
from workshop_kit.errors import UnknownPart
from workshop_kit.layers import Layer
from workshop_kit.model import SessionState
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
        "answers": _answers(room, screen) if on is Shown.ANSWERS else [],
        "themes": room.themes.on_the_wall(screen, room.open_questions()),
        "reading": _read_aloud(screen) if on is Shown.READING else None,
        "step": None if screen.blank else room.step(),
        "agreement": _agreement(room) if on is Shown.AGREEMENT else [],
        "vote": room.votes.on_the_wall(screen.vote) if on is Shown.VOTE else None,
        "offers": room.offers.parts if on is Shown.OFFERS else None,
        "check": room.checks.on_the_wall(screen.check) if on is Shown.CHECK else None,
        "plan": room.plan.on_the_wall() if on is Shown.PLAN else None,
        "closing": room.plan.at_the_end(room.session) if on is Shown.CLOSING else None,
        "join": {"code": room.session.join_code, "address": screen.address},
    }


def _answers(room: RoomNow, screen: ScreenBody) -> list[State]:
    """Return approved answers of one layer; tables and room have the shape of lists."""
    question = screen.question
    if question is None:
        return []
    if screen.layer is Layer.ALONE:
        return room.store.approved(question)
    kept = room.room_lines(question)
    found = room.tables.approved(question) if screen.layer is Layer.TABLE else [kept]
    return [{"shape": "list", "items": lines} for lines in found if lines]


def _agreement(room: RoomNow) -> list[str]:
    agreement = room.agreement()[0]
    return list(agreement.lines) if agreement else []


def _read_aloud(screen: ScreenBody) -> State | None:
    """Return the part that stands on the wall; none if the toolkit no longer has it."""
    if screen.section is None or screen.part is None:
        return None
    try:
        found = reading(screen.section, screen.part, screen.language or SOURCE_LANGUAGE)
    except UnknownPart:
        return None
    return found.model_dump(mode="json", exclude={"minutes"})
