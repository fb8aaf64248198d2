"""Phone numbers in texts."""

from workshop_kit.content.help_lines import help_lines
from workshop_kit.reading.phones import dialled


def test_every_help_line_is_known_as_a_number() -> None:
    for line in help_lines():
        assert f'href="{line.tel}">{line.number}</a>' in dialled(f"Call {line.number}.")


def test_other_numbers_are_left_alone() -> None:
    for text in ("2024-02-22", "11-800-563-08081", "1-2-3", "9-1-1-1"):
        assert dialled(text) == text


def test_the_rest_of_a_text_is_escaped() -> None:
    assert dialled('<b>"&') == "&lt;b&gt;&quot;&amp;"
