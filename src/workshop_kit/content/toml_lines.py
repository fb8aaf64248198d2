"""Where in a TOML text each table and key stands, for messages that name the line."""

import re
from collections.abc import Iterator

Place = tuple[str | int, ...]
"""A path into the data, such as ``("question", 2, "parts", 0, "label")``."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.-]+)\s*\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")
_LONG_QUOTES = ('"""', "'''")


def line_of(text: str, place: Place) -> int:
    """Return the line, counted from 1, of the nearest thing to a place that the text holds."""
    lines = dict(_places(text))
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)


def _places(text: str) -> Iterator[tuple[Place, int]]:
    """Yield where each table and each key begins, in the order of the text."""
    table: Place = ()
    last_of: dict[Place, int] = {}
    for number, line in _lines_outside_long_strings(text):
        if header := _HEADER.match(line):
            names = header[2].split(".")
            table = _resolved(names, last_of, opens_item=header[1] == "[[")
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, key[1]), number


def _resolved(names: list[str], last_of: dict[Place, int], *, opens_item: bool) -> Place:
    """Return a header's path with the number of each array's newest item filled in."""
    path: Place = ()
    for depth, name in enumerate(names, start=1):
        path = (*path, name)
        if opens_item and depth == len(names):
            last_of[path] = last_of.get(path, -1) + 1
        if path in last_of:
            path = (*path, last_of[path])
    return path


def _lines_outside_long_strings(text: str) -> Iterator[tuple[int, str]]:
    """Yield numbered lines without those that lie inside a string of several lines."""
    closing: str | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if closing is None:
            yield number, line
            closing = _left_open(line)
        elif closing in line:
            closing = None


def _left_open(line: str) -> str | None:
    """Return the quotes of a long string that begins on a line and does not end there."""
    for quotes in _LONG_QUOTES:
        if re.search(r"=\s*" + quotes, line) and line.count(quotes) == 1:
            return quotes
    return None
