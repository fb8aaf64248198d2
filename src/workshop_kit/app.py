"""The server, composed: folder of sessions, rooms, notebooks as pages, one port."""

import asyncio
import errno
import gc
import signal
import socket
import sys
import webbrowser
from collections.abc import Callable

from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from traitlets import Instance, Unicode
from wakepy import keep

from workshop_kit.content.changes import changes
from workshop_kit.content.files import kit_folder, served_folders
from workshop_kit.content.marker import version_note
from workshop_kit.content.own import own_problems
from workshop_kit.content.own_folder import own_folder, prepare_own_folder, use_own_folder
from workshop_kit.content.snapshot import kept_as_it_is
from workshop_kit.demo import ensure_demo
from workshop_kit.destroying.record import Record, paragraphs
from workshop_kit.limits import raise_open_files
from workshop_kit.pages.logs import keep_quiet
from workshop_kit.pages.notebooks import Served, notebook_pages
from workshop_kit.pages.page_troubles import needs_more, stopped_at
from workshop_kit.pages.server import KitVoila, kit_config
from workshop_kit.pages.stored_pages import StoredPages
from workshop_kit.room.addresses import hall_addresses
from workshop_kit.room.control import Control
from workshop_kit.room.due_watch import DueWatch
from workshop_kit.room.passphrase import hash_passphrase, new_passphrase
from workshop_kit.room.rooms import Rooms
from workshop_kit.settings import Settings
from workshop_kit.start_errors import PortBusy
from workshop_kit.store.folder import SessionFolder, default_folder
from workshop_kit.whole_content import check_content
from workshop_kit.words import SOURCE_LANGUAGE, _

LOOPBACK = "127.0.0.1"
MOST_USED = ("facilitate", "reflect")
"""Pages that are opened first on most evenings."""
MAX_BODY = 128 * 1024
"""More than is taken (64 KiB), so that a larger request still gets a sentence as its answer.

Not much more: bodies wait in memory until they are whole, and anybody in the hall may begin many.
"""
SECONDS_FOR_A_BODY = 60
SWITCH_SECONDS = 0.0005
"""How long a thread that counts keeps the interpreter from one that answers; usual are 0.005 s."""
SECONDS_UNHEARD = 20
"""How long what was sent to a phone may stay unreceived before its connection is ended.

A phone that is out of reach says nothing, and would count as connected for a quarter of an hour.
"""


