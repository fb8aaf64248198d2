"""Pages of notebooks that an author added: with widgets, broken, live, with what is unknown."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browsers import PHONE, accessible
from tests.content.own_kit import kit_in
from tests.kit_process import KitProcess
from tests.pages.authors_notebooks import ASK, CONTROLS, OUTPUTS, WIDE, notebook
from tests.people import Browser, Facilitator, Participant
from tests.widgets.laptop import eventually


@pytest.fixture(scope="module")
def authors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KitProcess]:
    """A kit with an author's notebooks among its own."""
    place = tmp_path_factory.mktemp("authors")
    kit = kit_in(place / "kit")
    notebook(kit, "20-ask", ASK)
    notebook(kit, "21-outputs", OUTPUTS)
    notebook(kit, "22-broken", "print('before')", "1 / 0", "print('after')")
    notebook(kit, "23-live", ASK, served="live")
    notebook(kit, "24-ends", "import os; os._exit(3)")
    plot = '{"application/vnd.plotly.v1+json": {}, "text/plain": "a plot"}'
    shown = f"from IPython.display import display\ndisplay({plot}, raw=True)"
    notebook(kit, "25-plot", shown)
    notebook(kit, "26-controls", CONTROLS, WIDE)
    with KitProcess(place / "data", "--kit", str(kit)) as process:
        yield process


@pytest.fixture
def facilitator(authors: KitProcess) -> Facilitator:
    return Facilitator.with_new_workshop(authors.url).opened()


@pytest.fixture
def person(authors: KitProcess, facilitator: Facilitator) -> Participant:
    return Participant.joined(authors.url, facilitator.known()["join_code"])


def comes_in(page: Page, person: Browser, address: str) -> None:
    """Give a browser the cookies of somebody who has joined."""
    cookies = [
        {"name": c.name, "value": c.value or "", "url": address} for c in person.http.cookies
    ]
    page.context.add_cookies(cookies)  # type: ignore[arg-type]  # its makers' own TypedDict


def test_outputs_of_every_kind_stand_in_the_page(person: Participant) -> None:
    html = person.ask("GET", "/outputs").text
    assert "plain words &lt;b&gt;" in html
    assert "<td>Friendship centre</td>" in html
    assert "<strong>strong</strong> words" in html
    assert "<title>A dot</title>" in html
    assert "stored/page.js" not in html, "nothing in it needs a script of widgets"


def test_a_broken_notebook_tells_who_leads_which_cell_and_others_calmly(
    person: Participant, facilitator: Facilitator
) -> None:
    for_leader = facilitator.ask("GET", "/broken").text
    assert "stopped at cell 3 (“cell-1”)" in for_leader
    assert "ZeroDivisionError: division by zero" in for_leader
    for html in (for_leader, person.ask("GET", "/broken").text):
        assert ">before" in html
        assert ">after" not in html
        assert "data-kit-failed" in html
    calm = person.ask("GET", "/broken").text
    for private in ("ZeroDivisionError", "Traceback", "cell-1", ".ipynb", "1 / 0"):
        assert private not in calm


def test_a_notebook_that_ends_python_is_told_and_stops_nothing_else(
    person: Participant, facilitator: Facilitator
) -> None:
    told = facilitator.ask("GET", "/ends")
    assert told.status_code == 503
    assert "“24-ends.ipynb” cannot be executed" in told.text
    calm = person.ask("GET", "/ends")
    assert calm.status_code == 503
    assert "24-ends" not in calm.text
    assert "Nothing you wrote is lost" in calm.text
    assert person.ask("GET", "/ask").ok


def test_what_a_stored_page_cannot_show_is_said_to_who_leads(
    authors: KitProcess, person: Participant, facilitator: Facilitator
) -> None:
    sentence = "“25-plot.ipynb” shows something that a stored page cannot"
    assert sentence in facilitator.ask("GET", "/plot").text
    assert sentence not in person.ask("GET", "/plot").text
    eventually(lambda: sentence in authors.said(), wanted=True)  # once all pages are made


