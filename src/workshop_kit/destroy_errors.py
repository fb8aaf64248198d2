"""Errors of those who want to destroy a session: which one, and why not."""

from workshop_kit.errors import KitError
from workshop_kit.words import N_, _


class SeveralFit(KitError):
    """More than one file of the data folder fits what was typed."""

    code, status = "several_fit", 409

    def __init__(self, typed: str, names: list[str]) -> None:
        super().__init__(
            _(
                "“{value}” fits more than one file: {names}. Type more of the id, or move a copy "
                "out of the data folder.",
                value=typed,
                names=", ".join(names),
            )
        )


class Held(KitError):
    """A session may not be destroyed while it is held."""

    code, status = "held", 409
    text = N_("This workshop is held: {value}. Nothing was destroyed. Release it first.")


class NotConfirmed(KitError):
    """Whoever asked to destroy a session did not confirm it."""

    code, status = "not_confirmed", 409
    text = N_("“{value}” is not the code of this workshop. Nothing was destroyed.")


class DestructionFailed(KitError):
    """A running server was asked to destroy a session, and did not say how that went."""

    code, status = "destruction_failed", 503
    text = N_(
        "The kit that is running did not answer ({value}). End it with Ctrl+C, then try again."
    )
