"""A partner's name without what may differ between two spellings of it."""

import re
from typing import NamedTuple

from workshop_kit.content.partner_names import PartnerNames
from workshop_kit.stems import without_accents

_SILENT = re.compile("['\u2019\u02bc`.]")
_ELIDED = re.compile("\\b[ldn]['\u2019]")
_WORD = re.compile(r"[^\W\d_]+|\d+")


class FoldedName(NamedTuple):
    """What is compared.

    ``words`` are the name's words with short forms written out; ``plain`` the same before that.
    ``telling`` are numbers and words such as “north” that only one partner has. ``initials`` are
    first letters, as a short form has them, with and without small words.
    """

    words: tuple[str, ...]
    plain: tuple[str, ...]
    telling: frozenset[str]
    initials: frozenset[str]

    @property
    def text(self) -> str:
        """The words in the order of the alphabet: “Centre for Youth” is “Youth Centre”."""
        return " ".join(sorted(self.words))


def folded_name(name: str, known: PartnerNames) -> FoldedName:
    """Return a name folded: case, accents, signs, small words, legal endings and short forms.

    A name that is made of small words alone stays as it is.
    """
    letters = _ELIDED.sub("", without_accents(name).casefold()).replace("&", " and ")
    every = tuple(_WORD.findall(_SILENT.sub("", letters)))
    plain = tuple(word for word in every if word not in known.passed_over) or every
    words = _written_out(plain, known)
    telling = (word for word in words if word in known.tell_apart or word.isdigit())
    initials = ("".join(word[0] for word in some) for some in (plain, every))
    return FoldedName(words, plain, frozenset(telling), frozenset(initials))


def _written_out(words: tuple[str, ...], known: PartnerNames) -> tuple[str, ...]:
    forms = known.short_forms
    text = f" {' '.join(words)} "
    for short in (one for one in forms if " " in one):
        text = text.replace(f" {short} ", f" {forms[short]} ")
    long = " ".join(forms.get(word, word) for word in text.split()).split()
    return tuple(word for word in long if word not in known.passed_over) or words
