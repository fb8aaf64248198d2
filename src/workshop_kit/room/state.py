"""What each role may know of a room: pure functions from entries to what the feed sends."""

import hashlib
import json
from typing import Any

from workshop_kit.agreement import AgreementBody
from workshop_kit.content.read_aloud import reading
from workshop_kit.errors import UnknownPart
from workshop_kit.evening import Evening
from workshop_kit.kinds import CallBody, QuestionBody, QuestionState
from workshop_kit.layers import Layer
from workshop_kit.model import Entry, Role, Session, SessionState
from workshop_kit.review import Counts
from workshop_kit.room.follow import step_told
from workshop_kit.room.offers import offers_told, parts_told
from workshop_kit.room.plan import Plan
from workshop_kit.room.tables import Tables
from workshop_kit.room.themes import Themes
from workshop_kit.room.votes import Votes
from workshop_kit.screen import ScreenBody, Shown
from workshop_kit.store.contract import Store
from workshop_kit.words import SOURCE_LANGUAGE

State = dict[str, Any]


class RoomView:
    """Everything of a room at one moment, and what each role may see of it.

    Parameters
    ----------
    store
        Where it is read from.
    questions
        Keys of the questions, in order.
    """

    def __init__(self, store: Store, questions: tuple[str, ...], roles: frozenset[Role]) -> None:
        leads = Role.FACILITATOR in roles
        more = ("tally", "name", "call") if leads else ()
        shown = ("agreement", "themes", "vote", "action", "plan")
        kinds = ("question", "room_answer", "screen", "agenda", *shown, *more)
        self._store = store
        self._questions = questions
        self.session: Session = store.session()
        self._entries: list[Entry] = [e for kind in kinds for e in store.entries(kind)]
        self._people = store.people() if leads else None
        self._answers = store.count_answers() if leads else []
        self._plan = Plan(self._of("action"), self._of("plan"))
        self._themes = Themes(store, self._of("themes"))
        self._votes = Votes(store, self._of("vote"))
        self._consents = store.tally("consent", "group") if leads else []
        self._tables = Tables(store.table_answers(), store.tally("seat", "table") if leads else [])

    def _of(self, kind: str) -> list[Entry]:
        return [entry for entry in self._entries if entry.kind == kind]

    def _bodies(self) -> dict[str, QuestionBody]:
        waiting = QuestionBody(state=QuestionState.WAITING)
        known = {e.key: QuestionBody.model_validate(e.body) for e in self._of("question")}
        return {key: known.get(key, waiting) for key in self._questions}

    def _question_states(self) -> dict[str, str]:
        return {key: body.state.value for key, body in self._bodies().items()}

    def _screen(self) -> tuple[ScreenBody, int]:
        for entry in self._of("screen"):
            return ScreenBody.model_validate(entry.body), entry.revision
        return ScreenBody(), 0

    def _evening(self) -> tuple[Evening, int]:
        for entry in self._of("agenda"):
            return Evening.model_validate(entry.body), entry.revision
        return Evening(), 0

    def _step(self) -> State | None:
        """Return the running step, as everyone may know it, while the workshop is open."""
        return step_told(self._evening()[0]) if self.session.state is SessionState.OPEN else None

    def _open_questions(self) -> list[str]:
        if self.session.state is not SessionState.OPEN:
            return []
        states = self._question_states()
        return [key for key, state in states.items() if state == QuestionState.OPEN.value]

    def _now(self) -> str | None:
        """Return the question that everyone is at: the one on the screen, or the only open one.

        In a step that is about none, such as a break, nobody is at the one that stayed open.
        """
        opened = self._open_questions()
        shown = self._screen()[0].question
        if shown in opened:
            return shown
        elsewhere = shown is None and self._evening()[0].running is not None
        return opened[0] if len(opened) == 1 and not elsewhere else None

    def revealed_questions(self) -> tuple[str, ...]:
        """Return the questions whose approved answers phones may see.

        None before or after the workshop, and never one that is only counted: its words are for
        the facilitator.
        """
        if self.session.state is not SessionState.OPEN:
            return ()
        return tuple(key for key, body in self._bodies().items() if body.revealed)

    def revealed(self, question: str) -> State:
        """Return what phones see of a question, layer by layer, in an order that tells nothing."""
        layers = self._bodies()[question].revealed
        return {
            "answers": self._store.approved(question) if Layer.ALONE in layers else [],
            "tables": self._tables.approved(question) if Layer.TABLE in layers else [],
            "room": self._room_lines(question) if Layer.ROOM in layers else [],
        }

    def _room_answer(self, question: str) -> State:
        for entry in self._of("room_answer"):
            if entry.key == question:
                return {"lines": entry.body["lines"], "revision": entry.revision}
        return {"lines": [], "revision": 0}

    def _room_lines(self, question: str) -> list[str]:
        return list(self._room_answer(question)["lines"])

    def agreement(self) -> tuple[AgreementBody | None, int]:
        """Return the group's agreement and its revision; none before there is one."""
        for entry in self._of("agreement"):
            return AgreementBody.model_validate(entry.body), entry.revision
        return None, 0

    def participant(self) -> State:
        """Return what phones follow: marks change with what may be read anew."""
        marks = {key: _mark(self.revealed(key)) for key in self.revealed_questions()}
        agreement = self.agreement()[0] if self.session.state is SessionState.OPEN else None
        told = {"mark": agreement.mark, "agreed": agreement.agreed} if agreement else None
        opened = self.session.state is SessionState.OPEN
        return self.scribe() | {
            "revealed": marks,
            "agreement": told,
            "paused": opened and self._screen()[0].paused,
            "votes": self._votes.for_phones() if opened else [],
        }

    def scribe(self) -> State:
        """Return how the workshop and its questions stand."""
        return {
            "state": self.session.state.value,
            "questions": self._question_states(),
            "now": self._now(),
            "step": self._step(),
            "tables": self._tables.marks(self._at_tables()),
        }

    def _at_tables(self) -> list[str]:
        """Return the questions that are at the tables now."""
        if self.session.state is not SessionState.OPEN:
            return []
        return [key for key, body in self._bodies().items() if body.tables]

    def facilitator(self) -> State:
        """Return the same with counts; no text of anybody."""
        screen, revision = self._screen()
        evening, agenda_revision = self._evening()
        return self.participant() | {
            "title": self.session.title,
            "people": {"joined": self._joined(), "names": self._names()},
            "counts": {key: self._count(key) for key in self._questions},
            "all_tables": self._tables.for_leader(),
            "layers": self._layers(),
            "screen": screen.model_dump(mode="json") | {"revision": revision},
            "agreement": self._agreement_told(),
            "offers": offers_told(self._store),
            "themes": self._themes.for_leader(),
            "plan": self._plan.for_leader(),
            "all_votes": self._votes.for_leader(),
            "call": self._calls(),
            "agenda": evening.model_dump(mode="json") | {"revision": agenda_revision},
        }

    def _layers(self) -> State:
        """Return of each question what tables and room say: decisions, lines, what phones see."""
        decided = self._tables.decided()
        return {
            key: {
                "tables": decided.get(key, {}),
                "room": self._room_answer(key),
                "revealed": [layer.value for layer in body.revealed],
            }
            for key, body in self._bodies().items()
        }

    def _calls(self) -> State:
        bodies = [CallBody.model_validate(entry.body) for entry in self._of("call")]
        call = bodies[0] if bodies else CallBody()
        return {"asked": call.asked, "waiting": call.asked - call.seen_to}

    def _agreement_told(self) -> State | None:
        agreement, revision = self.agreement()
        if agreement is None:
            return None
        told = agreement.model_dump(mode="json") | {"revision": revision}
        return told | agreement.counted(self._consents)

    def _count(self, question: str) -> State:
        answers = [one for one in self._answers if one.question == question]
        tally = next((e.body for e in self._of("tally") if e.key == question), None)
        found = Counts.of(((one.sort, one.decision, one.number) for one in answers), tally)
        return found.model_dump() | {
            "waiting": found.waiting,
            "for_others": sum(one.for_others for one in answers),
        }

    def _names(self) -> list[str]:
        if not self.session.first_names_allowed:
            return []
        return sorted(str(entry.body["first_name"]) for entry in self._of("name"))

    def _joined(self) -> int:
        if self.session.people_joined is not None:
            return self.session.people_joined
        return self._people.here if self._people else 0

    def projector(self) -> State:
        """Return what may stand on the wall: what is approved, nothing else."""
        screen, _ = self._screen()
        return {
            "state": self.session.state.value,
            "title": self.session.title,
            "blank": screen.blank,
            "paused": screen.paused and self.session.state is SessionState.OPEN,
            "show": screen.show.value,
            "question": screen.question,
            "layer": screen.layer.value,
            "answers": self._answers_on_the_wall(screen),
            "themes": self._themes.on_the_wall(screen, self._open_questions()),
            "reading": None if screen.blank else _read_aloud(screen),
            "step": None if screen.blank else self._step(),
            "agreement": self._agreement_on_the_wall(screen),
            "vote": self._vote_on_the_wall(screen),
            "offers": self._offers_on_the_wall(screen),
            "plan": self._plan_on_the_wall(screen),
            "join": {"code": self.session.join_code, "address": screen.address},
        }

    def _answers_on_the_wall(self, screen: ScreenBody) -> list[State]:
        """Return approved answers of one layer; tables and room have the shape of lists."""
        question = screen.question
        if screen.show is not Shown.ANSWERS or question is None or screen.blank:
            return []
        if screen.layer is Layer.ALONE:
            return self._store.approved(question)
        room = self._room_lines(question)
        found = self._tables.approved(question) if screen.layer is Layer.TABLE else [room]
        return [{"shape": "list", "items": lines} for lines in found if lines]

    def _agreement_on_the_wall(self, screen: ScreenBody) -> list[str]:
        agreement = self.agreement()[0]
        shown = screen.show is Shown.AGREEMENT and not screen.blank
        return list(agreement.lines) if agreement and shown else []

    def _vote_on_the_wall(self, screen: ScreenBody) -> State | None:
        shown = screen.show is Shown.VOTE and not screen.blank
        return self._votes.on_the_wall(screen.vote) if shown else None

    def _offers_on_the_wall(self, screen: ScreenBody) -> State | None:
        shown = screen.show is Shown.OFFERS and not screen.blank
        return parts_told(self._store) if shown else None

    def _plan_on_the_wall(self, screen: ScreenBody) -> State | None:
        shown = screen.show is Shown.PLAN and not screen.blank
        return self._plan.on_the_wall() if shown else None

    def for_role(self, role: Role) -> State:
        """Return what a role's feed sends."""
        views = {
            Role.FACILITATOR: self.facilitator,
            Role.PROJECTOR: self.projector,
            Role.SCRIBE: self.scribe,
            Role.PARTICIPANT: self.participant,
        }
        return views[role]()


def _mark(bodies: State) -> str:
    """Return a short digest: by it a phone sees that it has to read again."""
    return hashlib.sha256(json.dumps(bodies, sort_keys=True).encode()).hexdigest()[:12]


def _read_aloud(screen: ScreenBody) -> State | None:
    """Return the part that stands on the wall; none if the toolkit no longer has it."""
    if screen.show is not Shown.READING or screen.section is None or screen.part is None:
        return None
    try:
        found = reading(screen.section, screen.part, screen.language or SOURCE_LANGUAGE)
    except UnknownPart:
        return None
    return found.model_dump(mode="json", exclude={"minutes"})
