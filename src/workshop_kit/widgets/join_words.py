"""What is said about joining and about the projector, on the facilitator's page."""

from workshop_kit.words import _


def join_words() -> dict[str, str]:
    """Return the words of the panel that lets people in."""
    return {
        "title": _("Join"),
        "qr": _("QR code that opens {address}"),
        "address": _("Address"),
        "code": _("Code"),
        "several": _("This laptop is in several networks. Which one are the phones in?"),
        "chosen": _("People join at {address} now."),
        "changed": _(
            "The laptop's address changed. The QR code on the wall no longer works. "
            "It led to {old}; the laptop is at {address} now."
        ),
        "changed_none": _(
            "The laptop's address is gone. The QR code on the wall no longer works. "
            "Connect this laptop to the hall's Wi-Fi again."
        ),
        "switch": _("Use {address} from now on"),
        "no_network": _(
            "No phone can reach this laptop yet. Connect it to the hall's Wi-Fi. "
            "Then the QR code appears here."
        ),
        "demo": _("This is a practice workshop. Only this laptop can join it."),
        "only_here": _("The kit answers on this laptop only. Phones cannot join."),
        "not_yet": _("People can join after you open the workshop."),
        "over": _("The workshop is closed. Nobody can join any more."),
        "helpers": _("Codes for helpers"),
        "helpers_how": _("On the helper's device, open {address} and type a code."),
        "scribe": _("To enter for others"),
        "projector": _("To show the projector page"),
        "renew": _("New join code…"),
        "renew_sure": _("Make a new code"),
        "renew_no": _("Keep the old one"),
        "renew_effect": _("The code and the QR code that people have now stop working."),
        "renew_stay": _("Whoever has joined stays in the workshop."),
        "renewed": _("There is a new code. Show it to people who want to join."),
        "wrong_tries": _("Wrong codes that were tried lately: {number}."),
    }


def screen_words() -> dict[str, str]:
    """Return the words of the panel that steers the projector."""
    return {
        "title": _("Projector"),
        "now_join": _("On the wall now: how to join"),
        "now_question": _("On the wall now: {question}"),
        "now_answers": _("On the wall now: approved answers to {question}"),
        "now_table": _("On the wall now: what tables said to {question}"),
        "now_room": _("On the wall now: what the room keeps of {question}"),
        "now_reading": _("On the wall now, to read along: {heading}"),
        "now_agreement": _("On the wall now: the group agreement"),
        "now_offers": _("On the wall now: what people offer, in numbers"),
        "now_plan": _("On the wall now: the action plan"),
        "now_themes": _("On the wall now: the themes of {question}"),
        "now_vote": _("On the wall now: a vote"),
        "now_check": _("On the wall now: how people are"),
        "now_closing": _("On the wall now: thanks, the first step, and the help lines"),
        "now_step": _("On the wall now: {step}"),
        "now_paused": _("On the wall now: a pause"),
        "now_blank": _("On the wall now: nothing. The projector is blank."),
        "join": _("Show how to join"),
        "question": _("Show {question}"),
        "answers": _("Show approved answers to {question}"),
        "done": _("The projector shows it now."),
        "open_window": _("Open the projector window (new tab)"),
    }
