"""JSON: what it says of itself, and what is refused."""

import json
from typing import Any

import pytest

from tests.notes.evening import Evening
from workshop_kit.errors import BadImport
from workshop_kit.notes.json_document import json_document, read


def test_says_what_it_is(full: Evening) -> None:
    found = json.loads(json_document(full.report()))
    assert (found["format"], found["version"]) == ("workshop-kit notes", 4)
    assert any("Question 1 is personal" in line for line in found["left_out"])
    assert "q̓ic̓əy̓" in json_document(full.report())


def test_reads_back(full: Evening) -> None:
    assert read(json_document(full.report())) == full.report()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "{}", '{"format": "nbformat"}', "[" * 100_000, '"\\ud800"', "1" * 5000],
)
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(BadImport, match="no notes file"):
        read(text)


def changed(text: str, **changes: Any) -> str:
    return json.dumps(json.loads(text) | changes)


@pytest.mark.parametrize("version", [0, -1, "1", None, True, 1.5])
def test_a_version_that_never_was_is_refused(full: Evening, version: object) -> None:
    with pytest.raises(BadImport, match="no notes file"):
        read(changed(json_document(full.report()), version=version))


def test_a_newer_version_is_refused_before_anything_else_is_looked_at(full: Evening) -> None:
    with pytest.raises(BadImport, match=r"newer kit .* version is 5, this kit knows 4.*Update"):
        read(changed(json_document(full.report()), version=5, report="all new"))


def test_a_mistake_is_named_with_its_place(full: Evening) -> None:
    document = json.loads(json_document(full.report()))
    document["report"]["questions"][1]["answered"] = 99
    with pytest.raises(BadImport, match=r"report\.questions\.1.*answered should be"):
        read(json.dumps(document))


def test_an_unknown_field_is_refused(full: Evening) -> None:
    document = json.loads(json_document(full.report()))
    document["report"]["questions"][1]["answers"][0]["author"] = "somebody"
    with pytest.raises(BadImport, match="author"):
        read(json.dumps(document))
