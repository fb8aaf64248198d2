"""The wheel: what is in it, and that it works in an empty environment, from an empty folder."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser, expect

from tests.browsers import PHONE, Watched
from tests.installed_kit import ROOT, InstalledKit, InstalledProcess
from tests.people import Facilitator, Participant
from tests.widgets.laptop import SECONDS, carry, laptop_of
from workshop_kit import __version__
from workshop_kit.content.changes import original_files
from workshop_kit.content.questions import question
from workshop_kit.pages.static_files import static_address

SOURCE = ROOT / "src" / "workshop_kit"
TEXT = {".py", ".js", ".css", ".j2", ".json", ".toml", ".ipynb", ".md", ".txt"}
FRONT_END = SOURCE / "pages" / "stored" / "front"
"""Sources of ``pages/static/stored``, which is packed in their place."""
MACHINE_PATHS = re.compile(r"/(?:work|home|root|Users|opt|tmp)/[\w.-]+/|file://|[A-Z]:\\\\Users")


@pytest.fixture(scope="session")  # the browser test of this module runs after all other modules
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InstalledKit]:
    """One installation for all: it takes a minute or more. Nothing may ever write into it."""
    installed = InstalledKit(tmp_path_factory.mktemp("installed"))
    yield installed
    assert installed.files() == installed.before


@pytest.fixture(scope="module")
def process(
    kit: InstalledKit, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[InstalledProcess]:
    with InstalledProcess(kit, tmp_path_factory.mktemp("served") / "data") as started:
        yield started


def test_the_wheel_holds_the_package_and_the_content_and_nothing_else(kit: InstalledKit) -> None:
    code = {
        f"workshop_kit/{path.relative_to(SOURCE).as_posix()}"
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
        if FRONT_END not in path.parents
    }
    content = {f"workshop_kit/kit_files/{name}" for name in original_files()}
    about = f"workshop_kit-{__version__}.dist-info/"
    packed = set(kit.names())
    # A Jupyter server finds the room by the one file that goes elsewhere.
    found_by = {name for name in packed if name.startswith(f"workshop_kit-{__version__}.data/")}
    assert [name.partition(".data/data/etc/")[2] for name in found_by] == [
        "jupyter/jupyter_server_config.d/workshop_kit.json"
    ]
    assert {name for name in packed - found_by if not name.startswith(about)} == code | content
    assert {f"{about}licenses/LICENSE", f"{about}entry_points.txt"} <= packed


def test_the_wheel_tells_nothing_of_the_machine_it_was_built_on(kit: InstalledKit) -> None:
    found = {
        (name, match[0])
        for name, content in kit.names().items()
        if Path(name).suffix in TEXT or ".dist-info/" in name
        if "/static/stored/" not in name  # made of packages, on no machine of ours
        for match in MACHINE_PATHS.finditer(content.decode("utf-8"))
    }
    assert found == set()


def test_every_page_without_a_kernel_and_every_static_file_is_served(
    kit: InstalledKit, process: InstalledProcess
) -> None:
    for page in ("/", "/helper", "/bread", "/sign-in", "/room/help"):
        assert requests.get(f"{process.url}{page}", timeout=20).ok, page
    inside = "workshop_kit/pages/static/"
    files = {name: text for name, text in kit.names().items() if name.startswith(inside)}
    assert any(name.endswith(".woff2") for name in files)
    for name, content in files.items():
        address = static_address("/", name.removeprefix(inside))
        reply = requests.get(f"{process.url}{address}", timeout=20)
        assert reply.content == content, address


def test_a_phone_and_the_laptop_meet_in_it(process: InstalledProcess, browser: Browser) -> None:
    """Whole pages, each through a real kernel of the installed kit."""
    mine = Facilitator.with_new_workshop(process.url).opened()
    mine.question("q3", "open")
    person = Participant.joined(process.url, mine.known()["join_code"])
    watched = Watched(browser, PHONE)
    carry(watched.context, person)
    page = watched.page()
    page.goto(f"{process.url}/reflect")
    expect(page.get_by_text(question("q3").text).first).to_be_visible(timeout=SECONDS)
    page.goto(f"{process.url}/welcome")
    expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=SECONDS)
    watched.close()
    with laptop_of(mine, browser) as laptop:
        expect(laptop.board.get_by_role("heading", level=1)).to_have_text("Maple Hall")


def test_the_commands_work_from_an_empty_folder(kit: InstalledKit, tmp_path: Path) -> None:
    data = ["--data", str(tmp_path / "data")]
    planned = kit.run("new", "Our evening", "--json", *data)
    assert planned.returncode == 0, planned.stderr
    code = json.loads(planned.stdout)["code"]
    [listed] = json.loads(kit.run("sessions", "--json", *data).stdout)
    assert listed["code"] == code
    notes = kit.run("export", code, "--out", str(tmp_path / "notes"), *data)
    assert notes.returncode == 0, notes.stderr
    assert {path.suffix for path in (tmp_path / "notes").iterdir()} >= {".md", ".csv", ".json"}
    assert kit.run("passphrase", code, *data).returncode == 0
    examined = kit.run("doctor", "--json", *data)
    states = {one["thing"]: one["state"] for one in json.loads(examined.stdout)}
    assert (states["Versions"], states["Content"]) == ("fine", "fine")
    gone = kit.run("purge", code, "--yes", *data)
    assert gone.returncode == 0, gone.stderr
    assert json.loads(kit.run("sessions", "--json", *data).stdout) == []
    assert list(kit.empty.iterdir()) == []


def test_content_that_was_copied_out_can_be_served(kit: InstalledKit, tmp_path: Path) -> None:
    made = kit.run("init", "ours", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    recipe = tmp_path / "ours" / "data" / "en" / "bread.toml"
    text = recipe.read_text("utf-8")
    recipe.write_text(re.sub(r'^title = ".*"', 'title = "Our bread"', text, count=1, flags=re.M))
    folder = str(tmp_path / "ours")
    with InstalledProcess(kit, tmp_path / "data", "--kit", folder) as changed:
        assert "data/en/bread.toml is changed." in changed.said()
        assert "Our bread" in requests.get(f"{changed.url}/bread", timeout=20).text
