"""What is said at the tables: on phones, to helpers, and to who leads."""

from workshop_kit.words import _


def table_lines_words() -> dict[str, str]:
    """Return the words of the list in which a table writes."""
    return {
        "table_nothing": _("Nothing is written for this table yet."),
        "table_line": _("A line for the answer of the table"),
        "table_add": _("Add the line"),
        "table_change": _("Change"),
        "table_change_line": _("Change this line"),
        "table_remove": _("Remove"),
        "table_save": _("Save"),
        "table_leave": _("Leave it as it was"),
        "table_theirs": _("Somebody at the table changed it. It says now: {text}"),
        "table_gone": _("Somebody at the table removed this line. Save writes it again."),
        "table_saved": _("The table has it."),
        "table_removed": _("Removed for the whole table."),
        "table_put_back": _("Put it back"),
    }


def table_entry_words() -> dict[str, str]:
    """Return the words of who writes for a table without a phone."""
    return table_lines_words() | {
        "table_entry_title": _("For a whole table"),
        "table_entry_question": _("Which question?"),
        "table_entry_number": _("Number of the table"),
        "option": _("{number}. {topic}"),
        "sending": _("Sending…"),
        "trying": _("Not sent yet, trying again"),
        "refused": _("This could not be sent. Your words are still here."),
    }


def at_tables_words() -> dict[str, str]:
    """Return the words of who brings a question to the tables.

    The minutes are those of 1-2-4-All (newwaysofworking.notion.site, "1-2-4 ALL").
    """
    return {
        "bring": _("Bring it to the tables too"),
        "back": _("End the turn of the tables"),
        "brought": _("Each table can write one answer now, on any of its phones."),
        "ended": _("Tables no longer write. What they wrote is there for the review."),
        "closed": _("This question was just closed on another page. Nothing has changed."),
        "timings": _(
            "One minute alone, two in twos, four at the table, five together. You may take more."
        ),
        "writing": _("Each table writes one answer. So far:"),
        "nobody": _("Each table writes one answer. No table has written yet."),
        "table": _("Table {number}. Lines: {lines}"),
        "phones": _("Phones: {number}"),
    }


def table_on_phones() -> dict[str, str]:
    """Return the words of a phone at its table, and of what it may see afterwards."""
    return table_lines_words() | {
        "table_title": _("At your table"),
        "table_number": _("The number of your table"),
        "table_number_hint": _(
            "Only the number is kept. Nobody sees who sits where. Each table reads its own lines."
        ),
        "table_number_wrong": _("Type the number on your table, from 1 to 99."),
        "table_sit": _("Sit here"),
        "table_here": _("You are at table {number}."),
        "table_other": _("Another table"),
        "table_together": _("All phones at this table write one answer together."),
        "table_own": _("From your own answer. It goes to the table only if you add it."),
        "table_add_mine": _("Add this"),
        "revealed_title": _("What the group may see"),
        "revealed_now": _("Something of this question may be seen now."),
        "revealed_room": _("The room keeps this"),
        "revealed_tables": _("From the tables"),
        "revealed_alone": _("From single people"),
    }
