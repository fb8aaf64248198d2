"""What the fields of partners and ties, and their values, are called in tables."""

from collections.abc import Mapping

from workshop_kit.partner import PartnerKind, Ring, Status
from workshop_kit.tie import TieKind
from workshop_kit.words import N_, translated

PARTNER_FIELDS: dict[str, str] = {
    "name": N_("Name"),
    "kind": N_("Kind"),
    "sectors": N_("Sectors"),
    "status": N_("Status"),
    "contact_position": N_("Contact position"),
    "public_line": N_("Public line"),
    "brings": N_("Brings"),
    "brings_words": N_("Brings, in words"),
    "ring_now": N_("Ring now"),
    "ring_wanted": N_("Ring wanted"),
    "influence": N_("Influence"),
    "interest": N_("Interest"),
    "approached_by": N_("Who asks them"),
    "approach_by": N_("Ask by"),
    "source": N_("Source"),
    "checked_on": N_("Last checked"),
    "id": N_("Kit ID"),
}
"""Headings of the fields of a partner, in the order of a table; the id comes last."""
TIE_FIELDS: dict[str, str] = {
    "first": N_("First partner"),
    "second": N_("Second partner"),
    "kind": N_("Kind of tie"),
    "strength": N_("Strength"),
    "directed": N_("Goes one way"),
    "id": N_("Kit ID"),
}
RATINGS = ("influence", "interest")
LISTS = ("sectors", "brings")
DATES = ("approach_by", "checked_on")

STATUSES: dict[str, str] = {
    Status.MEMBER: N_("Member"),
    Status.CONTACTED: N_("Contacted"),
    Status.TO_INVITE: N_("To invite"),
    Status.DECLINED: N_("Declined"),
    Status.NOT_KNOWN: N_("Not known"),
}
KINDS: dict[str, str] = {
    PartnerKind.CAT: N_("Community Action Team (CAT)"),
    PartnerKind.VAWIR: N_("VAWIR committee"),
    PartnerKind.COMMITTEE: N_("Committee"),
    PartnerKind.ORGANIZATION: N_("Organization"),
    PartnerKind.NATION: N_("Nation"),
    PartnerKind.PEOPLE: N_("Group of people"),
}
RINGS: dict[str, str] = {
    Ring.CORE: N_("Core"),
    Ring.INVOLVED: N_("Involved"),
    Ring.INFORMED: N_("Informed"),
}
TIE_KINDS: dict[str, str] = {
    TieKind.WORKS_WITH: N_("Works with"),
    TieKind.REFERS: N_("Refers people to"),
    TieKind.SHARES_INFORMATION: N_("Shares information with"),
    TieKind.SITS_ON: N_("Sits on"),
    TieKind.FUNDS: N_("Funds"),
    TieKind.OTHER: N_("Other"),
}


def shown(names: Mapping[str, str], key: str) -> str:
    """Return one of these names in the language in use."""
    return translated({key: names[key]})[key]
