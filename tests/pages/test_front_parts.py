"""Every file that a page is told to load beforehand is there, and none is told in vain."""

from workshop_kit.pages.folders import STATIC
from workshop_kit.pages.front_parts import front_files


def test_a_page_of_anywidgets_needs_the_least() -> None:
    least = front_files({"anywidget", "@jupyter-widgets/base"})
    more = front_files({"anywidget", "@jupyter-widgets/controls", "@jupyter-widgets/output"})
    assert least[0] == "stored/page.js"
    assert set(least) < set(more)
    assert len(more) == len(set(more))


def test_all_of_them_are_files() -> None:
    told = front_files({"@jupyter-widgets/controls", "@jupyter-widgets/output", "unknown"})
    assert [name for name in told if not (STATIC / name).is_file()] == []