class KitServer(KitVoila):
    """Listens on this laptop, and to the hall as soon as there is a workshop of one's own."""

    settings = Instance(Settings)
    demo_passphrase = Unicode()
    port: int

    def listen(self) -> None:
        """Bind, say where, and serve until Ctrl+C."""
        self.http = HTTPServer(
            self.app,
            xheaders=bool(self.settings.public_origin),
            trusted_downstream=[LOOPBACK, "::1"],
            max_body_size=MAX_BODY,
            body_timeout=SECONDS_FOR_A_BODY,
        )
        self._heard: set[str] = set()
        self._hear(self._first_host())
        self.rooms.when_own_workshop = self._listen_to_hall
        self.control, self.due = Control(self.rooms), DueWatch(self.rooms)
        self.ioloop = IOLoop.current()
        self.ioloop.add_callback(self._begin)
        _when_told_to_end(self._end_soon)
        try:
            self.ioloop.start()
            print(_("Stopping."))
        finally:
            _when_told_to_end(signal.default_int_handler)  # a second Ctrl+C does not wait
            self.stop()

    def _end_soon(self, *_signal: object) -> None:
        """Leave the loop between two steps: an exception would end whatever is going on in it."""
        self.ioloop.add_callback_from_signal(self.ioloop.stop)

    def _first_host(self) -> str:
        return self.settings.host or LOOPBACK

    def _hear(self, host: str) -> None:
        try:
            sockets = bind_sockets(self.port, host, family=socket.AF_INET)
        except OSError as error:
            if error.errno in {errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", 0)}:
                raise PortBusy(self.port) from None
            raise
        for one in sockets:
            _end_the_unheard(one)
        self.port = self.rooms.port = sockets[0].getsockname()[1]
        self.http.add_sockets(sockets)
        self._heard.add(host)

    def _listen_to_hall(self) -> None:
        """Listen in every network the laptop is in; phones reach it from now on."""
        if self.settings.host is not None or self.settings.public_origin:
            return
        for address in hall_addresses():
            if address not in self._heard:
                try:
                    self._hear(address)
                except (OSError, PortBusy) as error:
                    self.log.warning("cannot listen in a network: %s", type(error).__name__)

    async def _make_pages(self) -> None:
        """Store the pages before people come, those that most of them open first."""
        pages = notebook_pages(kit_folder("notebooks"))
        stored = [page for page in pages.values() if page.served is Served.STORED]
        stored.sort(key=lambda page: page.path not in MOST_USED)
        for made in await self.pages.make_ahead(stored, SOURCE_LANGUAGE):
            for sentence in (stopped_at(made), needs_more(made)):
                if sentence:
                    print(sentence)
        sys.stdout.flush()

    async def _begin(self) -> None:
        gc.freeze()  # what was imported stays: looking through it would stop the room for 0.2 s
        gc.set_threshold(20_000, 20, 20)  # not in the middle of each burst of answers
        self._making = asyncio.create_task(self._make_pages())
        await self.rooms.sessions()
        self.rooms.start()
        self.rooms.end_kernels = self.kernel_manager.end_all_in
        self.control.listen()
        self.due.told = _say_destroyed
        self.due.start()
        demo_only = not self.rooms.has_own_workshop()
        here = f"http://{LOOPBACK}:{self.port}{self.base_url}"
        address = f"{here}start/{self.rooms.start_key}" if demo_only else f"{here}sign-in"
        for line in self._greeting(address):
            print(line)
        sys.stdout.flush()
        if self.settings.browser:
            await asyncio.to_thread(webbrowser.open, address)

    def _greeting(self, address: str) -> list[str]:
        kept_in = _("  Answers are kept in:  {folder}", folder=self.rooms.folder.path)
        if self.settings.demo_only:
            kept_in = _("  This is the demo alone. Everything in it is destroyed when you stop it.")
        return [
            _("The workshop kit is running."),
            _("  Open on this laptop:  {address}", address=address),
            _("  Demo passphrase:      {passphrase}", passphrase=self.demo_passphrase),
            kept_in,
            *_told_of_content(self.settings),
            *_told_of_own(),
            _("To stop, press Ctrl+C here."),
        ]

    def stop(self) -> None:
        """End kernels, let go of files."""
        self.ioloop.run_sync(self._end)

    async def _end(self) -> None:
        self.http.stop()
        self.control.stop()
        await self.due.stop()
        await self.pages.close()  # first: nobody waits for a page that is still being made
        await asyncio.gather(self._making, return_exceptions=True)
        await self.end_kernels()
        await self.rooms.stop()


def _told_of_content(settings: Settings) -> list[str]:
    if settings.kit is None:
        return []
    folder = settings.kit.expanduser().resolve()
    found = changes().in_words or [_("It is all as it comes with the kit.")]
    if other := version_note(folder):
        found.append(other)
    return [
        _("  Content comes from:   {folder}", folder=folder),
        *(f"    {sentence}" for sentence in found),
        _("  What you change there from now on shows when you start the kit again."),
    ]


def _told_of_own() -> list[str]:
    return [
        _("  Your own lines are in: {folder}", folder=own_folder()),
        *(f"    {sentence}" for sentence in own_problems()),
    ]


def _end_the_unheard(listening: socket.socket) -> None:
    """Set it once: accepted connections take it over (Linux, tcp(7): TCP_USER_TIMEOUT)."""
    option = getattr(socket, "TCP_USER_TIMEOUT", None)
    if option is not None:
        listening.setsockopt(socket.IPPROTO_TCP, option, SECONDS_UNHEARD * 1000)


def _say_destroyed(record: Record) -> None:
    for heading, lines in paragraphs(record):
        print("\n  ".join([heading, *lines]))
    sys.stdout.flush()


def serve(settings: Settings) -> None:
    """Serve the kit until Ctrl+C.

    Raises
    ------
    ContentError
        Content or a notebook cannot be used; nothing was started and nothing made.
    PortBusy
        Another program listens at the port.
    BadSetting
        The data folder lies inside a folder that is served, or the kit folder is none.
    """
    _when_told_to_end(signal.default_int_handler)
    with kept_as_it_is(settings.kit):
        check_content()
        raise_open_files()
        sys.setswitchinterval(SWITCH_SECONDS)
        server = _server(settings)
        keep_quiet(server.log)
        with keep.running(on_fail="pass"):  # a sleeping laptop would end the evening for everyone
            server.start()


def _when_told_to_end(act: Callable[..., object]) -> None:
    """Do the same at Ctrl+C, at a shutdown and when the window closes: end kernels, free files."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
            signal.signal(number, act)


def _server(settings: Settings) -> KitServer:
    folder = SessionFolder(settings.data or default_folder(), served_folders(settings.kit))
    prepare_own_folder(use_own_folder(folder.path))
    server = KitServer(
        config=kit_config(),
        settings=settings,
        pages=StoredPages(base_url="/"),
        rooms=Rooms(folder, settings),
        root_dir=str(kit_folder("notebooks")),
        port=settings.port,
        demo_passphrase=_demo_ready(folder),
    )
    server.initialize([])
    return server


def _demo_ready(folder: SessionFolder) -> str:
    """Make the demo if it is not there, and give it a new passphrase."""
    passphrase = new_passphrase()
    store = ensure_demo(folder)
    try:
        store.change_session({"passphrase_hash": hash_passphrase(passphrase)}).result()
    finally:
        store.close()
    return passphrase
