"""The examples of docs/authors.md that need a checkout: a language, a kind; and pandas."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.content.own_kit import change
from tests.docs.blocks import ROOT, blocks
from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant, write_id
from workshop_kit.demo import ensure_demo
from workshop_kit.room.base import LANGUAGE_COOKIE
from workshop_kit.store.folder import SessionFolder

PAGE = "authors.md"
ENGLISH, FRENCH = "Help lines", "Numéros utiles"


class OfCheckout(KitProcess):
    """The kit of a checkout that was changed."""

    def __init__(self, data: Path, checkout: Path) -> None:
        super().__init__(data)
        self.checkout = checkout

    def environment(self) -> dict[str, str]:
        """Return an environment in which this checkout is found before any other."""
        return {**os.environ, "PYTHONPATH": str(self.checkout / "src")}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What an author has in front of them: the kit's code and content."""
    place = tmp_path / "checkout"
    leave_out = shutil.ignore_patterns("__pycache__", "locale")
    for name in ("src", "data", "notebooks", "workshop"):
        shutil.copytree(ROOT / name, place / name, ignore=leave_out)
    shutil.copy(ROOT / "pyproject.toml", place)
    return place


def pybabel(command: str, checkout: Path) -> None:
    """Run one of the commands of the page, with the Python of these tests."""
    program, *words = shlex.split(command)
    assert program == ".venv/bin/pybabel"
    done = subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", *words],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_language_is_offered_as_soon_as_it_is_compiled(checkout: Path, tmp_path: Path) -> None:
    french = checkout / "data" / "fr"
    french.mkdir()
    shutil.copy(checkout / "data" / "en" / "bread.toml", french)
    change(french / "bread.toml", "Oat bread", "Pain de seigle")
    make_folder, extract, init, compile_all = blocks(PAGE, "Add a language")[0].splitlines()
    assert make_folder == "mkdir src/workshop_kit/locale"
    (checkout / make_folder.split()[1]).mkdir()
    pybabel(extract, checkout)
    pybabel(init, checkout)
    [catalogue] = checkout.rglob("*.po")
    change(catalogue, f'msgid "{ENGLISH}"\nmsgstr ""', f'msgid "{ENGLISH}"\nmsgstr "{FRENCH}"')
    pybabel(compile_all, checkout)
    with OfCheckout(tmp_path / "data-kept", checkout) as server:
        offered = requests.get(server.url, timeout=20).text
        assert 'value="fr"' in offered
        assert FRENCH not in offered
        chosen = {LANGUAGE_COOKIE: "fr"}
        page = requests.get(server.url, cookies=chosen, timeout=20).text
        assert FRENCH in page
        assert "Join the workshop" in page  # not translated yet
        recipe = requests.get(f"{server.url}/bread", cookies=chosen, timeout=20).text
        assert "Pain de seigle" in recipe


def test_a_kind_in_the_registry_is_kept_for_its_author_alone(
    checkout: Path, tmp_path: Path
) -> None:
    kinds = checkout / "src" / "workshop_kit" / "kinds.py"
    example, request = blocks(PAGE, "Add a kind of entry")
    change(kinds, "_P, _S, _F, _J = ", f"{example}\n\n_P, _S, _F, _J = ")
    change(kinds, "    for kind in (\n", "    for kind in (\n        DOT,\n")
    method, path = request.split()
    with OfCheckout(tmp_path / "data-kept", checkout) as server:
        facilitator = Facilitator.with_new_workshop(server.url).opened()
        code = facilitator.known()["join_code"]
        one, other = (Participant.joined(server.url, code) for _ in range(2))
        body: dict[str, Any] = {"write_id": write_id(), "revision": 0, "body": {"idea": 3}}
        one.good(method, path.replace("SESSION", one.session), body)
        assert [entry["body"] for entry in one.entries()] == [{"idea": 3}]
        assert other.entries() == []
        seen = facilitator.good("GET", facilitator.mine("entries"))["entries"]
        assert [entry for entry in seen if entry["kind"] == "dot"] == []


def test_answers_are_tables_for_pandas(tmp_path: Path) -> None:
    ensure_demo(SessionFolder(tmp_path)).close()
    first, second = blocks(PAGE, "Look at answers with pandas")
    *lines, last = first.strip().splitlines()
    printed = run("\n".join([*lines, f"print({last})", f"print({second.strip()})"]), tmp_path)
    assert "What to learn" in printed
    assert "learn\n" in printed


def test_the_partner_map_is_tables_for_pandas(tmp_path: Path) -> None:
    ensure_demo(SessionFolder(tmp_path)).close()
    [example] = blocks(PAGE, "Look at the partner map with pandas")
    begin, *lines = [line for line in example.splitlines() if line.strip()]
    printed = run("\n".join([begin, *(f"print({line})" for line in lines)]), tmp_path)
    assert "Youth" in printed


def run(script: str, data: Path) -> str:
    """Run a script over a data folder; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "WORKSHOP_KIT_DATA": str(data)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
