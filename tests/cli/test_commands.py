"""Help: every command has an example, and help is quick."""

import subprocess
import sys

import pytest

from scripts.list_commands import every_command
from tests.cli.terminal import Run

BY_NAME = every_command()
COMMANDS = sorted(BY_NAME)
HEAVY = ("sqlalchemy", "pandas", "tornado", "voila", "anywidget", "argon2", "babel")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example(run: Run, name: str) -> None:
    said = run(*name.split(), "--help")
    assert said.code == 0
    assert f"Example: workshop-kit {name}" in " ".join(said.out.split())
    assert len(BY_NAME[name].help or "") > 20
    assert all(option.help for option in BY_NAME[name].params)  # type: ignore[attr-defined]  # typer's


def test_help_lists_every_command_in_whole_sentences(run: Run) -> None:
    said = run("--help")
    assert said.code == 0
    assert all(f"\n  {name.split()[0]} " in said.out for name in COMMANDS)
    assert "..." not in said.out.partition("Commands:")[2]


def test_help_does_not_wait_for_the_heavy_parts() -> None:
    code = (
        "import sys, workshop_kit.cli as cli\n"
        "sys.argv = ['workshop-kit', 'export', '--help']\n"
        "try: cli.main()\n"
        f"finally: print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert ended.stderr.strip() == b"[]"


@pytest.mark.parametrize("words", [["nope"], ["new"], ["export"], ["sessions", "--nope"]])
def test_a_wrong_command_line_is_exit_code_2_and_points_to_help(run: Run, words: list[str]) -> None:
    said = run(*words)
    assert said.code == 2
    assert "--help" in said.err
