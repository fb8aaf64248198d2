"""The seven steps, in order, each leading to a page that there is."""

from workshop_kit.content.sections import sections
from workshop_kit.content.steps import steps

SUBJECTS = (
    "how big",
    "resources",
    "already do",
    "take this on",
    "join",
    "Community Action Team",
    "action plan",
)
"""A word of each step's meaning, in the toolkit's order."""


def test_there_are_seven_in_the_toolkits_order() -> None:
    assert [step.number for step in steps()] == list(range(1, 8))
    for step, subject in zip(steps(), SUBJECTS, strict=True):
        assert subject in step.text.replace("How big", "how big")


def test_a_step_leads_to_a_page_that_there_is() -> None:
    pages = {section.key for section in sections()} | {"reflect", ""}
    assert {step.page for step in steps()} <= pages
    assert steps()[0].page == "reflect"
    assert steps()[-1].page == "take-action"
