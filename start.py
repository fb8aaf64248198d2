"""Set the kit up in its own folder .venv, then serve a workshop or run every test.

python3 start.py                     serve, with a demo workshop that is already there
python3 start.py serve --port 9000   the same, with options
python3 start.py test                install what the tests need, then run every check
python3 start.py test tests/store    only these tests; whatever follows is pytest's
python3 start.py sessions            any other command of the kit

It needs Python 3.11 or newer, and the internet the first time.
"""

import contextlib
import functools
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python should say what to do
    found = "{}.{}.{}".format(*sys.version_info)
    sys.exit(
        "The kit needs Python 3.11 or newer. This is Python " + found + ".\n"
        "Install a newer one from python.org. On Debian and Ubuntu:\n"
        "    sudo apt install python3.12 python3.12-venv\n"
        "Then start with it:\n"
        "    python3.12 start.py"
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "kit-installed"  # for which folder, from which files, with what; written last

SECONDS_BETWEEN_SIGNS = 10.0
CHECKS = (
    ("mistakes in the code", ("ruff", "check", ".")),
    ("layout of the code", ("ruff", "format", "--check", ".")),
    ("types", ("mypy",)),
    ("who may import whom", ("lint-imports",)),
)
TESTS = ("pytest", "--nbval-lax", "--nbval-current-env")

BROWSER_VARIABLE = "WORKSHOP_KIT_BROWSER"
BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


class CannotGoOnError(Exception):
    """Something is missing that a person has to bring; the message says what."""


def main(arguments: list[str]) -> int:
    """Do what was asked for and return the exit code."""
    command, *options = arguments or ["serve"]
    if command in {"-h", "--help", "help"}:
        say(__doc__ or "")
        return 0
    try:
        if command == "test":
            return test(options)
        set_up("")
        return become([tool("workshop-kit"), command, *options])
    except CannotGoOnError as error:
        say(f"\n{error}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130


def say(text: str) -> None:
    """Print now, also where the output goes to a file."""
    print(text, flush=True)


def set_up(extra: str) -> None:
    """Make sure that ``.venv`` holds the kit and what it needs.

    Parameters
    ----------
    extra
        ``test`` for what the tests need too, else empty.

    Raises
    ------
    CannotGoOnError
        There is no venv module, or the parts cannot be installed.
    """
    folder, digest, extras = stamped()
    if folder == str(ROOT) and digest == fingerprint() and extra in extras and works():
        return
    say("Setting up. This takes a few minutes once, and needs the internet.")
    if folder not in {"", str(ROOT)} or not python_answers("import pip"):
        make_environment()  # programs in a venv know its folder: a moved one starts none
    failed = install(extra)
    if not failed and not works():  # pip thinks that everything is there, but files are gone
        make_environment()
        failed = install(extra)
    if not failed:
        STAMP.write_text(f"{ROOT}\n{fingerprint()}\n{extra}\n", encoding="utf-8")
    elif extra or not works():
        raise CannotGoOnError(
            "The parts could not be installed; pip's message is above. Is this computer on the\n"
            "internet? Then type the same command again. What is done already is kept."
        )
    else:
        say("The parts could not be brought up to date. Starting with those that are here.")


def stamped() -> tuple[str, str, str]:
    """Return the folder, the fingerprint and the extra of the last whole installation."""
    try:
        folder, digest, extra, *_ = STAMP.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return "", "", ""
    return folder, digest, extra


def fingerprint() -> str:
    """Return a digest of everything that decides what is to be installed."""
    files = (ROOT / "pyproject.toml", ROOT / "constraints.txt", VENV / "pyvenv.cfg")
    texts = [file.read_bytes() if file.is_file() else b"" for file in files]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()


def works() -> bool:
    """Whether the kit in ``.venv`` can be started."""
    return Path(tool("workshop-kit")).is_file() and python_answers("import workshop_kit.cli")


def python_answers(statement: str) -> bool:
    """Whether the Python in ``.venv`` is there and runs a statement."""
    try:
        command = [tool("python"), "-P", "-c", statement]  # -P: not from the caller's folder
        done = subprocess.run(command, capture_output=True, check=False, env=environment())
    except OSError:
        return False
    return done.returncode == 0


def make_environment() -> None:
    """Make ``.venv`` anew, whatever is there."""
    say("- a folder of its own for the kit's parts: .venv")
    need_venv_module()
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    outside = getattr(sys, "_base_executable", None) or sys.executable  # not .venv's own Python
    command = [outside, "-m", "venv", "--clear", str(VENV)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
    if done.returncode:
        raise CannotGoOnError(f"The folder .venv could not be made.\n{done.stdout}{done.stderr}")


def need_venv_module() -> None:
    """Install Python's own venv module, which Debian keeps in a package by itself."""
    if importlib.util.find_spec("ensurepip"):
        return
    package = "python{}.{}-venv".format(*sys.version_info)
    if not (may_install() and apt_install(package)):
        raise CannotGoOnError(
            "A part of Python is missing: the module venv. Install it, then try again.\n"
            f"On Debian and Ubuntu:\n    sudo apt install {package}"
        )


def install(extra: str) -> int:
    """Install the kit and return pip's exit code."""
    say("- the kit" + (" and what its tests need" if extra else ""))
    STAMP.unlink(missing_ok=True)
    what = f".[{extra}]" if extra else "."
    pip_install = [tool("python"), "-m", "pip", "install"]
    quiet = ["-q", "--disable-pip-version-check", "--no-input"]
    return run([*pip_install, *quiet, "-c", "constraints.txt", "-e", what], still="installing")


def test(options: list[str]) -> int:
    """Run every check, or only the tests that the options name; return the first bad code."""
    set_up("test")
    browser = find_browser() or install_browser()
    if browser:
        os.environ[BROWSER_VARIABLE] = browser
    codes = {}
    for name, command in () if options else CHECKS:
        say(f"\nChecking: {name}")
        codes[name] = run([tool(command[0]), *command[1:]])
    say("\nChecking: tests")
    codes["tests"] = run([tool(TESTS[0]), *TESTS[1:], *options])
    if not browser:
        say("\nSkipped: every test that needs a browser. " + how_to_get_a_browser())
    bad = [name for name, code in codes.items() if code]
    if bad:
        say(f"\nNot right yet: {', '.join(bad)}.")
    return next((code for code in codes.values() if code), 0)


def find_browser() -> str | None:
    """Return the path of a Chromium; a variable may name another one, or none by being empty."""
    if BROWSER_VARIABLE in os.environ:
        return os.environ[BROWSER_VARIABLE] or None
    named = [shutil.which(name) for name in BROWSER_NAMES]
    placed = [place for place in BROWSER_PLACES if Path(place).is_file()]
    return next((path for path in (*named, *placed) if path), None)


def install_browser() -> str | None:
    """Install Chromium where that is possible, and return its path.

    Raises
    ------
    CannotGoOnError
        It is not possible, and nothing may be skipped here.
    """
    if may_install() and apt_install("chromium"):
        return find_browser()
    if must_run_all():
        raise CannotGoOnError("CI is set: no test may be skipped. " + how_to_get_a_browser())
    return None


def how_to_get_a_browser() -> str:
    """Tell how to install what the browser tests need."""
    return (
        "They need Chromium.\n"
        "On Debian and Ubuntu: sudo apt install chromium. Elsewhere: install Chrome or Chromium."
    )


def must_run_all() -> bool:
    """Whether this is a place where a skipped test is a failed one."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def may_install() -> bool:
    """Whether this is Debian or like it, and we may install packages."""
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(package: str) -> bool:
    """Install a system package; tell whether that went well."""
    say(f"- the system's package {package}")
    return apt_update() and apt("install", "-y", package)


@functools.cache
def apt_update() -> bool:
    """Read the list of system packages, once."""
    return apt("update")


def apt(*arguments: str) -> bool:
    """Run apt-get without questions; tell whether that went well."""
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    return run(["apt-get", "-qq", *arguments]) == 0


def tool(name: str) -> str:
    """Return the path of a program in ``.venv``."""
    if os.name == "nt":
        return str(VENV / "Scripts" / f"{name}.exe")
    return str(VENV / "bin" / name)


def environment() -> dict[str, str]:
    """Return the environment without what would mix another Python's packages into ours."""
    mixed = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    kept = {name: value for name, value in os.environ.items() if name not in mixed}
    return {**kept, "PIP_USER": "0"}  # a setting of one's own for pip may say otherwise


def run(command: list[str], still: str = "") -> int:
    """Run a program in the kit's folder and return its exit code; say what a quiet one does."""
    with subprocess.Popen(command, cwd=ROOT, env=environment()) as process:
        try:
            while True:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    return process.wait(SECONDS_BETWEEN_SIGNS if still else None)
                say(f"  still {still} ...")
        except KeyboardInterrupt:
            process.wait()  # it was told to stop too, and tidies up
            raise


def become(command: list[str]) -> int:
    """Run a program in the caller's folder; where possible, in the place of this one."""
    if os.name == "posix":  # so that a signal to this process reaches the kit itself
        os.execve(command[0], command, environment())
    return subprocess.Popen(command, env=environment()).wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
