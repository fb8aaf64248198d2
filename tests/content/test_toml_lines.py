"""Lines of tables and keys, against generated TOML."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.content.toml_lines import line_of

TEXT = '''\
# comment
title = "One"

[words]
lead = """
[[question]]
key = "not a key"
"""
end = "x"

[[question]]
key = "q1"

[[question]]
key = "q2"
hint = "a = b"

[[question.parts]]
label = "first"

[[question.parts]]
  label = "second"

[[question]]
key = "q3"

[[question.parts]]
label = "of the third"
'''


def test_tables_and_keys_are_found() -> None:
    lines = TEXT.split("\n")
    assert lines[line_of(TEXT, ("title",)) - 1] == 'title = "One"'
    assert lines[line_of(TEXT, ("words",)) - 1] == "[words]"
    assert lines[line_of(TEXT, ("words", "end")) - 1] == 'end = "x"'
    assert lines[line_of(TEXT, ("question", 1, "hint")) - 1] == 'hint = "a = b"'
    assert lines[line_of(TEXT, ("question", 1, "parts", 1, "label")) - 1] == '  label = "second"'
    assert lines[line_of(TEXT, ("question", 2, "parts", 0, "label")) - 1].endswith('third"')


def test_what_is_not_there_is_looked_for_in_the_nearest_table() -> None:
    assert line_of(TEXT, ("question", 0, "topic")) == line_of(TEXT, ("question", 0))
    assert line_of(TEXT, ("question", 1, "parts", 7)) == line_of(TEXT, ("question", 1))
    assert line_of(TEXT, ("words", "lead", 3)) == line_of(TEXT, ("words", "lead"))
    assert line_of(TEXT, ("nothing",)) == 1
    assert line_of("", ()) == 1


names = st.from_regex(r"[a-z][a-z0-9_-]{0,6}", fullmatch=True)
plain = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=20)
records = st.dictionaries(names.filter(lambda name: name != "parts"), plain, max_size=4)
tables = st.lists(st.tuples(records, st.lists(records, max_size=3)), max_size=4)


@given(tables)
def test_every_value_of_a_generated_file_is_found(
    content: list[tuple[dict[str, str], list[dict[str, str]]]],
) -> None:
    lines: list[str] = []
    expected: dict[tuple[str | int, ...], int] = {}

    def write(line: str, *place: str | int) -> None:
        lines.append(line)
        expected[place] = len(lines)

    def write_all(record: dict[str, str], *table: str | int) -> None:
        for key, value in record.items():
            quoted = value.replace("\\", "\\\\").replace('"', '\\"')
            write(f'{key} = "{quoted}"', *table, key)

    for number, (record, parts) in enumerate(content):
        write("[[table]]", "table", number)
        write_all(record, "table", number)
        for part_number, part in enumerate(parts):
            write("[[table.parts]]", "table", number, "parts", part_number)
            write_all(part, "table", number, "parts", part_number)
    text = "\n".join(lines)
    tomllib.loads(text)
    assert {place: line_of(text, place) for place in expected} == expected


@given(st.text())
def test_any_text_has_a_line(text: str) -> None:
    assert 1 <= line_of(text, ("question", 0, "text")) <= text.count("\n") + 1
