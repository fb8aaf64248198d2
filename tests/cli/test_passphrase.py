"""A new passphrase, where the old one is lost."""

import re
from pathlib import Path

from tests.cli.terminal import Run
from workshop_kit.room.passphrase import fits
from workshop_kit.store.folder import SessionFolder


def test_the_new_one_fits_and_the_old_one_no_longer_does(
    run: Run, data: Path, demo_code: str
) -> None:
    shown = []
    for _ in range(2):
        said = run("passphrase", demo_code)
        assert said.code == 0
        found = re.search(r"(\w{4}-){2}\w{4}", said.out)
        assert found
        shown.append(found[0])
    store = SessionFolder(data).open_code(demo_code)
    stored = store.session().passphrase_hash
    store.close()
    assert [fits(stored, one) for one in shown] == [False, True]


def test_an_unknown_code_is_refused(run: Run) -> None:
    assert run("passphrase", "NOPE").code == 1
