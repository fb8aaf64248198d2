"""Everything that a participant or facilitator reads is at grade 8 or below."""

import re
from pathlib import Path

import pytest
import textstat

from workshop_kit.content.agendas import agendas, step_words
from workshop_kit.content.bread import bread
from workshop_kit.content.committees import committees
from workshop_kit.content.files import kit_folder
from workshop_kit.content.guidance import set_aside
from workshop_kit.content.help_lines import help_lines
from workshop_kit.content.needs import needs
from workshop_kit.content.notice import join_words, notice
from workshop_kit.content.questions import Question, questions
from workshop_kit.content.resources import resources
from workshop_kit.content.sections import sections
from workshop_kit.content.sectors import sectors
from workshop_kit.content.steps import steps
from workshop_kit.content.stories import stories
from workshop_kit.model import RolePresent, SessionDetails

GRADE = 8.0
LONGEST = 25
"""Words in a sentence."""
CHECKOUT = Path(__file__).parents[2]
PRINTED = re.compile(r"“[A-Z](?:[^“” ]+ ){4,}[^“” ]+”")
"""Names of documents, five words and more between quotation marks, which stand as printed."""
TITLES = sorted(
    (one.title for one in resources() if len(one.title.split()) > 3), key=len, reverse=True
)
NAMES = re.compile(
    r"BC's Office to Combat Trafficking in Persons|Canadian Human Trafficking Hotline"
    r"|VictimLink BC|OCTIP|https?://\S+|`[^`]*`|[0-9]+(-[0-9]+)+"
    r"|Office to Combat Trafficking in Persons|Canadian Council for Refugees"
    r"|Public Safety and Emergency Preparedness Canada|Human Trafficking Prevention Network of BC"
    r"|Victim Services and Crime Prevention|Ending Violence Association of BC"
    rf"|{PRINTED.pattern}|" + "|".join(map(re.escape, TITLES))
)
"""Names and titles as printed; they count as one short word."""
PRINTED_TITLES = re.compile(r'^title = ".*"$', re.MULTILINE)
"""The same in the files of facts."""
FORBIDDEN = ("anonymous", "we promise", "aboriginal", "stakeholder", "band council")

BARE = SessionDetails(title="An evening")
FULL = SessionDetails(
    title="An evening",
    host="The library",
    purpose="to choose a first step.",
    recipients="the new group.",
    privacy_contact="Ada.",
    record_owner="the library.",
    support_person="Mary",
    roles_present=tuple(RolePresent),
    first_names_allowed=True,
)


def question_texts(question: Question) -> list[str]:
    return [
        question.text,
        question.hint,
        question.caution,
        question.share_label,
        question.share_hint,
        *(f"{choice.label}." for choice in question.choices),
        *(part.hint for part in question.parts),
    ]


def documents() -> dict[str, str]:
    paths = [
        *(CHECKOUT / "workshop").glob("*.md"),
        CHECKOUT / "docs" / "facilitators.md",
        CHECKOUT / "docs" / "privacy.md",
    ]
    return {path.name: sentences_of(path.read_text("utf-8")) for path in paths}


def sentences_of(markdown: str) -> str:
    """Return a document's sentences; items end like sentences, headings and tables are none."""
    text = re.sub(r"^[|#].*$", "", markdown, flags=re.MULTILINE)
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:-|[0-9]+\.))", text)
    cleaned = (re.sub(r"^- (\[ \])?|[*_]", "", " ".join(b.split())) for b in blocks)
    return " ".join(b if b[-1] in ".?!:" else f"{b}." for b in cleaned if re.search(r"\w", b))


def section_texts() -> dict[str, str]:
    read = {}
    for section in sections():
        read[section.key] = sentences_of("\n\n".join(part.text for part in section.parts))
        for part in section.parts:
            read[f"{section.key}/{part.key}"] = sentences_of(part.text)
            read[f"{section.key}/{part.key} aloud"] = sentences_of(part.read_aloud)
    return read


def table_texts() -> dict[str, str]:
    read = {f"step {step.key}": step.text for step in steps()}
    read |= {f"sector {one.key}": f"{one.name}. {one.brings}" for one in sectors()}
    read |= {f"sector {one.key}, why": one.why for one in sectors()}
    read |= {f"need {one.key}": f"{one.name}. {one.about}" for one in needs()}
    read |= {f"committee {one.key}": f"{one.about} {one.how_to_find}" for one in committees()}
    read |= {f"story {one.key}": f"{one.title}. {one.about}" for one in stories()}
    for kind, found in step_words().items():
        said = (*found.say, *found.do, *found.watch_for, found.phones, found.screen)
        read[f"agenda step {kind}"] = " ".join(said)
    read |= {f"agenda {agenda.key}": f"{agenda.title}. {agenda.lead}" for agenda in agendas()}
    for one in resources():
        read[f"resource {one.key}"] = f"{one.about} {one.for_whom}. {one.address_note}".strip()
    return read


def texts() -> dict[str, str]:
    read = {question.key: " ".join(question_texts(question)) for question in questions()}
    for name, details in (("bare", BARE), ("full", FULL)):
        for section in notice(details):
            read[f"notice {name}: {section.heading}"] = " ".join(section.paragraphs)
        read[f"set aside {name}"] = " ".join(set_aside(details).steps)
    words = join_words()
    read["join"] = " ".join((words.lead, *words.in_short, words.consent))
    read["help lines"] = " ".join(line.for_whom for line in help_lines())
    read["bread"] = " ".join((bread().lead, *bread().steps))
    return read | section_texts() | table_texts() | documents()


TEXTS = texts()


@pytest.mark.parametrize("name", TEXTS)
def test_it_can_be_read_at_grade_eight(name: str) -> None:
    grade = textstat.flesch_kincaid_grade(NAMES.sub("it", TEXTS[name]))
    assert grade <= GRADE, TEXTS[name]


@pytest.mark.parametrize("name", TEXTS)
def test_no_sentence_is_long(name: str) -> None:
    sentences = re.split(r"(?<=[.?!:])\s", NAMES.sub("it", TEXTS[name]))
    longest = max(sentences, key=lambda sentence: len(sentence.split()))
    assert len(longest.split()) <= LONGEST, longest


@pytest.mark.parametrize("name", TEXTS)
def test_words_that_we_do_not_use(name: str) -> None:
    assert not [word for word in FORBIDDEN if word in PRINTED.sub("it", TEXTS[name]).lower()]


@pytest.mark.parametrize("path", sorted(kit_folder("data").rglob("*.toml")), ids=lambda p: p.name)
def test_nothing_in_the_files_says_what_we_do_not_say(path: Path) -> None:
    text = path.read_text("utf-8")
    facts = path.parent.name == "data"
    text = (PRINTED_TITLES if facts else PRINTED).sub("it", text).lower()
    assert not [word for word in FORBIDDEN if word in text]
