"""Pages without a kernel: join, sign in, helpers, messages and the neutral page."""

from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import jinja2
from babel import negotiate_locale
from tornado.web import HTTPError

from workshop_kit import words
from workshop_kit.content.bread import bread
from workshop_kit.content.files import kit_folder
from workshop_kit.content.notice import join_words
from workshop_kit.errors import KitError, OnlyOnTheLaptop, TooManyPages
from workshop_kit.model import Role, Session, SessionState, plain_code
from workshop_kit.pages.content_policy import content_policy
from workshop_kit.pages.folders import TEMPLATES
from workshop_kit.pages.frame import early, frame
from workshop_kit.pages.sending import FOR_EVER, send
from workshop_kit.pages.static_files import static_address
from workshop_kit.pages.stored.compressed import Compressed
from workshop_kit.room.base import LANGUAGE_COOKIE, RoomHandler


@lru_cache(64)
def _preferred(accepted: str) -> str:
    """Return that language of ours which a browser likes best (RFC 9110, 12.5.4)."""
    wishes: list[tuple[float, str]] = []
    for wish in accepted.split(","):
        name, _sign, weight = wish.partition(";q=")
        with suppress(ValueError):  # half a header is no reason to refuse a page
            wishes.append((float(weight or 1), name.strip()))
    liked = [name for _weight, name in sorted(wishes, key=lambda wish: -wish[0])]
    return negotiate_locale(liked, words.languages(), sep="-") or words.SOURCE_LANGUAGE


def environment() -> jinja2.Environment:
    """Return the templates' environment."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )
    made.globals["_"] = words._
    return made


class PlainPage(RoomHandler):
    """Base of pages that a template renders."""

    _templates = environment()

    @property
    def content_security_policy(self) -> str:
        """What a page may load: only what comes from here."""
        return content_policy(early(), self.request.host)

    async def prepare(self) -> None:  # type: ignore[override]  # as in the base
        """Choose the language from the cookie, or from what the browser prefers."""
        await super().prepare()
        if not self.get_cookie(LANGUAGE_COOKIE):
            words.speak(_preferred(self.request.headers.get("Accept-Language", "")))

    def frame(self) -> dict[str, Any]:
        """Return what every template needs."""
        return frame(
            words.language(),
            base_url=self.base_url,
            static=lambda name: static_address(self.base_url, name),
        )

    def show(self, template: str, **values: Any) -> None:
        """Render a template; the reply also sets the XSRF cookie."""
        _ = self.xsrf_token  # reading it sets the cookie
        html = self._templates.get_template(template).render(frame=self.frame(), **values)
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "no-referrer")
        self.finish(html)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Show a calm message instead of an error."""
        error = kwargs.get("exc_info", (None, None))[1]
        kind, message = "not_found", words._("This page is not here. Go back, or join again.")
        if status_code >= 500:
            kind = "not_started"
            message = words._("This did not work. Nothing you wrote is lost. Try again.")
        if isinstance(error, KitError):
            status_code, kind, message = error.status, error.code, error.message
        if isinstance(error, TooManyPages):
            self.set_header("Refresh", "5")
        self.set_status(status_code)
        self.show("message.html.j2", kind=kind, message=message, home=self.base_url)


class JoinPage(PlainPage):
    """``/`` and ``/j/CODE``."""

    async def get(self, code: str = "") -> None:
        """Show the join page; a device that is in a workshop is asked first who has it now."""
        session = await self._joined_session()
        if session is None:
            said = join_words(words.language()).model_dump()
            self.show("join.html.j2", code=code, join_words=said)
            return
        other_code = plain_code(code) not in {"", session.join_code}
        self.show(
            "already_here.html.j2", session=session.id, title=session.title, other_code=other_code
        )

    async def _joined_session(self) -> Session | None:
        """Return the session that this browser takes part in, if it is here and not closed."""
        identity = self.cookies_of_roles.read(Role.PARTICIPANT)
        if identity is None:
            return None
        try:
            room = await self.room_of(identity)
            session = await self.read(room.store.session)
            left = await self.read(room.store.author_role, identity.who) is None
        except KitError:  # whatever is wrong with that workshop, another one can be joined
            return None
        return None if left or session.state is SessionState.CLOSED else session


class SignInPage(PlainPage):
    """``/sign-in``: choose a workshop, or plan a new one."""

    def get(self) -> None:
        """Show the sign-in page, on the laptop."""
        if not (self.on_the_laptop or self.rooms.settings.facilitate_from_anywhere):
            raise OnlyOnTheLaptop
        self.show(
            "sign_in.html.j2", can_plan=self.on_the_laptop and not self.rooms.settings.demo_only
        )


class HelperPage(PlainPage):
    """``/helper``: a scribe's or a projector's code."""

    def get(self) -> None:
        """Show the helpers' page."""
        self.show("helper.html.j2")


class NeutralPage(PlainPage):
    """``/bread``: where the exit leads. It says nothing of the kit and is kept by the browser."""

    def get(self) -> None:
        """Show the recipe; it stays in the browser's cache, so it opens with the server down."""
        send(self, _neutral_page(kit_folder("data"), words.language()), FOR_EVER)


@cache
def _neutral_page(_content: Path, language: str) -> Compressed:
    """Write the neutral page once: each phone fetches it before anybody may need it."""
    template = PlainPage._templates.get_template("bread.html.j2")
    html = template.render(bread=bread(language).model_dump(), language=language)
    return Compressed.of(html.encode(), "text/html; charset=UTF-8")


class NotFound(PlainPage):
    """Every other address."""

    def get(self, *_path: str) -> None:
        """Say that there is no such page."""
        raise HTTPError(404)
