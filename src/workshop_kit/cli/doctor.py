"""``workshop-kit doctor``: whether this laptop is ready for an evening."""

import json
import os
import shutil
import textwrap
from typing import TYPE_CHECKING

import typer

from workshop_kit.cli.options import Data, Json, Kit, Port
from workshop_kit.words import _, n_

if TYPE_CHECKING:
    from workshop_kit.doctor.finding import Finding

HELP = _("Look whether this laptop is ready for an evening. Nothing outside of it is asked.")
EXAMPLE = _("Example: workshop-kit doctor --port 9000")
NARROW = 60
"""Columns; in a smaller window the parts of a finding stand below each other."""
WIDE = 100


def doctor(port: Port = None, data: Data = None, kit: Kit = None, as_json: Json = False) -> None:
    """Tell each finding as soon as it is known; exit code 1 if something will not work."""
    if not as_json:
        print(_("Looking at this laptop. This takes a moment."), flush=True)
    from workshop_kit.content.files import KIT_FOLDER, served_folders
    from workshop_kit.content.marker import read_marker
    from workshop_kit.doctor.visit import visit
    from workshop_kit.settings import Settings
    from workshop_kit.store.folder import default_folder

    settings = Settings.gathered(port=port, data=data, kit=kit)
    if settings.kit:
        read_marker(settings.kit.expanduser())
        os.environ[KIT_FOLDER] = str(settings.kit.expanduser().resolve())
    folder = (settings.data or default_folder()).expanduser().absolute()
    found = []
    for one in visit(folder, settings.port, served_folders()):
        found.append(one)
        if not as_json:
            print("\n" + in_words(one, shutil.get_terminal_size().columns), flush=True)
    if as_json:
        print(json.dumps([one.model_dump(mode="json") for one in found], indent=2))
    else:
        print("\n" + _summary(found))
    raise typer.Exit(1 if any(one.state == "fails" for one in found) else 0)


def in_words(finding: "Finding", columns: int) -> str:
    """Return a finding as a row of the table: state, thing, what was found, what to do.

    Parameters
    ----------
    columns
        How many letters fit into a line of the window.
    """
    sentences = [finding.found]
    if finding.to_do:
        sentences.append(_("To do: {sentence}", sentence=finding.to_do))
    if columns < NARROW:
        head, left = f"{finding.state.in_words}: {finding.thing}\n", "  "
    else:
        head, left = f"{finding.state.in_words:<15}{finding.thing:<13}", " " * 28
    width = max(30, min(columns, WIDE)) - 1
    rows = "\n".join(
        textwrap.fill(
            one,
            width,
            initial_indent=left,
            subsequent_indent=left,
            break_long_words=False,  # addresses and commands can be copied
            break_on_hyphens=False,
        )
        for one in sentences
    )
    return head + (rows if head.endswith("\n") else rows.removeprefix(left))


def _summary(found: "list[Finding]") -> str:
    bad = sum(one.state == "fails" for one in found)
    odd = sum(one.state == "look" for one in found)
    if bad:
        return n_("{number} thing will not work.", "{number} things will not work.", bad)
    if odd:
        return n_(
            "The kit will work. {number} thing is for you to look at.",
            "The kit will work. {number} things are for you to look at.",
            odd,
        )
    return _("Everything is fine.")
