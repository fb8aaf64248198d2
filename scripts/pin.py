"""Print the versions of everything that the kit and its tests need, as constraints.txt holds them.

To renew them: make a new `.venv` without constraints (`pip install -e ".[lab,test]"`), run every
test, then `.venv/bin/python scripts/pin.py > constraints.txt`. Packages that only Windows or macOS
need are not in a Linux `.venv`, so they are not pinned.
"""

import importlib.metadata
from collections.abc import Iterator

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

KIT = "workshop-kit"
HELD_BACK = {"argon2-cffi-bindings": "25.1.0"}  # later ones have no wheel for Macs with Intel
HEADER = """\
# The versions that the tests passed with. pip takes these and no others; a name that this computer
# does not need is passed over. Packages for Windows or macOS alone are not listed, so not pinned.
# To renew: see scripts/pin.py."""


def pinned(name: str, extras: frozenset[str]) -> dict[str, str]:
    """Return the version of every package that one needs, itself left out.

    Parameters
    ----------
    name
        The installed package.
    extras
        Its extras that count too.
    """
    versions: dict[str, str] = {}
    waiting = [(name, extras)]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        versions[name] = importlib.metadata.version(name)
        waiting.extend(_needed(name, extras))
    versions.pop(KIT, None)
    return versions


def _needed(name: str, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for line in importlib.metadata.requires(name) or ():
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras | {""}):
            yield canonicalize_name(requirement.name), frozenset(requirement.extras)


if __name__ == "__main__":
    print(HEADER)
    versions = pinned(KIT, frozenset({"lab", "test"})) | HELD_BACK
    for package, version in sorted(versions.items()):
        print(f"{package}=={version}")
