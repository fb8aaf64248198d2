"""What may go wrong when two records of a partner become one."""

from workshop_kit.errors import KitError
from workshop_kit.words import N_


class OnePartnerOnly(KitError):
    """A record was to be merged with itself."""

    code, status = "one_partner_only", 422
    text = N_("“{value}” cannot be merged with itself. Choose another record.")


class PartnerGone(KitError):
    """A record that should be merged is not there."""

    code, status = "partner_gone", 404
    text = N_("The partner “{value}” is no longer on the map. Reload the page.")


class ChangedSince(KitError):
    """Something that a merge touched was changed after it."""

    code, status = "changed_since", 409
    text = N_(
        "This merge cannot be undone: “{value}” was changed after it. "
        "Change the record by hand instead."
    )
