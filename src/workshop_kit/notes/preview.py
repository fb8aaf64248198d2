"""Notes as a page shows them: their outline, and the files that it can save."""

from typing import Any

from workshop_kit.notes.formats import FORMATS, file_stem
from workshop_kit.notes.outline import outline
from workshop_kit.notes.report import Report


def preview(report: Report) -> dict[str, Any]:
    """Return plain text in plain JSON; whoever shows it has no HTML to trust."""
    files = [
        {
            "format": name,
            "name": file_stem(report) + one.suffix,
            "media_type": one.media_type,
            "text": one.render(report),
        }
        for name, one in FORMATS.items()
    ]
    return {"page": outline(report).model_dump(mode="json"), "files": files}
