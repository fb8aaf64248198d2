"""Words of partners' names: in small letters without accents, or they would never be met."""

from workshop_kit.content.partner_names import partner_names
from workshop_kit.stems import without_accents


def test_all_are_written_as_names_are_folded() -> None:
    words = partner_names()
    every = [*words.passed_over, *words.tell_apart, *words.short_forms, *words.short_forms.values()]
    assert [one for one in every if one != without_accents(one).lower()] == []


def test_what_tells_two_partners_apart_is_never_passed_over() -> None:
    words = partner_names()
    assert not words.passed_over & words.tell_apart


def test_no_short_form_holds_a_word_that_is_dropped_before_it_is_looked_for() -> None:
    words = partner_names()
    parts = {part for one in words.short_forms for part in one.split()}
    assert not parts & words.passed_over


def test_the_police_have_their_name_in_both_languages() -> None:
    forms = partner_names().short_forms
    assert forms["rcmp"] == forms["grc"] == forms["gendarmerie royale canada"]
