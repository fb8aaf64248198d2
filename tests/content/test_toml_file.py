"""A broken content file says which file and line, what was expected and what to do."""

from pathlib import Path

import pytest

from workshop_kit.content.toml_file import read_toml, shown_name
from workshop_kit.errors import ContentError
from workshop_kit.model import Frozen


class Row(Frozen):
    name: str
    size: int = 0


class Rows(Frozen):
    row: tuple[Row, ...]


def saved(folder: Path, content: str | bytes) -> Path:
    path = folder / "data" / "en" / "rows.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "line", "expected"),
    [
        ('[[row]]\nname = "a"\n\n[[row]]\nsize = 1\n', 4, "row.1.name: Field required"),
        ('[[row]]\nname = "a"\nsize = "b"\n', 3, "row.0.size: Input should be a valid integer"),
        ('[[row]]\nname = "a"\ncolour = "b"\n', 3, "row.0.colour: Extra inputs"),
        ('[[row]]\nname = "a\n', 2, "Illegal character"),
        ('[[row]]\nname = """a\n\n', 2, "Unterminated string"),
        ("row = 1\n", 1, "row: Input should be a valid tuple"),
        ("# nothing\n", 1, "row: Field required"),
        (b'[[row]]\nname = "a"\n# caf\xe9\n', 3, "saved as UTF-8"),
    ],
)
def test_the_message_names_file_line_and_what_was_expected(
    tmp_path: Path, content: str | bytes, line: int, expected: str
) -> None:
    with pytest.raises(ContentError) as caught:
        read_toml(saved(tmp_path, content), Rows)
    assert "“data/en/rows.toml”" in caught.value.message
    assert f"line {line}." in caught.value.message
    assert expected in caught.value.message
    assert "Correct it, or put the kit's own file back" in caught.value.message
    assert str(tmp_path) not in caught.value.message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"“data/en/rows.toml” is missing"):
        read_toml(tmp_path / "data" / "en" / "rows.toml", Rows)


def test_a_file_from_a_windows_editor_is_read(tmp_path: Path) -> None:
    path = saved(tmp_path, '\ufeff[[row]]\r\nname = "Haíɫzaqv"\r\n')
    assert read_toml(path, Rows).row == (Row(name="Haíɫzaqv"),)


def test_a_file_has_the_name_that_it_has_in_the_kit() -> None:
    agenda, table = Path("workshop/agendas/half-day.toml"), Path("data/en/questions.toml")
    for before in ("/home/ann/kit", "/home/ann/data/kit", "/workshop/notebooks"):
        assert shown_name(Path(before) / agenda) == agenda.as_posix()
        assert shown_name(Path(before) / table) == table.as_posix()
    assert shown_name(Path("/home/ann/ours.toml")) == "ours.toml"
