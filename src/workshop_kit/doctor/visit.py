"""The whole visit: everything that is looked at, in the order in which it is told."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from workshop_kit.doctor import disk, firewall, machine, network
from workshop_kit.doctor.content import content, help_lines_checked
from workshop_kit.doctor.finding import Finding
from workshop_kit.doctor.kept import kept
from workshop_kit.doctor.versions import versions
from workshop_kit.model import today
from workshop_kit.room.addresses import hall_urls
from workshop_kit.store.folder import SessionFolder


def visit(data: Path, port: int, served: tuple[Path, ...]) -> Iterator[Finding]:
    """Look at one thing after another; nothing outside of this laptop is asked.

    Parameters
    ----------
    data
        The data folder, which need not be there.
    port
        The port to serve at.
    served
        Folders that pages come from; data must not lie inside one.

    Raises
    ------
    BadSetting
        The data folder lies inside a folder that is served.
    """
    urls = hall_urls(port)
    yield versions()
    yield content()
    yield help_lines_checked(today())
    yield disk.data_folder(data)
    # Looking must not leave an empty data folder behind.
    yield from kept(SessionFolder(data, served).sessions() if data.is_dir() else [], today())
    yield network.port(port)
    yield network.addresses(urls)
    yield firewall.firewall(port)
    yield network.isolation(urls)
    yield machine.browser()
    yield machine.clock(datetime.now().astimezone())
    yield machine.sleep()
    yield machine.people_at_once()
    yield machine.pages_that_ask_python()
