"""What the README and its neighbours say is so: commands, options, links, files, versions."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import textstat

import workshop_kit
from scripts.list_commands import every_command
from scripts.list_commands import page as commands_page
from start import main as start
from tests.content.test_plain_words import FORBIDDEN, GRADE, LONGEST, NAMES, sentences_of
from workshop_kit.settings import DEFAULT_PORT

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "workshop").glob("*.md")]
)
FOR_ANYONE = [
    "README.md",
    "CHANGELOG.md",
    "docs/facilitators.md",
    "docs/participants.md",
    "docs/privacy.md",
]
"""The others are for people who read code: its terms have no shorter words."""
QUOTED = ["docs/facilitators.md", "README.md"]

NOT_OURS = {"Allow an app through Windows Firewall", "private", "Port in use"}
"""Labels of other programs, and the name of a kind of message."""

COMMANDS = every_command()
OF_START_ITSELF = {"test"}


def _typed(page: Path) -> Iterator[list[str]]:
    """Yield the words of each command on a page, in blocks and in the middle of sentences."""
    text = page.read_text(encoding="utf-8")
    in_blocks = re.findall(r"^ {4,}(\S.*)$", text, flags=re.MULTILINE)
    for line in [*in_blocks, *re.findall(r"`([^`\n]+)`", text)]:
        match = re.fullmatch(r"(?:workshop-kit|(?:python3|py) start\.py)(?: (.*))?", line.strip())
        if match and match[1]:
            yield shlex.split(match[1])


def _command(words: list[str]) -> str:
    """Return which command is typed: its first word, or the first two, as “partners export”."""
    two = " ".join(words[:2])
    return two if two in COMMANDS else words[0]


def _options(command: str) -> set[str]:
    return {name for parameter in COMMANDS[command].params for name in parameter.opts}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_on_a_page_is_there_with_its_options(page: Path) -> None:
    for words in _typed(page):
        name = _command(words)
        if name.startswith("-") or name in OF_START_ITSELF:
            continue
        assert name in COMMANDS, name
        named = {word for word in words if word.startswith("--")}
        assert named <= _options(name), f"{name} {named}"


def test_the_page_of_commands_tells_every_command_and_option_as_help_does() -> None:
    told = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert told == commands_page(), "run scripts/list_commands.py > docs/commands.md"
    for name, command in COMMANDS.items():
        [part] = [one for one in told.split("\n## ") if one.startswith(f"{name}\n")]
        for parameter in command.params:
            assert f"| `{parameter.opts[0]}" in part or f"| `{parameter.metavar}`" in part


def test_the_readme_leads_to_the_page_of_commands() -> None:
    assert "(docs/commands.md)" in README
    assert {_command(words) for words in _typed(ROOT / "README.md")} <= {
        *COMMANDS,
        *OF_START_ITSELF,
    }
    told = set(re.findall(r"^\| `(--[a-z-]+)", README, flags=re.MULTILINE))
    assert told <= _options("serve")
    assert str(DEFAULT_PORT) in README


def test_the_two_commands_stand_in_blocks_of_their_own() -> None:
    blocks = re.findall(r"^ {4}(\S.*)$", README, flags=re.MULTILINE)
    assert "python3 start.py" in blocks
    assert "python3 start.py test" in blocks
    assert "exec python3 start.py test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_start_script_tells_of_real_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["--help"]) == 0
    told = re.findall(r"python3 start\.py (\w+)", capsys.readouterr().out)
    assert set(told) <= {*COMMANDS, *OF_START_ITSELF}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = [*re.findall(r"\]\(([^)\s]+)\)", text), *re.findall(r'src="([^"]+)"', text)]
    here = [target for target in targets if not re.match(r"https?:|mailto:|#", target)]
    assert [t for t in here if not (page.parent / t.split("#")[0]).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_heading_leads_to_one(page: Path) -> None:
    targets = re.findall(r"\]\(((?!https?:)[^)\s]*#[^)\s]+)\)", page.read_text(encoding="utf-8"))
    for target in targets:
        file, _sign, anchor = target.partition("#")
        text = ((page.parent / file) if file else page).read_text(encoding="utf-8")
        headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
        assert anchor in {_anchor(one) for one in headings}, target


def _anchor(heading: str) -> str:
    """Return what GitHub makes of a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_every_page_is_led_to_from_the_readme() -> None:
    found: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        found.add(page)
        links = re.findall(r"\]\(([^)\s#]+\.md)[)#]", page.read_text(encoding="utf-8"))
        here = {(page.parent / one).resolve() for one in links if not one.startswith("http")}
        waiting += [one for one in here - found - set(waiting) if one in PAGES]
    assert set(PAGES) - found == set()


@pytest.mark.parametrize("page", QUOTED)
def test_what_is_to_be_pressed_is_called_so(page: str) -> None:
    """A short quotation on these pages is a label of the kit, or a heading of its content."""
    text = sentences_of((ROOT / page).read_text(encoding="utf-8"))
    code = ROOT / "src" / "workshop_kit"
    files = [*code.rglob("*.py"), *code.rglob("*.j2"), *(ROOT / "data").rglob("*.toml")]
    labels = "\n".join(file.read_text(encoding="utf-8") for file in files)
    quoted = {one.rstrip(".") for one in re.findall(r"“([^”]+)”", text)}
    assert {one for one in quoted if one not in labels} - NOT_OURS == set()


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/dependencies.md"])
def test_every_file_that_is_named_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:data|docs|scripts|src|tests|notebooks|workshop)/[\w./-]+)`", text)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_picture_is_described_and_used() -> None:
    assert re.findall(r"!\[\]|alt=\"\"|<img(?![^>]*alt=)", README) == []
    pictures = {f"docs/images/{file.name}" for file in (ROOT / "docs" / "images").iterdir()}
    assert pictures == set(re.findall(r"docs/images/[\w-]+\.png", README))


def test_the_change_log_begins_with_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (\d+\.\d+\.\d+) - \d{4}-\d\d-\d\d\b", text, flags=re.MULTILINE)
    assert versions[0] == workshop_kit.__version__
    assert versions == sorted(versions, key=lambda v: [int(n) for n in v.split(".")], reverse=True)


@pytest.mark.parametrize("page", FOR_ANYONE)
def test_anyone_can_read_it(page: str) -> None:
    text = NAMES.sub("it", sentences_of((ROOT / page).read_text(encoding="utf-8")))
    assert textstat.flesch_kincaid_grade(text) <= GRADE
    sentences = re.split(r"(?<=[.?!:])\s", text)
    assert [one for one in sentences if len(one.split()) > LONGEST] == []
    assert [word for word in FORBIDDEN if word in text.lower()] == []


def test_the_way_to_collect_messages_is_the_tested_one() -> None:
    told = (ROOT / "docs" / "authors.md").read_text(encoding="utf-8")
    assert "pybabel extract -F pyproject.toml -k n_:1,2 -o" in told
