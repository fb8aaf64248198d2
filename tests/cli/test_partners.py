"""Partner lists from a terminal: looked at, read in, written out, and read in again."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.terminal import Run
from workshop_kit.store.folder import SessionFolder

LIST = """Organisme;Secteur;Statut;Influence;Colour
Maison Élan;santé;membre;fort;blue
GRC;police;peut-être;2;red
Maison Elan;police;;;
Club;jeunesse;refusé;;
"""
TIES = "De;Vers;Force\nGRC;Maison Élan;fort\n"


@pytest.fixture
def listed(tmp_path: Path) -> str:
    path = tmp_path / "partners.csv"
    path.write_text(LIST, "cp1252")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04broken")
    return str(path)


def names(data: Path, code: str) -> list[str]:
    with closing(SessionFolder(data).open_code(code)) as store:
        return sorted(one.body["name"] for one in store.entries("partner"))


def test_a_dry_run_tells_all_and_writes_nothing(
    run: Run, data: Path, demo_code: str, listed: str
) -> None:
    before = names(data, demo_code)
    said = run("partners", "import", listed, "--session", demo_code.lower(), "--dry-run")
    assert said.code == 0
    assert "Column “Organisme” is “Name”. The heading says so." in said.out
    assert "Column “Colour” is left out. It is not known what this is." in said.out
    assert "Row 3, “GRC”: Status: “peut-être” is not known. Taken as “Not known”." in said.out
    assert "Row 4, “Maison Elan”, is refused." in said.out
    assert said.out.endswith(
        "3 would be added. 0 would be changed. 0 are there already. 1 was refused.\n"
        "Nothing was written yet.\n"
    )
    assert names(data, demo_code) == before


def test_good_rows_are_taken_and_known_again(
    run: Run, data: Path, demo_code: str, listed: str, tmp_path: Path
) -> None:
    said = run("partners", "import", listed, "--session", demo_code)
    assert said.out.endswith("3 were added. 0 were changed. 0 are there already. 1 was refused.\n")
    assert {"Maison Élan", "GRC", "Club"} <= set(names(data, demo_code))
    ties = tmp_path / "ties.csv"
    ties.write_text(TIES, "utf-8")
    assert "1 was added." in run("partners", "import", str(ties), "--session", demo_code).out
    told = json.loads(run("partners", "import", listed, "--session", demo_code, "--json").out)
    assert (told["written"], told["added"], told["same"], told["refused"]) == (True, 0, 3, 1)
    assert told["rows"][2]["outcome"] == "refused"
    assert [one["field"] for one in told["columns"]][:2] == ["name", "sectors"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_exported_comes_back_the_same(
    run: Run, demo_code: str, listed: str, tmp_path: Path, ending: str
) -> None:
    run("partners", "import", listed, "--session", demo_code)
    (tmp_path / "ties.csv").write_text(TIES, "utf-8")
    run("partners", "import", str(tmp_path / "ties.csv"), "--session", demo_code)
    out = tmp_path / "out" / f"map.{ending}"
    more = ["--with-ratings", "--with-declined"]
    said = run("partners", "export", "--session", demo_code, "--out", str(out), *more)
    assert said.code == 0
    files = [Path(line) for line in said.out.splitlines()[:-1]]
    assert [one.stat().st_mode & 0o077 for one in files] == [0] * len(files)
    for one in files:
        told = json.loads(run("partners", "import", str(one), "--session", demo_code, "--json").out)
        assert (told["added"], told["changed"], told["refused"]) == (0, 0, 0)
        assert told["same"] > 0
    again = run("partners", "export", "--session", demo_code, "--out", str(out))
    assert (again.code, "is there already" in again.err) == (1, True)
    plain = run("partners", "export", "--session", demo_code, "--out", str(out), "--force")
    assert plain.code == 0
    if ending == "csv":
        text = out.read_text("utf-8-sig")
        assert "Club" not in text
        assert "Influence" not in text
    purged = run("purge", demo_code, "--yes")
    assert str(out) in purged.out  # a copy that the kit cannot destroy is named


def test_graphml_is_written(run: Run, demo_code: str, listed: str, tmp_path: Path) -> None:
    run("partners", "import", listed, "--session", demo_code)
    out = tmp_path / "map.graphml"
    run("partners", "export", "--session", demo_code, "--out", str(out))
    assert "GRC</data>" in out.read_text("utf-8")


def test_a_column_can_be_corrected(run: Run, demo_code: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Who=,What\nHaven,12\nRCMP,13\n", "utf-8")
    chosen = ["--column", "Who==name", "--column", "What="]
    said = run("partners", "import", str(path), "--session", demo_code, "--dry-run", *chosen)
    assert "Column “Who=” is “Name”. You chose it." in said.out
    assert "Column “What” is left out. You chose it." in said.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import", "none.csv"], "The file “none.csv” cannot be read: "),
        (["import", "."], "The file “.” cannot be read: "),
        (["import", "partners.csv", "--column", "Who"], "--column is “Who”, which cannot be used."),
        (["import", "partners.csv", "--column", "Who=name"], "No column is called “Who”."),
        (["import", "partners.csv", "--sheet", "2027"], "No sheet is called “2027”."),
        (["import", "broken.xlsx"], "This file is damaged or locked."),
        (["export", "--out", "map.doc"], "“map.doc” ends with no format."),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_written(
    run: Run, data: Path, demo_code: str, listed: str, *, words: list[str], said: str
) -> None:
    before = names(data, demo_code)
    ended = run("partners", *words, "--session", demo_code)
    assert (ended.code, ended.out) == (1, "")
    assert said in ended.err
    assert names(data, demo_code) == before


def test_an_unknown_code_is_told(run: Run, demo_code: str, listed: str) -> None:
    ended = run("partners", "import", listed, "--session", "NOCODE")
    assert (ended.code, "No workshop here has the code “NOCODE”" in ended.err) == (1, True)
