"""A disk that is full in the middle of a workshop: everybody hears so, and nothing is lost."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.namespaces import SmallDisk, needs, until
from tests.faults.phones import Phone, Sending, lost_and_doubled
from tests.faults.sizes import Record, size
from tests.kit_process import KitProcess
from tests.people import Facilitator
from workshop_kit.doctor.disk import data_folder
from workshop_kit.doctor.finding import State

LONG = "x" * 5000
SIZE = size(8, 16) * 1024 * 1024
PEOPLE = size(8, 200)


class KitOnSmallDisk(KitProcess):
    """A kit whose data folder is a disk of its own."""

    def __init__(self, disk: SmallDisk) -> None:
        super().__init__(disk.place)
        self.disk = disk

    def command(self) -> list[str]:
        return self.disk.inside(*super().command())


@pytest.fixture(scope="module")
def one_kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KitOnSmallDisk]:
    needs("--mount", "mount")
    with (
        SmallDisk(tmp_path_factory.mktemp("disk") / "data", SIZE) as disk,
        KitOnSmallDisk(disk) as process,
    ):
        yield process


@pytest.fixture
def kit(one_kit: KitOnSmallDisk) -> Iterator[KitOnSmallDisk]:
    """A kit with room on its disk, before each test and after it."""
    yield one_kit
    one_kit.disk.make_room()


@pytest.fixture
def facilitator(kit: KitOnSmallDisk) -> Facilitator:
    made = Facilitator.with_new_workshop(kit.url).opened()
    made.open_all()
    return made


def trouble_is(facilitator: Facilitator, trouble: str) -> Callable[[], bool]:
    return lambda: facilitator.state()["trouble"] == trouble


def file_of(kit: KitOnSmallDisk, facilitator: Facilitator) -> Path:
    """Return where the session's file is found from outside of the kit's namespace."""
    [path] = kit.disk.path(kit.disk.place).glob(f"sessions/*-{facilitator.session[:8]}.session")
    return path


def copy_of(kit: KitOnSmallDisk, facilitator: Facilitator, place: Path) -> Path:
    """Copy the session's file, with its journal, while nobody writes."""
    there = file_of(kit, facilitator)
    for one in there.parent.glob(f"{there.name}*"):
        if not one.name.endswith("-shm"):
            shutil.copy(one, place)
    return place / there.name


def test_answers_wait_on_phones_and_arrive_once_when_there_is_room_again(
    kit: KitOnSmallDisk,
    facilitator: Facilitator,
    tmp_path: Path,
    record: Record,
) -> None:
    phones = Phone.several(PEOPLE, kit.url, facilitator.known()["join_code"])
    for phone in phones:
        phone.send("q2", "before")
    kit.disk.fill()
    keys = ("q3", "q4", "q5", "q8")  # in all more than the journal has room for already
    with Sending(phones, lambda phone: [phone.send(key, LONG) for key in keys]) as sending:
        until(trouble_is(facilitator, "disk_full"))
        until(lambda: sending.troubles()["cannot_save"] >= len(phones))
        assert "q2" in [entry["key"] for entry in phones[0].entries()]
        assert sending.acknowledged() < (1 + len(keys)) * len(phones)
        kit.disk.make_room()
    until(trouble_is(facilitator, ""))
    assert set(sending.troubles()) <= {"cannot_save", "no answer"}
    lost, doubled = lost_and_doubled(copy_of(kit, facilitator, tmp_path), phones)
    told = {"people": PEOPLE, "refused meanwhile": sending.troubles()["cannot_save"]}
    told |= {"acknowledged": sending.acknowledged(), "lost": lost, "doubled": doubled}
    record(told)
    assert (lost, doubled, sending.acknowledged()) == (0, 0, (1 + len(keys)) * PEOPLE)


def test_everybody_hears_a_sentence_and_when_to_try_again(
    kit: KitOnSmallDisk, facilitator: Facilitator
) -> None:
    [phone] = Phone.several(1, kit.url, facilitator.known()["join_code"])
    told_before = kit.said().count("could not save")
    kit.disk.fill()
    refused = phone.put("q3", {"shape": "list", "items": [LONG]})
    assert refused.status_code == 503
    assert int(refused.headers["Retry-After"]) > 0
    assert refused.json()["error"] == "cannot_save"
    assert "disk of the laptop is full" in refused.json()["message"]

    for body in ({"title": "Oak Hall"}, {"state": "closed"}):
        assert facilitator.ask("PUT", facilitator.mine("session"), body).status_code == 503
    assert facilitator.known()["state"] == "open"
    planned = facilitator.ask("POST", "/room/sessions", {"title": "x", "support_person": "y"})
    assert "No space left" in planned.json()["message"]
    late = Phone(kit.url)
    join = {"code": facilitator.known()["join_code"], "consent": True}
    assert late.ask("POST", "/room/join", join).status_code == 503

    kit.disk.make_room()  # nobody writes now: the kit itself finds out
    until(trouble_is(facilitator, ""))
    facilitator.change(state="closed")
    assert kit.said().count("could not save") == told_before + 1, (
        "the log is not to fill the disk as well"
    )


def test_a_closed_workshop_can_be_destroyed_to_make_room(
    kit: KitOnSmallDisk, facilitator: Facilitator
) -> None:
    [phone] = Phone.several(1, kit.url, facilitator.known()["join_code"])
    phone.send("q3", LONG)
    facilitator.change(state="closed")
    path = file_of(kit, facilitator)
    kit.disk.fill()
    code = facilitator.known()["join_code"]
    assert facilitator.good("POST", facilitator.mine("destroy"), {"code": code})["done"]
    assert not path.exists()


def test_killed_on_a_full_disk_it_says_what_is_wrong_and_starts_once_there_is_room(
    kit: KitOnSmallDisk, facilitator: Facilitator, tmp_path: Path
) -> None:
    phones = Phone.several(2, kit.url, facilitator.known()["join_code"])
    for phone in phones:
        phone.send("q3", "before")
    kit.disk.fill()
    kit.kill()
    kit.disk.fill()
    refused = subprocess.run(kit.command(), capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert "No space left" in refused.stderr
    assert "Traceback" not in refused.stderr

    kit.disk.make_room()
    kit.start()
    for phone in phones:
        phone.send("q3", "after")
    assert lost_and_doubled(copy_of(kit, facilitator, tmp_path), phones) == (0, 0)


def test_the_doctor_says_that_there_is_too_little_room(tmp_path: Path) -> None:
    needs("--mount", "mount")
    with SmallDisk(tmp_path / "data", SIZE) as disk:
        found = data_folder(disk.path(disk.place))
        assert f"{SIZE // 1024**2} MB free" in found.found
        assert "--data FOLDER" in found.to_do
        disk.fill()
        full = data_folder(disk.path(disk.place))
    assert [found.state, full.state] == [State.FAILS, State.FAILS]
