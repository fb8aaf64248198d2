"""Sentences of the partner map are at grade 8 or below, whatever names stand in them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import textstat

import workshop_kit.partners

GRADE, LONGEST = 8.0, 20
FOLDER = Path(workshop_kit.partners.__file__).parent


def sentences() -> Iterator[str]:
    """Yield every text that somebody reads; those of four words and less are labels."""
    for file in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "N_", "n_"}:
                texts = [str(one.value) for one in node.args[:2] if isinstance(one, ast.Constant)]
                yield from (text for text in texts if len(text.split()) > 4)


TEXTS = sorted({re.sub(r"\{\w+\}", "it", text) for text in sentences()})


def test_they_were_found() -> None:
    assert len(TEXTS) > 70


@pytest.mark.parametrize("text", TEXTS)
def test_it_can_be_read(text: str) -> None:
    assert textstat.flesch_kincaid_grade(text) <= GRADE
    assert max(len(one.split()) for one in re.split(r"(?<=[.?!:])\s", text)) <= LONGEST
    assert not re.search(r"n't\b|stakeholder|anonymous|we promise", text)
