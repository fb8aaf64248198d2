"""What each role may know of the action plan."""

from typing import Any

from workshop_kit.action import ActionBody, ActionStatus, PlanBody
from workshop_kit.model import Entry, Session, today

_Told = dict[str, Any]


class Plan:
    """The actions of a room in the order in which they were made, and when they are reviewed."""

    def __init__(self, actions: list[Entry], plan: list[Entry]) -> None:
        ordered = sorted(actions, key=lambda one: (len(one.key), one.key))
        self._actions = [(one, ActionBody.model_validate(one.body)) for one in ordered]
        self._plan = plan[0] if plan else None

    @property
    def _review_on(self) -> str | None:
        body = PlanBody.model_validate(self._plan.body if self._plan else {})
        return body.review_on.isoformat() if body.review_on else None

    def for_leader(self) -> _Told:
        """Return everything, with what each action still lacks."""
        day = today()
        actions = [
            body.model_dump(mode="json")
            | {"id": entry.key, "revision": entry.revision}
            | {"lacks": [lack.value for lack in body.lacks(day)]}
            for entry, body in self._actions
        ]
        revision = self._plan.revision if self._plan else 0
        return {"actions": actions, "review_on": self._review_on, "revision": revision}

    def at_the_end(self, session: Session) -> _Told:
        """Return what is said at the closing: the first step, and until when the rest is kept."""
        due = session.due_on
        stands = {"state": session.state.value, "kept_longer": session.kept_longer}
        todo = (one for one in self.on_the_wall()["actions"] if one["status"] != "done")
        told = {"keep_days": session.keep_days, "due_on": due.isoformat() if due else None}
        return stands | told | {"first": next(todo, None)}

    def on_the_wall(self) -> _Told:
        """Return what is still to be done, by whom and by when."""
        actions = [
            body.model_dump(mode="json", include={"what", "who", "by_when", "status"})
            for _entry, body in self._actions
            if body.status is not ActionStatus.DROPPED
        ]
        return {"actions": actions, "review_on": self._review_on}
