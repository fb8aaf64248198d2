"""``workshop-kit new``: plan a workshop."""

import json
from typing import Annotated

import typer

from workshop_kit.cli.options import Data, Json, open_folder
from workshop_kit.words import _

HELP = _("Plan a workshop. Its passphrase is shown this once.")
EXAMPLE = _('Example: workshop-kit new "Our evening" --date 2026-11-22 --police')

Title = Annotated[str, typer.Argument(metavar="TITLE", help=_("What people see first."))]
Community = Annotated[str, typer.Option(help=_("The community it is for."))]
Day = Annotated[
    str, typer.Option(metavar="DATE", help=_("Such as 2026-11-22."), show_default=_("today"))
]
HostName = Annotated[str, typer.Option(help=_("Who holds it."))]
Purpose = Annotated[str, typer.Option(help=_("What the answers are collected for."))]
Recipients = Annotated[str, typer.Option(help=_("Who gets the notes."))]
PrivacyContact = Annotated[
    str, typer.Option(help=_("Who answers questions about what people wrote."))
]
RecordOwner = Annotated[str, typer.Option(help=_("To whom the record belongs."))]
SupportPerson = Annotated[str, typer.Option(help=_("With whom people can talk if it gets heavy."))]
Police = Annotated[bool, typer.Option("--police", help=_("Police will be there."))]
Media = Annotated[bool, typer.Option("--media", help=_("Media will be there."))]
FirstNames = Annotated[bool, typer.Option("--first-names", help=_("People may give a first name."))]
KeepDays = Annotated[
    str,
    typer.Option(
        metavar="DAYS", help=_("Days from closing until it is to be destroyed, 1 to 365.")
    ),
]


def new(
    title: Title,
    community: Community = "",
    date: Day = "",
    host_name: HostName = "",
    purpose: Purpose = "",
    recipients: Recipients = "",
    privacy_contact: PrivacyContact = "",
    record_owner: RecordOwner = "",
    support_person: SupportPerson = "",
    police: Police = False,
    media: Media = False,
    first_names: FirstNames = False,
    keep_days: KeepDays = "14",
    data: Data = None,
    as_json: Json = False,
) -> None:
    """Store a new session and tell its code and passphrase."""
    from workshop_kit.cli.details import details
    from workshop_kit.cli.planned import plan

    said = details(
        title=title,
        community=community,
        held_on=date,
        host=host_name,
        purpose=purpose,
        recipients=recipients,
        privacy_contact=privacy_contact,
        record_owner=record_owner,
        support_person=support_person,
        roles_present=["police"] * police + ["media"] * media,
        first_names_allowed=first_names,
        keep_days=keep_days,
    )
    planned = plan(open_folder(data), said)
    print(json.dumps(planned.told, indent=2) if as_json else planned.in_words)
