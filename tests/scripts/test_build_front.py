"""The bundled front end is what its sources and pinned packages make; it carries their licences."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import brotli
import pytest

from scripts.build_front import BUILT, LOCK, SOURCES, build

FIRST_LOAD = 60_000
"""Bytes, as brotli: what each page loads of it."""


def _registry_answers() -> bool:
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return False
    version = json.loads((SOURCES / "package.json").read_text())["devDependencies"]["esbuild"]
    asked = [npm, "view", f"esbuild@{version}", "version", "--fetch-retries=0", "--loglevel=error"]
    return subprocess.run(asked, capture_output=True, check=False, timeout=60).returncode == 0


def _files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_a_new_build_is_the_same_to_the_byte(tmp_path: Path) -> None:
    if not _registry_answers():
        pytest.skip("Node or npm's registry is not there")
    build(tmp_path)
    assert _files(tmp_path).keys() == _files(BUILT).keys()
    assert _files(tmp_path) == _files(BUILT)


def test_versions_are_exact_and_no_address_is_named() -> None:
    package = json.loads((SOURCES / "package.json").read_text())
    named = {**package["dependencies"], **package["devDependencies"]}
    lock = (SOURCES / LOCK).read_text()
    pinned = json.loads(lock)["packages"]
    assert {name: pinned[f"node_modules/{name}"]["version"] for name in named} == named
    assert all("integrity" in one for name, one in pinned.items() if name)
    assert "://" not in lock


def test_the_parts_are_there_and_the_first_load_is_small() -> None:
    parts: dict[str, list[str]] = json.loads((BUILT / "parts.json").read_text())
    assert parts.keys() == {"page", "channels", "controls", "output", "sanitizer"}
    scripts = {file.name for file in BUILT.glob("*.js")}
    assert {name for names in parts.values() for name in names} == scripts
    weight = sum(len(brotli.compress((BUILT / name).read_bytes())) for name in parts["page"])
    assert weight <= FIRST_LOAD


def test_every_package_has_its_licence() -> None:
    text = (BUILT / "LICENSES.txt").read_text(encoding="utf-8")
    told = re.split(r"^={78}$", text, flags=re.MULTILINE)[1:]
    assert len(told) > 30
    assert [one.splitlines()[1] for one in told if "copyright" not in one.lower()] == []
    assert "anywidget 0.11.0 (MIT)" in text
    assert "solid-js" in text


@pytest.mark.parametrize("name", ["page", "channels", "controls", "sanitizer"])
def test_nothing_would_need_eval(name: str) -> None:
    """Outputs have two: for languages of JupyterLab and for Node; neither is ever reached."""
    parts = json.loads((BUILT / "parts.json").read_text())
    texts = [(BUILT / part).read_text(encoding="utf-8") for part in parts[name]]
    assert not any(re.search(r"\bnew Function\b|\beval\(", text) for text in texts)
