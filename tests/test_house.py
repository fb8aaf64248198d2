"""The house's own rules: small files and functions, no cycles, nothing from outside."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import grimp
import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "workshop_kit"

MEDIAN_LINES = 120
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40

PYTHON = sorted(
    [
        *SOURCE.rglob("*.py"),
        *(ROOT / "tests").rglob("*.py"),
        *(ROOT / "scripts").glob("*.py"),
        ROOT / "start.py",
    ]
)
BUNDLED = SOURCE / "pages" / "static" / "stored"  # other people's work: scripts/build_front.py
FRONT_END = sorted(
    file
    for ending in ("js", "css")
    for file in SOURCE.rglob(f"*.{ending}")
    if BUNDLED not in file.parents
)
SHOWN = {".py", ".js", ".css", ".html", ".j2", ".svg", ".ipynb", ".toml", ".json"}

OUTSIDE = re.compile(r"""\b(?:https?|wss?|ftp)://([^/\s"'`<>)\\{}:]+)|["'(]//(\w[\w.-]+\.\w+)""")
NO_OUTSIDE = re.compile(
    r"localhost|127\.|192\.168\.|10\.|hall\.test|([\w-]+\.)*example\.(org|com|net)"
    r"|www\.w3\.org$"  # the names of SVG and XHTML, never fetched
    r"|graphml\.graphdrawing\.org$"  # the name of GraphML, never fetched
    r"|\.\.\.$"  # https://... in a sentence
)


def _lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _functions(file: Path) -> Iterator[tuple[str, int]]:
    """Yield the name and length of each function; its docstring does not count."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            words = node.body[0] if ast.get_docstring(node) else None
            counted = (words.end_lineno or 0) - words.lineno + 1 if words else 0
            yield node.name, (node.end_lineno or 0) - node.lineno + 1 - counted


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {_name(file): _lines(file) for file in (*PYTHON, *FRONT_END)}
    assert {name: n for name, n in lengths.items() if n > MOST_LINES} == {}


@pytest.mark.parametrize("ending", [".py", ".js"])
def test_half_of_the_files_have_at_most_120_lines(ending: str) -> None:
    lengths = [_lines(file) for file in SOURCE.rglob(f"*{ending}") if BUNDLED not in file.parents]
    assert median(n for n in lengths if n > 3) <= MEDIAN_LINES


def test_no_function_is_longer_than_40_lines() -> None:
    long = {
        f"{_name(file)}: {name}": length
        for file in PYTHON
        for name, length in _functions(file)
        if length > MOST_LINES_OF_A_FUNCTION
    }
    assert long == {}


def test_every_module_says_in_one_line_what_it_is() -> None:
    said = {
        _name(file): ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
        for file in PYTHON
        if _lines(file)
    }
    first_lines = {name: text.split("\n\n")[0] for name, text in said.items()}
    assert {n: text for n, text in first_lines.items() if not text or "\n" in text} == {}


def test_files_have_the_names_of_things() -> None:
    vague = re.compile(r"\b(utils?|helpers|common|misc|managers?|core)\.(py|js)$")
    assert [_name(file) for file in (*PYTHON, *FRONT_END) if vague.search(file.name)] == []


def test_no_module_imports_itself_by_a_detour() -> None:
    """Imports inside functions count too; those for type checkers alone do not."""
    graph = grimp.build_graph("workshop_kit", exclude_type_checking_imports=True, cache_dir=None)
    left = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    while True:
        free = {module for module, imported in left.items() if not imported & left.keys()}
        if not free:
            break
        left = {module: imported for module, imported in left.items() if module not in free}
    assert {module: sorted(imported & left.keys()) for module, imported in left.items()} == {}


def test_nothing_that_a_page_is_made_of_names_an_outside_address() -> None:
    """Links for readers live in ``data/``, where they are content; pages load nothing from them."""
    files = [
        file
        for folder in (SOURCE, ROOT / "notebooks")
        for file in folder.rglob("*")
        if file.suffix in SHOWN
        and ".ipynb_checkpoints" not in file.parts
        and BUNDLED not in file.parents  # names addresses in messages; its rules stop all others
    ]
    assert files
    found = {
        f"{_name(file)}: {match[0]}"
        for file in files
        for match in OUTSIDE.finditer(file.read_text(encoding="utf-8"))
        if not NO_OUTSIDE.match(match[1] or match[2])
    }
    assert found == set()
