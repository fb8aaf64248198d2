"""Print docs/commands.md: every command with what it takes, from what the commands say themselves.

After a command has changed: `.venv/bin/python scripts/list_commands.py > docs/commands.md`.
"""

from collections.abc import Iterator

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from workshop_kit.cli.commands import app

HEADER = """\
# Every command

Type `workshop-kit` before each of them, or `python3 start.py` in the kit's folder
(`py start.py` on Windows). `--help` after a command says the same as this page.
`scripts/list_commands.py` makes the page; a test compares.

Instead of an option you can set a variable: `WORKSHOP_KIT_DATA` for `--data`,
`WORKSHOP_KIT_FOLDER` for `--kit`, and `WORKSHOP_KIT_HOST`, `WORKSHOP_KIT_PORT` and
`WORKSHOP_KIT_PUBLIC_URL` for the options of these names. Options win.
"""


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEADER, *(_section(name, one) for name, one in every_command().items())])


def every_command() -> dict[str, TyperCommand]:
    """Return each command by what is typed, such as “export” or “partners export”."""
    return dict(_commands("", typer.main.get_command(app)))


def _commands(typed: str, one: object) -> Iterator[tuple[str, TyperCommand]]:
    if isinstance(one, TyperGroup):
        for name, inner in one.commands.items():
            yield from _commands(f"{typed} {name}".strip(), inner)
    elif isinstance(one, TyperCommand):
        yield typed, one


def _section(name: str, command: object) -> str:
    params = getattr(command, "params", [])
    arguments = [one for one in params if isinstance(one, TyperArgument)]
    options = [one for one in params if isinstance(one, TyperOption)]
    needed = [str(one.metavar) for one in arguments]
    needed += [_typed(one) for one in options if one.required]
    typed = " ".join(["workshop-kit", name, *needed])
    lines = [f"## {name}", "", str(getattr(command, "help", "")), "", f"    {typed}", ""]
    rows = [(f"`{one.metavar}`", one.help or "") for one in arguments]
    rows += [(f"`{_typed(one)}`", _explained(one)) for one in options]
    if rows:
        lines += [
            "| you type | what it does |",
            "|---|---|",
            *(f"| {left} | {right} |" for left, right in rows),
            "",
        ]
    said, _, example = str(getattr(command, "epilog", "")).partition(": ")
    return "\n".join([*lines, f"{said}:", "", f"    {example}", ""])


def _typed(option: TyperOption) -> str:
    return option.opts[0] if option.is_flag else f"{option.opts[0]} {option.metavar or 'TEXT'}"


def _explained(option: TyperOption) -> str:
    shown = option.show_default
    default = shown if isinstance(shown, str) else option.default
    return f"{option.help} Without it: {default}." if default and shown else str(option.help)


if __name__ == "__main__":
    print(page(), end="")
