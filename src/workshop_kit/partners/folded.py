"""Words as they are compared: case, accents and signs do not count."""

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("[\u0300-\u036f]")
_SIGNS = re.compile(r"[\W_]+")


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Return a text in the one form in which names and headings are compared.

    A text of signs alone stays as it is, so that two of them are not the same.
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    return _SIGNS.sub(" ", plain).strip() or " ".join(text.split())
