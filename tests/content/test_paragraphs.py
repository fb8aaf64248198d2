"""Paragraphs that depend on what the facilitator gave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop_kit.content.paragraphs import Paragraph, told
from workshop_kit.model import RolePresent, SessionDetails


def test_a_paragraph_falls_away_and_its_alternative_takes_its_place() -> None:
    both = (
        Paragraph(text="Held by {host}.", when=("host",)),
        Paragraph(text="Ask who holds it.", unless=("host",)),
    )
    assert told(both, SessionDetails(title="a", host="Library")) == ("Held by Library.",)
    assert told(both, SessionDetails(title="a")) == ("Ask who holds it.",)


def test_all_of_when_and_none_of_unless() -> None:
    both = (Paragraph(text="x", when=("police", "media"), unless=("first_names",)),)
    police, media = RolePresent.POLICE, RolePresent.MEDIA
    assert not told(both, SessionDetails(title="a", roles_present=(police,)))
    assert told(both, SessionDetails(title="a", roles_present=(police, media)))
    assert not told(
        both,
        SessionDetails(title="a", roles_present=(police, media), first_names_allowed=True),
    )


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ({"text": "{nobody}"}, "cannot be filled in"),
        ({"text": "{host}"}, 'needs when = ["host"]'),
        ({"text": "{host.__class__}", "when": ["host"]}, "cannot be filled in"),
        ({"text": "{}"}, "cannot be filled in"),
        ({"text": "{host"}, "expected '}'"),
        ({"text": "x", "when": ["weather"]}, "is no condition"),
        ({"text": "x", "unless": ["weather"]}, "is no condition"),
    ],
)
def test_a_mistake_is_told(paragraph: dict[str, object], expected: str) -> None:
    with pytest.raises(ValidationError, match=expected.replace("[", r"\[")):
        Paragraph.model_validate(paragraph)


@given(st.text(max_size=100), st.integers(1, 365))
def test_what_a_facilitator_typed_is_told_as_it_is(host: str, days: int) -> None:
    details = SessionDetails(title="a", host=host, keep_days=days)
    (text,) = told((Paragraph(text="{keep_days}"),), details)
    assert text == ("1 day" if days == 1 else f"{days} days")
    by_host = told((Paragraph(text="by {host}", when=("host",)),), details)
    assert by_host == ((f"by {details.host}",) if details.host else ())
