"""Likely duplicates: partners that may stand twice on the map, each with a score and a reason.

Names are folded first and then compared by rapidfuzz: by the share of letters that both have in
one order. Nothing is merged by that: two programs of one organization may have names much alike.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from workshop_kit.content.partner_names import partner_names
from workshop_kit.model import Frozen
from workshop_kit.partners.folded_name import FoldedName, folded_name
from workshop_kit.partners.partner_map import Named, Partners, by_name, in_order
from workshop_kit.words import N_, translated

ALIKE = 84
"""From here on, of 100, two names are alike: about one letter of six is another."""
REST_ALIKE = 70
"""The same for the words that only one of the two has: “youth” and “family” are far apart,
“centre” and “centr” are not. So long names are not alike because of their long beginnings."""
FEWEST_SHARED, MOST_MORE = 2, 2
"""Words that a name must share, and that the longer one may have beside them: often a place."""
SHORTEST, LONGEST = 3, 10
"""Letters of a short form that is made of first letters."""


class Likeness(StrEnum):
    """Why two names may be those of one partner."""

    SAME = "same"
    SHORT_FORM = "short_form"
    PART = "part"
    SPELLING = "spelling"


_SCORES = {Likeness.SAME: 100, Likeness.SHORT_FORM: 95}
REASONS: dict[str, str] = {
    Likeness.SAME: N_("Both names have the same words."),
    Likeness.SHORT_FORM: N_("One name is a short form of the other."),
    Likeness.PART: N_("One name has all the words of the other."),
    Likeness.SPELLING: N_("The names are spelled almost alike."),
}
"""What is said of each; English until somebody reads it."""


class Likely(Frozen):
    """A known name that may mean the same partner. ``score`` goes up to 100."""

    id: str
    name: str
    score: int
    likeness: Likeness
    reason: str


class Duplicate(Frozen):
    """Two partners that may be one."""

    first: Named
    second: Named
    score: int
    likeness: Likeness
    reason: str


class KnownNames:
    """Names that another one can be compared with: on a phone, in an import, on the map.

    Parameters
    ----------
    names
        By the ids of their partners.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = dict(names)
        self._words = partner_names()
        self._folded = {one: folded_name(name, self._words) for one, name in names.items()}
        self._texts = {one: found.text for one, found in self._folded.items()}
        found = self._folded.items()
        self._having = _by((word, one) for one, name in found for word in set(name.words))
        self._same = _by((name.text, one) for one, name in found)
        self._initials = _by((said, one) for one, name in found for said in _initials(name))
        self._short = _by((said, one) for one, name in found for said in _short_form(name))

    def like(self, name: str) -> tuple[Likely, ...]:
        """Return the known names that may mean the same partner, the likeliest first."""
        asked = folded_name(name, self._words)
        if not asked.text:
            return ()
        found: dict[str, tuple[int, Likeness]] = {}
        for one, score, likeness in self._found(asked):
            found.setdefault(one, (score, likeness))
        said = translated(REASONS)
        likely = (
            Likely(id=o, name=self._names[o], score=score, likeness=kind, reason=said[kind])
            for o, (score, kind) in found.items()
        )
        return tuple(sorted(likely, key=lambda one: (-one.score, *by_name(one.name, one.id))))

    def _found(self, asked: FoldedName) -> Iterator[tuple[str, int, Likeness]]:
        yield from self._exact(asked)
        yield from self._part(asked)
        yield from self._close(asked)

    def _exact(self, asked: FoldedName) -> Iterator[tuple[str, int, Likeness]]:
        for one in self._same.get(asked.text, ()):
            same = sorted(self._folded[one].plain) == sorted(asked.plain)
            kind = Likeness.SAME if same else Likeness.SHORT_FORM
            yield one, _SCORES[kind], kind
        short = [one for letters in _short_form(asked) for one in self._initials.get(letters, ())]
        long = [one for letters in _initials(asked) for one in self._short.get(letters, ())]
        for one in (*short, *long):
            yield one, _SCORES[Likeness.SHORT_FORM], Likeness.SHORT_FORM

    def _part(self, asked: FoldedName) -> Iterator[tuple[str, int, Likeness]]:
        words = set(asked.words)
        shared = Counter(one for word in words for one in self._having.get(word, ()))
        for one, number in shared.items():
            other = self._folded[one]
            few, many = sorted((len(words), len(set(other.words))))
            is_part = number == few >= FEWEST_SHARED and 0 < many - few <= MOST_MORE
            if is_part and asked.telling == other.telling:
                yield one, 100 * few // many, Likeness.PART

    def _close(self, asked: FoldedName) -> Iterator[tuple[str, int, Likeness]]:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - 20 ms, and only who asks needs it

        close = process.extract(
            asked.text, self._texts, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None
        )
        for _text, score, one in close:
            other = self._folded[one]
            mine = " ".join(sorted(set(asked.words) - set(other.words)))
            its = " ".join(sorted(set(other.words) - set(asked.words)))
            rest = fuzz.ratio(mine, its) if mine and its else 100
            if asked.telling == other.telling and rest >= REST_ALIKE:
                yield one, min(int(score), 99), Likeness.SPELLING


def duplicates(partners: Partners) -> tuple[Duplicate, ...]:
    """Return pairs of partners that may be one, the likeliest first; see :class:`KnownNames`."""
    order = in_order(partners)
    place = {one: number for number, one in enumerate(order)}
    known = KnownNames({one: partners[one].name for one in order})
    pairs = [
        Duplicate(
            first=Named(id=one, name=partners[one].name),
            second=Named(id=likely.id, name=likely.name),
            score=likely.score,
            likeness=likely.likeness,
            reason=likely.reason,
        )
        for one in order
        for likely in known.like(partners[one].name)
        if place[likely.id] > place[one]
    ]
    return tuple(sorted(pairs, key=lambda one: -one.score))


def _by(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return ids by what they have; a plain dict, as one that grows would keep what is typed."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for said, one in pairs:
        found[said].append(one)
    return dict(found)


def _initials(name: FoldedName) -> Iterable[str]:
    """Return what a name of several words would be shortened to."""
    return {one for one in name.initials if SHORTEST <= len(one) <= LONGEST}


def _short_form(name: FoldedName) -> Iterable[str]:
    """Return a name that may be a short form itself: one word, which is in no list of them."""
    [*words] = name.plain
    return words if len(words) == 1 and SHORTEST <= len(words[0]) <= LONGEST else ()
