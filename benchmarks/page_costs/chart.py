"""The chart of docs/performance.md: two fields with logarithmic scales, drawn as SVG."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

Points = dict[int, float]

WIDTH, HEIGHT = 960, 430
LEFT, TOP, FIELD_WIDTH, FIELD_HEIGHT, GAP = 64, 62, 300, 300, 180
LABEL_HEIGHT = 17
# Colours that colour-blind people tell apart (Okabe and Ito); each line has a mark of its own too.
LOOKS = {
    "kit": ("#0072b2", "M-5,-5h10v10h-10z"),
    "voila": ("#d55e00", "M0,-6L6,5H-6z"),
    "panel": ("#007a5a", "M0,-6L6,0L0,6L-6,0z"),
    "streamlit": ("#8a4a78", "M-5,-5L5,5M-5,5L5,-5"),
}


@dataclass(frozen=True)
class Field:
    """One field: a line for each server, by the number of people."""

    title: str
    unit: str
    lines: dict[str, Points]

    def people(self) -> tuple[float, float]:
        """Return the decades of the horizontal scale."""
        return decades([x for points in self.lines.values() for x in points])

    def values(self) -> tuple[float, float]:
        """Return the decades of the vertical scale."""
        return decades([y for points in self.lines.values() for y in points.values()])


def decades(values: list[float] | list[int]) -> tuple[float, float]:
    """Return the exponents of ten between which all values that are above zero lie."""
    logs = [math.log10(value) for value in values if value > 0] or [0.0]
    low, high = math.floor(min(logs)), math.ceil(max(logs))
    return low, max(high, low + 1)


def apart(places: list[float], least: float) -> list[float]:
    """Return sorted places moved down where they would be nearer than ``least`` to each other."""
    moved: list[float] = []
    for place in sorted(places):
        moved.append(max(place, moved[-1] + least) if moved else place)
    return moved


class _Drawn:
    """A field at its place in the picture."""

    def __init__(self, field: Field, left: float, titles: dict[str, str]) -> None:
        self.field, self.left, self.titles = field, left, titles
        self._x, self._y = field.people(), field.values()

    def x(self, value: float) -> float:
        low, high = self._x
        return self.left + FIELD_WIDTH * (math.log10(value) - low) / (high - low)

    def y(self, value: float) -> float:
        low, high = self._y
        return TOP + FIELD_HEIGHT * (1 - (math.log10(value) - low) / (high - low))

    def parts(self) -> Iterator[str]:
        middle = self.left + FIELD_WIDTH / 2
        below = TOP + FIELD_HEIGHT + 40
        title, unit = escape(self.field.title), escape(self.field.unit)
        yield f'<text class="title" x="{self.left:.0f}" y="{TOP - 34}">{title}</text>'
        yield f'<text x="{self.left:.0f}" y="{TOP - 14}">{unit}</text>'
        yield f'<text text-anchor="middle" x="{middle:.0f}" y="{below}">people</text>'
        yield from self._scales()
        for name, points in self.field.lines.items():
            yield from self._line(name, points)
        yield from self._names()

    def _scales(self) -> Iterator[str]:
        low, high = self._x
        for power in range(int(low), int(high) + 1):
            x = self.x(10**power)
            yield f'<path class="grid" d="M{x:.1f},{TOP}v{FIELD_HEIGHT}"/>'
            yield (
                f'<text text-anchor="middle" x="{x:.1f}" y="{TOP + FIELD_HEIGHT + 18}">'
                f"{10**power:,g}</text>"
            )
        low, high = self._y
        for power in range(int(low), int(high) + 1):
            y = self.y(10**power)
            yield f'<path class="grid" d="M{self.left:.1f},{y:.1f}h{FIELD_WIDTH}"/>'
            yield (
                f'<text text-anchor="end" x="{self.left - 7:.1f}" y="{y + 4:.1f}">'
                f"{10**power:,g}</text>"
            )

    def _line(self, name: str, points: Points) -> Iterator[str]:
        colour, mark = LOOKS[name]
        placed = [(self.x(x), self.y(y)) for x, y in sorted(points.items()) if y > 0]
        way = "L".join(f"{x:.1f},{y:.1f}" for x, y in placed)
        if placed:
            yield f'<path class="line" stroke="{colour}" d="M{way}"/>'
        for x, y in placed:
            yield (
                f'<path class="mark" stroke="{colour}" fill="{colour}" '
                f'transform="translate({x:.1f},{y:.1f})" d="{mark}"/>'
            )

    def _names(self) -> Iterator[str]:
        ends = []
        for name, points in self.field.lines.items():
            above = {x: y for x, y in points.items() if y > 0}
            if above:
                ends.append((self.y(above[max(above)]), self.x(max(above)), name))
        ends.sort()
        for (_y, x, name), y in zip(
            ends, apart([end[0] for end in ends], LABEL_HEIGHT), strict=True
        ):
            colour, _mark = LOOKS[name]
            yield (
                f'<text class="name" style="fill:{colour}" x="{x + 11:.1f}" y="{y + 4:.1f}">'
                f"{escape(self.titles[name])}</text>"
            )


def described(fields: list[Field], titles: dict[str, str]) -> str:
    """Return the end of each line in words, for who does not see the chart."""
    said = []
    for field in fields:
        ends = [
            f"{titles[name]} {points[max(points)]:,.3g} at {max(points):,} people"
            for name, points in field.lines.items()
            if points
        ]
        said.append(f"{field.title} ({field.unit}): {', '.join(ends)}.")
    return " ".join(said)


def draw(fields: list[Field], titles: dict[str, str], title: str) -> str:
    """Return the chart as SVG."""
    parts = []
    for number, field in enumerate(fields):
        left = LEFT + number * (FIELD_WIDTH + GAP)
        parts += list(_Drawn(field, left, titles).parts())
    inside = "\n".join(parts)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">
<title>{escape(title)}</title>
<desc>{escape(described(fields, titles))}</desc>
<style>
text {{ font: 13px system-ui, sans-serif; fill: #333 }}
.title {{ font-weight: 700; font-size: 15px }}
.name {{ font-weight: 700 }}
.grid {{ stroke: #ddd; fill: none }}
.line {{ fill: none; stroke-width: 2 }}
.mark {{ stroke-width: 2 }}
</style>
<rect width="100%" height="100%" fill="#fff"/>
{inside}
</svg>
"""
