"""What a facilitator reads on paper agrees with the kit's data, and its links lead somewhere."""

import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from workshop_kit.content.files import kit_folder
from workshop_kit.content.help_lines import help_line, help_lines
from workshop_kit.content.web_address import WebAddress

CHECKOUT = Path(__file__).parents[2]
DOCUMENTS = [
    *sorted((CHECKOUT / "workshop").glob("*.md")),
    CHECKOUT / "docs" / "facilitators.md",
    CHECKOUT / "docs" / "privacy.md",
    CHECKOUT / "data" / "NOTICE.md",
]
PHONE = re.compile(r"\b1-8[0-9]{2}-[0-9]{3}-[0-9]{4}\b")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    targets = [*re.findall(r"\]\(([^)]+)\)", text), *re.findall(r"<(https?:[^>]+)>", text)]
    for target in targets:
        if ":" in target:
            TypeAdapter(WebAddress).validate_python(target)
        else:
            file, _sign, heading = target.partition("#")
            assert (path.parent / file).is_file(), target
            assert not heading or heading in headings(path.parent / file), target


def headings(path: Path) -> set[str]:
    """Return the headings of a document as links name them."""
    found = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_number_is_one_of_the_help_lines(path: Path) -> None:
    assert set(PHONE.findall(path.read_text("utf-8"))) <= {line.number for line in help_lines()}


def test_the_checklist_has_every_line_to_dial_under_its_name() -> None:
    text = (kit_folder("workshop") / "checklist.md").read_text("utf-8")
    for line in help_lines():
        if line.key != "emergency":
            assert f"| {line.name.partition(' (')[0]} | {line.number} |" in text


def test_a_child_at_risk_is_reported_to_the_number_of_the_data() -> None:
    for name in ("facilitator-guide.md", "checklist.md"):
        text = (kit_folder("workshop") / name).read_text("utf-8")
        assert help_line("child_at_risk").number in text
