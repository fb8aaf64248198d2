"""The kit, Python, and whether every part the kit stands on is new enough."""

import importlib.metadata
import platform
from collections.abc import Callable, Iterable

from packaging.requirements import Requirement

from workshop_kit import __version__
from workshop_kit.doctor.finding import Finding, fails, fine
from workshop_kit.words import _

KIT = "workshop-kit"


def versions(
    wanted: Iterable[str] | None = None, found: Callable[[str], str] = importlib.metadata.version
) -> Finding:
    """Compare what is installed with what the kit's own metadata asks for.

    Parameters
    ----------
    wanted
        Requirements such as ``tornado>=6.4``; none means those of the installed kit.
    found
        Gives the installed version of a part, or raises ``PackageNotFoundError``.
    """
    thing = _("Versions")
    asked = wanted if wanted is not None else importlib.metadata.requires(KIT) or ()
    parts = [part for part in map(Requirement, asked) if _is_needed(part)]
    wrong = [said for part in parts if (said := _problem(part, found))]
    if wrong:
        return fails(
            thing,
            " ".join(wrong),
            _("Install the kit again: python3 start.py does it, or pip install workshop-kit"),
        )
    return fine(
        thing,
        _(
            "Kit {kit}, Python {python}, and {number} parts, each new enough.",
            kit=__version__,
            python=platform.python_version(),
            number=len(parts),
        ),
    )


def _is_needed(part: Requirement) -> bool:
    return part.marker is None or part.marker.evaluate({"extra": ""})


def _problem(part: Requirement, found: Callable[[str], str]) -> str:
    try:
        version = found(part.name)
    except importlib.metadata.PackageNotFoundError:
        return _("{name} is missing.", name=part.name)
    if part.specifier.contains(version, prereleases=True):
        return ""
    return _(
        "{name} is {version}; the kit needs {bounds}.",
        name=part.name,
        version=version,
        bounds=part.specifier,
    )
