"""SQL about notes that left a session; runs inside the caller's transaction."""

from sqlalchemy import Connection, delete, insert, select

from workshop_kit.model import Export, new_id
from workshop_kit.store.tables import export


def note(connection: Connection, session_id: str, made: Export) -> None:
    """Remember an export. The same file written again, or saved again that day, is one."""
    same = (
        export.c.session == session_id,
        export.c.format == made.format,
        export.c.place == made.place,
        export.c.made_on == made.made_on,
    )
    connection.execute(delete(export).where(*same))
    connection.execute(insert(export).values(session=session_id, id=new_id(), **made.model_dump()))


def known(connection: Connection, session_id: str) -> list[Export]:
    """Return what was noted, oldest first."""
    rows = connection.execute(
        select(export.c.format, export.c.made_on, export.c.place)
        .where(export.c.session == session_id)
        .order_by(export.c.made_on, export.c.place, export.c.format)
    )
    return [Export(**row._mapping) for row in rows]
