"""The group's own lines, resources and copies on the facilitator's page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FileChooser, Locator, expect

from tests.browsers import PHONE
from tests.content.own_folders import PDF
from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant
from tests.widgets.laptop import Laptop, laptop_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KitProcess]:
    """A kit whose own additions no other test sees."""
    with KitProcess(tmp_path_factory.mktemp("own")) as process:
        yield process


@pytest.fixture
def lead(kit: KitProcess) -> Facilitator:
    return Facilitator.with_new_workshop(kit.url).opened()


@pytest.fixture
def laptop(browser: Browser, lead: Facilitator) -> Iterator[Laptop]:
    with laptop_of(lead, browser) as made:
        yield made


def panel_of(laptop: Laptop) -> Locator:
    """Open the panel and return it."""
    panel = laptop.page.get_by_role("region", name="Our own lines, resources and copies")
    panel.locator("summary").first.click()
    expect(panel.get_by_text("in this folder, as files")).to_be_visible()
    return panel


def part_of(panel: Locator, title: str) -> Locator:
    """Open one of the panel's parts and return it."""
    part = panel.locator(".kit-own-part").filter(has=panel.page.get_by_text(title))
    part.locator("summary").click()
    return part


def test_a_help_line_is_added_once_everything_fits(kit: KitProcess, laptop: Laptop) -> None:
    lines = part_of(panel_of(laptop), "Help lines:")
    add = lines.get_by_role("button", name="Add a help line")
    add.click()
    expect(lines.get_by_text("Something is needed here.")).to_be_visible()
    expect(lines.get_by_label("Name")).to_be_focused()
    lines.get_by_label("Name").fill("Elders' line")
    lines.get_by_label("Phone number").fill("call us")
    lines.get_by_label("For whom").fill("Elders")
    add.click()
    expect(lines.get_by_role("alert")).to_contain_text("Write a phone number such as")
    expect(lines.get_by_label("Phone number")).to_be_focused()
    laptop.is_accessible()
    lines.get_by_label("Phone number").fill("(604) 555-0199")
    lines.get_by_label("Last checked").fill("2026-05-01")
    add.click()
    row = lines.get_by_role("listitem").filter(has_text="604-555-0199")
    expect(row).to_contain_text("Elders' line")
    expect(laptop.said).to_have_text("Added: Elders' line")
    expect(lines.get_by_label("Name")).to_be_focused()
    expect(lines.get_by_label("Name")).to_have_value("")
    assert b"Elders' line,604-555-0199" in (kit.data / "own" / "help_lines.csv").read_bytes()
    with laptop.page.expect_download() as saved:
        lines.get_by_role("link", name="Save the table (CSV)").click()
    assert saved.value.suggested_filename == "help_lines.csv"


def test_a_help_line_is_removed_and_brought_back(
    kit: KitProcess, laptop: Laptop, lead: Facilitator
) -> None:
    line = {"name": "Youth line", "number": "604-555-0177", "for_whom": "Youth"}
    lead.good("POST", lead.mine("own/help_lines"), {"values": line})
    lines = part_of(panel_of(laptop), "Help lines:")
    row = lines.get_by_role("listitem").filter(has_text="604-555-0177")
    row.get_by_role("button", name="Remove Youth line").click()
    expect(row).to_have_count(0)
    undo = lines.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    laptop.page.keyboard.press("Enter")
    expect(row).to_be_visible()
    expect(undo).to_be_hidden()
    expect(lines.get_by_label("Name")).to_be_focused()
    laptop.page.goto(f"{kit.url}/")
    laptop.page.get_by_role("button", name="Help lines").click()
    dialog = laptop.page.get_by_role("dialog")
    expect(dialog.get_by_role("listitem").last).to_contain_text("Added by our group")
    expect(dialog.get_by_role("listitem").last.get_by_role("link")).to_have_attribute(
        "href", "tel:6045550177"
    )


def choose(laptop: Laptop, part: Locator, file: Path) -> None:
    """Choose a file as a person does."""
    chooser: list[FileChooser] = []
    with laptop.page.expect_file_chooser() as asked:
        part.get_by_label("File", exact=True).click()
    chooser.append(asked.value)
    chooser[0].set_files(file)


def test_a_copy_is_sent_opened_on_a_phone_removed_and_brought_back(
    kit: KitProcess, laptop: Laptop, lead: Facilitator, tmp_path: Path
) -> None:
    copies = part_of(panel_of(laptop), "Copies of sections:")
    send = copies.get_by_role("button", name="Add this copy")
    send.click()
    expect(copies.get_by_text("Choose a file first.")).to_be_visible()
    (tmp_path / "page.pdf").write_bytes(b"<html><script>alert(1)</script>")
    choose(laptop, copies, tmp_path / "page.pdf")
    send.click()
    expect(copies.get_by_role("alert")).to_contain_text("it is a web page or a drawing")
    (tmp_path / "ours.pdf").write_bytes(PDF)
    choose(laptop, copies, tmp_path / "ours.pdf")
    send.click()
    row = copies.get_by_role("listitem").filter(has_text="PDF, 3 KB")
    expect(row).to_be_visible()
    expect(copies.get_by_role("alert")).to_be_hidden()
    laptop.is_accessible()
    phone = Participant.joined(kit.url, lead.known()["join_code"])
    section = str(row.get_by_role("link").get_attribute("href"))
    assert phone.ask("GET", section).content == PDF
    row.get_by_role("button", name="Remove").click()
    expect(row).to_have_count(0)
    assert phone.ask("GET", section).status_code == 404
    copies.get_by_role("button", name="Undo").click()
    expect(row).to_be_visible()
    assert phone.ask("GET", section).content == PDF


def test_an_upload_that_is_cut_off_is_told(laptop: Laptop, tmp_path: Path) -> None:
    copies = part_of(panel_of(laptop), "Copies of sections:")
    (tmp_path / "ours.pdf").write_bytes(PDF)
    choose(laptop, copies, tmp_path / "ours.pdf")
    laptop.page.route("**/own/copies/*", lambda route: route.abort())
    copies.get_by_role("button", name="Add this copy").click()
    expect(copies.get_by_role("alert")).to_contain_text("The file did not arrive.")
    laptop.page.unroute("**/own/copies/*")
    copies.get_by_role("button", name="Add this copy").click()
    expect(copies.get_by_role("alert")).to_be_hidden()
    expect(laptop.said).to_contain_text("Added:")


def test_what_cannot_be_used_is_told_and_nothing_sticks_out(
    browser: Browser, kit: KitProcess, lead: Facilitator
) -> None:
    table = kit.data / "own" / "resources.csv"
    before = table.read_bytes()
    rows = "title,address,about\r\nOur map,javascript:alert(1),x\r\n"
    long = "https://example.org/" + "a" * 300
    table.write_text(f"{rows}\u202eGood {'w' * 120},{long},What it is\r\n", "utf-8")
    with laptop_of(lead, browser, PHONE) as laptop:
        panel = panel_of(laptop)
        expect(panel.get_by_text("“resources.csv”, row 2, column “address”")).to_be_visible()
        for title in ("Help lines:", "Resources:", "Copies of sections:"):
            part_of(panel, title)
        for width in (390, 320):
            laptop.page.set_viewport_size({"width": width, "height": 800})
            assert laptop.page.evaluate("document.documentElement.scrollWidth") <= width
        small = panel.locator("button, summary, input, select, a.kit-button").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().height).filter((h) => h && h < 44)"
        )
        assert small == []
        for scheme in ("light", "dark"):
            laptop.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            laptop.is_accessible()
    table.write_bytes(before)
