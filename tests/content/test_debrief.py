"""What leaders talk over and do within a day, as it holds for a session."""

from workshop_kit.content.debrief import debrief
from workshop_kit.model import SessionDetails


def test_tasks_name_what_the_session_knows() -> None:
    full = SessionDetails(
        title="Maple Hall", recipients="The council", record_owner="The Nation", support_person="Jo"
    )
    tasks = {one.key: one.text for one in debrief(full).tasks}
    assert tasks["send"] == "Send the notes to: The council"
    assert tasks["owner"].endswith("The Nation")
    assert tasks["thank"].endswith("and Jo.")
    assert "14 days" in tasks["destroy"]
    assert not {"agree", "helpers"} & tasks.keys()


def test_without_them_the_tasks_still_hold() -> None:
    told = debrief(SessionDetails(title="Maple Hall"))
    keys = [one.key for one in told.tasks]
    assert len(keys) == len(set(keys))
    assert {"agree", "helpers"} <= {*keys}
    assert not {"send", "owner", "thank"} & {*keys}
    assert not any("{" in one.text for one in told.tasks)
    assert len(told.questions) >= 5
