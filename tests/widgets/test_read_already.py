"""What was read on one page of a phone is not told again on the next."""

import pytest
from playwright.sync_api import expect

from tests.people import Facilitator
from tests.widgets.reader import Reader, pauses

pytestmark = pytest.mark.browser

GO_ON = {"reflect": "Go on writing", "resources": "Go on reading"}
ASKED = {"reflect": "One word, if you like.", "resources": "You can say in one word how you are."}


@pytest.mark.parametrize(("here", "there"), [("reflect", "resources"), ("resources", "reflect")])
def test_who_goes_on_does_so_on_every_page_until_the_next_pause(
    reader: Reader, facilitator: Facilitator, here: str, there: str
) -> None:
    facilitator.open_all()
    pauses(facilitator, paused=True)
    reader.open(here)
    reader.calm.get_by_role("button", name=GO_ON[here]).click()
    expect(reader.calm).to_be_hidden()
    page = reader.open(there)
    facilitator.write("check", "check-in", {"state": "open", "hands": {}})
    told = page.get_by_text(ASKED[there]).first
    expect(told).to_be_visible()  # it has heard the room
    expect(reader.calm).to_be_hidden()
    pauses(facilitator, paused=False)
    facilitator.write("check", "check-in", {"state": "closed", "hands": {}})
    expect(told).to_be_hidden()  # it has heard that the pause is over
    pauses(facilitator, paused=True)
    expect(reader.calm).to_be_visible()


def test_a_phone_that_stores_nothing_lets_go_on_all_the_same(
    reader: Reader, facilitator: Facilitator
) -> None:
    refuse = "Storage.prototype.setItem = () => { throw new DOMException('full') }"
    reader.page.add_init_script(refuse)
    pauses(facilitator, paused=True)
    page = reader.open("resources")
    reader.calm.get_by_role("button", name="Go on reading").click()
    expect(reader.calm).to_be_hidden()
    facilitator.write("check", "check-in", {"state": "open", "hands": {}})
    expect(page.get_by_text("You can say in one word how you are.")).to_be_visible()
    expect(reader.calm).to_be_hidden()
