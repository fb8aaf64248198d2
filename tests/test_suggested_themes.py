"""Suggested themes: small cases that can be reckoned by hand, and what holds for any text."""

import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_kit.card import Card
from workshop_kit.content.stop_words import stop_words
from workshop_kit.stems import LONGEST_WORD
from workshop_kit.suggested_themes import MANY, MOST_CARDS, SuggestedTheme, suggested_themes
from workshop_kit.theme import Theme

ENGLISH = [
    "A safe ride home at night",
    "Rides for youth",
    "Train the hotel staff",
    "Hotels: front desk staff",
    "Something else",
    "The Elders",
]
FRENCH = [
    "Former le personnel des hôtels",
    "Le personnel de l'hôtel",
    "Un repas pour les aînés",
    "Des repas au centre",
    "Rien d'autre",
]
ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=60)
KNOWN = ["bus", "ride", "école", "school", "the", "les", "hôtel", "hotels"]
LIKELY = st.lists(st.sampled_from(KNOWN)).map(" ".join)


def made(texts: list[str]) -> list[Card]:
    return [Card(id=f"c{number}", text=text) for number, text in enumerate(texts)]


def suggested(texts: list[str]) -> list[SuggestedTheme]:
    return suggested_themes(made(texts), stop_words())


def told(texts: list[str]) -> list[tuple[str, list[str]]]:
    """Return each title with its texts."""
    return [
        (one.title, sorted(texts[int(card[1:])] for card in one.cards)) for one in suggested(texts)
    ]


def test_english_cards_that_share_words_are_put_together() -> None:
    assert told(ENGLISH) == [
        ("Hotel, staff", ["Hotels: front desk staff", "Train the hotel staff"]),
        ("Ride", ["A safe ride home at night", "Rides for youth"]),
    ]


def test_french_cards_too() -> None:
    assert told(FRENCH) == [
        ("Hôtel, personnel", ["Former le personnel des hôtels", "Le personnel de l'hôtel"]),
        ("Repas", ["Des repas au centre", "Un repas pour les aînés"]),
    ]


def test_in_a_room_with_both_a_word_of_both_puts_them_together() -> None:
    texts = ["Train hotel staff", "Former les hôtels", "A hotel", "Un repas", "The library"]
    [(title, together)] = told(texts)
    assert title == "Hotel"
    assert together == ["A hotel", "Former les hôtels", "Train hotel staff"]


def test_the_reason_is_told_in_words_that_somebody_wrote() -> None:
    first, second = suggested(ENGLISH)
    assert first.because == ("hotel", "staff")
    assert second.because == ("ride",)
    assert all(one.title.lower() == ", ".join(one.because).lower() for one in (first, second))


def test_what_shares_no_word_stays_alone() -> None:
    assert suggested(["Bus", "Ride", "Autobus"]) == []
    assert suggested(["what to do", "What to do about it"]) == []
    assert suggested(["Soup"]) == []
    assert suggested([]) == []


def test_a_name_keeps_its_capital_and_a_beginning_of_a_sentence_does_not() -> None:
    [one] = suggested(["Ask the Elders", "Elders first", "A bus"])
    assert one.because == ("Elders",)
    [other] = suggested(["Posters", "A poster", "Some posters"])
    assert other.because == ("posters",)


def test_a_title_is_never_longer_than_a_title_may_be() -> None:
    text = " ".join(letter * LONGEST_WORD for letter in "bcd")
    [one] = suggested([text, text])
    assert len(one.because) == 3
    assert Theme(id="t1", title=one.title).title.count(",") == 0


def different_words(number: int) -> list[str]:
    """Return words that no two of have the same stem."""
    letters = "bcdfghjklmnpqrtvwx"
    words = ["".join(three) for three in itertools.product(letters, repeat=3)]
    return [f"{word}q" for word in words[:number]]


def test_a_word_that_nearly_everybody_wrote_says_nothing_in_a_full_room() -> None:
    texts = [f"school {word}" for word in different_words(MANY + 1)]
    assert suggested(texts) == []
    [all_of_them] = suggested(texts[:12])
    assert (all_of_them.title, len(all_of_them.cards)) == ("School", 12)


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY_TEXT | LIKELY, max_size=25), st.randoms(use_true_random=False))
def test_any_texts_in_any_order_give_the_same(texts: list[str], chance: random.Random) -> None:
    cards = made(texts)
    found = suggested_themes(cards, stop_words())
    chance.shuffle(cards)
    assert suggested_themes(cards, stop_words()) == found
    placed = [card for one in found for card in one.cards]
    assert len(set(placed)) == len(placed)
    assert set(placed) <= {card.id for card in cards}
    for one in found:
        assert len(one.cards) >= 2
        assert one.because
        assert Theme(id="t1", title=one.title).title == one.title


def test_more_cards_than_a_room_can_wait_for_are_left_out() -> None:
    texts = [*different_words(MOST_CARDS), "yoga", "yoga at noon"]
    assert suggested(texts) == []  # the last ones by their words
    [one] = suggested(texts[-30:])
    assert one.title == "Yoga"
