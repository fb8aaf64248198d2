"""Lists of contacts: an order that tells nothing, a table and a page that run nothing."""

import csv
import io
from datetime import date
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.contact import ContactBody
from workshop_kit.contact_list import (
    ContactList,
    as_page,
    as_table,
    contact_lists,
    file_stems,
    kept_until,
)
from workshop_kit.kinds import KINDS
from workshop_kit.model import Session, SessionState
from workshop_kit.spreadsheet import BYTE_ORDER_MARK, unguarded

TRAPS = [
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "q̓ic̓əy̓ & Söhne",
    "+1 604 555 0199",
]
TEXTS = st.sampled_from(TRAPS) | st.text(max_size=30).map(lambda text: f"x{text}")
CONTACTS = st.lists(
    st.fixed_dictionaries(dict.fromkeys(("name", "reach", "offer"), TEXTS)), min_size=1, max_size=5
)


def contact(name: str, recipients: str = "The action team") -> dict[str, str]:
    return {"name": name, "reach": "at the library", "offer": "First aid", "recipients": recipients}


def checked(body: dict[str, str]) -> dict[str, str]:
    """Return a body as a session keeps it."""
    made: dict[str, str] = KINDS["contact"].checked(body | {"recipients": "The action team"})
    return made


class Tags(HTMLParser):
    """Collects the tags and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in {"src", "href"}]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_those_who_were_named_get_only_what_was_left_for_them() -> None:
    bodies = [contact("zoe"), contact("Ana", "The school"), contact("Bea")]
    lists = contact_lists(bodies)
    told = {one.recipients: [body.name for body in one.contacts] for one in lists}
    assert told == {"The action team": ["Bea", "zoe"], "The school": ["Ana"]}
    assert lists == contact_lists(reversed(bodies))
    assert contact_lists([]) == ()
    for one in lists:
        others = {body["name"] for body in bodies if body["recipients"] != one.recipients}
        for text in (as_table(one, "today"), as_page(one, "today")):
            assert one.recipients in text
            assert "today" in text
            assert not [name for name in others if name in text]


@given(CONTACTS)
def test_no_cell_is_a_formula_and_each_comes_back(bodies: list[dict[str, str]]) -> None:
    kept = [checked(body) for body in bodies]
    [one] = contact_lists(kept)
    text = as_table(one, "December 1, 2026")
    assert text.startswith(BYTE_ORDER_MARK)
    _head, *rows = csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""))
    assert not [cell for row in rows for cell in row if cell[:1] in {"=", "+", "-", "@", "\t"}]
    back = [{"name": row[0], "reach": row[1], "offer": row[2]} for row in rows]
    found = [{key: unguarded(cell) for key, cell in row.items()} for row in back]
    ours = [{key: body[key] for key in ("name", "reach", "offer")} for body in kept]
    assert sorted(map(str, found)) == sorted(map(str, ours))


@given(CONTACTS)
def test_nothing_in_the_page_is_markup_of_a_person(bodies: list[dict[str, str]]) -> None:
    kept = [checked(body) for body in bodies]
    [one] = contact_lists(kept)
    page = Tags(as_page(one, "December 1, 2026"))
    assert page.tags <= {
        "html", "meta", "title", "style", "main", "h1", "h2", "p", "strong", "section", "br",
    }  # fmt: skip
    for body in kept:
        assert "".join(body["name"].split()) in "".join(page.text.split())


def test_files_say_for_whom_they_are_and_no_two_have_one_name() -> None:
    named = ["The school!", "../The  school", "École d'été", "+++", "***", "x" * 99]
    lists = contact_lists(contact("Ana", one) for one in named)
    session = Session(title="x", held_on=date(2026, 11, 22))
    stems = dict(zip((one.recipients for one in lists), file_stems(lists, session), strict=True))
    assert {stems["The school!"], stems["../The  school"]} == {
        "contacts-2026-11-22-the-school",
        "contacts-2026-11-22-the-school-2",
    }
    assert stems["École d'été"] == "contacts-2026-11-22-école-d-été"
    assert {stems["+++"], stems["***"]} == {"contacts-2026-11-22", "contacts-2026-11-22-2"}
    assert stems["x" * 99].endswith("-" + "x" * 40)


@given(st.lists(TEXTS, unique=True, max_size=6))
def test_no_name_of_a_file_leads_elsewhere(named: list[str]) -> None:
    lists = [ContactList(recipients=one, contacts=()) for one in named]
    stems = file_stems(lists, Session(title="x"))
    assert len({stem.casefold() for stem in stems}) == len(named)
    for stem in stems:
        assert stem.replace("-", "").isalnum()
        assert len(stem.encode()) < 200


def test_it_says_until_when_people_were_told_that_it_is_kept() -> None:
    session = Session(title="x", keep_days=1)
    assert kept_until(session) == "1 day after the workshop is closed"
    done = {"state": SessionState.CLOSED, "closed_on": date(2026, 11, 22), "keep_days": 9}
    assert kept_until(session.model_copy(update=done)) == "December 1, 2026"


def test_a_contact_is_whole_or_none() -> None:
    whole = contact("Ana")
    assert KINDS["contact"].checked(whole) == whole == ContactBody(**whole).model_dump()
