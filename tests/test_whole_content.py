"""Every mistake in content is found before anything is served."""

import json
from pathlib import Path

import pytest

from tests.content.own_kit import kit_in, spoil
from workshop_kit.content.changes import original_files
from workshop_kit.errors import ContentError
from workshop_kit.whole_content import check_content

TABLES = sorted(name for name in original_files() if name.endswith(".toml"))
NOTEBOOKS = sorted(name for name in original_files() if name.endswith(".ipynb"))


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = kit_in(tmp_path / "kit")
    monkeypatch.setenv("WORKSHOP_KIT_FOLDER", str(folder))
    return folder


def test_the_kits_own_content_is_good(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_content()
    monkeypatch.delenv("WORKSHOP_KIT_FOLDER")
    check_content()


@pytest.mark.parametrize("name", TABLES)
def test_a_mistake_in_any_file_is_named_with_its_line(kit: Path, name: str) -> None:
    spoil(kit / name)
    last = len((kit / name).read_text("utf-8").splitlines())
    with pytest.raises(ContentError) as refused:
        check_content()
    assert f"“{name}”" in refused.value.message
    assert f"line {last}" in refused.value.message
    assert "workshop-kit init FOLDER" in refused.value.message


def test_a_mistake_in_another_language_is_found_too(kit: Path) -> None:
    (kit / "data" / "fr").mkdir()
    (kit / "data" / "fr" / "bread.toml").write_text("title = 3")
    with pytest.raises(ContentError, match=r"“data/fr/bread.toml” .*line 1"):
        check_content()


@pytest.mark.parametrize("name", TABLES)
def test_a_file_that_is_missing_is_named(kit: Path, name: str) -> None:
    (kit / name).unlink()
    if name.startswith(("data/en/sections/", "workshop/agendas/")):  # each may be left out
        return
    with pytest.raises(ContentError, match=name):
        check_content()


def test_a_source_that_is_not_listed_is_named(kit: Path) -> None:
    file = kit / "data" / "en" / "sections" / "welcome.toml"
    text = file.read_text("utf-8")
    assert 'source = "guide"' in text
    file.write_text(text.replace('source = "guide"', 'source = "nowhere"', 1), "utf-8")
    with pytest.raises(ContentError, match="“nowhere” is no source"):
        check_content()


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_that_is_damaged_is_named(kit: Path, name: str) -> None:
    file = kit / name
    file.write_text(file.read_text("utf-8")[:-20], "utf-8")
    with pytest.raises(ContentError, match=Path(name).name):
        check_content()


def _write_code(file: Path, code: str) -> None:
    notebook = json.loads(file.read_text("utf-8"))
    cell = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    cell["source"] = code.splitlines(keepends=True)
    notebook["cells"] = [cell]
    file.write_text(json.dumps(notebook), "utf-8")


def test_code_that_python_cannot_read_is_named_with_cell_and_line(kit: Path) -> None:
    _write_code(kit / "notebooks" / "02-reflect.ipynb", "from workshop_kit import page\npage.(")
    with pytest.raises(ContentError, match=r"02-reflect.ipynb” .* cell 1, line 2: "):
        check_content()
    _write_code(kit / "notebooks" / "02-reflect.ipynb", "%matplotlib inline\npage")
    check_content()


@pytest.mark.parametrize("text", ["[]", "3", '{"metadata": {"workshop_kit": {"path": "x y"}}}'])
def test_a_file_that_is_no_notebook_is_named(kit: Path, text: str) -> None:
    (kit / "notebooks" / "08-ours.ipynb").write_text(text)
    with pytest.raises(ContentError, match="08-ours"):
        check_content()


def test_a_copy_of_a_page_is_refused_and_a_page_that_is_needed_too(kit: Path) -> None:
    original = kit / "notebooks" / "02-reflect.ipynb"
    copy = kit / "notebooks" / "02-reflect copy.ipynb"
    copy.write_bytes(original.read_bytes())
    with pytest.raises(ContentError, match="Two notebooks are the page “reflect”"):
        check_content()
    copy.unlink()
    original.unlink()
    with pytest.raises(ContentError, match="No notebook in “notebooks” is the page “reflect”"):
        check_content()
