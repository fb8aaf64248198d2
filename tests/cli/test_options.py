"""Where data is: the option wins over the environment, the environment over the default."""

import json
from pathlib import Path

from tests.cli.terminal import Run
from workshop_kit.content.files import kit_folder


def test_the_option_wins_over_the_environment(run: Run, data: Path, tmp_path: Path) -> None:
    made = json.loads(run("new", "Evening", "--data", str(tmp_path / "mine"), "--json").out)
    assert Path(made["file"]).parent == tmp_path / "mine" / "sessions"
    assert not data.exists()


def test_the_environment_wins_over_the_default(run: Run, data: Path) -> None:
    made = json.loads(run("new", "Evening", "--json").out)
    assert Path(made["file"]).parent == data / "sessions"


def test_data_never_lies_among_the_notebooks(run: Run) -> None:
    inside = kit_folder("notebooks") / "data"
    said = run("new", "Evening", "--data", str(inside))
    assert said.code == 1
    assert "--data" in said.err
    assert not inside.exists()
