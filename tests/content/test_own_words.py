"""No sentence of the Province's documents stands in the kit: names and facts only."""

import os
import re
from pathlib import Path

import pytest

from workshop_kit.content.files import kit_folder

RUN = 8
"""So many words in a row may not be the same."""
NAMES = (
    "An Information, Prevention and Capacity Building Manual for Rural Aboriginal Communities in"
    " British Columbia",
    "Violence Against Women in Relationships (VAWIR) Coordinating Committees",
    "Canadian Council for Refugees (CCR) Starter Kit on Human Trafficking",
    "Restoring the Honouring Circle: Taking a Stand Against Youth Sexual Exploitation",
)
"""Official names that are longer than a run."""

CHECKOUT = Path(__file__).parents[2]
SEEDS = CHECKOUT.parent / "shared" / "seeds"
OURS = {".toml", ".md", ".ipynb"}


def words(text: str) -> list[str]:
    without_addresses = re.sub(r"https?://\S+", " ", text.lower())
    return re.findall(
        r"[a-zà-ÿ0-9]+", re.sub("['\N{RIGHT SINGLE QUOTATION MARK}]", "", without_addresses)
    )


def runs(text: str, length: int = RUN) -> set[str]:
    found = words(text)
    return {" ".join(found[at : at + length]) for at in range(len(found) - length + 1)}


@pytest.fixture(scope="module")
def seeds() -> str:
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    if not texts:
        missing = f"the Province's documents are not here to compare with ({SEEDS})"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return "\n".join(texts)


@pytest.mark.parametrize("folder", ["data", "workshop", "notebooks", "docs"])
def test_no_run_of_words_is_the_same(folder: str, seeds: str) -> None:
    files = [path for path in (CHECKOUT / folder).rglob("*") if path.suffix in OURS]
    theirs = runs(seeds) - set().union(*map(runs, NAMES))
    shared = {
        f"{path.relative_to(CHECKOUT)}: {run}"
        for path in files
        for run in runs(path.read_text("utf-8")) & theirs
    }
    assert not shared


def test_the_questions_share_not_even_six_words_in_a_row(seeds: str) -> None:
    text = (kit_folder("data") / "en" / "questions.toml").read_text("utf-8")
    assert not runs(text, 6) & runs(seeds, 6)


def test_every_address_year_and_phone_number_is_carried_over(seeds: str) -> None:
    # One address goes on in the next line of the document, and stands whole at its end.
    whole = seeds.replace("Restoring-Honouring-\n", "Restoring-Honouring-")
    facts = set(re.findall(r"https?://\S+|1(?:-\d{3}){2}-\d{4}|(?:19|20)\d\d", whole))
    everything = "\n".join(path.read_text("utf-8") for path in kit_folder("data").rglob("*.toml"))
    assert len(facts) > 10
    assert {fact for fact in facts if fact not in everything} == set()


def test_a_copied_sentence_would_be_found(seeds: str) -> None:
    copied = words(seeds)[100 : 100 + RUN]
    assert runs(f"So: {', '.join(copied).upper()}!") & runs(seeds)
    assert not runs(" ".join(copied[:-1])) & runs(seeds)
