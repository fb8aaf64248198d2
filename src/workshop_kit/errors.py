"""Every error that a person can meet: what happened, the value, what to do next."""

from collections.abc import Callable
from typing import Any, ClassVar

from workshop_kit.words import N_, _


class KitError(Exception):
    """An error with a message for a person, a code for a program and a status for HTTP.

    ``text`` is the message in English, with ``{value}`` where the one value is quoted. An error
    that quotes several makes its message itself.
    """

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 400
    text: ClassVar[str] = "{value}"

    def __init__(self, value: object = "") -> None:
        self.message = _(self.text, value=value)
        super().__init__(self.message)

    def __reduce__(self) -> tuple[Callable[..., "KitError"], tuple[Any, ...]]:
        """Let an error cross from one process to another as it is, whatever it was made from."""
        return _as_it_was, (type(self), vars(self))


def _as_it_was(kind: type[KitError], state: dict[str, Any]) -> KitError:
    error = kind.__new__(kind, state["message"])
    vars(error).update(state)
    return error


class ContentError(KitError):
    """A content file cannot be used."""

    code, status = "content", 500


class NotJson(KitError):
    """The request's body is no JSON object."""

    code = "not_json"
    text = N_("The request could not be read. Reload the page and try again.")


class InvalidBody(KitError):
    """A body has the wrong fields or values."""

    code, status = "invalid_body", 422
    text = N_("This could not be taken: {value}")


class TooLarge(KitError):
    """A body is larger than is taken."""

    code, status = "too_large", 413

    def __init__(self, limit: int) -> None:
        super().__init__(
            _("This is too long. Please keep it under {limit} characters.", limit=f"{limit:,}")
        )


class NotJoined(KitError):
    """There is no cookie, or its session or author is no longer here."""

    code, status = "not_joined", 401
    text = N_("This page is not in a workshop. Join again with the code.")


class WrongPassphrase(KitError):
    """The facilitator's passphrase does not fit."""

    code, status = "wrong_passphrase", 401
    text = N_("This passphrase does not fit this workshop. Check each letter.")


class WrongRole(KitError):
    """A cookie of one role was used for another role's work."""

    code, status = "wrong_role", 403
    text = N_("This page may not do that.")


class WrongSession(KitError):
    """A page of one session wrote with the cookie of another."""

    code, status = "wrong_session", 403
    text = N_("This page belongs to another workshop than the one you joined. Reload the page.")


class OnlyOnTheLaptop(KitError):
    """A facilitator's page was asked for from another device."""

    code, status = "only_on_the_laptop", 403
    text = N_("This page opens only on the laptop that runs the workshop, at its own address.")


class UnknownCode(KitError):
    """No session here has this join code."""

    code, status = "unknown_code", 404
    text = N_("No workshop here has the code “{value}”. Look at the screen again.")


class UnknownHelperCode(KitError):
    """No session here has this code for helpers, which never stands on the screen."""

    code, status = "unknown_helper_code", 404
    text = N_(
        "“{value}” does not fit. Ask the person who leads for the helper's code, "
        "and check what this device is for."
    )


class UnknownKind(KitError):
    """No kind of entry has this name."""

    code, status = "unknown_kind", 404
    text = N_("“{value}” is nothing that this workshop collects.")


class UnknownQuestion(KitError):
    """No question has this key."""

    code, status = "unknown_question", 404
    text = N_("There is no question “{value}”.")


class UnknownEntry(KitError):
    """The entry is not there, or no longer."""

    code, status = "unknown_entry", 404
    text = N_("This is no longer there. It may have been taken back.")


class UnknownPart(KitError):
    """The toolkit has no such part to read aloud."""

    code, status = "unknown_part", 404
    text = N_("The toolkit has no part “{value}” to read aloud. Reload the page, choose again.")


class UnknownStep(KitError):
    """The agenda of the evening has no such step."""

    code, status = "unknown_step", 404
    text = N_("The agenda has no step “{value}” any more. Look at it again, then choose.")


class UnknownAgenda(KitError):
    """The kit has no agenda of that name."""

    code, status = "unknown_agenda", 404
    text = N_("There is no agenda “{value}”. Reload the page and choose another one.")


class TooManySteps(KitError):
    """The agenda is full."""

    code, status = "too_many_steps", 422
    text = N_("An agenda has at most {value} steps. Leave one out first.")


class NoAgenda(KitError):
    """Nobody has chosen an agenda for this evening yet."""

    code, status = "no_agenda", 409
    text = N_("There is no agenda for this evening yet. Choose one first.")


class NotRevealed(KitError):
    """The answers of a question are not shown to phones, or no longer."""

    code, status = "not_revealed", 409
    text = N_("The answers to this question are not shown on phones now.")


class QuestionClosed(KitError):
    """The question takes no answers now."""

    code, status = "question_closed", 409
    text = N_("This question is closed now. Your words are still on this phone, not sent.")


class VoteClosed(KitError):
    """The vote takes no dots now."""

    code, status = "vote_closed", 409
    text = N_("This vote is closed now. Your dots were not sent.")


class NoOfferYet(KitError):
    """A contact without an answer about what the person offers."""

    code, status = "no_offer_yet", 409
    text = N_("Send your answer about what you offer first. Then you can leave a contact.")


class OtherRecipients(KitError):
    """A contact for others than those whom the session names now."""

    code, status = "other_recipients", 409
    text = N_("Who gets contacts has changed. Nothing was sent. Read who it is now, then choose.")


class QuestionOpen(KitError):
    """Answers are shown for review only when their question is closed."""

    code, status = "question_open", 409
    text = N_("Close this question first, then read its answers.")


class StaleRevision(KitError):
    """Somebody, or another page of the same person, wrote in between."""

    code, status = "stale_revision", 409

    def __init__(self, current: dict[str, object] | None) -> None:
        super().__init__(_("This was changed somewhere else. Both versions are shown."))
        self.current = current


class SessionNotOpen(KitError):
    """The session has not begun."""

    code, status = "session_not_open", 409
    text = N_("The workshop has not begun yet.")


class SessionClosed(KitError):
    """The session has ended."""

    code, status = "session_closed", 410
    text = N_("The workshop is closed. Nothing more can be sent or changed.")


class SlowDown(KitError):
    """Too many wrong codes or passphrases were tried for a session."""

    code, status = "slow_down", 429

    def __init__(self, seconds: float) -> None:
        self.seconds = max(1, round(seconds))
        super().__init__(
            _(
                "Too many wrong tries. Wait {seconds} seconds, then try again.",
                seconds=self.seconds,
            )
        )


class TooManyPages(KitError):
    """There is no room on the laptop for one more page with a kernel of its own."""

    code, status = "too_many_pages", 503
    text = N_("Many people are opening pages at this moment. This page tries again by itself.")


class UnknownSession(KitError):
    """No session in the data folder fits."""

    code, status = "unknown_session", 404
    text = N_("No workshop here has the code “{value}”. “workshop-kit sessions” lists them.")


class BadImport(KitError):
    """A file cannot be read back as exported notes."""

    code, status = "bad_import", 422


class BadSetting(KitError):
    """An option or environment variable has a value that cannot be used."""

    code = "bad_setting"

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(
            _(
                "{name} is “{value}”, which cannot be used. It should be {expected}.",
                name=name,
                value=value,
                expected=expected,
            )
        )
