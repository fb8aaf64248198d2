"""``workshop-kit partners``: partner lists from spreadsheets, and back."""

import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workshop_kit.cli.options import Data, open_folder
from workshop_kit.words import _

if TYPE_CHECKING:
    from workshop_kit.model import Entry
    from workshop_kit.partners.plan import Map

HELP = _("Read partner lists in, or write them for a spreadsheet.")
IMPORT_HELP = _(
    "Read a list of partners from CSV, XLSX or ODS. All good rows are taken, or nothing. "
    "Ends with 0 once they are in, with 1 if nothing was written."
)
IMPORT_EXAMPLE = _("Example: workshop-kit partners import partners.xlsx --session K7M4QX --dry-run")
EXPORT_HELP = _("Write the partners and their ties, as CSV, XLSX or GraphML.")
EXPORT_EXAMPLE = _("Example: workshop-kit partners export --session K7M4QX --out partners.xlsx")

Session = Annotated[
    str, typer.Option("--session", metavar="CODE", help=_("The code that people join with."))
]

app = typer.Typer(
    help=HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)


File = Annotated[Path, typer.Argument(metavar="FILE", help=_("A list as CSV, XLSX or ODS."))]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="HEADING=FIELD",
        help=_("What a column is, such as “Who=name”. “Who=” leaves it out."),
        show_default=False,
    ),
]
Sheet = Annotated[
    str, typer.Option(metavar="NAME", help=_("The sheet to read, if not the first one."))
]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Only say what would be done."))]
AsJson = Annotated[
    bool,
    typer.Option(
        "--json",
        help=_(
            "Print JSON: “written”, how many are “added”, “changed”, “same” and “refused”, "
            "then “columns” and “rows” with what is told of each."
        ),
    ),
]
Out = Annotated[
    Path,
    typer.Option(metavar="FILE", help=_("A name that ends with .csv, .xlsx or .graphml.")),
]
WithRatings = Annotated[
    bool, typer.Option("--with-ratings", help=_("With influence and interest."))
]
WithDeclined = Annotated[
    bool, typer.Option("--with-declined", help=_("With partners who declined."))
]
Force = Annotated[bool, typer.Option("--force", help=_("Replace a file of that name."))]


@app.command("import", help=IMPORT_HELP, epilog=IMPORT_EXAMPLE)
def import_partners(
    file: File,
    session: Session,
    column: Columns = None,
    sheet: Sheet = "",
    dry_run: DryRun = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Look at the whole file, tell what it does, then store all of that or nothing."""
    from workshop_kit.partners.plan import plan_import
    from workshop_kit.partners.plan_document import document, sentences, sums

    chosen = dict(map(_choice, column or []))
    with closing(open_folder(data).open_code(session)) as store:
        held = _map_of(store.of_kinds(("partner", "tie")))
        plan = plan_import(_content(file), held, held.vocabulary(), chosen=chosen, sheet=sheet)
        if not dry_run:
            store.change_together(plan.writes()).result()
    if as_json:
        print(json.dumps({"written": not dry_run, **document(plan)}, indent=2))
        return
    for line in (*sentences(plan), " ".join(sums(plan, done=not dry_run))):
        print(line)
    if dry_run:
        print(_("Nothing was written yet."))


@app.command("export", help=EXPORT_HELP, epilog=EXPORT_EXAMPLE)
def export_partners(
    session: Session,
    out: Out,
    with_ratings: WithRatings = False,
    with_declined: WithDeclined = False,
    force: Force = False,
    data: Data = None,
) -> None:
    """Write what was asked for, and note where it is."""
    from workshop_kit.model import Export, today
    from workshop_kit.partners.export import files_of
    from workshop_kit.whole_file import write_whole

    with closing(open_folder(data).open_code(session)) as store:
        held = _map_of(store.of_kinds(("partner", "tie")))
        files = files_of(
            held, out.expanduser(), with_ratings=with_ratings, with_declined=with_declined
        )
        if not force:
            _check_free(files)
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)
            print(path)
            kind, place = path.suffix.lstrip(".").lower(), str(path.resolve())
            store.note_export(Export(format=kind, made_on=today(), place=place)).result()
    print(_("These files are copies. The kit cannot destroy them for you."))


def _map_of(entries: "list[Entry]") -> "Map":
    from workshop_kit.partners.plan import Map

    return Map.of(entries)


def _choice(typed: str) -> tuple[str, str | None]:
    """Return a heading and its field. A heading may hold “=” itself; a field does not."""
    from workshop_kit.errors import BadSetting

    heading, sign, field = typed.rpartition("=")
    if not sign:
        raise BadSetting("--column", typed, _("a heading, “=” and a field: “Who=name”"))
    return heading.strip(), field.strip() or None


def _content(file: Path) -> bytes:
    from workshop_kit.partners.table_file import MOST_BYTES
    from workshop_kit.partners.unusable import UnusableTable

    try:
        with file.expanduser().open("rb") as opened:
            return opened.read(MOST_BYTES + 1)  # one more than is taken: then it is refused
    except OSError as error:
        raise UnusableTable(
            _("The file “{path}” cannot be read: {reason}.", path=file, reason=error.strerror)
        ) from None


def _check_free(files: dict[Path, bytes]) -> None:
    from workshop_kit.partners.unusable import UnusableTable

    for path in files:
        if path.exists():
            raise UnusableTable(
                _("“{path}” is there already. Choose another name, or add --force.", path=path)
            )
