"""Phone numbers inside a text: kept whole on a line, and dialled by a thumb."""

import html
import re

_PHONE = re.compile(r"(?<![\d-])(?:1-\d{3}-\d{3}-\d{4}|9-1-1)(?![\d-])")


def dialled(text: str) -> str:
    """Return a text, escaped, as HTML in which each phone number of Canada is a link."""
    return _PHONE.sub(_link, html.escape(text))


def _link(found: re.Match[str]) -> str:
    digits = found[0].replace("-", "")
    tel = f"+{digits}" if len(digits) == 11 else digits
    return f'<a class="kit-tel" href="tel:{tel}">{found[0]}</a>'
