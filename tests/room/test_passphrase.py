"""Passphrases: random, forgiving to type, kept as a hash only."""

import re

import pytest

from workshop_kit.room.passphrase import fits, hash_passphrase, new_passphrase


def test_is_three_groups_of_four_and_new_each_time() -> None:
    made = {new_passphrase() for _ in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch(r"([CDFHJKMPQRTVWXY34679]{4}-){2}[^-]{4}", one) for one in made)


def test_hash_is_argon2_salted_and_holds_no_passphrase() -> None:
    one, other = hash_passphrase("K7M4-QXRT-HJ39"), hash_passphrase("K7M4-QXRT-HJ39")
    assert one.startswith("$argon2id$")
    assert one != other
    assert "K7M4" not in one


@pytest.mark.parametrize(
    "typed", ["K7M4-QXRT-HJ39", "k7m4qxrthj39", " K7m4 qxrt HJ39 ", "K7M4\N{EN DASH}QXRT-HJ39"]
)
def test_case_spaces_and_dashes_do_not_matter_in_a_generated_one(typed: str) -> None:
    assert fits(hash_passphrase("K7M4-QXRT-HJ39"), typed)


@pytest.mark.parametrize("typed", ["", "K7M4-QXRT-HJ37", "K7M4-QXRT", "maple", "\ud800", "\0"])
def test_another_does_not_fit(typed: str) -> None:
    assert not fits(hash_passphrase("K7M4-QXRT-HJ39"), typed)


def test_one_of_ones_own_is_taken_as_it_is() -> None:
    own = hash_passphrase("Maple valley, tonight")
    assert fits(own, "Maple valley, tonight ")
    assert not fits(own, "maple valley tonight")


@pytest.mark.parametrize("bad", ["", "not a hash", "$argon2id$v=19$m=65536", "$2b$12$abc", "é"])
def test_what_is_no_hash_fits_nothing(bad: str) -> None:
    assert not fits(bad, "K7M4-QXRT-HJ39")
