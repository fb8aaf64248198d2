"""What speaks for and against each way, from what is known of committees and partners."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from workshop_kit.content.sectors import sectors
from workshop_kit.partner import Status
from workshop_kit.partners.committee_standing import Standing
from workshop_kit.partners.names_told import names_told
from workshop_kit.partners.partner_map import REACHED, Named, Partners, in_order, named
from workshop_kit.partners.way import Way
from workshop_kit.words import _, language, n_

AUTHORITY = "authority_to_commit"
"""The need that is met by somebody who can say yes for an organization."""
_FRONT_LINE = "front_line"
_ENOUGH_MEMBERS = 3
"""Ours: two can meet for coffee, a committee needs a third who writes down what they say."""

Told = Iterator[str]


class Known(NamedTuple):
    """What reasons are made of: committees, who can say yes, who is front line, who is member."""

    committees: tuple[Standing, ...]
    deciding: tuple[Named, ...]
    front_line: tuple[Named, ...]
    members: tuple[Named, ...]

    @property
    def joinable(self) -> tuple[Named, ...]:
        """Committees of which nothing speaks against joining."""
        return _names(one for one in self.committees if one.could_be_joined)

    @property
    def widenable(self) -> tuple[Named, ...]:
        """Committees that would have to take on a topic or people."""
        return _names(one for one in self.committees if one.could_be_widened)

    @property
    def to_ask(self) -> tuple[Named, ...]:
        """Committees that might do, of which something is not known yet."""
        return _names(one for one in self.committees if one.not_known and not one.is_out)


def known(partners: Partners, committees: tuple[Standing, ...]) -> Known:
    """Return what the reasons for all ways are made of."""
    first = {one.key for one in sectors(language()) if one.group == _FRONT_LINE}
    order = in_order(partners)
    reached = [one for one in order if partners[one].status in REACHED]
    members = [one for one in order if partners[one].status is Status.MEMBER]
    return Known(
        committees=committees,
        deciding=named((o for o in reached if AUTHORITY in partners[o].brings), partners),
        front_line=named((o for o in members if first.intersection(partners[o].sectors)), partners),
        members=named(members, partners),
    )


def _names(committees: Iterable[Standing]) -> tuple[Named, ...]:
    return tuple(Named(id=one.id, name=one.name) for one in committees)


def _for_joining(it: Known) -> Told:
    for one in it.committees:
        if one.could_be_joined:
            yield f"{one.name}: {' '.join(one.yes)}"
    if it.joinable:
        yield _("People meet once and not twice, and what is there grows stronger.")


def _against_joining(it: Known) -> Told:
    if not it.committees:
        yield _("No committee is on the map.")
    for one in it.committees:
        if one.no:
            yield f"{one.name}: {' '.join(one.no)}"
    yield from _to_find_out(it)


def _to_find_out(it: Known) -> Told:
    for one in it.committees:
        if one.not_known and not one.is_out:
            yield f"{one.name}: {' '.join(one.not_known)}"


def _for_widening(it: Known) -> Told:
    for one in it.committees:
        if one.could_be_widened:
            yield f"{one.name}: {' '.join((*one.yes, *one.no))}"
    if it.widenable:
        yield _("The toolkit says that some VAWIR committees might add this to their plans.")


def _against_widening(it: Known) -> Told:
    if not it.committees:
        yield _("No committee is on the map.")
    out = _names(one for one in it.committees if one.is_out)
    if out:
        told = names_told(out)
        yield _("As far as is known, this does not fit: {names}.", names=told)
    if it.widenable:
        yield _("Its own work could be pushed aside. Ask what it would leave for this.")


def _for_starting(it: Known) -> Told:
    if not it.committees:
        yield _("No committee is on the map. Have you looked for one?")
    elif all(one.is_out for one in it.committees):
        yield _("None of the committees on the map can take this on, as far as is known.")
    if len(it.members) >= _ENOUGH_MEMBERS:
        yield _("These partners are members already: {names}.", names=names_told(it.members))


def _against_starting(it: Known) -> Told:
    yield _("The toolkit puts this after looking for a committee to join.")
    if there := it.joinable or it.widenable:
        told = names_told(there)
        yield _("The same people would have to meet twice. There is already: {names}.", names=told)
    if len(it.members) < _ENOUGH_MEMBERS:
        yield _("Fewer than three partners are members so far.")


def _for_asking_boards(it: Known) -> Told:
    if not it.deciding:
        yield _("It is not known yet who can say yes for an organization.")
    if it.members and len(it.deciding) < len(it.members):
        yield _("People in the room may need a yes from those they work for.")


def _against_asking_boards(it: Known) -> Told:
    if it.deciding:
        yield _("Somebody can say yes already, at: {names}.", names=names_told(it.deciding))
    yield _("Boards meet seldom. It can take weeks until they answer.")


def _for_waiting(it: Known) -> Told:
    if it.to_ask:
        yield n_(
            "Of one committee not all is known yet: {names}.",
            "Of {number} committees not all is known yet: {names}.",
            len(it.to_ask),
            names=names_told(it.to_ask),
        )
    if not it.front_line:
        yield _("No front-line service is a member yet.")


def _against_waiting(it: Known) -> Told:
    if it.joinable:
        yield _("All that is known speaks for: {names}.", names=names_told(it.joinable))
    yield _("People are here now. Name a day and a first task, so that they come back.")


FOR: Mapping[Way, Callable[[Known], Told]] = {
    Way.JOIN: _for_joining,
    Way.EXTEND: _for_widening,
    Way.START: _for_starting,
    Way.ASK_BOARDS: _for_asking_boards,
    Way.NOT_YET: _for_waiting,
}
AGAINST: Mapping[Way, Callable[[Known], Told]] = {
    Way.JOIN: _against_joining,
    Way.EXTEND: _against_widening,
    Way.START: _against_starting,
    Way.ASK_BOARDS: _against_asking_boards,
    Way.NOT_YET: _against_waiting,
}
