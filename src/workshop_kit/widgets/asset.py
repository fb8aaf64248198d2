"""Put an ES module and the modules that it imports into one text, as anywidget wants it."""

import re
from pathlib import Path

FOLDER = Path(__file__).parent

_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"\./([\w-]+\.js)";?[ \t]*\n?', re.MULTILINE)
_DECLARED = re.compile(
    r"^(export\s+)?(?:async\s+)?(?:function\s*\*?|class|const|let|var)\s+([A-Za-z_$][\w$]*)",
    re.MULTILINE,
)
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function|class|const|let|var)\b)", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import\b|export\b(?!\s+default\b)).*", re.MULTILINE)
_DEFAULT = re.compile(r"^export\s+default\b", re.MULTILINE)
# A comment that has its lines to itself: a quarter of what a phone would load.
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
# No text goes on over a line's end (see _joined), so this is for readers only.
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


class AssetError(ValueError):
    """A module cannot be put together; the message names the file and what to change."""


def module(name: str, folder: Path = FOLDER) -> str:
    """Return one ES module that imports nothing, without the comments that explain it.

    Parameters
    ----------
    name
        The module's file name, such as ``reflect.js``. Files that it imports by
        ``import { a } from "./room.js"`` come before it, each of them once.
    folder
        Where the files are.

    Raises
    ------
    AssetError
        A file or name is missing, is there twice, or is imported in a way that is not taken.
    """
    files = _in_order(name, folder, ())
    _no_name_twice(files)
    texts = [_joined(file, text, last=file == name) for file, text in files.items()]
    return "\n".join(texts)


def style(*names: str, folder: Path = FOLDER) -> str:
    """Return style sheets as one text, in the order given, without the comments that explain them.

    Raises
    ------
    AssetError
        A file is missing, or it imports another one.
    """
    texts = [_read(name, folder) for name in names]
    for name, text in zip(names, texts, strict=True):
        if "@import" in text:
            raise AssetError(f"{name}: a style sheet may not @import; name both files instead")
    return "\n".join(_INDENT.sub("", _COMMENT.sub("", text)) for text in texts)


def _read(name: str, folder: Path) -> str:
    try:
        return (folder / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise AssetError(f"{name}: there is no such file in {folder}") from None


def _in_order(name: str, folder: Path, above: tuple[str, ...]) -> dict[str, str]:
    if name in above:
        raise AssetError(f"{name}: imports itself through {' -> '.join((*above, name))}")
    text = _read(name, folder)
    files: dict[str, str] = {}
    for match in _IMPORT.finditer(text):
        wanted, other = _names(match[1]), match[2]
        files |= _in_order(other, folder, (*above, name))
        _has(other, files[other], wanted, by=name)
    files[name] = text
    return files


def _names(listed: str) -> list[str]:
    return [part.strip() for part in listed.split(",") if part.strip()]


def _has(file: str, text: str, wanted: list[str], by: str) -> None:
    exported = {name for export, name in _DECLARED.findall(text) if export}
    for name in wanted:
        if name not in exported:
            raise AssetError(f"{by}: imports {name!r}, which {file} does not export by that name")


def _no_name_twice(files: dict[str, str]) -> None:
    owner: dict[str, str] = {}
    for file, text in files.items():
        for _export, name in _DECLARED.findall(text):
            if owner.setdefault(name, file) != file:
                raise AssetError(f"{file}: {name!r} is already a top-level name of {owner[name]}")


def _joined(file: str, text: str, *, last: bool) -> str:
    for number, line in enumerate(text.splitlines(), 1):
        if line.count("`") % 2:
            raise AssetError(f"{file}: the template text on line {number} must end on its line")
    text = _INDENT.sub("", _COMMENT.sub("", _IMPORT.sub("", text)))
    if not last and _DEFAULT.search(text):
        raise AssetError(f"{file}: only the widget's own module may have a default export")
    text = _EXPORT.sub("", text)
    left = _LEFT_OVER.search(text)
    if left:
        raise AssetError(
            f'{file}: {left[0]!r} is not taken; write import {{ a }} from "./x.js" '
            "and put export before a function, class or const"
        )
    return text
