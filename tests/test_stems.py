"""Stems: one word in its forms, in two languages, and never a word that says nothing."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.content.stop_words import stop_words
from workshop_kit.stems import Stems, without_accents


def stems(text: str, *others: str) -> dict[str, str]:
    return Stems(stop_words(), [text, *others]).of(text)


def test_forms_of_a_word_have_one_stem() -> None:
    for forms in (
        "We trained the hotels / Training for a hotel / train hotel's",
        "The buses and the bus",
        "Les hôtels, un hôtel, l'hôtel",
        "Nos écoles et l’école de l'École",  # noqa: RUF001 - phones type this apostrophe
    ):
        found = [set(stems(part, "the and of")) for part in forms.split(" / ")]
        assert all(one == found[0] for one in found), found
    assert set(stems("The buses and the bus")) == {"bus"}
    assert set(stems("Les hôtels, un hôtel, l'hôtel")) == {"hotel"}


def test_words_that_both_languages_have_are_one() -> None:
    assert set(stems("The hotel and the police")) & set(stems("Les hôtels et la police")) == {
        "hotel",
        "polic",
    }


def test_words_that_say_nothing_are_passed_over() -> None:
    assert stems("What should we do about it, and who?") == {}
    assert stems("Qu'est-ce que nous pouvons faire avec les autres ?").keys() <= {"pouvon"}
    assert stems("1-800 2026 a b, !?") == {}


def test_a_text_without_little_words_has_the_language_of_most() -> None:
    french = ["les jeunes et la nuit", "un repas pour tous", "the bus"]
    assert set(stems("Logements", *french)) == {"log"}
    assert set(stems("Logements", "the youth and the night")) == {"logement"}
    assert set(stems("Logements sociaux déjà là", "the youth")) >= {"log"}  # its letters tell


def test_each_stem_comes_with_a_word_as_it_is_written() -> None:
    assert stems("The school's Posters, posters") == {"school": "school", "poster": "Posters"}
    assert stems("Dans l'école") == {"ecol": "école"}


def test_names_with_marks_of_their_own_are_one_word() -> None:
    found = stems("q\u0313ic\u0313\u0259y\u0313 on the poster")
    assert list(found.values()) == ["q\u0313ic\u0313\u0259y\u0313", "poster"]
    assert without_accents("Hôtel d'été") == "Hotel d'ete"


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_at_all_has_stems(text: str) -> None:
    found = stems(text)
    assert all(stem and word for stem, word in found.items())
    assert found == stems(text)
