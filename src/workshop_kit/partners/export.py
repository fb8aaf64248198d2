"""The partner map as files, by how a name ends: CSV, XLSX or GraphML."""

from pathlib import Path

from workshop_kit.partners.export_table import as_csv, as_xlsx
from workshop_kit.partners.graphml import graphml
from workshop_kit.partners.plan import Map
from workshop_kit.partners.table_rows import exported, partner_rows, tie_rows
from workshop_kit.partners.unusable import UnusableTable
from workshop_kit.words import _

FORMATS = ("csv", "xlsx", "graphml")


def files_of(
    held: Map, path: Path, *, with_ratings: bool = False, with_declined: bool = False
) -> dict[Path, bytes]:
    """Return what to write where. CSV has a second file, “NAME-ties.csv”, where there are ties.

    Ratings, and partners who declined, are there only when asked for.

    Raises
    ------
    UnusableTable
        The name ends with no format that is known.
    """
    kind = path.suffix.lower().lstrip(".")
    if kind not in FORMATS:
        raise UnusableTable(
            _("“{name}” ends with no format. Write .csv, .xlsx or .graphml.", name=path.name)
        )
    partners, ties = exported(
        {id_: one.body for id_, one in held.partners.items()},
        {id_: one.body for id_, one in held.ties.items()},
        with_declined=with_declined,
    )
    if kind == "graphml":
        return {path: graphml(partners, ties, with_ratings=with_ratings)}
    listed = partner_rows(partners, held.vocabulary(), with_ratings=with_ratings)
    tied = tie_rows(ties, partners)
    if kind == "xlsx":
        return {path: as_xlsx(listed, tied)}
    beside = {path.with_name(f"{path.stem}-ties{path.suffix}"): as_csv(tied)} if tied.rows else {}
    return {path: as_csv(listed), **beside}
