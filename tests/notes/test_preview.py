"""The preview is plain text in plain JSON, with the files that fit it."""

import json

from tests.notes.evening import Evening
from workshop_kit.notes.formats import FORMATS
from workshop_kit.notes.preview import preview


def test_has_the_outline_and_every_file(full: Evening) -> None:
    report = full.report()
    shown = json.loads(json.dumps(preview(report)))
    assert shown["page"]["title"] == "Maple Valley"
    assert {file["format"]: file["text"] for file in shown["files"]} == {
        name: one.render(report) for name, one in FORMATS.items()
    }
    assert [file["name"] for file in shown["files"]] == [
        "notes-2026-11-22.txt",
        "notes-2026-11-22.md",
        "notes-2026-11-22.csv",
        "notes-2026-11-22.json",
    ]
