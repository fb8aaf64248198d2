"""``workshop-kit init``: content copied out, to be changed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workshop_kit.words import _, n_

if TYPE_CHECKING:
    from workshop_kit.content.copy_out import Copied

HELP = _(
    "Copy the kit's content out, for you to change. "
    "That is its notebooks, workshop material and data."
)
EXAMPLE = _("Example: workshop-kit init our-kit")


def init(
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help=_("A new folder, or one that this command made.")),
    ],
) -> None:
    """Copy what is not there yet, and say what differs from the kit's own."""
    from workshop_kit.content.changes import changes
    from workshop_kit.content.copy_out import copy_out

    folder = folder.expanduser().absolute()
    done = copy_out(folder)
    print("\n".join(_told(folder, done)))
    if not done.new:
        print("\n".join(f"  {sentence}" for sentence in changes(folder).in_words))
    print(_("Next: go into that folder, change what you like, then type: workshop-kit serve"))


def _told(folder: Path, done: "Copied") -> list[str]:
    if done.new:
        copied = n_("{number} file was copied.", "{number} files were copied.", len(done.added))
        return [_("“{folder}” is ready.", folder=folder), f"  {copied}"]
    kept = n_(
        "{number} file was there already. It is as it was.",
        "{number} files were there already. They are as they were.",
        done.kept,
    )
    if not done.added:
        return [_("Nothing was missing in “{folder}”.", folder=folder), f"  {kept}"]
    added = [_("{file} was missing, and is copied.", file=name) for name in done.added]
    lead = _("What was missing in “{folder}” is there now.", folder=folder)
    return [lead, *(f"  {one}" for one in added), f"  {kept}"]
