"""What is wrong with a notebook, in sentences for whoever leads or looks after the kit."""

from workshop_kit.pages.stored.document import unknown_parts
from workshop_kit.pages.stored_pages import StoredPage
from workshop_kit.words import _


def stopped_at(stored: StoredPage) -> str:
    """Return which cell of a page's notebook failed and what to do; nothing where none did."""
    failed = stored.execution.executed.failed
    if failed is None:
        return ""
    return _(
        "The notebook “{file}” stopped at cell {number} (“{name}”). What comes after it is "
        "missing. Open it in JupyterLab, run it there and correct it, then reload.",
        file=stored.page.file,
        number=failed.index + 1,
        name=failed.cell_id,
    )


def needs_more(stored: StoredPage) -> str:
    """Return which parts of a page need Voilà's own front end; nothing where none does."""
    unknown = unknown_parts(stored.execution.executed)
    if not unknown:
        return ""
    return _(
        "The notebook “{file}” shows something that a stored page cannot: {parts}. Write "
        "“served”: “live” into its metadata under “workshop_kit”, then start the kit again. "
        "Each visit then takes more of this laptop.",
        file=stored.page.file,
        parts=", ".join(unknown),
    )
