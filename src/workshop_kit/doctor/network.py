"""Addresses for phones, the port, and what only a phone can tell."""

import errno
import http.client
import ipaddress
import json
import socket
from collections.abc import Sequence
from urllib.parse import urlsplit

import psutil

from workshop_kit.doctor.finding import Finding, fails, fine, look
from workshop_kit.words import _

LOOPBACK = "127.0.0.1"
_ASKING_SECONDS = 3.0


def addresses(urls: Sequence[str]) -> Finding:
    """Tell at which addresses phones can reach the laptop.

    Parameters
    ----------
    urls
        What the kit would offer, the likeliest first; see :mod:`workshop_kit.room.addresses`.
    """
    thing = _("Address")
    if not urls:
        return look(
            thing,
            _("This laptop is in no network, so no phone can reach it."),
            _("Connect it to your router by cable or Wi-Fi. The router needs no internet."),
        )
    listed = ", ".join(urls)
    if outside := [url for url in urls if not _is_private(url)]:
        return look(
            thing,
            _("Phones can use: {urls}", urls=listed),
            _(
                "{url} may be reached from the internet. Use your own router instead.",
                url=outside[0],
            ),
        )
    if len(urls) > 1:
        return look(
            thing,
            _("Phones can use one of these: {urls}", urls=listed),
            _("The laptop is in several networks. Choose the one of the phones on your page."),
        )
    return fine(thing, _("Phones can use: {urls}", urls=listed))


def _is_private(url: str) -> bool:
    return ipaddress.ip_address(urlsplit(url).hostname or "").is_private


def port(number: int) -> Finding:
    """Tell whether a port is free, else who holds it; this laptop alone is asked."""
    thing = _("Port")
    with socket.socket() as trying:
        if psutil.POSIX:  # as the server does: a port that was just let go is free
            trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind((LOOPBACK, number))
        except PermissionError:
            return fails(
                thing,
                _("Port {port} may not be used by this user.", port=number),
                _("Choose a larger one: workshop-kit serve --port 8765"),
            )
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", 0)}:
                raise
        else:
            return fine(thing, _("Port {port} is free.", port=number))
    return _held(thing, number)


def _held(thing: str, number: int) -> Finding:
    if _is_a_kit(number):
        return look(
            thing,
            _("A kit is running already, at port {port}.", port=number),
            _("Use that one, or end it with Ctrl+C in its window before you start another."),
        )
    return fails(
        thing,
        _("Port {port} is held by {program}.", port=number, program=_holder(number)),
        _("End that program, or choose another port: workshop-kit serve --port NUMBER"),
    )


def _is_a_kit(number: int) -> bool:
    asking = http.client.HTTPConnection(LOOPBACK, number, timeout=_ASKING_SECONDS)
    try:
        asking.request("GET", "/room/help")
        return isinstance(json.loads(asking.getresponse().read(100_000))["lines"], list)
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
        return False
    finally:
        asking.close()


def _holder(number: int) -> str:
    try:
        for one in psutil.net_connections("tcp"):
            if one.status == psutil.CONN_LISTEN and one.laddr.port == number and one.pid:
                return _("“{program}”", program=psutil.Process(one.pid).name())
    except psutil.Error:  # another user's program, or a system that tells administrators only
        pass
    return _("another program")


def isolation(urls: Sequence[str]) -> Finding:
    """Tell how to find out whether the Wi-Fi lets phones reach the laptop."""
    url = urls[0] if urls else _("the address on your page")
    return look(
        _("Wi-Fi"),
        _("Guest Wi-Fi often keeps devices apart. Only a phone can tell."),
        _(
            "Plan a workshop, start the kit, and open {url} on one phone in the same Wi-Fi. "
            "If nothing comes within ten seconds, use your own router.",
            url=url,
        ),
    )
