"""Where CI is set, nothing is skipped in silence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

ONE_SKIPPED = """
import pytest

def test_passes() -> None:
    pass

@pytest.mark.skip(reason="not today")
def test_skipped() -> None:
    pass

@pytest.mark.xfail(strict=True)
def test_expected_to_fail() -> None:
    assert False
"""
WHOLE_FILE = 'import pytest\n\npytest.skip("no such part", allow_module_level=True)\n'
IN_A_BROWSER = """
import pytest

@pytest.mark.browser
def test_looks_right() -> None:
    pass
"""


def _pytest(folder: Path, text: str, **variables: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_some.py").write_text(text, encoding="utf-8")
    settings = folder / "pytest.ini"
    settings.write_text("[pytest]\nmarkers = browser: needs Chromium\n", encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if name != "CI"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.skips", "-p", "no:cacheprovider", "-rs"],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(ROOT)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("text", "told"), [(ONE_SKIPPED, "not today"), (WHOLE_FILE, "no such part")]
)
def test_a_skipped_test_fails_only_where_ci_is_set(tmp_path: Path, text: str, told: str) -> None:
    here = _pytest(tmp_path, text)
    assert "1 skipped" in _closing_line(here)
    assert "error" not in _closing_line(here)

    in_ci = _pytest(tmp_path, text, CI="true")
    assert "1 error" in _closing_line(in_ci)
    assert "skipped" not in _closing_line(in_ci)
    assert "nothing may be skipped" in in_ci.stdout
    assert told in in_ci.stdout
    assert ("1 xfailed" in _closing_line(in_ci)) == ("xfail" in text)


def test_without_a_browser_its_tests_are_skipped_and_the_way_to_get_one_is_told(
    tmp_path: Path,
) -> None:
    no_programs = {"PATH": str(tmp_path), "WORKSHOP_KIT_BROWSER": ""}
    here = _pytest(tmp_path, IN_A_BROWSER, **no_programs)
    assert "1 skipped" in _closing_line(here)
    assert "sudo apt install chromium" in here.stdout
    in_ci = _pytest(tmp_path, IN_A_BROWSER, CI="true", **no_programs)
    assert "1 error" in _closing_line(in_ci)


def _closing_line(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout.splitlines()[-1]
