"""Firewalls that may keep phones out, as far as a user without special rights can see."""

import shutil
import subprocess
import sys
from pathlib import Path

from workshop_kit.doctor.finding import Finding, fine, look
from workshop_kit.words import _

UFW = Path("/etc/ufw/ufw.conf")
_SECONDS = 5


def firewall(port: int) -> Finding:
    """Tell what is known of this system's firewall, with what opens the port in it."""
    if sys.platform == "win32":
        return look(_thing(), _("Windows asks once whether Python may be reached."), on_windows())
    if sys.platform == "darwin":
        return look(_thing(), _("macOS may ask whether Python may be reached."), on_a_mac())
    return on_linux(port, ufw=ufw_is_on(UFW), services=active_services())


def _thing() -> str:
    return _("Firewall")


def on_windows() -> str:
    """Return what to do on Windows."""
    return _(
        "Choose “Private networks” when it asks. Set the network of your router to “Private” in "
        "Settings, Network & internet."
    )


def on_a_mac() -> str:
    """Return what to do on macOS."""
    return _(
        "Choose “Allow” when it asks. If you chose otherwise once: System Settings, Network, "
        "Firewall, Options."
    )


def on_linux(port: int, *, ufw: bool, services: frozenset[str]) -> Finding:
    """Tell which firewall is on, and the command that lets phones in.

    Parameters
    ----------
    ufw
        Whether ufw says that it is on.
    services
        Names of the services that are running, of ``firewalld`` and ``nftables``.
    """
    to_do: str
    if ufw:
        name, to_do = "ufw", f"sudo ufw allow {port}/tcp"
    elif "firewalld" in services:
        name, to_do = "firewalld", f"sudo firewall-cmd --add-port={port}/tcp"
    elif "nftables" in services:
        return look(
            _thing(),
            _("The firewall nftables is on. Its rules cannot be read without special rights."),
            _("Look whether they let in TCP port {port}: sudo nft list ruleset", port=port),
        )
    else:
        return fine(_thing(), _("As far as this user can see, no firewall is on."))
    return look(
        _thing(),
        _("The firewall {name} is on. It may keep phones out.", name=name),
        _("Let them in for the evening: {command}", command=to_do),
    )


def ufw_is_on(file: Path) -> bool:
    """Tell whether ufw is switched on, from its file of settings."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return any(line.replace(" ", "").lower() == "enabled=yes" for line in lines)


def active_services(names: tuple[str, ...] = ("firewalld", "nftables")) -> frozenset[str]:
    """Return those of some services that systemd says are running; none without systemd."""
    systemctl = shutil.which("systemctl")
    if systemctl is None:
        return frozenset()
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system's, with fixed words
            [systemctl, "is-active", *names],
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    states = done.stdout.split("\n")
    return frozenset(name for name, state in zip(names, states, strict=False) if state == "active")
