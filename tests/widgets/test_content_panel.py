"""A changed question on a phone, and what the facilitator's page says of changed content."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers import LAPTOP, PHONE, Watched, accessible, keep_picture
from tests.content.own_kit import change, kit_in
from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant
from tests.widgets.laptop import SECONDS, Laptop, carry, laptop_of
from workshop_kit.content.questions import question

OURS = "What would help most on our street?"


@pytest.fixture(scope="module")
def kit_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KitProcess]:
    kit = kit_in(tmp_path_factory.mktemp("place") / "kit")
    change(kit / "data" / "en" / "questions.toml", question("q1").text, OURS)
    (kit / "workshop" / "checklist.md").unlink()
    (kit / "workshop" / "our-street.md").write_text("# Our street\n")
    data = tmp_path_factory.mktemp("changed") / "data"
    with KitProcess(data, "--kit", str(kit)) as process:
        yield process


@pytest.fixture
def leading(kit_server: KitProcess) -> Facilitator:
    return Facilitator.with_new_workshop(kit_server.url).opened()


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_the_board_names_every_file_that_differs(
    browser: Browser, leading: Facilitator, tmp_path: Path, size: dict[str, int]
) -> None:
    with laptop_of(leading, browser, size) as laptop:
        panel = laptop.board.get_by_role("region", name="Your own content")
        panel.locator("summary").press("Enter")
        expect(panel.get_by_role("listitem")).to_have_text(
            [
                "data/en/questions.toml is changed.",
                "workshop/checklist.md is missing.",
                "workshop/our-street.md is added.",
            ]
        )
        expect(panel).to_contain_text("stop the kit and start it again")
        panel.scroll_into_view_if_needed()
        accessible(laptop.page)
        keep_picture(laptop.page, tmp_path, f"content-{size['width']}")


def test_the_kits_own_content_is_not_talked_about(
    browser: Browser, facilitator: Facilitator
) -> None:
    with laptop_of(facilitator, browser) as laptop:
        assert isinstance(laptop, Laptop)
        expect(laptop.board.get_by_role("region", name="Your own content")).to_have_count(0)


def test_a_changed_question_stands_on_the_phone(browser: Browser, leading: Facilitator) -> None:
    leading.question("q1", "open")
    person = Participant.joined(leading.url, leading.known()["join_code"])
    watched = Watched(browser, PHONE)
    carry(watched.context, person)
    page = watched.page()
    page.goto(f"{leading.url}/reflect")
    expect(page.get_by_text(OURS).first).to_be_visible(timeout=SECONDS)
    watched.close()
