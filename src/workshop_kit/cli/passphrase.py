"""``workshop-kit passphrase``: a new one, where the old one is lost."""

from contextlib import closing

from workshop_kit.cli.options import Code, Data, open_folder
from workshop_kit.words import _

HELP = _("Make a new passphrase for a workshop. The old one stops working at once.")
EXAMPLE = _("Example: workshop-kit passphrase K7M4QX")


def passphrase(code: Code, data: Data = None) -> None:
    """Store the new hash and show the passphrase this once."""
    from workshop_kit.room.passphrase import hash_passphrase, new_passphrase

    made = new_passphrase()
    with closing(open_folder(data).open_code(code)) as store:
        session = store.change_session({"passphrase_hash": hash_passphrase(made)}).result()
    print(_("New passphrase for “{title}”: {passphrase}", title=session.title, passphrase=made))
    print(_("Write it down now. It is shown this once, and the old one no longer works."))
