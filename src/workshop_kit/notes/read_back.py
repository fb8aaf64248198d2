"""Notes that were exported become a closed session again."""

from collections.abc import Iterator

from workshop_kit.action import PlanBody
from workshop_kit.kinds import Decision, ReviewBody, TallyBody
from workshop_kit.layers import RoomAnswerBody
from workshop_kit.model import ROOM, Entry, Frozen, Session, SessionState, new_id
from workshop_kit.notes.noted_question import NotedQuestion
from workshop_kit.notes.report import SAID, Report


def session_of(report: Report) -> Session:
    """Return a new, closed session with the details of a report.

    Notes of a session that was still open carry no date of closing; the session then has none
    either, so that exporting it gives the same notes.
    """
    keep = {} if report.keep_days is None else {"keep_days": report.keep_days}
    return Session.model_validate(
        {name: getattr(report, name) for name in SAID}
        | {
            "roles_present": report.roles_present,
            "people_joined": report.people,
            "closed_on": report.closed_on,
            "state": SessionState.CLOSED,
            **keep,
        }
    )


def entries_of(report: Report) -> list[Entry]:
    """Return the entries for :meth:`~workshop_kit.store.contract.Store.restore`.

    The notes' own questions come along, because the kit's may have changed since; its help lines
    do not: an old number may lead nowhere.
    """
    answers = [entry for question in report.questions for entry in _entries(question)]
    room = [_of_the_room("story", new_id(), story) for story in report.stories]
    room += [_of_the_room("themes", one.question, one.body(answers)) for one in report.themes]
    if report.agreement is not None:
        room.append(_of_the_room("agreement", "group", report.agreement))
    room += [_of_the_room("check", check.key, check.body) for check in report.checks]
    for number, vote in enumerate(report.votes, start=1):
        room.append(_of_the_room("vote", f"v{number}", vote.body))
    for number, action in enumerate(report.actions, start=1):
        room.append(_of_the_room("action", f"a{number}", action))
    if report.review_on is not None:
        room.append(_of_the_room("plan", "plan", PlanBody(review_on=report.review_on)))
    return answers + room


def _entries(question: NotedQuestion) -> Iterator[Entry]:
    tally = TallyBody(**{name: getattr(question, name) for name in TallyBody.model_fields})
    yield _of_the_room("asked", question.key, question.asked)
    yield _of_the_room("tally", question.key, tally)
    approved = ReviewBody(decision=Decision.APPROVED, answer_revision=1)
    for answer in question.answers:
        body = answer.model_dump(mode="json")
        entry = Entry(
            id=new_id(), kind="answer", key=question.key, author=new_id(), revision=1, body=body
        )
        yield entry
        yield _of_the_room("review", entry.id, approved)
    for place, said in question.bodies:
        entry = _of_the_room("table_answer", place.key, said)
        yield entry
        yield _of_the_room("review", entry.id, approved)
    if question.room:
        yield _of_the_room("room_answer", question.key, RoomAnswerBody(lines=question.room))


def _of_the_room(
    kind: str,
    key: str,
    body: Frozen,
) -> Entry:
    return Entry(
        id=new_id(),
        kind=kind,
        key=key,
        author=ROOM,
        revision=1,
        body=body.model_dump(mode="json"),
    )
