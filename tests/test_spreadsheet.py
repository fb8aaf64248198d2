"""Cells that no spreadsheet takes for a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.spreadsheet import guarded, unguarded


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\uff1d1", "'=1", "''=1"])
def test_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["", "tea", "'twas", "a=b", "1-800-563-0808"])
def test_what_is_no_formula_stays(cell: str) -> None:
    assert guarded(cell) == cell


@given(st.text("'=+-@\t\ra", max_size=6))
def test_the_guard_can_be_taken_off(cell: str) -> None:
    assert guarded(cell)[:1] not in {*"=+-@\t\r"}
    assert unguarded(guarded(cell)) == cell
