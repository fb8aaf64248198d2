"""Build a kit as small as can be, so that start.py is tested with real pip and no network."""

import zipfile
from pathlib import Path

HERE = Path(__file__).parent
NAME = "workshop_kit-0.0.0"
METADATA = "Metadata-Version: 2.1\nName: workshop-kit\nVersion: 0.0.0\nProvides-Extra: test\n"
WHEEL = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
CHECKS = ("ruff", "mypy", "lint-imports", "pytest")


def build_editable(
    wheel_directory: str,
    config_settings: object = None,
    metadata_directory: object = None,
) -> str:
    """Write a wheel that points to this folder; fail where a file says so."""
    if (HERE / "offline").exists():
        raise OSError("there is no network")
    programs = "".join(f"{name} = workshop_kit.cli:check\n" for name in CHECKS)
    programs += "workshop-kit = workshop_kit.cli:main\n"
    files = {
        "workshop_kit.pth": f"{HERE / 'src'}\n",
        f"{NAME}.dist-info/METADATA": METADATA,
        f"{NAME}.dist-info/WHEEL": WHEEL,
        f"{NAME}.dist-info/entry_points.txt": f"[console_scripts]\n{programs}",
    }
    files[f"{NAME}.dist-info/RECORD"] = "".join(f"{name},,\n" for name in files)
    with zipfile.ZipFile(Path(wheel_directory, f"{NAME}-py3-none-any.whl"), "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)
    return f"{NAME}-py3-none-any.whl"
