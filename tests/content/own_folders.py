"""A group's own folder for a test, and what stands in it."""

import codecs
from pathlib import Path

HELP = "name,number,for whom,hours,languages,last checked,who checked"
RESOURCES = "title,address,about,kind,for whom,languages,last checked"
LINE = "Maple Valley crisis line,604-555-0100,Anyone here,Day and night,English,2026-05-01,Rosa"
RESOURCE = "Our map,https://example.org/map,Who does what here,Website,Everyone,English,2026-05-01"

PDF = b"%PDF-1.7\n" + b"x" * 3000
TXT = "A text of ours: q̓ic̓əy̓.\n".encode()
DOCX = (
    b"PK\x03\x04"
    + b"\0" * 26
    + b"[Content_Types].xml"
    + b"x" * 500
    + b"PK\x01\x02word/document.xml"
)
ODT = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text" + b"x" * 500


class OwnFolder:
    """The folder, with short ways to put something into it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def table(self, name: str, *rows: str) -> Path:
        """Save a table as the kit makes it: UTF-8 with a mark, commas."""
        return self.save(name, codecs.BOM_UTF8 + "\r\n".join(rows).encode())

    def save(self, name: str, data: bytes) -> Path:
        """Save a file."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path
