"""A session that was planned, and what its facilitator is told this once."""

from pathlib import Path
from typing import Any, NamedTuple

from workshop_kit.model import Session, SessionDetails, shown_code
from workshop_kit.room.passphrase import hash_passphrase, new_passphrase
from workshop_kit.store.folder import SessionFolder
from workshop_kit.words import _


class Planned(NamedTuple):
    """A new session, its file, and the passphrase that stands nowhere else."""

    session: Session
    passphrase: str
    file: Path

    @property
    def told(self) -> dict[str, Any]:
        """The same for another program."""
        return {
            "code": self.session.join_code,
            "passphrase": self.passphrase,
            "title": self.session.title,
            "held_on": self.session.held_on.isoformat(),
            "file": str(self.file),
            "next": "workshop-kit serve",
        }

    @property
    def in_words(self) -> str:
        """The same for a person, with the next step."""
        return "\n".join(
            [
                _("“{title}” is planned.", title=self.session.title),
                _("  Code to join:  {code}", code=shown_code(self.session.join_code)),
                _("  Passphrase:    {passphrase}", passphrase=self.passphrase),
                _("Write the passphrase down now. It is shown this once."),
                _("Next: workshop-kit serve. Then sign in with the passphrase."),
            ]
        )


def plan(folder: SessionFolder, details: SessionDetails) -> Planned:
    """Make a session's file with a new passphrase."""
    passphrase = new_passphrase()
    session = Session(**details.model_dump(), passphrase_hash=hash_passphrase(passphrase))
    store = folder.create(session)
    store.close()
    return Planned(session, passphrase, store.path)
