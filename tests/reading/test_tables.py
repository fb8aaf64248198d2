"""Which rows the tables of the sections have."""

from typing import get_args

import pytest

from workshop_kit.content.sections import Table
from workshop_kit.reading.html import TEMPLATES
from workshop_kit.reading.tables import WIDGETS, rows


@pytest.mark.parametrize("table", [one for one in get_args(Table) if one not in WIDGETS])
def test_every_table_has_rows_and_a_template(table: Table) -> None:
    assert rows(table, "en")
    assert (TEMPLATES / "tables" / f"{table}.html.j2").is_file()


def test_a_table_of_a_widget_has_none_here() -> None:
    assert rows("resources", "en") == ()


def test_lines_for_facilitators_stay_on_their_pages() -> None:
    assert {line.group for line in rows("help_lines", "en")} == {"everyone"}