@pytest.mark.browser
def test_a_widget_that_asks_python_gets_its_answer(
    authors: KitProcess, person: Participant, phone: Page
) -> None:
    comes_in(phone, person, authors.hall)
    phone.goto(f"{authors.hall}/ask")
    phone.get_by_label("Name").fill("Ann")
    phone.get_by_role("button", name="Ask Python").click()
    expect(phone.get_by_text("Python read 'Ann'")).to_be_visible()
    accessible(phone)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_official_widgets_have_our_sizes_and_colours(
    authors: KitProcess, person: Participant, phone: Page, scheme: Literal["light", "dark"]
) -> None:
    phone.emulate_media(color_scheme=scheme)
    comes_in(phone, person, authors.hall)
    phone.goto(f"{authors.hall}/controls")
    expect(phone.get_by_text("The first pane.")).to_be_visible()

    for target in ("label:has([type=radio])", "[role=tab]", "select", ".jupyter-button"):
        box = phone.locator(f"#kit-cells {target}").first.bounding_box()
        assert box, target
        assert box["height"] >= 44, target
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    found = Axe().run(phone, options={"runOnly": ["color-contrast", "scrollable-region-focusable"]})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.browser
def test_a_broken_notebooks_page_is_whole(
    authors: KitProcess, facilitator: Facilitator, laptop: Page
) -> None:
    comes_in(laptop, facilitator, authors.url)
    laptop.goto(f"{authors.url}/broken")
    expect(
        laptop.get_by_role("heading", name="A cell of this notebook did not work")
    ).to_be_visible()
    laptop.get_by_text("Where it happened").click()
    expect(laptop.get_by_text(re.compile("1 / 0"))).to_be_visible()
    accessible(laptop)


@pytest.mark.browser
def test_a_live_page_has_voilas_front_end_and_a_kernel_from_the_start(
    authors: KitProcess, person: Participant, phone: Page
) -> None:
    comes_in(phone, person, authors.hall)
    phone.goto(f"{authors.hall}/live")
    phone.wait_for_selector("#kit-progress[data-state=done]", state="attached", timeout=60_000)
    phone.get_by_label("Name").fill("Bo")
    phone.get_by_role("button", name="Ask Python").click()
    expect(phone.get_by_text("Python read 'Bo'")).to_be_visible()
    assert phone.evaluate("Boolean(document.getElementById('jupyter-config-data'))")


@pytest.mark.browser
def test_a_live_page_follows_the_group_too(
    authors: KitProcess, person: Participant, facilitator: Facilitator, phone: Page
) -> None:
    comes_in(phone, person, authors.hall)
    phone.goto(f"{authors.hall}/live")
    phone.wait_for_selector("#kit-progress[data-state=done]", state="attached", timeout=60_000)
    facilitator.question("q3", "open")
    offer = phone.get_by_role("region", name="Where the group is")
    expect(offer).to_contain_text("The group is at question 3")
    facilitator.write("screen", "projector", {"show": "join", "paused": True})
    calm = phone.get_by_role("region", name="A pause")
    expect(calm).to_be_visible()
    expect(phone.get_by_label("Name")).to_be_hidden()
    facilitator.write("screen", "projector", {"show": "join"})
    expect(phone.get_by_label("Name")).to_be_visible()
    offer.get_by_role("link", name="Go there").click()
    sheet = phone.locator(".kit-reflect form.kit-card:visible")
    expect(sheet).to_contain_text("Question 3 of 9")


def test_a_live_pages_kernel_is_a_process_of_its_own(
    authors: KitProcess, person: Participant
) -> None:
    assert person.ask("POST", "/kernel/live").status_code in {404, 405}
    assert re.search(r'"kernelId": ?"[0-9a-f-]{36}"', person.ask("GET", "/live").text)
