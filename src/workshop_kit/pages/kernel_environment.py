"""What a process may know in which a notebook runs."""

import os
from pathlib import Path

from workshop_kit.content.files import KIT_FOLDER, own_kit_folder
from workshop_kit.content.own_folder import OWN
from workshop_kit.model import Role
from workshop_kit.pages.stored.ids import VARIANT
from workshop_kit.words import TOLD, language

# What Python and a terminal-less process need; everything else of ours stays out of kernels.
_KEPT = frozenset(
    """
    APPDATA COMSPEC CONDA_PREFIX HOME HOMEDRIVE HOMEPATH IPYTHONDIR JUPYTER_PATH LANG LC_ALL
    LC_CTYPE LD_LIBRARY_PATH LOCALAPPDATA NUMBER_OF_PROCESSORS PATH PATHEXT PROGRAMDATA PYTHONHOME
    PYTHONPATH PYTHONUTF8 SYSTEMDRIVE SYSTEMROOT TEMP TMP TMPDIR TZ USERPROFILE VIRTUAL_ENV WINDIR
    """.split()  # noqa: SIM905 - one name a line would fill the page
)


def kernel_environment(
    role: Role, *, own: Path | None, session: str = "", data: str = ""
) -> dict[str, str]:
    """Return the whole environment of a process in which a notebook runs for a role.

    It learns the language, where changed content is, and where it sees the group's own additions.
    A facilitator's may open the store: it learns the data folder and the session too.

    Parameters
    ----------
    own
        A folder that shows the group's own additions (``content/own_view.py``); not the one in
        the data folder, whose path would tell where the answers are.
    session, data
        The session's id and the data folder, told to facilitators' only.
    """
    kept = {name: value for name, value in os.environ.items() if name.upper() in _KEPT}
    kept[TOLD] = kept[VARIANT] = language()
    kept["PYTHONHASHSEED"] = "0"  # a notebook that loops over a set makes its widgets in one order
    if changed := own_kit_folder():
        kept[KIT_FOLDER] = str(changed)
    if own is not None:
        kept[OWN] = str(own)
    if role is Role.FACILITATOR and session:
        kept |= {"WORKSHOP_KIT_DATA": data, "WORKSHOP_KIT_SESSION": session}
    return kept
