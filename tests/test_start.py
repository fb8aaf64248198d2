"""start.py sets up, repairs and starts: with real venv and pip, over a kit without dependencies."""

import ast
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SETTING_UP = "Setting up"


class Checkout:
    """A folder with start.py and a small kit in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "tests" / "start_kit", folder)
        shutil.copy(ROOT / "start.py", folder)
        (folder / "constraints.txt").touch()

    def start(
        self, *options: str, cwd: Path | str = "", before: str = "", **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run start.py to its end, after a Python statement in the same process."""
        where = str(cwd or self.folder)
        script = os.path.relpath(self.folder / "start.py", where)
        code = (
            f"import runpy, sys\n{before}\nsys.argv = {[script, *options]!r}\n"
            "runpy.run_path(sys.argv[0], run_name='__main__')"
        )
        command = [sys.executable, "-c", code] if before else [sys.executable, script, *options]
        kept = {n: v for n, v in os.environ.items() if n not in {"CI", "WORKSHOP_KIT_BROWSER"}}
        return subprocess.run(
            command, cwd=where, env=kept | variables, capture_output=True, text=True, check=False
        )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout that was started once, in a folder with a space in its name."""
    checkout = Checkout(tmp_path_factory.mktemp("place") / "work shop")
    first = checkout.start()
    assert first.returncode == 0, first.stdout + first.stderr
    assert SETTING_UP in first.stdout
    assert f"kit serve in {checkout.folder}" in first.stdout
    return checkout


def test_the_second_time_nothing_is_installed(checkout: Checkout, tmp_path: Path) -> None:
    again = checkout.start("serve", "--port", "9000", cwd=tmp_path)
    assert again.stdout == f"kit serve --port 9000 in {tmp_path}\n"
    assert again.stderr == ""


def test_any_other_command_and_its_exit_code_are_the_kits(checkout: Checkout) -> None:
    done = checkout.start("export", "K7M4QX", "--bad")
    assert done.stdout.startswith("kit export K7M4QX --bad in ")
    assert done.returncode == 3


def test_help_needs_no_setting_up(tmp_path: Path) -> None:
    done = Checkout(tmp_path / "new").start("--help")
    assert "python3 start.py test" in done.stdout
    assert not (tmp_path / "new" / ".venv").exists()


def test_a_long_installation_shows_that_it_is_at_work(tmp_path: Path) -> None:
    new = Checkout(tmp_path / "new")
    impatient = (new.folder / "start.py").read_text("utf-8").replace("SIGNS = 10.0", "SIGNS = 0.05")
    (new.folder / "start.py").write_text(impatient, "utf-8")
    assert "  still installing ...\n" in new.start().stdout


def _dangling_python(venv: Path) -> None:
    for python in (venv / "bin").glob("python*"):
        python.unlink()
        python.symlink_to("/nowhere/python")


def _without_pip(venv: Path) -> None:
    (venv / "kit-installed").unlink()
    for pip in venv.glob("lib/*/site-packages/pip"):
        shutil.rmtree(pip)


def _lost_files(venv: Path) -> None:
    for pointer in venv.glob("lib/*/site-packages/workshop_kit.pth"):
        pointer.unlink()


def _a_file(venv: Path) -> None:
    shutil.rmtree(venv)
    venv.touch()


def _an_empty_folder(venv: Path) -> None:
    shutil.rmtree(venv)
    venv.mkdir()


@pytest.mark.parametrize(
    "broken", [_dangling_python, _without_pip, _lost_files, _a_file, _an_empty_folder]
)
def test_a_broken_venv_is_made_anew(checkout: Checkout, broken: Callable[[Path], None]) -> None:
    broken(checkout.folder / ".venv")
    done = checkout.start()
    assert SETTING_UP in done.stdout
    assert "kit serve in" in done.stdout, done.stdout + done.stderr
    assert SETTING_UP not in checkout.start().stdout


def test_a_moved_folder_is_set_up_again(checkout: Checkout) -> None:
    old, new = checkout.folder, checkout.folder.with_name("moved")
    old.rename(new)
    checkout.folder = new
    assert SETTING_UP in checkout.start().stdout
    assert checkout.start().stdout == f"kit serve in {new}\n"


def test_without_network_a_changed_kit_starts_with_the_parts_it_has(checkout: Checkout) -> None:
    (checkout.folder / "offline").touch()
    with (checkout.folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    done = checkout.start()
    assert "Starting with those that are here" in done.stdout
    assert "kit serve in" in done.stdout
    (checkout.folder / "offline").unlink()
    assert "Starting with" not in checkout.start().stdout
    assert SETTING_UP not in checkout.start().stdout


def test_without_network_at_first_it_says_what_is_needed(tmp_path: Path) -> None:
    new = Checkout(tmp_path / "new")
    (new.folder / "offline").touch()
    done = new.start()
    assert done.returncode == 1
    assert "Is this computer on the\ninternet?" in done.stdout
    assert "start.py" not in done.stderr  # no traceback of ours; pip's message stays


def test_every_check_runs_and_the_first_bad_code_is_passed_on(checkout: Checkout) -> None:
    browser = "/some/chromium"
    good = checkout.start("test", WORKSHOP_KIT_BROWSER=browser)
    assert good.returncode == 0, good.stdout + good.stderr
    ran = [line.split()[1] for line in good.stdout.splitlines() if line.startswith("ran ")]
    assert ran == ["ruff", "ruff", "mypy", "lint-imports", "pytest"]
    assert good.stdout.splitlines()[-1] == f"ran pytest --nbval-lax --nbval-current-env {browser}"

    bad = checkout.start("test", WORKSHOP_KIT_BROWSER=browser, BAD_CHECK="mypy")
    assert bad.returncode == 4
    assert "ran pytest" in bad.stdout
    assert bad.stdout.splitlines()[-1] == "Not right yet: types."

    some = checkout.start("test", "tests/store", "-x", WORKSHOP_KIT_BROWSER=browser)
    assert "ran mypy" not in some.stdout
    assert "ran pytest --nbval-lax --nbval-current-env tests/store -x" in some.stdout


def test_without_a_browser_the_skipped_tests_are_named_and_ci_refuses(checkout: Checkout) -> None:
    here = checkout.start("test", WORKSHOP_KIT_BROWSER="", PATH="")
    assert here.returncode == 0
    assert "Skipped: every test that needs a browser" in here.stdout
    assert "sudo apt install chromium" in here.stdout
    in_ci = checkout.start("test", CI="true", WORKSHOP_KIT_BROWSER="", PATH="")
    assert in_ci.returncode == 1
    assert "no test may be skipped" in in_ci.stdout
    assert "ran pytest" not in in_ci.stdout


@pytest.mark.parametrize("command", ["serve", "test"])
def test_stopping_leaves_no_traceback(checkout: Checkout, command: str) -> None:
    checkout.start("test", WORKSHOP_KIT_BROWSER="x")
    process = subprocess.Popen(
        [sys.executable, "start.py", command, "--wait"],
        cwd=checkout.folder,
        env=os.environ | {"WORKSHOP_KIT_BROWSER": "x"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    while "--wait" not in process.stdout.readline():
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
    rest, _ = process.communicate(timeout=20)
    assert "Traceback" not in rest
    assert "kit stopped" in rest
    assert process.returncode == (0 if command == "serve" else 130)


def test_python_without_its_venv_module_names_the_package(tmp_path: Path) -> None:
    new = Checkout(tmp_path / "new")
    done = new.start(before="import sys; sys.modules['ensurepip'] = None", PATH="")
    assert done.returncode == 1
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert f"sudo apt install {package}" in done.stdout


def test_an_older_python_is_told_what_to_do(tmp_path: Path) -> None:
    new = Checkout(tmp_path / "new")
    done = new.start(before="import sys; sys.version_info = (3, 10, 4, 'final', 0)")
    assert done.returncode == 1
    assert "The kit needs Python 3.11 or newer. This is Python 3.10.4." in done.stderr
    assert not (new.folder / ".venv").exists()


def test_an_older_python_can_read_the_file() -> None:
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 7))
