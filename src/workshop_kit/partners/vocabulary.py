"""The words by which columns and values of partner lists are known, in English and French."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from workshop_kit.content.needs import needs
from workshop_kit.content.partner_words import partner_words
from workshop_kit.content.sectors import sectors
from workshop_kit.partners.folded import folded
from workshop_kit.partners.names import (
    KINDS,
    PARTNER_FIELDS,
    RINGS,
    STATUSES,
    TIE_FIELDS,
    TIE_KINDS,
)
from workshop_kit.words import SOURCE_LANGUAGE, language, translated

_Words = tuple[str, ...]
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]|[*:]")
Known = dict[str, str]
"""Folded words, and the key that each stands for."""


class Vocabulary(NamedTuple):
    """What words stand for.

    ``names`` are the shown names of sectors and needs, by key; ``used`` the keys of both that
    partners of the room have, which stand for themselves, letter by letter.
    """

    partner: Known
    tie: Known
    left_out: Known
    values: dict[str, Known]
    names: dict[str, dict[str, str]]
    used: dict[str, frozenset[str]]

    def heading(self, text: str, fields: Known) -> str:
        """Return the field of a heading, or "": what stands in brackets may be left out."""
        whole = fields.get(folded(text))
        return whole or fields.get(folded(_BRACKETS.sub(" ", text)), "")

    def value(self, sort: str, text: str) -> str | None:
        """Return the key of a word, such as a status; ``None`` where it is not known."""
        if text in self.used.get(sort, ()):
            return text
        return self.values[sort].get(folded(text))

    def is_nothing(self, text: str) -> bool:
        """Tell whether a cell says that there is nothing in it."""
        return not text or self.value("mark", text) == "nothing"


def vocabulary(
    *,
    own_sectors: Mapping[str, str] | None = None,
    own_needs: Mapping[str, str] | None = None,
    used: Mapping[str, Iterable[str]] | None = None,
) -> Vocabulary:
    """Return the words that are known now, in English, French and the language in use.

    Parameters
    ----------
    own_sectors
        The group's own sectors, by key.
    own_needs
        What this group needs beside the kit's needs, by key.
    used
        Keys of ``sectors`` and of ``brings`` that partners of the room have already.

    Raises
    ------
    ContentError
        The file of words cannot be used.
    """
    found = partner_words()
    sector_names = _sector_names(language()) | dict(own_sectors or {})
    need_names = {one.key: one.name for one in needs(language())} | dict(own_needs or {})
    named = {"sectors": sector_names, "brings": need_names}
    values = {
        "status": _known(found.status, STATUSES),
        "kind": _known(found.kind, KINDS),
        "ring": _known(found.ring, RINGS),
        "tie_kind": _known(found.tie_kind, TIE_KINDS),
        "strength": _known(found.strength),
        "mark": _known(found.mark),
        "sectors": _known(found.sectors, _sector_names(SOURCE_LANGUAGE), sector_names),
        "brings": _known({}, named["brings"]),
    }
    kept = {sort: frozenset(keys) for sort, keys in (used or {}).items()}
    return Vocabulary(
        _known(found.partner, PARTNER_FIELDS),
        _known(found.tie, TIE_FIELDS),
        _known(found.left_out),
        values,
        named,
        kept,
    )


def _sector_names(spoken: str) -> dict[str, str]:
    return {one.key: one.name for one in sectors(spoken)}


def _known(words: Mapping[Any, _Words], *names: Mapping[str, str]) -> Known:
    """Return keys by folded words: those of the file, then shown names, then keys."""
    found = {folded(word): str(key) for key, some in words.items() for word in some}
    for shown in (*names, *map(translated, names)):
        found |= {folded(name): str(key) for key, name in shown.items()}
    return found | {folded(str(key)): str(key) for some in (words, *names) for key in some}
