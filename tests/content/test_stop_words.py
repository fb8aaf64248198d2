"""Words that say nothing: there for both languages, in the form in which they are looked for."""

from workshop_kit.content.stop_words import stop_words


def test_each_language_has_the_words_that_texts_are_held_together_by() -> None:
    found = stop_words()
    assert {"the", "and", "what", "people"} <= found["en"]
    assert {"les", "et", "été", "personnes"} <= found["fr"]


def test_they_are_single_words_in_small_letters() -> None:
    for words in stop_words().values():
        assert all(word == word.lower().strip() and word.isalpha() for word in words)


def test_what_answers_are_about_is_none_of_them() -> None:
    about = {"help", "school", "youth", "police", "bus", "aide", "école", "jeunes", "nuit"}
    assert not about & (stop_words()["en"] | stop_words()["fr"]) - {"help"}
