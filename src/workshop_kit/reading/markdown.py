"""The Markdown of the sections as HTML; what is HTML in it is shown as it is written."""

from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from workshop_kit.reading.notebook_files import notebook_file
from workshop_kit.reading.phones import dialled

LEVELS_DOWN = 2
"""A text stands below the heading of its part: its own first level is the page's third."""


def markdown(text: str) -> str:
    """Return a text as HTML, in which HTML of the text itself is escaped.

    A link to a section by its key, such as ``[Take Action](take-action)``, leads to that
    section's notebook. A phone number can be dialled, and stays whole. Pictures are not taken:
    they would be asked for outside.
    """
    return str(_MARKDOWN.render(text))


def _link_open(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    at: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    target = str(tokens[at].attrGet("href") or "")
    tokens[at].attrSet("href", notebook_file(target) or target)
    tokens[at].attrSet("rel", "noreferrer")
    return renderer.renderToken(tokens, at, options, env)


def _heading(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    at: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    level = int(tokens[at].markup.count("#") or 1)
    tokens[at].tag = f"h{min(6, level + LEVELS_DOWN)}"
    return renderer.renderToken(tokens, at, options, env)


def _text(
    _renderer: RendererHTML,
    tokens: Sequence[Token],
    at: int,
    _options: OptionsDict,
    _env: EnvType,
) -> str:
    types = [token.type for token in tokens[:at]]
    in_a_link = types.count("link_open") > types.count("link_close")
    text = tokens[at].content
    return escapeHtml(text) if in_a_link else dialled(text)


def _made() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False}).disable(["image", "lheading"])
    rules: dict[str, Any] = {
        "text": _text,
        "link_open": _link_open,
        "heading_open": _heading,
        "heading_close": _heading,
    }
    for name, rule in rules.items():
        made.add_render_rule(name, rule)
    return made


_MARKDOWN = _made()
