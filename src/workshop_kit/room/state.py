"""What each role may know of a room: pure functions from entries to what the feed sends."""

from workshop_kit.call import CallBody
from workshop_kit.model import Role, SessionState
from workshop_kit.review import Counts
from workshop_kit.room.mark import mark_of
from workshop_kit.room.room_now import RoomNow, State
from workshop_kit.room.wall import on_the_wall


class RoomView(RoomNow):
    """A room at one moment, and what each role may see of it."""

    def participant(self) -> State:
        """Return what phones follow: marks change with what may be read anew."""
        marks = {key: mark_of(self.revealed(key)) for key in self.revealed_questions()}
        agreement = self.agreement()[0] if self.session.state is SessionState.OPEN else None
        told = {"mark": agreement.mark, "agreed": agreement.agreed} if agreement else None
        opened = self.session.state is SessionState.OPEN
        return self.scribe() | {
            "details": mark_of(self.session.details.model_dump(mode="json")),
            "revealed": marks,
            "agreement": told,
            "paused": opened and self.screen()[0].paused,
            "votes": self.votes.for_phones() if opened else [],
            **(self.checks.for_phones() if opened else {}),
            **(self.card_sorts.for_phones(self.open_questions()) if opened else {}),
        }

    def scribe(self) -> State:
        """Return how the workshop and its questions stand."""
        return {
            "state": self.session.state.value,
            "questions": self.question_states(),
            "now": self.now(),
            "step": self.step(),
            "tables": self.tables.marks(self._at_tables()),
        }

    def _at_tables(self) -> list[str]:
        """Return the questions that are at the tables now."""
        if self.session.state is not SessionState.OPEN:
            return []
        return [key for key, body in self.questions().items() if body.tables]

    def facilitator(self) -> State:
        """Return the same with counts; no text of anybody."""
        screen, revision = self.screen()
        evening, agenda_revision = self.evening()
        return self.participant() | {
            "title": self.session.title,
            "people": {"joined": self._joined(), "names": self._names()},
            "counts": {key: self._count(key) for key in self.keys},
            "all_tables": self.tables.for_leader(),
            "layers": self._layers(),
            "screen": screen.model_dump(mode="json") | {"revision": revision},
            "agreement": self._agreement_told(),
            "offers": self.offers.for_leader(),
            "themes": self.themes.for_leader(),
            "all_sorts": self.card_sorts.for_leader(),
            "plan": self.plan.for_leader(),
            "all_votes": self.votes.for_leader(),
            "checks": self.checks.for_leader(),
            "call": self._calls(),
            "agenda": evening.model_dump(mode="json") | {"revision": agenda_revision},
        }

    def _layers(self) -> State:
        """Return of each question what tables and room say: decisions, lines, what phones see."""
        decided = self.tables.decided()
        return {
            key: {
                "tables": decided.get(key, {}),
                "room": self.room_answer(key),
                "revealed": [layer.value for layer in body.revealed],
            }
            for key, body in self.questions().items()
        }

    def _calls(self) -> State:
        bodies = [CallBody.model_validate(entry.body) for entry in self.of_kind("call")]
        call = bodies[0] if bodies else CallBody()
        return {"asked": call.asked, "waiting": call.asked - call.seen_to}

    def _agreement_told(self) -> State | None:
        agreement, revision = self.agreement()
        if agreement is None:
            return None
        told = agreement.model_dump(mode="json") | {"revision": revision}
        return told | agreement.counted(self.consents)

    def _count(self, question: str) -> State:
        answers = [one for one in self.answers if one.question == question]
        tally = next((e.body for e in self.of_kind("tally") if e.key == question), None)
        found = Counts.of(((one.sort, one.decision, one.number) for one in answers), tally)
        return found.model_dump() | {
            "waiting": found.waiting,
            "for_others": sum(one.for_others for one in answers),
        }

    def _names(self) -> list[str]:
        if not self.session.first_names_allowed:
            return []
        return sorted(str(entry.body["first_name"]) for entry in self.of_kind("name"))

    def _joined(self) -> int:
        if self.session.people_joined is not None:
            return self.session.people_joined
        return self.people.here if self.people else 0

    def projector(self) -> State:
        """Return what may stand on the wall."""
        return on_the_wall(self)

    def for_role(self, role: Role) -> State:
        """Return what a role's feed sends."""
        views = {
            Role.FACILITATOR: self.facilitator,
            Role.PROJECTOR: self.projector,
            Role.SCRIBE: self.scribe,
            Role.PARTICIPANT: self.participant,
        }
        return views[role]()
