"""A room as it stands at one moment: what every role's view of it is made from."""

from typing import Any

from workshop_kit.agreement import AgreementBody
from workshop_kit.evening import Evening
from workshop_kit.kinds import QuestionBody, QuestionState
from workshop_kit.layers import Layer
from workshop_kit.model import Entry, Role, Session, SessionState
from workshop_kit.room.card_sorts import CardSorts
from workshop_kit.room.checks import Checks
from workshop_kit.room.follow import step_told
from workshop_kit.room.offers import Offers
from workshop_kit.room.plan import Plan
from workshop_kit.room.tables import Tables
from workshop_kit.room.themes import Themes
from workshop_kit.room.votes import Votes
from workshop_kit.screen import ScreenBody
from workshop_kit.store.contract import Store

State = dict[str, Any]
_KINDS = (
    *("question", "room_answer", "themes", "screen", "agenda"),
    *("agreement", "check", "vote", "action", "plan"),
    *("tally", "offered"),
)


class RoomNow:
    """Everything of a room at one moment.

    Parameters
    ----------
    store
        Where it is read from.
    keys
        Keys of the questions, in order.
    roles
        For whom it is read; only who leads needs all of it.
    """

    def __init__(self, store: Store, keys: tuple[str, ...], roles: frozenset[Role]) -> None:
        leads = Role.FACILITATOR in roles
        more = ("name", "call") if leads else ()
        self.store = store
        self.keys = keys
        self.session: Session = store.session()
        self.entries: list[Entry] = store.of_kinds((*_KINDS, *more))
        self.people = store.people() if leads else None
        self.answers = store.count_answers() if leads else []
        self.plan = Plan(self.of_kind("action"), self.of_kind("plan"))
        self.themes = Themes(store, self.of_kind("themes"))
        self.votes = Votes(store, self.of_kind("vote"))
        self.checks = Checks(store, self.of_kind("check"))
        self.offers = Offers(store, self.session.state, self.entries)
        self.consents = store.tally("consent", "group") if leads else []
        self.tables = Tables(store.table_answers(), store.tally("seat", "table") if leads else [])
        self.card_sorts = CardSorts(store, self.tables, self.of_kind("themes"))

    def of_kind(self, kind: str) -> list[Entry]:
        """Return the entries of one kind."""
        return [entry for entry in self.entries if entry.kind == kind]

    def questions(self) -> dict[str, QuestionBody]:
        """Return how each question stands."""
        waiting = QuestionBody(state=QuestionState.WAITING)
        known = {e.key: QuestionBody.model_validate(e.body) for e in self.of_kind("question")}
        return {key: known.get(key, waiting) for key in self.keys}

    def question_states(self) -> dict[str, str]:
        """Return whether each question waits, is open or closed."""
        return {key: body.state.value for key, body in self.questions().items()}

    def screen(self) -> tuple[ScreenBody, int]:
        """Return what the projector shows, and its revision."""
        for entry in self.of_kind("screen"):
            return ScreenBody.model_validate(entry.body), entry.revision
        return ScreenBody(), 0

    def evening(self) -> tuple[Evening, int]:
        """Return the agenda as it runs, and its revision."""
        for entry in self.of_kind("agenda"):
            return Evening.model_validate(entry.body), entry.revision
        return Evening(), 0

    def step(self) -> State | None:
        """Return the running step, as everyone may know it, while the workshop is open."""
        return step_told(self.evening()[0]) if self.session.state is SessionState.OPEN else None

    def open_questions(self) -> list[str]:
        """Return the questions that take answers now."""
        if self.session.state is not SessionState.OPEN:
            return []
        states = self.question_states()
        return [key for key, state in states.items() if state == QuestionState.OPEN.value]

    def now(self) -> str | None:
        """Return the question that everyone is at: the one on the screen, or the only open one.

        In a step that is about none, such as a break, nobody is at the one that stayed open.
        """
        opened = self.open_questions()
        shown = self.screen()[0].question
        if shown in opened:
            return shown
        elsewhere = shown is None and self.evening()[0].running is not None
        return opened[0] if len(opened) == 1 and not elsewhere else None

    def revealed_questions(self) -> tuple[str, ...]:
        """Return the questions whose approved answers phones may see.

        None before or after the workshop, and never one that is only counted: its words are for
        the facilitator.
        """
        if self.session.state is not SessionState.OPEN:
            return ()
        return tuple(key for key, body in self.questions().items() if body.revealed)

    def revealed(self, question: str) -> State:
        """Return what phones see of a question, layer by layer, in an order that tells nothing."""
        layers = self.questions()[question].revealed
        return {
            "answers": self.store.approved(question) if Layer.ALONE in layers else [],
            "tables": self.tables.approved(question) if Layer.TABLE in layers else [],
            "room": self.room_lines(question) if Layer.ROOM in layers else [],
        }

    def room_answer(self, question: str) -> State:
        """Return what the room keeps of a question, with its revision."""
        for entry in self.of_kind("room_answer"):
            if entry.key == question:
                return {"lines": entry.body["lines"], "revision": entry.revision}
        return {"lines": [], "revision": 0}

    def room_lines(self, question: str) -> list[str]:
        """Return what the room keeps of a question."""
        return list(self.room_answer(question)["lines"])

    def agreement(self) -> tuple[AgreementBody | None, int]:
        """Return the group's agreement and its revision; none before there is one."""
        for entry in self.of_kind("agreement"):
            return AgreementBody.model_validate(entry.body), entry.revision
        return None, 0
