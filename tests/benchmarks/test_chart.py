"""The chart: well-formed SVG whose lines are where the figures say."""

import re
from xml.etree import ElementTree

from benchmarks.page_costs.chart import (
    FIELD_HEIGHT,
    FIELD_WIDTH,
    LEFT,
    TOP,
    Field,
    apart,
    decades,
    draw,
)

SVG = "{http://www.w3.org/2000/svg}"
TITLES = {"kit": "the kit", "voila": "stock Voilà & more"}
FIELD = Field("Memory", "MB", {"kit": {10: 1.0, 1000: 100.0}, "voila": {10: 100.0}})


def _read(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn)  # noqa: S314 - drawn by us


def test_decades_hold_all_values() -> None:
    assert decades([0.3, 20.0]) == (-1, 2)
    assert decades([10, 10]) == (1, 2)
    assert decades([]) == (0, 1)
    assert decades([0.0, -1.0, 5.0]) == (0, 1)


def test_names_that_would_lie_on_each_other_move_apart() -> None:
    assert apart([100.0, 10.0, 12.0, 20.0], 15.0) == [10.0, 25.0, 40.0, 100.0]


def test_a_line_goes_from_corner_to_corner_where_its_figures_do() -> None:
    drawn = _read(draw([FIELD], TITLES, "Pages"))
    [line, _single] = drawn.findall(f"{SVG}path[@class='line']")
    places = [float(one) for one in re.findall(r"[\d.]+", line.attrib["d"])]
    assert places == [LEFT, TOP + FIELD_HEIGHT, LEFT + FIELD_WIDTH, TOP]


def test_the_chart_says_in_words_what_it_shows() -> None:
    drawn = _read(draw([FIELD], TITLES, "Pages"))
    assert drawn.findtext(f"{SVG}title") == "Pages"
    told = drawn.findtext(f"{SVG}desc")
    assert told == "Memory (MB): the kit 100 at 1,000 people, stock Voilà & more 100 at 10 people."


def test_each_server_has_a_mark_and_a_name_of_its_own() -> None:
    drawn = _read(draw([FIELD], TITLES, "Pages"))
    marks = {one.attrib["d"] for one in drawn.findall(f"{SVG}path[@class='mark']")}
    assert len(marks) == 2
    names = {one.text for one in drawn.findall(f"{SVG}text[@class='name']")}
    assert names == set(TITLES.values())


def test_a_chart_of_nothing_is_drawn_all_the_same() -> None:
    _read(draw([Field("Memory", "MB", {"kit": {}})], TITLES, "Pages"))
    _read(draw([Field("Memory", "MB", {"kit": {10: 0.0}})], TITLES, "Pages"))
