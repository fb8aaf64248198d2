"""The kit as people get it: a wheel, built and installed into an empty environment by real pip."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.kit_process import KitProcess

ROOT = Path(__file__).parents[1]
MIXED_IN = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "WORKSHOP_KIT_DATA", "WORKSHOP_KIT_FOLDER")


class InstalledKit:
    """A wheel, the environment it is installed in, and an empty folder to start it from."""

    def __init__(self, place: Path) -> None:
        self.empty = place / "empty"
        self.empty.mkdir()
        self._place = place
        self._bin = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
        self._do(sys.executable, "-m", "venv", str(place / "venv"))
        pip = [str(self._bin / "python"), "-m", "pip", "-q", "--disable-pip-version-check"]
        self._do(*pip, "wheel", "--no-deps", "-w", str(place / "dist"), str(ROOT))
        [self.wheel] = (place / "dist").glob("*.whl")
        pinned = ["-c", str(ROOT / "constraints.txt")]
        self._do(*pip, "install", *pinned, str(self.wheel))
        self.before = self.files()

    @property
    def program(self) -> str:
        """The path of ``workshop-kit``."""
        return str(self._bin / ("workshop-kit.exe" if os.name == "nt" else "workshop-kit"))

    def names(self) -> dict[str, bytes]:
        """Return what the wheel holds."""
        with zipfile.ZipFile(self.wheel) as packed:
            return {name: packed.read(name) for name in packed.namelist()}

    def run(self, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run a command of the kit as from a terminal."""
        return subprocess.run(
            [self.program, *words],
            cwd=cwd or self.empty,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def files(self) -> dict[str, str]:
        """Return a digest of every installed file of the kit; compiled ones are left out."""
        [package] = (self._place / "venv").rglob("site-packages/workshop_kit")
        found = (path for path in package.rglob("*") if path.is_file())
        return {
            path.relative_to(package).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in found
            if "__pycache__" not in path.parts
        }

    def _do(self, *command: str) -> None:
        done = subprocess.run(
            command, env=environment(), cwd=self.empty, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr


class InstalledProcess(KitProcess):
    """The installed kit, served from an empty folder."""

    def __init__(self, kit: InstalledKit, data: Path, *options: str) -> None:
        super().__init__(data, *options)
        self._kit = kit

    @property
    def folder(self) -> Path:
        """An empty folder."""
        return self._kit.empty

    def environment(self) -> dict[str, str]:
        """Return an environment that knows nothing of the checkout."""
        return environment()

    def command(self) -> list[str]:
        """Return what a person types who has installed the kit."""
        served = ["serve", "--host", "127.0.0.1", "--port", str(self.port), "--no-browser"]
        return [self._kit.program, *served, "--data", str(self.data), *self.options]


def environment() -> dict[str, str]:
    """Return the environment of somebody who has no checkout."""
    return {name: value for name, value in os.environ.items() if name not in MIXED_IN}
