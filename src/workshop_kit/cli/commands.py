"""Every command with its name; one file each says what it does."""

import typer

from workshop_kit.cli import (
    contacts,
    demo,
    doctor,
    export,
    hold,
    import_notes,
    init,
    lab,
    new,
    partners,
    passphrase,
    purge,
    serve,
    sessions,
)
from workshop_kit.words import _

app = typer.Typer(
    name="workshop-kit",
    help=_("A workshop kit: people join by phone, answer nine questions, and go home with notes."),
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # boxes and colours say nothing to a screen reader
    pretty_exceptions_enable=False,  # they would print what people wrote
)
app.command("serve", help=serve.HELP, epilog=serve.EXAMPLE)(serve.serve)
app.command("demo", help=demo.HELP, epilog=demo.EXAMPLE)(demo.demo)
app.command("new", help=new.HELP, epilog=new.EXAMPLE)(new.new)
app.command("sessions", help=sessions.HELP, epilog=sessions.EXAMPLE)(sessions.sessions)
app.command("export", help=export.HELP, epilog=export.EXAMPLE)(export.export)
app.command("contacts", help=contacts.HELP, epilog=contacts.EXAMPLE)(contacts.contacts)
app.command("import", help=import_notes.HELP, epilog=import_notes.EXAMPLE)(
    import_notes.import_notes
)
app.add_typer(partners.app, name="partners")
app.command("doctor", help=doctor.HELP, epilog=doctor.EXAMPLE)(doctor.doctor)
app.command("init", help=init.HELP, epilog=init.EXAMPLE)(init.init)
app.command("lab", help=lab.HELP, epilog=lab.EXAMPLE)(lab.lab)
app.command("passphrase", help=passphrase.HELP, epilog=passphrase.EXAMPLE)(passphrase.passphrase)
app.command("hold", help=hold.HELP, epilog=hold.EXAMPLE)(hold.hold)
app.command("purge", help=purge.HELP, epilog=purge.EXAMPLE)(purge.purge)
