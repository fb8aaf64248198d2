"""Rings: how close each partner is to the work now, how close it should be, and who has to move.

The method is that of circles of influence: the picture as it is beside the picture as it should
be, then the steps between the two (pq-hiv.de, “Circles of influence”).
"""

from enum import StrEnum

from workshop_kit.model import Frozen
from workshop_kit.partner import PartnerBody, Ring, Status
from workshop_kit.partners.partner_map import Named, Partners, in_order, named
from workshop_kit.words import N_, _, translated

SHOWN: dict[str, str] = {
    Ring.CORE: N_("Carries the work"),
    Ring.INVOLVED: N_("Takes part"),
    Ring.INFORMED: N_("Is kept informed"),
}
"""Shown names of the rings, the innermost first; English until somebody reads them."""
_OUTWARDS = list(Ring)


class Move(StrEnum):
    """What has to happen with a partner."""

    IN = "in"
    CLOSER = "closer"
    OUTWARDS = "outwards"


class RingMove(Frozen):
    """A partner that is not where it should be. ``now`` is none for one in no ring yet."""

    id: str
    name: str
    now: Ring | None
    wanted: Ring
    move: Move
    words: str


class RingNow(Frozen):
    """One ring: who is in it now, and who should be."""

    ring: Ring
    name: str
    now: tuple[Named, ...]
    wanted: tuple[Named, ...]


class Rings(Frozen):
    """The rings from the inside out, and who has to move: those that come in first."""

    rings: tuple[RingNow, ...]
    moves: tuple[RingMove, ...]
    without: tuple[Named, ...]


def rings(partners: Partners) -> Rings:
    """Return who is in which ring now and wanted, and who has to move.

    ``without`` are partners in no ring at all. Those that declined are left out: whether they move
    is theirs to say.
    """
    order = [one for one in in_order(partners) if partners[one].status is not Status.DECLINED]
    bodies = {one: partners[one] for one in order}
    shown = translated(SHOWN)
    moves = [move for one, body in bodies.items() if (move := _move(one, body))]
    kinds = list(Move)
    return Rings(
        rings=tuple(
            RingNow(
                ring=ring,
                name=shown[ring],
                now=named((o for o, b in bodies.items() if b.ring_now is ring), partners),
                wanted=named((o for o, b in bodies.items() if b.ring_wanted is ring), partners),
            )
            for ring in _OUTWARDS
        ),
        moves=tuple(sorted(moves, key=lambda one: kinds.index(one.move))),
        without=named(
            (o for o, b in bodies.items() if b.ring_now is None and b.ring_wanted is None),
            partners,
        ),
    )


def _move(one: str, body: PartnerBody) -> RingMove | None:
    now, wanted = body.ring_now, body.ring_wanted
    if wanted is None or now is wanted:
        return None
    move = _kind(now, wanted)
    words = _words(move, body.name, now, wanted)
    return RingMove(id=one, name=body.name, now=now, wanted=wanted, move=move, words=words)


def _kind(now: Ring | None, wanted: Ring) -> Move:
    if now is None:
        return Move.IN
    closer = _OUTWARDS.index(wanted) < _OUTWARDS.index(now)
    return Move.CLOSER if closer else Move.OUTWARDS


def _words(move: Move, name: str, now: Ring | None, wanted: Ring) -> str:
    shown = translated(SHOWN)
    there, here = shown[wanted], shown[now] if now else ""
    if move is Move.IN:
        return _("{name} is in no ring yet. Wanted: “{wanted}”.", name=name, wanted=there)
    if move is Move.CLOSER:
        return _(
            "{name} should come closer: from “{now}” to “{wanted}”.",
            name=name,
            now=here,
            wanted=there,
        )
    return _("{name} can step back: from “{now}” to “{wanted}”.", name=name, now=here, wanted=there)
