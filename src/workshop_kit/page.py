"""What participants' notebooks call: content and widgets, nothing else."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from IPython.display import display

from workshop_kit.content.questions import question, questions
from workshop_kit.content.resources import resources
from workshop_kit.content.sections import Part, Section, Table
from workshop_kit.content.sections import section as section_of
from workshop_kit.reading import html
from workshop_kit.reading.tables import WIDGETS
from workshop_kit.widgets.learning_list import LearningList
from workshop_kit.widgets.moment import Moment
from workshop_kit.widgets.reflect import ReflectForm
from workshop_kit.widgets.resource_table import ResourceTable
from workshop_kit.widgets.story_form import StoryForm
from workshop_kit.words import language


class SectionPage:
    """A section as a notebook shows it: pieces of text, and widgets between them."""

    def __init__(self, pieces: Sequence[Any]) -> None:
        self.pieces = tuple(pieces)

    def _ipython_display_(self) -> None:
        """Show one piece below the other."""
        for piece in self.pieces:
            display(piece)  # type: ignore[no-untyped-call]  # half typed by its makers


def section(key: str) -> SectionPage:
    """Return a section of the toolkit, in the reader's language.

    Parameters
    ----------
    key
        Names the section, such as ``get-organized``: the name of its file in
        ``data/en/sections``, without the ending.

    Raises
    ------
    ContentError
        There is no such section, or a file cannot be used; the message says which, and where.

    Examples
    --------
    >>> from workshop_kit import page
    >>> len(page.section("welcome").pieces) > 2
    True
    """
    return SectionPage(list(_pieces(section_of(key, language()), language())))


def reflect() -> ReflectForm:
    """Return the form with the nine reflecting questions, in the reader's language.

    Examples
    --------
    >>> from workshop_kit import page
    >>> len(page.reflect().questions)
    9
    """
    return ReflectForm(questions(language()))


def _pieces(one: Section, spoken: str) -> Iterator[Any]:
    yield html.head(one)
    for part in one.parts:
        yield from _part(one, part, spoken)
    yield html.foot(one, spoken)


def _part(one: Section, part: Part, spoken: str) -> Iterator[Any]:
    yield html.part(one, part, spoken)
    if part.asks:
        yield Moment([question(key, spoken) for key in part.asks])
    if part.table is not None and part.table in WIDGETS:
        yield _WIDGETS[part.table](spoken)


def _learning_list(spoken: str) -> LearningList:
    return LearningList(question("q2", spoken))


_WIDGETS: dict[Table, Callable[[str], Any]] = {
    "learning_list": _learning_list,
    "own_stories": lambda _spoken: StoryForm(),
    "resources": lambda spoken: ResourceTable(resources(spoken)),
}
