"""A report as headings, lines and lists: what people read, before it takes a format."""

from collections import Counter
from datetime import date

from workshop_kit.agreement import AgreementBody
from workshop_kit.content.check import moods
from workshop_kit.content.dates import long_date
from workshop_kit.model import Frozen, RolePresent
from workshop_kit.notes.items import Item, items
from workshop_kit.notes.left_out import left_out
from workshop_kit.notes.noted_action import told
from workshop_kit.notes.noted_check import NotedCheck
from workshop_kit.notes.noted_question import NotedQuestion
from workshop_kit.notes.noted_story import NotedStory
from workshop_kit.notes.noted_theme import NotedThemes, theme_groups
from workshop_kit.notes.noted_vote import NotedChoice, NotedVote
from workshop_kit.notes.report import NotedLine, Report
from workshop_kit.words import _, language, n_


class Fact(Frozen):
    """A label and what stands behind it."""

    label: str
    value: str


class Group(Frozen):
    """A list, with a heading where a question has several."""

    heading: str
    items: tuple[str, ...]


class Section(Frozen):
    """One question, the group's agreement, a check, or a vote; ``text`` may be empty."""

    heading: str
    text: str
    counts: str
    remark: str
    groups: tuple[Group, ...]


class Story(Frozen):
    """One of the group's own stories."""

    heading: str
    facts: tuple[Fact, ...]


class Outline(Frozen):
    """The whole report in reading order."""

    title: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    stories_heading: str
    stories: tuple[Story, ...]
    left_out_heading: str
    left_out: tuple[str, ...]
    help_heading: str
    help_lines: tuple[Fact, ...]


def outline(report: Report) -> Outline:
    """Return a report in the words of the language in use."""
    return Outline(
        title=report.title,
        facts=tuple(Fact(label=label, value=value) for label, value in _facts(report) if value),
        sections=(
            *(_section(question, _sorting(report, question)) for question in report.questions),
            *([_agreed(report.agreement)] if report.agreement else []),
            *(_checked(check) for check in report.checks),
            *(_voted(vote) for vote in report.votes),
            *([_planned(report)] if report.actions or report.review_on else []),
        ),
        stories_heading=_("Our own stories"),
        stories=tuple(_story(one) for one in report.stories),
        left_out_heading=_("What is left out, and why"),
        left_out=left_out(report),
        help_heading=_("Help lines"),
        help_lines=tuple(_help_line(line) for line in report.help_lines),
    )


def _facts(report: Report) -> list[tuple[str, str]]:
    present = {RolePresent.POLICE: _("Police"), RolePresent.MEDIA: _("Media")}
    return [
        (_("Date"), _day(report.held_on)),
        (_("Community"), report.community),
        (_("Host"), report.host),
        (_("Purpose"), report.purpose),
        (_("People who joined by phone"), str(report.people)),
        (_("Also in the room"), ", ".join(present[role] for role in report.roles_present)),
        (_("Who gets these notes"), report.recipients),
        (_("The record belongs to"), report.record_owner),
        (_("Closed on"), _day(report.closed_on)),
        (_("The workshop's own record is to be destroyed on"), _day(report.destroy_on)),
    ]


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _sorting(report: Report, question: NotedQuestion) -> NotedThemes | None:
    return next((one for one in report.themes if one.question == question.key), None)


def _section(question: NotedQuestion, sorting: NotedThemes | None) -> Section:
    return Section(
        heading=f"{question.number}. {question.topic}",
        text=question.text,
        counts=" · ".join(_counts(question)),
        remark=_remark(question),
        groups=(*_offered(question), *_groups(question, sorting)),
    )


def _offered(question: NotedQuestion) -> list[Group]:
    """Return how many people filled in each part, where that may be told."""
    items = (
        f"{question.labels.get(part) or part}: "
        + (n_("{number} person", "{number} people", number) if number else _("fewer than 5"))
        for part, number in question.parts.items()
    )
    heading = _("How many people offered something")
    return [Group(heading=heading, items=tuple(items))] if question.parts else []


def _agreed(agreement: AgreementBody) -> Section:
    return Section(
        heading=_("Group agreement"),
        text="",
        counts=_("The room agreed on it.") if agreement.agreed else _("Not agreed on yet."),
        remark="",
        groups=(Group(heading="", items=agreement.lines),),
    )


def check_name(check: NotedCheck) -> str:
    """Return what a check is called."""
    return (
        _("Check-in: how people arrived")
        if check.key == "check-in"
        else _("Check-out: how people left")
    )


def _checked(check: NotedCheck) -> Section:
    people = n_("{number} person", "{number} people", sum(check.said.values()))
    passed = n_("{number} passed", "{number} passed", check.passed)
    words = moods(language()).items()
    return Section(
        heading=check_name(check),
        text="",
        counts=" · ".join([people, passed] if check.passed else [people]),
        remark="",
        groups=(Group(heading="", items=tuple(f"{word}: {check.said[m]}" for m, word in words)),),
    )


