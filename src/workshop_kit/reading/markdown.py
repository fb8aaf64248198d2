"""The Markdown of the sections as HTML; what is HTML in it is shown as it is written."""

from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from workshop_kit.reading.notebook_files import notebook_file

LEVELS_DOWN = 2
"""A text stands below the heading of its part: its own first level is the page's third."""


def markdown(text: str) -> Markup:
    """Return a text as HTML.

    A link to a section by its key, such as ``[Take Action](take-action)``, leads to that
    section's notebook. Pictures are not taken: they would be asked for outside.
    """
    return Markup(_MARKDOWN.render(text))  # noqa: S704 - HTML in the text is escaped


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


def _made() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False}).disable(["image", "lheading"])
    rules: dict[str, Any] = {
        "link_open": _link_open,
        "heading_open": _heading,
        "heading_close": _heading,
    }
    for name, rule in rules.items():
        made.add_render_rule(name, rule)
    return made


_MARKDOWN = _made()
