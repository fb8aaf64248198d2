"""Paragraphs with places to fill in, told only where their facts are given."""

from collections.abc import Iterable
from string import Formatter
from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from workshop_kit.content.help_lines import help_line
from workshop_kit.model import Frozen, SessionDetails
from workshop_kit.words import SOURCE_LANGUAGE, n_

OPTIONAL = (
    "community",
    "host",
    "purpose",
    "recipients",
    "privacy_contact",
    "record_owner",
    "support_person",
)
"""Fields of a session that may be empty."""
ALWAYS = ("title", "keep_days", "emergency", "child_line")
"""Places that are never empty."""
KEPT_LONGER = "kept_longer"
"""Given only at the end, where a hold keeps the session longer than people were told."""
CONDITIONS = frozenset((*OPTIONAL, "police", "media", "first_names", KEPT_LONGER))


class Paragraph(Frozen):
    """A text, told when every fact in ``when`` is given and none in ``unless``."""

    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _knows_its_places(self) -> Self:
        if unknown := {*self.when, *self.unless} - CONDITIONS:
            raise ValueError(
                f"“{min(unknown)}” is no condition; these are: {', '.join(sorted(CONDITIONS))}"
            )
        for place in places(self.text):
            if place not in (*OPTIONAL, *ALWAYS):
                raise ValueError(
                    f"“{{{place}}}” cannot be filled in; these can: "
                    + ", ".join(f"{{{name}}}" for name in (*OPTIONAL, *ALWAYS))
                )
            if place in OPTIONAL and place not in self.when:
                raise ValueError(
                    f'“{{{place}}}” may be empty, so this text needs when = ["{place}"]'
                )
        return self


def places(text: str) -> list[str]:
    """Return the names between braces in a text, or raise ``ValueError`` for a stray brace."""
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


def told(
    paragraphs: Iterable[Paragraph],
    details: SessionDetails,
    language: str = SOURCE_LANGUAGE,
    also: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return the texts that hold for a session, filled in; ``also`` are more conditions given."""
    given = _given(details) | set(also)
    values = _values(details, language)
    return tuple(
        paragraph.text.format_map(values)
        for paragraph in paragraphs
        if given.issuperset(paragraph.when) and given.isdisjoint(paragraph.unless)
    )


def _given(details: SessionDetails) -> set[str]:
    given = {name for name in OPTIONAL if getattr(details, name)}
    given.update(role.value for role in details.roles_present)
    return given | {"first_names"} if details.first_names_allowed else given


def _values(details: SessionDetails, language: str) -> dict[str, str]:
    days = n_("{number} day", "{number} days", details.keep_days)
    return {
        **{name: getattr(details, name) for name in OPTIONAL},
        "title": details.title,
        "keep_days": days,
        "emergency": help_line("emergency", language).number,
        "child_line": help_line("child_at_risk", language).number,
    }
