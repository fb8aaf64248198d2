"""One list of parts: pyproject, pinned versions, conda's file and the page about them agree."""

import ast
import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
KIT = [Requirement(line) for line in PYPROJECT["project"]["dependencies"]]
EXTRAS = [
    Requirement(line)
    for lines in PYPROJECT["project"]["optional-dependencies"].values()
    for line in lines
]
BUILD = [Requirement(line) for line in PYPROJECT["build-system"]["requires"]]

OTHER_NAMES_ON_CONDA_FORGE = {"brotli": "brotli-python", "playwright": "playwright-python"}
OTHER_NAMES_IN_CODE = {
    "argon2-cffi": "argon2",
    "ipython": "IPython",
    "markdown-it-py": "markdown_it",
    "python-calamine": "python_calamine",
    "pyzmq": "zmq",
}
ONLY_WITH_AN_EXTRA = {("jupyterlab", "lab.py")}  # it says what to install where that is missing
COME_WITH_ANOTHER = {"pydantic_core"}  # pydantic asks for one version of it


def _pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}


def test_every_part_is_pinned_to_a_version_that_will_do() -> None:
    pins = _pins()
    wanted = {canonicalize_name(part.name): part.specifier for part in (*KIT, *EXTRAS)}
    assert wanted.keys() <= pins.keys()
    assert {
        name: pins[name] for name, versions in wanted.items() if pins[name] not in versions
    } == {}


def test_pins_are_single_versions_from_wherever_pip_looks() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert re.findall(r"://|^-|@|/work|file:", text, flags=re.MULTILINE) == []
    pinned = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert [line for line in pinned if not re.fullmatch(r"[a-z0-9-]+==[\w.]+", line)] == []
    names = [line.split("==")[0] for line in pinned]
    assert names == sorted(names)
    assert "workshop-kit" not in text


def test_conda_gets_the_same_parts() -> None:
    lines = (ROOT / "environment.yml").read_text(encoding="utf-8").splitlines()
    listed = {line.strip().removeprefix("- ") for line in lines if line.strip().startswith("- ")}
    python = f"python{PYPROJECT['project']['requires-python']}"
    others = {"conda-forge", "nodefaults", "pip", "pip:", "--no-deps -e .", python}
    assert others <= listed
    wanted = {
        OTHER_NAMES_ON_CONDA_FORGE.get(part.name, part.name): part.specifier
        for part in (*KIT, *EXTRAS)
    }
    found = {part.name: part.specifier for part in map(Requirement, listed - others)}
    assert found == wanted


def test_the_page_about_the_parts_has_each_of_them_with_a_reason() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| (.+) \| (.+) \| (.+) \|$", page, flags=re.MULTILINE)
    assert sorted(name for name, *_ in rows) == sorted({p.name for p in (*KIT, *EXTRAS, *BUILD)})
    assert all(len(reason.split()) >= 2 for _, reason, _, _ in rows)


def test_only_listed_parts_are_imported() -> None:
    listed = {OTHER_NAMES_IN_CODE.get(part.name, part.name) for part in KIT}
    known = listed | COME_WITH_ANOTHER | set(sys.stdlib_module_names) | {"workshop_kit"}
    imported = {
        (name.split(".")[0], file.name)
        for file in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for name in _imported(node)
    }
    assert {place for place in imported if place[0] not in known} == ONLY_WITH_AN_EXTRA


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module]
    return []
