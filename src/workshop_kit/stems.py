"""Words of a text in their stems, so that “hotel”, “hotels” and « hôtels » are one word.

English and French may stand side by side. Stems are those of the Snowball project
(snowballstem.org); accents fall away afterwards, so words that both languages have are one.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

LONGEST_WORD = 40
"""Letters. What is longer is no word that a title could be made of."""

_WORD = re.compile("[^\\W\\d_](?:[^\\W\\d_]|['\u2019\u0300-\u036f])*")
_SHORTENED = re.compile("^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['\u2019]", re.IGNORECASE)
_POSSESSIVE = re.compile("['\u2019]s$", re.IGNORECASE)
_FRENCH_LETTERS = frozenset("àâçèéêëîïôœùû")
_SNOWBALL = {"en": "english", "fr": "french"}
# Snowball leaves “buses” with an e, and “bus” without.
_MENDED = {"buse": "bus"}

StopWords = Mapping[str, frozenset[str]]


class Stems:
    """Finds stems, and remembers words only as long as it is there itself.

    Parameters
    ----------
    stop_words
        Words that are passed over, by the code of their language: ``en`` and ``fr``.
    texts
        What will be asked about: a text that tells nothing of its language has that of most.
    """

    def __init__(self, stop_words: StopWords, texts: Iterable[str]) -> None:
        # Only who asks for suggestions pays for it, 20 ms and 3 MB.
        from snowballstemmer import stemmer  # noqa: PLC0415

        self._stemmers = {code: stemmer(name) for code, name in _SNOWBALL.items()}
        self._stop_words = stop_words
        self._known: dict[tuple[str, str], str] = {}
        spoken = Counter(self._language(_words(text)) for text in texts)
        self._usual = "fr" if spoken["fr"] > spoken["en"] else "en"

    def of(self, text: str) -> dict[str, str]:
        """Return the stems of a text, each with the first word that has it, as it is written."""
        words = _words(text)
        language = self._language(words) or self._usual
        found: dict[str, str] = {}
        for word in words:
            plain = _plain(word, language)
            if 1 < len(plain) <= LONGEST_WORD and plain not in self._stop_words[language]:
                found.setdefault(self._stem(plain, language), _bare(word, language))
        return found

    def _language(self, words: list[str]) -> str:
        """Return the language whose little words stand in a text; none where nothing tells."""
        hits = {
            code: sum(_plain(word, code) in known or _is_shortened(word, code) for word in words)
            for code, known in self._stop_words.items()
        }
        if hits["en"] != hits["fr"]:
            return "en" if hits["en"] > hits["fr"] else "fr"
        return "fr" if _FRENCH_LETTERS & set("".join(words).lower()) else ""

    def _stem(self, word: str, language: str) -> str:
        known = self._known.get((word, language))
        if known is None:
            stem = without_accents(self._stemmers[language].stemWord(word))
            known = self._known[word, language] = _MENDED.get(stem, stem) or word
        return known


def without_accents(text: str) -> str:
    """Return a text with plain letters: “hotel” for “hôtel”."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _words(text: str) -> list[str]:
    return [word.strip("'\u2019") for word in _WORD.findall(unicodedata.normalize("NFC", text))]


def _is_shortened(word: str, language: str) -> bool:
    return language == "fr" and bool(_SHORTENED.match(word))


def _bare(word: str, language: str) -> str:
    """Return “école” for “l'école”, and “school” for “school's”."""
    return (_SHORTENED if language == "fr" else _POSSESSIVE).sub("", word) or word


def _plain(word: str, language: str) -> str:
    return _bare(word, language).lower().replace("\u2019", "'")
