"""The contacts for those who are named, as a table and as a page to print."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from html import escape
from itertools import chain, count
from typing import Any

from workshop_kit.contact import ContactBody
from workshop_kit.content.dates import long_date
from workshop_kit.model import Frozen, Session
from workshop_kit.spreadsheet import BYTE_ORDER_MARK, guarded
from workshop_kit.words import _, language, n_

_STYLE = (
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.5 sans-serif}"
    "h2{margin:1.5rem 0 0;font-size:1.25rem;break-after:avoid}p{margin:.25rem 0}"
    "section{break-inside:avoid;overflow-wrap:anywhere}"
)


class ContactList(Frozen):
    """Contacts that were left for the same recipients, in the order of the alphabet."""

    recipients: str
    contacts: tuple[ContactBody, ...]


def contact_lists(bodies: Iterable[dict[str, Any]]) -> tuple[ContactList, ...]:
    """Return a list for each who was named, in an order that says nothing of when or by whom."""
    found = [ContactBody.model_validate(body) for body in bodies]
    ordered = sorted(found, key=lambda one: (one.name.casefold(), one.reach, one.offer))
    return tuple(
        ContactList(
            recipients=name, contacts=tuple(one for one in ordered if one.recipients == name)
        )
        for name in sorted({one.recipients for one in found}, key=str.casefold)
    )


def file_stems(lists: Iterable[ContactList], session: Session) -> list[str]:
    """Return the name of each list's files without ending: the day, and for whom; no two alike.

    Of those who are named stand letters and digits only, 40 at most.
    """
    stems: list[str] = []
    for one in lists:
        named = unicodedata.normalize("NFKC", one.recipients).casefold()
        short = "-".join(re.findall(r"[^\W_]+", named))[:40].strip("-")
        stem = "-".join(filter(None, ("contacts", session.held_on.isoformat(), short)))
        numbered = (f"{stem}-{number}" for number in count(2))
        stems.append(next(name for name in chain([stem], numbered) if name not in stems))
    return stems


def kept_until(session: Session) -> str:
    """Return until when people were told that it is kept."""
    if session.destroy_on is not None:
        return long_date(session.destroy_on)
    return n_(
        "{number} day after the workshop is closed",
        "{number} days after the workshop is closed",
        session.keep_days,
    )


def as_table(one: ContactList, until: str) -> str:
    """Return a list as CSV; no cell is run as a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow((_("Name"), _("How to reach"), _("About what"), _("Only for"), _("Delete by")))
    for contact in one.contacts:
        cells = (contact.name, contact.reach, contact.offer, one.recipients, until)
        writer.writerow(map(guarded, cells))
    return BYTE_ORDER_MARK + text.getvalue()


def as_page(one: ContactList, until: str) -> str:
    """Return a list as HTML to read or print; nothing in it comes from outside."""
    title = escape(_("Contacts that people left"))
    named = escape(_("Only for: {recipients}", recipients=one.recipients))
    by = escape(_("Delete by: {until}", until=until))
    use = escape(_("Use it only to ask these people about what they offer. Do not pass it on."))
    rows = "".join(_section(contact) for contact in one.contacts)
    return (
        f'<!doctype html>\n<html lang="{escape(language())}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n"
        f"<main>\n<h1>{title}</h1>\n<p><strong>{named}</strong></p>\n"
        f"<p><strong>{by}</strong></p>\n<p>{use}</p>\n{rows}</main>\n</html>\n"
    )


def _section(contact: ContactBody) -> str:
    offer = escape(contact.offer).replace("\n", "<br>")
    name, reach = escape(contact.name), escape(contact.reach)
    return f"<section>\n<h2>{name}</h2>\n<p>{reach}</p>\n<p>{offer}</p>\n</section>\n"
