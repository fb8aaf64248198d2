"""What the room says of a card sort: how many phones put each idea where, and what most did."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from workshop_kit.agreement import FEWEST_COUNTED
from workshop_kit.card import Card
from workshop_kit.card_sort import (
    MOST_THEMES,
    CardSortBody,
    CardSortCountBody,
    ProposedName,
    idea_id,
)
from workshop_kit.theme import ThemesBody, name_mark

NOWHERE = "nowhere"
OTHER = "other"
"""A name of its own that nobody has made a theme of, or a theme that is no longer there."""

Said = Iterable[tuple[dict[str, Any], int]]
"""Bodies of card sorts, and how many people sent each."""
Placed = Mapping[str, Mapping[str, int]]
"""See :class:`~workshop_kit.card_sort.CardSortCountBody`."""


class Placement(NamedTuple):
    """Where phones put one idea.

    ``phones`` placed it; ``chose`` are themes with how many chose each. What each of these did
    counts once for a theme, so themes, ``nowhere`` and ``other`` may add up to more than all.
    """

    phones: int
    chose: dict[str, int]
    nowhere: int
    other: int

    def _is_most(self, number: int) -> bool:
        return number > 0 and number * 2 >= self.phones

    @property
    def most(self) -> tuple[str, ...]:
        """Return the themes that at least half chose; none where these are more than two."""
        found = tuple(theme for theme, number in self.chose.items() if self._is_most(number))
        return found if len(found) <= MOST_THEMES else ()

    @property
    def is_nowhere(self) -> bool:
        """Whether at least half put it nowhere."""
        return self._is_most(self.nowhere)

    def told(self) -> dict[str, Any]:
        """Return it as who leads may know it, most first; from few phones no number is told."""
        numbers = [*self.chose.items(), (NOWHERE, self.nowhere), (OTHER, self.other)]
        many = self.phones >= FEWEST_COUNTED
        ordered = sorted((one for one in numbers if one[1]), key=lambda one: -one[1])
        return {
            "where": [[where, number if many else None] for where, number in ordered],
            "most": list(self.most),
            "is_nowhere": self.is_nowhere,
        }


def counted(themes: ThemesBody, cards: Iterable[Card], said: Said) -> dict[str, dict[str, int]]:
    """Count where phones put each idea, apart from all others. Unknown ideas are passed over."""
    known = {idea_id(card.id) for card in cards}
    themed = themes.stands_for
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for body, people in said:
        one = CardSortBody.model_validate(body)
        own = {name.id: name_mark(name.title) for name in one.names}
        for idea in known.intersection(one.placed):
            refs = {own.get(ref) or (ref if ref in themed else OTHER) for ref in one.placed[idea]}
            found[idea][" ".join(sorted(refs))] += people
    return {idea: dict(sorted(found[idea].items())) for idea in sorted(found)}


def counted_again(
    before: CardSortCountBody | None, themes: ThemesBody, cards: Iterable[Card], said: Said
) -> CardSortCountBody | None:
    """Return what counts once a sort is closed: nothing below five phones.

    What was counted before stands until five more phones have sent. Else closing, opening and
    closing again would tell how one person sorted.
    """
    said = list(said)
    phones = sum(people for _body, people in said)
    if phones < (before.phones if before else 0) + FEWEST_COUNTED:
        return before
    return CardSortCountBody(phones=phones, placed=counted(themes, cards, said))


def placements(themes: ThemesBody, cards: Iterable[Card], placed: Placed) -> dict[str, Placement]:
    """Return where phones put each card; cards that no phone has placed are left out.

    Themes are told in the order in which they stand, so that the order of people says nothing.
    """
    stands_for = themes.stands_for
    found: dict[str, Placement] = {}
    for card in cards:
        chose: Counter[str] = Counter()
        phones = 0
        for refs, people in placed.get(idea_id(card.id), {}).items():
            phones += people
            for where in {stands_for.get(ref, OTHER) for ref in refs.split()} or {NOWHERE}:
                chose[where] += people
        if phones:
            themed = {one.id: chose[one.id] for one in themes.themes if chose[one.id]}
            found[card.id] = Placement(phones, themed, chose[NOWHERE], chose[OTHER])
    return found


def as_most_did(themes: ThemesBody, found: Mapping[str, Placement]) -> ThemesBody:
    """Put every card that stands in no theme where at least half of its phones put it.

    Raises
    ------
    TooManySorted
        The themes hold as much as they can.
    """
    before = themes.sorted
    for theme in themes.themes:
        new = [card for card, one in found.items() if card not in before and theme.id in one.most]
        themes = themes.with_cards(theme.id, new) if new else themes
    return themes


def names_proposed(themes: ThemesBody, said: Said) -> list[dict[str, str]]:
    """Return the names that still wait for who leads, in order of the alphabet, each once.

    Only names are looked at, so that a full room costs little. Of several spellings the one that
    comes first in order is told; ``mark`` stands for all of them.
    """
    done = themes.stands_for.keys() | set(themes.left)
    found: dict[str, str] = {}
    for body, _people in said:
        for one in body.get("names", ()):
            title = ProposedName.model_validate(one).title
            mark = name_mark(title)
            if mark not in done:
                found[mark] = min(title, found.get(mark, title))
    ordered = sorted(found.items(), key=lambda one: (one[1].casefold(), one[1]))
    return [{"mark": mark, "title": title} for mark, title in ordered]
