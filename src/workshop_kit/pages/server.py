"""Voilà as the kit uses it: our handlers, our template, nothing that lists or guesses."""

import asyncio
import json
import shutil
import sys
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.services.kernels.handlers import KernelHandler, _kernel_id_regex
from jupyter_server.utils import url_path_join
from traitlets import Instance
from traitlets.config import Config
from voila.app import Voila
from voila.paths import STATIC_ROOT, collect_static_paths
from voila.static_file_handler import MultiStaticFileHandler

from workshop_kit.pages.folders import TEMPLATES
from workshop_kit.pages.kernel_socket import KernelChannels, PlainErrors
from workshop_kit.pages.kernels import Anybody, KitKernelManager, OwnKernelOnly
from workshop_kit.pages.live_page import EndKernelHandler, LivePageHandler, with_frame
from workshop_kit.pages.notebooks import NotebookPage, Served, notebook_pages
from workshop_kit.pages.own_copy import OwnCopyPage
from workshop_kit.pages.plain_page import (
    HelperPage,
    JoinPage,
    NeutralPage,
    NotFound,
    SignInPage,
)
from workshop_kit.pages.ready_files import ReadyFiles
from workshop_kit.pages.start_link import StartLink
from workshop_kit.pages.static_files import VersionedFiles
from workshop_kit.pages.stored.kernel_specs import StoredPageSpecs
from workshop_kit.pages.stored_page import StoredPageHandler
from workshop_kit.pages.stored_pages import StoredPages
from workshop_kit.pages.wake import WakeHandler
from workshop_kit.pages.widget_module import WidgetModuleHandler
from workshop_kit.room.rooms import Rooms
from workshop_kit.room.routes import room_handlers

TEMPLATE = TEMPLATES / "voila" / "workshop_kit"
KERNEL_IDLE_SECONDS = 600
# Files that only this user may open, instead of ports that everyone on the laptop may.
_TRANSPORT = {} if sys.platform == "win32" else {"transport": "ipc"}
# Their paths may have 103 bytes (unix(4) of macOS), and a Mac's own temporary folder takes half.
_SHORT = {} if sys.platform == "win32" else {"connection_dir_root": "/tmp"}  # noqa: S108 - a private folder is made in it


def kit_config(base_url: str = "/") -> Config:
    """Return the settings of Voilà that are ours; research on each: docs/architecture.md."""
    return Config(
        {
            "Voila": {
                "base_url": base_url,
                "config_file_paths": [],
                "identity_provider_class": Anybody,
                "authorizer_class": OwnKernelOnly,
                "kernel_websocket_connection_class": PlainErrors,
                "log_level": "WARN",
                "open_browser": False,
                **_SHORT,
            },
            "VoilaConfiguration": {
                **json.loads((TEMPLATE / "conf.json").read_text())["traitlet_configuration"],
                "template": TEMPLATE.name,
                "multi_kernel_manager_class": KitKernelManager,
                "kernel_spec_manager_class": StoredPageSpecs,
                "prelaunch_hook": with_frame,
                "file_allowlist": [],
                "show_tracebacks": False,
            },
            "MappingKernelManager": {
                "allow_tracebacks": False,
                "cull_idle_timeout": KERNEL_IDLE_SECONDS,
                "cull_interval": 60,
            },
            # A kernel that died would come back empty: of no use to its page, and a load on the
            # laptop. So it is only told that it died.
            "KernelManager": {"autorestart": True, **_TRANSPORT},
            "KernelRestarter": {"restart_limit": 0, "time_to_dead": 1.0},
            "VoilaExecutor": {"startup_timeout": 300},
        }
    )


class KitVoila(Voila):
    """A Voilà that serves the notebooks that say who may open them, and the room."""

    rooms = Instance(Rooms)
    pages = Instance(StoredPages)

    def setup_template_dirs(self) -> None:
        """Use the template inside the package; Voilà would look in Jupyter's folders."""
        self.template_paths = [str(TEMPLATE), str(TEMPLATES)]
        self.static_paths = [*collect_static_paths(["voila"], "base", prune=True), STATIC_ROOT]

    def init_settings(self) -> dict[str, Any]:
        """Add the rooms, and what Tornado reads only when the application is made."""
        settings: dict[str, Any] = super().init_settings()
        self.kernel_manager.own_view = self.pages.own_view
        return settings | {
            "workshop_kit_rooms": self.rooms,
            "workshop_kit_ends": self.kernel_manager.end_all_of,
            "cookie_secret": self.rooms.folder.cookie_secret(),
            # A date would be over where the laptop's clock is behind the phone's.
            "xsrf_cookie_kwargs": {"path": self.base_url, "expires_days": None},
            "compress_response": True,
            "allow_origin": self.rooms.settings.public_origin,
            "log_function": lambda _handler: None,  # no addresses, no kernel ids, no codes
        }

    def init_handlers(self) -> list[Any]:
        """Return every address that this server answers, and no other."""
        kernel = rf"/api/kernels/{_kernel_id_regex}"
        static = {"paths": self.static_paths, "default_filename": "index.html"}
        labextensions = {"path": self.labextensions_path, "no_cache_paths": []}
        ready = ReadyFiles()
        served: list[Any] = [
            (r"/(?:static|widget)/.*", ready),
            ("/", JoinPage),
            (r"/j/([A-Za-z0-9 -]{1,20})", JoinPage),
            ("/sign-in", SignInPage),
            ("/helper", HelperPage),
            ("/bread", NeutralPage),
            (r"/own/([A-Za-z0-9_-]{1,64})", OwnCopyPage),
            (r"/start/([0-9a-f]{32})", StartLink),
            (r"/static/(.*)", VersionedFiles, {"ready": ready}),
            (kernel, KernelHandler),
            (rf"{kernel}/channels", KernelChannels),
            (rf"/voila/api/shutdown/{_kernel_id_regex}", EndKernelHandler),
            (r"/voila/static/(.*)", MultiStaticFileHandler, static),
            (r"/voila/labextensions/(.*)", FileFindHandler, labextensions),
            (
                r"/widget/([0-9a-f]{20}\.js)",
                WidgetModuleHandler,
                {"pages": self.pages, "ready": ready},
            ),
            *self._notebooks(),
        ]
        own = [(url_path_join(self.base_url, path), *rest) for path, *rest in served]
        # The room first: rules are tried in order, and most requests of an evening are answers.
        return [*room_handlers(self.base_url), *own, (r"/(.*)", NotFound)]

    async def end_kernels(self) -> None:
        """End every kernel, and remove the folder of their sockets."""
        await self.kernel_manager.shutdown_all(now=True)
        await asyncio.to_thread(shutil.rmtree, self.connection_dir, ignore_errors=True)

    def _notebooks(self) -> list[Any]:
        return [
            handler
            for page in notebook_pages(Path(self.root_dir)).values()
            for handler in (self._live(page) if page.served is Served.LIVE else self._stored(page))
        ]

    def _stored(self, page: NotebookPage) -> list[Any]:
        given = {"page": page, "pages": self.pages}
        return [
            (f"/{page.path}", StoredPageHandler, given),
            (f"/kernel/{page.path}", WakeHandler, given),
        ]

    def _live(self, page: NotebookPage) -> list[Any]:
        given = {
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        return [(f"/{page.path}", LivePageHandler, {"page": page, **given})]
