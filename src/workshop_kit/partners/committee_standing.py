"""How a committee that is there would fit, in words, one answer a sentence."""

from collections.abc import Mapping

from workshop_kit.committee_fit import Criterion, FitBody
from workshop_kit.model import Frozen
from workshop_kit.partner import Status
from workshop_kit.partners.partner_map import Partners, in_order
from workshop_kit.words import N_, translated

YES: dict[str, str] = {
    Criterion.ISSUE: N_("It works on this, or on something close to it."),
    Criterion.PLACE: N_("It works where we live."),
    Criterion.PEOPLE: N_("The people whom we need are in it."),
    Criterion.WILLINGNESS: N_("It is willing to take this on."),
    Criterion.CAPACITY: N_("It has the time and the means."),
}
NO: dict[str, str] = {
    Criterion.ISSUE: N_("It works on other things."),
    Criterion.PLACE: N_("It does not work where we live."),
    Criterion.PEOPLE: N_("The people whom we need are not in it."),
    Criterion.WILLINGNESS: N_("It does not want to take this on."),
    Criterion.CAPACITY: N_("It lacks the time or the means."),
}
ASK: dict[str, str] = {
    Criterion.ISSUE: N_("Ask: does it work on this, or on something close to it?"),
    Criterion.PLACE: N_("Ask: does it work where we live?"),
    Criterion.PEOPLE: N_("Ask: who is in it?"),
    Criterion.WILLINGNESS: N_("Ask: would it take this on?"),
    Criterion.CAPACITY: N_("Ask: does it have the time and the means?"),
}
"""What is said of each answer; English until somebody reads it."""


class Standing(Frozen):
    """A committee and what is known of it; the sentences stand in the order of the questions."""

    id: str
    name: str
    fit: FitBody
    yes: tuple[str, ...]
    no: tuple[str, ...]
    not_known: tuple[str, ...]

    @property
    def could_be_joined(self) -> bool:
        """Whether nothing that is known speaks against joining, and its topic and will for it."""
        return not self.no and bool(self.fit.issue) and bool(self.fit.willingness)

    @property
    def could_be_widened(self) -> bool:
        """Whether it does other things or lacks people, and would still let this in."""
        narrow = self.fit.issue is False or self.fit.people is False
        shut = False in (self.fit.place, self.fit.willingness, self.fit.capacity)
        return narrow and not shut

    @property
    def is_out(self) -> bool:
        """Whether it is known that it cannot be joined or widened."""
        return False in (self.fit.place, self.fit.willingness, self.fit.capacity)


def standings(partners: Partners, fits: Mapping[str, FitBody]) -> tuple[Standing, ...]:
    """Return the committees of the map by name; one without answers is not known in all points.

    Those that declined are left out: they have answered.
    """
    order = [
        one
        for one in in_order(partners)
        if partners[one].kind.is_committee and partners[one].status is not Status.DECLINED
    ]
    return tuple(_standing(one, partners[one].name, fits.get(one, FitBody())) for one in order)


def _standing(one: str, name: str, fit: FitBody) -> Standing:
    yes, no, ask = translated(YES), translated(NO), translated(ASK)
    return Standing(
        id=one,
        name=name,
        fit=fit,
        yes=tuple(yes[each] for each in fit.answered(answer=True)),
        no=tuple(no[each] for each in fit.answered(answer=False)),
        not_known=tuple(ask[each] for each in fit.answered(answer=None)),
    )
