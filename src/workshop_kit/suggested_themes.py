"""Suggested themes: which cards speak of the same, by their words, and because of which words.

Words are weighed by TF-IDF (Spärck Jones, 1972) over their stems: rare words weigh more. Cards are
put together two by two, the nearest first, by average linkage (Sokal and Michener, 1958) on the
cosine of their weights. Nothing is learned, guessed or fetched: the same cards always give the same
suggestions, each with its words. Meaning is out of reach: “bus” and “ride” are two words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from math import log, sqrt
from typing import NamedTuple

from workshop_kit.card import Card
from workshop_kit.stems import Stems, StopWords
from workshop_kit.theme import MAX_TITLE

NEAR = 0.2
"""The average cosine from which cards are put together."""
MOST_CARDS = 2_000
"""More are left out, so that a room never waits for long."""
MANY, SHARE = 200, 2
"""A word that more than these, and more than half of the cards, have in common says nothing."""
ALONE = 0.5
"""How much a word counts that only one card has: it can only keep cards apart."""
WORDS_SAID = 3
_GROWS = 2
"""Letters that a capital may take more than its small letter, such as “FFI” of a ligature."""

_Weights = dict[str, float]
_Links = dict[int, dict[int, float]]


class SuggestedTheme(NamedTuple):
    """Cards that have words in common.

    ``because`` are these words, those that say most first, as somebody wrote them; the title is
    made of them. ``cards`` are ids.
    """

    title: str
    because: tuple[str, ...]
    cards: tuple[str, ...]


def suggested_themes(cards: Iterable[Card], stop_words: StopWords) -> list[SuggestedTheme]:
    """Return groups of cards, the largest first; each card stands in one of them at most.

    What fits nowhere is in none. The order of the cards changes nothing.
    """
    ordered = sorted(cards, key=lambda card: (card.text, card.id))[:MOST_CARDS]
    stems = Stems(stop_words, (card.text for card in ordered))
    written = [stems.of(card.text) for card in ordered]
    rarity = _rarity(written)
    groups = _grouped(_near([_weighed(words, rarity) for words in written]), len(ordered))
    found = (_suggestion(group, ordered, written, rarity) for group in groups)
    return sorted(found, key=lambda one: (-len(one.cards), one.title, one.cards))


def _rarity(written: Sequence[dict[str, str]]) -> _Weights:
    """Return how much each stem says; those that too many cards have are left out."""
    numbers = Counter(stem for words in written for stem in words)
    most = max(MANY, len(written) // SHARE)
    rarity = {stem: log(1 + len(written) / n) for stem, n in numbers.items() if n <= most}
    return {stem: said * (ALONE if numbers[stem] == 1 else 1) for stem, said in rarity.items()}


def _weighed(words: Iterable[str], rarity: _Weights) -> _Weights:
    """Return the weights of a card's stems, of length 1 together."""
    weights = {stem: rarity[stem] for stem in sorted(words) if stem in rarity}
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items()}


def _near(cards: Sequence[_Weights]) -> _Links:
    """Return the cosine of every two cards that share a stem."""
    having: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    links: _Links = {place: {} for place in range(len(cards))}
    for place, weights in enumerate(cards):
        mine = links[place]
        for stem, weight in weights.items():
            for other, its in having[stem]:
                mine[other] = mine.get(other, 0.0) + weight * its
            having[stem].append((place, weight))
        for other, cosine in mine.items():
            links[other][place] = cosine
    return links


def _grouped(links: _Links, number: int) -> list[list[int]]:
    """Put together the two nearest, again and again, while they are near enough.

    ``links`` holds for every two groups the sum of the cosines between their cards.
    """
    groups = {place: [place] for place in range(number)}
    waiting = [(-near, one, other) for one in links for other, near in links[one].items()]
    waiting = [link for link in waiting if link[1] < link[2] and -link[0] >= NEAR]
    heapify(waiting)
    while waiting:
        _nearness, one, other = heappop(waiting)
        if one not in groups or other not in groups:
            continue  # put together with a third since
        both = groups.pop(one) + groups.pop(other)
        groups[number] = both
        links[number] = _together(links, one, other)
        for third, total in links[number].items():
            links[third][number] = total
            near = total / (len(both) * len(groups[third]))
            if near >= NEAR:
                heappush(waiting, (-near, third, number))
        number += 1
    return [group for group in groups.values() if len(group) > 1]


def _together(links: _Links, one: int, other: int) -> dict[int, float]:
    """Take two groups out of the links; return those of both together."""
    sums = links.pop(one)
    for third, total in links.pop(other).items():
        sums[third] = sums.get(third, 0.0) + total
    del sums[one], sums[other]
    for third in sums:
        links[third].pop(one, None)
        links[third].pop(other, None)
    return sums


def _suggestion(
    group: list[int], cards: Sequence[Card], written: Sequence[dict[str, str]], rarity: _Weights
) -> SuggestedTheme:
    because = tuple(_words_in_common([written[place] for place in group], rarity))
    return SuggestedTheme(
        title=_title(because),
        because=because,
        cards=tuple(cards[place].id for place in sorted(group)),
    )


def _title(words: Sequence[str]) -> str:
    """Return words as a title, as many as it holds."""
    title = words[0]
    for word in words[1:]:
        longer = f"{title}, {word}"
        title = longer if len(longer) <= MAX_TITLE - _GROWS else title
    return title[:1].upper() + title[1:]


def _words_in_common(written: list[dict[str, str]], rarity: _Weights) -> Iterator[str]:
    """Yield the words that say most of a group: many of its cards have them, few others do."""
    numbers = Counter(stem for words in written for stem in words if stem in rarity)
    shared = [stem for stem, number in numbers.items() if number > 1]
    for stem in sorted(shared, key=lambda one: (-numbers[one] * rarity[one], one))[:WORDS_SAID]:
        yield _as_written([found[stem] for found in written if stem in found])


def _as_written(words: list[str]) -> str:
    """Return the usual form of a word; with a capital only where nobody writes it without."""
    forms = Counter(word.lower() for word in words)
    usual = min(forms, key=lambda form: (-forms[form], form))
    return usual if usual in words else min(word for word in words if word.lower() == usual)
