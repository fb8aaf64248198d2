"""What is read aloud: every part, as plain blocks with no markup left in them."""

import pytest

from workshop_kit.content.read_aloud import Block, blocks, reading, readings
from workshop_kit.content.sections import sections
from workshop_kit.errors import UnknownPart


def test_every_part_can_be_read_in_the_toolkits_order() -> None:
    wanted = [(one.key, part.key) for one in sections() for part in one.parts]
    assert [(one.section, one.part) for one in readings()] == wanted
    for one in readings():
        assert one.blocks
        assert one.minutes >= 1
        assert reading(one.section, one.part) == one


def test_a_language_without_a_folder_is_read_in_english() -> None:
    assert reading("welcome", "goal", "xx") == reading("welcome", "goal")


@pytest.mark.parametrize(("section", "part"), [("welcome", "nothing"), ("nowhere", "goal")])
def test_an_unknown_part_is_named(section: str, part: str) -> None:
    with pytest.raises(UnknownPart, match=f"no part “{section}/{part}”"):
        reading(section, part)


def test_markdown_becomes_paragraphs_and_points() -> None:
    found = blocks(
        "One *two* [three](https://example.org)\nfour.\n\n- a\n- b\n  - c\n\nLast\\\nline"
    )
    assert found == (
        Block(kind="paragraph", text="One two three four."),
        Block(kind="item", text="a"),
        Block(kind="item", text="b"),
        Block(kind="item", text="c"),
        Block(kind="paragraph", text="Last\nline"),
    )


def test_html_is_shown_and_never_obeyed() -> None:
    assert blocks("<script>x</script> & <b>y</b>") == (
        Block(kind="paragraph", text="<script>x</script> & <b>y</b>"),
    )
    assert blocks("[x](javascript:alert(1)) ![y](https://example.org/p.png)")[0].text.endswith("y")
