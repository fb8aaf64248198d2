"""Sources: each once, with what was read; and every address of the kit stands with one."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from workshop_kit.content.committees import committees
from workshop_kit.content.files import kit_folder
from workshop_kit.content.help_lines import help_lines
from workshop_kit.content.resources import resources
from workshop_kit.content.sections import sections
from workshop_kit.content.sources import FILE, read_sources, source
from workshop_kit.content.stories import stories
from workshop_kit.content.web_address import WebAddress
from workshop_kit.errors import ContentError

ADDRESS = re.compile(r"https?://[^\s\"“”<>]+")
FILES = sorted(kit_folder("data").rglob("*.toml"))
SOURCES = read_sources(kit_folder("data") / FILE)


def addresses(text: str) -> Iterator[str]:
    """Yield the addresses of a text, without the bracket that closes a Markdown link."""
    for found in ADDRESS.findall(text):
        yield re.split(r"\)(?=[\s.,:;]|$)", found)[0].rstrip(".,:;")


def with_a_source() -> set[str]:
    """Return every address that is a source, or a row's own with its sources beside it."""
    return {
        *(one.address for one in SOURCES.values()),
        *(row.address for row in committees() if row.cites),
        *(row.address for row in resources() if row.cites),
        *(row.address for row in stories() if row.cites),
        *(line.source for line in help_lines() if line.evidence),
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: "-".join(path.parts[-2:]))
def test_every_address_is_well_formed_and_listed_with_its_source(path: Path) -> None:
    text = path.read_text("utf-8")
    tomllib.loads(text)
    for address in addresses(text):
        assert TypeAdapter(WebAddress).validate_python(address) == address
        assert address in with_a_source()


def test_the_addresses_of_links_are_found_whole() -> None:
    text = "See [a](http://example.org/b), (https://example.org/c_(d)) and https://example.org/e."
    assert list(addresses(text)) == [
        "http://example.org/b",
        "https://example.org/c_(d)",
        "https://example.org/e",
    ]


def test_each_source_is_listed_once_and_says_what_was_read() -> None:
    keys = re.findall(r"^key = \"(.+)\"$", (kit_folder("data") / FILE).read_text("utf-8"), re.M)
    assert len(keys) == len(set(keys)) == len(SOURCES)
    assert all(one.evidence for one in SOURCES.values())


def test_each_source_is_cited_somewhere() -> None:
    text = "".join(path.read_text("utf-8") for path in FILES)
    cited = set(re.findall(r'source = "([a-z_0-9]+)"', text))
    assert cited == SOURCES.keys()


def test_each_section_cites_one_of_the_toolkits_own_documents() -> None:
    for section in sections():
        cited = {cite.source for part in section.parts for cite in part.cites}
        assert cited & {"guide", "get_organized"}, section.key


def test_a_key_that_is_none_says_where_to_add_it() -> None:
    with pytest.raises(ContentError, match=r"“gudie” is no source\. Add it to “data/sources.toml”"):
        source("gudie")


def test_a_mistake_is_found(changed_copy: Callable[[str, str, str], Path]) -> None:
    path = changed_copy(FILE, 'address = "https://', 'address = "www.')
    with pytest.raises(ContentError, match=r"“data/sources.toml”.* line 10\. source\.0\.address"):
        read_sources(path)
