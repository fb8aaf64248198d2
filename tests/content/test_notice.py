"""The notice before joining: what has to be said, and what depends on the session."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from workshop_kit.content.notice import join_words, notice, read_join
from workshop_kit.errors import ContentError
from workshop_kit.model import RolePresent, SessionDetails

BARE = SessionDetails(title="An evening")
FULL = SessionDetails(
    title="An evening",
    community="Lillooet",
    host="The library",
    purpose="to choose a first step",
    recipients="the new committee",
    privacy_contact="Ada, 250-555-0101",
    record_owner="Sekw'el'was",
    support_person="Mary, by the red lamp",
    roles_present=(RolePresent.POLICE, RolePresent.MEDIA),
    first_names_allowed=True,
    keep_days=3,
)


def whole(details: SessionDetails) -> str:
    return "\n".join(text for section in notice(details) for text in section.paragraphs)


@pytest.mark.parametrize("details", [BARE, FULL])
@pytest.mark.parametrize(
    "said",
    [
        "workshop about human trafficking",
        "Your words stay on your phone until you press Send.",
        "Only what the facilitator approves",
        "Write nothing that could point to a person",
        "No names.",
        "You do not have to answer anything.",
        "you can take back everything that you sent",
        "Others may not do so.",
        "child or youth under 19",
        "must report it",
        "1-800-663-9122",
        "call 9-1-1",
        "A court can ask",
        "is to be destroyed",
        "If it begins with http",
    ],
)
def test_it_always_says(details: SessionDetails, said: str) -> None:
    assert said in whole(details)


def test_it_says_what_was_given() -> None:
    text = whole(FULL)
    for field in ("host", "purpose", "recipients", "privacy_contact", "record_owner"):
        assert getattr(FULL, field) in text
    assert FULL.support_person in text
    assert "destroyed 3 days after" in text
    assert "Police are in the room." in text
    assert "media are in the room" in text
    assert "You may give a first name." in text
    assert "You are not asked for your name." not in text


def test_what_was_not_given_falls_away_or_is_said_otherwise() -> None:
    text = whole(BARE)
    assert "It is held by" not in text
    assert "belongs to" not in text
    assert "Ask the facilitator who will get the notes." in text
    assert "Ask the facilitator about your words and this notice." in text
    assert "Police are in the room." not in text
    assert "Nobody from the police or the media has been named to us." in text
    assert "destroyed 14 days after" in text


@pytest.mark.parametrize("roles", list(product([True, False], repeat=2)))
def test_police_and_media_are_named_each_for_themselves(roles: tuple[bool, bool]) -> None:
    present = tuple(role for role, here in zip(RolePresent, roles, strict=True) if here)
    text = whole(SessionDetails(title="a", roles_present=present))
    assert ("Police are in the room." in text) == (RolePresent.POLICE in present)
    assert ("other media are in the room." in text) == (RolePresent.MEDIA in present)
    assert ("has been named to us" in text) == (not present)


def test_no_place_is_left_open_and_nothing_is_promised() -> None:
    for details in (BARE, FULL):
        text = whole(details).lower()
        assert "{" not in text
        assert "anonymous" not in text
        assert "promise" not in text
        assert all(section.heading and section.paragraphs for section in notice(details))


def test_the_words_around_it() -> None:
    words = join_words("xx")
    assert words == join_words()
    assert any("before you press Send" in line for line in words.in_short)
    assert any("Names are not shown." in line for line in words.in_short)
    assert words.consent


def test_a_mistake_is_found(changed_copy: Callable[[str, str, str], Path]) -> None:
    path = changed_copy("en/join.toml", "It is held by {host}.", "It is held by {hosts}.")
    line = path.read_text("utf-8").split("\n").index('text = "It is held by {hosts}."')
    with pytest.raises(ContentError) as caught:
        read_join(path)
    assert "“data/en/join.toml”" in caught.value.message
    assert f"line {line}." in caught.value.message
    assert "“{hosts}” cannot be filled in" in caught.value.message
