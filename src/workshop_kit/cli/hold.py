"""``workshop-kit hold``: keep a closed workshop longer, or let it go."""

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from workshop_kit.cli.options import Code, Data, open_folder
from workshop_kit.words import _

if TYPE_CHECKING:
    from workshop_kit.model import Hold

HELP = _("Keep a workshop from being destroyed. Say why, or release it again.")
EXAMPLE = _('Example: workshop-kit hold K7M4QX --reason "A court asked for it" --until 2027-01-31')

Reason = Annotated[
    str, typer.Option(metavar="REASON", help=_("Why it is kept longer than people were told."))
]
By = Annotated[str, typer.Option(metavar="WHO", help=_("Who decided that."))]
Until = Annotated[
    str,
    typer.Option(
        metavar="DATE",
        help=_("The last day on which it is kept."),
        show_default=_("until you release it"),
    ),
]
Release = Annotated[bool, typer.Option("--release", help=_("End the hold."))]


def hold(
    code: Code,
    reason: Reason = "",
    by: By = "",
    until: Until = "",
    release: Release = False,
    data: Data = None,
) -> None:
    """Note a hold in the session's file, or take it out."""
    from workshop_kit.model import SessionState

    wanted = None if release else _hold(reason, by, until)
    with closing(open_folder(data).open_code(code)) as store:
        session = store.change_session({"hold": wanted}).result()
    if wanted is None:
        print(_("“{title}” is no longer held.", title=session.title))
    elif wanted.until:
        print(_("“{title}” is kept until {date}.", title=session.title, date=wanted.until))
    else:
        print(_("“{title}” is kept until you release it.", title=session.title))
        print(_("To release it: workshop-kit hold {code} --release", code=session.join_code))
    if session.due_on:
        print(_("It is destroyed on {date}.", date=session.due_on))
    elif session.state is not SessionState.CLOSED:
        print(_("It is not closed yet. Nothing is destroyed before that."))


def _hold(reason: str, by: str, until: str) -> "Hold":
    from workshop_kit.checked import checked
    from workshop_kit.errors import BadSetting
    from workshop_kit.model import Hold, today

    if not reason.strip():
        raise BadSetting("--reason", reason, _("a few words"))
    try:
        last = date.fromisoformat(until) if until else None
    except ValueError:
        raise BadSetting("--until", until, _("a date such as 2026-11-22")) from None
    if last and last < today():
        raise BadSetting("--until", until, _("a day to come"))
    return checked(Hold, {"reason": reason, "by": by, "until": last})
