"""The order depends on what is said and on nothing else."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.notes.order import in_mixed_order


@given(st.lists(st.text()), st.randoms())
def test_is_the_same_however_things_came(words: list[str], chance: Random) -> None:
    shuffled = list(words)
    chance.shuffle(shuffled)
    assert in_mixed_order(shuffled) == in_mixed_order(words)
    assert sorted(in_mixed_order(words)) == sorted(words)


def test_is_neither_the_alphabet_nor_the_length() -> None:
    words = [chr(97 + number) * (number + 1) for number in range(12)]
    assert list(in_mixed_order(words)) not in (words, words[::-1])
