"""The end over HTTP: phones read what happens now, also afterwards; leaders read their list."""

from tests.kit_process import KitProcess
from tests.people import Facilitator, Helper, Participant


def test_phones_read_it_before_and_after_the_end(server: KitProcess) -> None:
    led = Facilitator.with_new_workshop(server.url, recipients="The council").opened()
    person = Participant.joined(server.url, led.known()["join_code"])
    before = person.good("GET", person.mine("closing"))
    assert "The notes go to: The council" in before["paragraphs"]
    led.change(state="closed")
    assert person.good("GET", person.mine("closing")) == before
    assert led.ask("GET", person.mine("closing")).status_code in {401, 403}


def test_the_list_is_for_those_who_lead(server: KitProcess, facilitator: Facilitator) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    told = facilitator.good("GET", facilitator.mine("debrief"))
    assert {"key": "helpers", "text": "Thank the helpers."} not in told["tasks"]  # Rosa is named
    assert any("Rosa" in one["text"] for one in told["tasks"])
    reply = person.ask("GET", facilitator.mine("debrief"))
    assert reply.status_code in {401, 403}


def test_the_wall_tells_the_first_step_and_when_it_is_destroyed(
    server: KitProcess, facilitator: Facilitator
) -> None:
    wall = Helper.entered(server.url, "projector", facilitator.known()["projector_code"])
    facilitator.write("action", "a1", {"what": "Meet again", "status": "done"})
    facilitator.write("action", "a2", {"what": "Ask the hotel", "who": "The library"})
    facilitator.move("plan", agenda="two-hours")
    facilitator.move("go", step="s13")
    told = wall.state()
    assert (told["show"], told["closing"]["first"]["what"]) == ("closing", "Ask the hotel")
    assert (told["closing"]["keep_days"], told["closing"]["due_on"]) == (14, None)
    facilitator.change(state="closed")
    assert wall.state()["closing"]["due_on"] == facilitator.known()["destroy_on"]


def test_where_it_is_held_nobody_is_told_of_days(
    server: KitProcess, facilitator: Facilitator
) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    wall = Helper.entered(server.url, "projector", facilitator.known()["projector_code"])
    facilitator.write("screen", "projector", {"show": "closing"})
    told = wall.state()["closing"]
    assert (told["state"], told["kept_longer"]) == ("open", False)
    facilitator.change(state="closed")
    facilitator.good("PUT", facilitator.mine("hold"), {"reason": "A court asked"})
    told = wall.state()["closing"]
    assert (told["state"], told["kept_longer"], told["due_on"]) == ("closed", True, None)
    said = " ".join(person.good("GET", person.mine("closing"))["paragraphs"])
    assert "kept longer" in said
    assert "14 days" not in said
    assert "court" not in said + str(wall.state())
