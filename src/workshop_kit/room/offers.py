"""What is told of offers: counts as their question was closed, and how many contacts came."""

from typing import Any

from workshop_kit.kinds import QuestionState, TallyBody
from workshop_kit.model import SessionState
from workshop_kit.offers import ASKS_FOR_OFFERS, OfferedBody
from workshop_kit.room.mark import mark_of
from workshop_kit.store.contract import Store


def is_open(store: Store) -> bool:
    """Tell whether people may be answering at this moment: who came last could be seen."""
    states = {entry.key: entry.body["state"] for entry in store.entries("question")}
    opened = states.get(ASKS_FOR_OFFERS) == QuestionState.OPEN.value
    return opened and store.session().state is SessionState.OPEN


def parts_told(store: Store) -> dict[str, int | None]:
    """Return what may be told of each part; see :func:`workshop_kit.offers.told`.

    It is what was counted when the question was closed. Counts of notes that were read back win:
    notes hold only what was approved.
    """
    if is_open(store):
        return {}
    for entry in store.entries("tally"):
        if entry.key == ASKS_FOR_OFFERS:
            return TallyBody.model_validate(entry.body).parts
    for entry in store.entries("offered"):
        return OfferedBody.model_validate(entry.body).parts
    return {}


def offers_told(store: Store) -> dict[str, Any]:
    """Return what who leads may know without asking: the same, and how many left a contact.

    The mark changes with any contact, so that the list is read again; there is none while the
    question is open, as the list may not be read then.
    """
    found = store.revisions("contact")
    mark = "" if is_open(store) else mark_of(found)
    return {"parts": parts_told(store), "contacts": len(found), "mark": mark}
