"""Which notebook shows which section."""

from workshop_kit.content.sections import sections
from workshop_kit.reading.notebook_files import notebook_file


def test_every_section_has_a_notebook() -> None:
    assert {one.key: notebook_file(one.key) for one in sections()} == {
        "welcome": "00-welcome.ipynb",
        "get-organized": "01-get-organized.ipynb",
        "get-informed": "04-get-informed.ipynb",
        "take-action": "05-take-action.ipynb",
        "stories": "06-community-action-stories.ipynb",
        "resources": "07-resources.ipynb",
    }


def test_what_is_no_section_has_none() -> None:
    assert notebook_file("nowhere") is None
    assert notebook_file("https://example.org") is None
