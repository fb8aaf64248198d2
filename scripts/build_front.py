"""Bundle the front end of stored pages from its sources and pinned packages. For makers of the kit.

usage: python scripts/build_front.py          (Node 20 or later and npm have to be there)
       python scripts/build_front.py --pin    (after a change of package.json: pins what it needs)

The sources are in pages/stored/front, the result is in pages/static/stored. Nothing that npm
fetches stays in the checkout.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PAGES = Path(__file__).parents[1] / "src" / "workshop_kit" / "pages"
SOURCES = PAGES / "stored" / "front"
BUILT = PAGES / "static" / "stored"
LOCK = "package-lock.json"

_PACKAGE = re.compile(r"(?:.*/)?node_modules/(?:@[^/]+/)?[^/]+")
_LICENCE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_RULE = "=" * 78
_INLINED = {"anywidget": ("solid-js", "@lukeed/uuid")}  # its one file holds parts of these as well
_JUPYTER = "BSD-3-Clause"


def _npm(folder: Path, *arguments: str) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not there. Install Node 20 or later, then try again.")
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    subprocess.run([npm, *arguments, *quiet], cwd=folder, check=True)


def pin() -> None:
    """Write the lock: each package with its version and hash, without addresses."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        shutil.copy(SOURCES / "package.json", folder)
        _npm(folder, "install", "--package-lock-only", "--omit-lockfile-registry-resolved")
        lock = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)
    (SOURCES / LOCK).write_text(json.dumps(lock, indent=1) + "\n", encoding="utf-8")


def build(target: Path) -> None:
    """Put the bundle, its licences and the list of its parts into an empty folder."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve() / "front"
        shutil.copytree(SOURCES, folder)
        _npm(folder, "ci")
        node = shutil.which("node") or "node"
        subprocess.run([node, "build.mjs", str(target)], cwd=folder, check=True)
        made = json.loads((target / "made.json").read_text(encoding="utf-8"))
        (target / "made.json").unlink()
        licences = "\n".join(_licences(folder, made["inputs"]))
        (target / "LICENSES.txt").write_text(licences, encoding="utf-8", newline="\n")
        parts = json.dumps(_parts(made["outputs"]), indent=1) + "\n"
        (target / "parts.json").write_text(parts, encoding="utf-8", newline="\n")


def _parts(outputs: dict[str, dict[str, list[dict[str, str]]]]) -> dict[str, list[str]]:
    """Return, for each part that a page can ask for, all files that it consists of."""
    needs = {
        Path(name).name: [
            Path(one["path"]).name for one in made["imports"] if one["kind"] == "import-statement"
        ]
        for name, made in outputs.items()
    }
    named = {name.rsplit("-", 1)[0].removesuffix(".js"): name for name in needs}
    return {
        part: [name, *sorted(_all_needed(name, needs) - {name})]
        for part, name in sorted(named.items())
        if part != "chunk"
    }


def _all_needed(name: str, needs: dict[str, list[str]]) -> set[str]:
    return {name}.union(*(_all_needed(one, needs) for one in needs[name]))


def _licences(folder: Path, inputs: list[str]) -> Iterator[str]:
    """Yield what must be told of each package that the bundle holds a part of."""
    names = [one.removeprefix("(disabled):") for one in inputs]  # files meant for Node alone
    used = {match[0] for name in names if (match := _PACKAGE.match(name))}
    used |= {
        f"node_modules/{name}"
        for path, inlined in _INLINED.items()
        if f"node_modules/{path}" in used
        for name in inlined
    }
    yield "Parts of these packages are in the files of this folder.\n"
    for path in sorted(used):
        package = json.loads((folder / path / "package.json").read_text(encoding="utf-8"))
        yield f"{_RULE}\n{package['name']} {package['version']} ({package['license']})\n"
        files = sorted(file for file in (folder / path).iterdir() if _LICENCE.match(file.name))
        if not files:
            files = [_jupyters(package)]
        for file in files:
            yield file.read_text(encoding="utf-8").replace("\r\n", "\n").strip() + "\n"


def _jupyters(package: dict[str, str | dict[str, str]]) -> Path:
    """Return the licence's text that Project Jupyter leaves out of its packages."""
    made_by = str(package.get("author"))
    if "Jupyter" not in made_by or package["license"] != _JUPYTER:
        raise SystemExit(f"{package['name']} holds no text of its licence. Add it to _licences.")
    return SOURCES / f"{_JUPYTER}.txt"


def main() -> None:
    """Build it anew in the place of what is there."""
    if "--pin" in sys.argv:
        pin()
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary).resolve()
        build(target)
        shutil.rmtree(BUILT, ignore_errors=True)
        shutil.copytree(target, BUILT)
    for file in sorted(BUILT.iterdir()):
        print(f"{file.stat().st_size:>9,}  {file.name}")


if __name__ == "__main__":
    main()