def _voted(vote: NotedVote) -> Section:
    shares = Counter(choice.dots for choice in vote.choices)
    return Section(
        heading=_("Vote: {title}", title=vote.title),
        text="",
        counts=_(
            "Dots for each: {dots}. At most {most} on one choice.", dots=vote.dots, most=vote.most
        ),
        remark="",
        groups=(
            Group(
                heading="",
                items=tuple(
                    _choice(choice, tied=choice.dots > 0 and shares[choice.dots] > 1)
                    for choice in vote.choices
                ),
            ),
        ),
    )


def _planned(report: Report) -> Section:
    items = (
        "\n".join((action.what, *(f"{label}: {text}" for label, text in told(action))))
        for action in report.actions
    )
    review = _("The group looks at it again on {date}.", date=_day(report.review_on))
    return Section(
        heading=_("Action plan"),
        text="",
        counts=n_("{number} action", "{number} actions", len(report.actions)),
        remark=review if report.review_on else "",
        groups=(Group(heading="", items=tuple(items)),),
    )


def _choice(choice: NotedChoice, *, tied: bool) -> str:
    told = _("Dots: {dots}, tied") if tied else _("Dots: {dots}")
    return f"{choice.text} ({told.format(dots=choice.dots)})"


def _story(story: NotedStory) -> Story:
    facts: dict[str, list[str]] = {}
    for label, text in story.lines:
        facts.setdefault(label, []).append(text)
    told = tuple(Fact(label=label, value="\n".join(texts)) for label, texts in facts.items())
    return Story(heading=story.title, facts=told)


def _counts(question: NotedQuestion) -> list[str]:
    found = [n_("{number} answer", "{number} answers", question.answered)]
    if question.private:
        found.append(n_("{number} kept private", "{number} kept private", question.private))
    if question.skipped:
        found.append(n_("{number} skipped", "{number} skipped", question.skipped))
    if question.left_out:
        found.append(n_("{number} left out", "{number} left out", question.left_out))
    return found


def _remark(question: NotedQuestion) -> str:
    if not question.verbatim:
        return _("This question is personal. Its answers are counted and never written down here.")
    if question.answers or question.tables or question.room:
        return ""
    if question.answered:
        return _("No answer was approved for the notes.")
    return _("Nobody sent an answer.")


def _groups(question: NotedQuestion, sorting: NotedThemes | None) -> list[Group]:
    """Return what was written: by themes where it was sorted, else by parts."""
    if sorting is None:
        return _by_parts(question)
    # What is more than words stays beside them: the choices of a decision, the parts of offers.
    whole = question.shape in {"decision", "offers"}
    parts = _by_parts(question) if whole else _kept(question)
    themes = theme_groups(question, sorting)
    return [*parts, *(Group(heading=title, items=texts) for title, texts in themes)]


def _by_parts(question: NotedQuestion) -> list[Group]:
    found: dict[str, list[Item]] = {}
    for item in items(question):
        found.setdefault(item.part, []).append(item)
    order = ["", question.label, *question.labels.values()]
    parts = sorted(found, key=lambda part: order.index(part) if part in order else len(order))
    single = [Group(heading=part, items=_texts(question, found[part])) for part in parts]
    return _together(question) + (_headed(single) if _together(question) else single)


def _together(question: NotedQuestion) -> list[Group]:
    """Return what the room keeps, and what its tables said."""
    tables = tuple(line for lines in question.tables for line in lines)
    said = [Group(heading=_("From the tables"), items=tables)] if tables else []
    return _kept(question) + said


def _kept(question: NotedQuestion) -> list[Group]:
    heading = _("What the room keeps")
    return [Group(heading=heading, items=question.room)] if question.room else []


def _headed(groups: list[Group]) -> list[Group]:
    """Give the first a heading, so that it is not taken for what stands before it."""
    first = [one.model_copy(update={"heading": _("From single people")}) for one in groups[:1]]
    return [*first, *groups[1:]] if groups and not groups[0].heading else groups


def _texts(question: NotedQuestion, group: list[Item]) -> tuple[str, ...]:
    texts = [item.text for item in group]
    if question.shape != "decision" or group[0].part:
        return tuple(texts)
    return tuple(f"{choice}: {number}" for choice, number in _votes(question, texts))


def _votes(question: NotedQuestion, texts: list[str]) -> list[tuple[str, int]]:
    order = list(question.labels.values())
    return sorted(
        Counter(texts).items(), key=lambda vote: order.index(vote[0]) if vote[0] in order else 99
    )


def _help_line(line: NotedLine) -> Fact:
    checked = _("Last checked: date not known")
    if line.last_checked is not None:
        checked = _("Last checked: {date}", date=_day(line.last_checked))
    return Fact(label=line.name, value=f"{line.number}. {checked}. {line.source}")
