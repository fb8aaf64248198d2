"""The sample lists: clearly made up, of the size they say, with the flaws that they say."""

import csv
import io
import re

import pytest

from tests.partners.maps import partner
from workshop_kit.content.files import kit_folder, sample_file
from workshop_kit.content.whole import content_languages
from workshop_kit.partner import has_street_address
from workshop_kit.partners.duplicates import duplicates

PHONE = re.compile(r"\+?\d[\d ().-]{6,}\d")


def rows(name: str, delimiter: str) -> list[dict[str, str]]:
    text = sample_file(name).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


PARTNERS = rows("partners.csv", ",")
TIES = rows("ties.csv", ";")
NAME, STATUS = "Organisation / Program", "Where are we with them?"
LISTED = [row for row in PARTNERS if row[NAME] and row[NAME] != "TOTAL"]


def test_about_sixty_organizations_stand_in_it_some_of_them_twice() -> None:
    found = duplicates({str(place): partner(row[NAME]) for place, row in enumerate(LISTED)})
    pairs = {frozenset((one.first.name, one.second.name)) for one in found}
    assert pairs == {
        frozenset(pair)
        for pair in (
            ("Maple Valley RCMP", "Royal Canadian Mounted Police - Maple Valley detachment"),
            ("Maple Valley Women's Centre Society", "Maple Vally Womens Center"),
            ("Maple Valley Youth House", "The Youth House (Maple Valley)"),
            ("Café des jeunes de la vallée", "CafÃ© des jeunes de la vallÃ©e"),
            ("q\u0313ic\u0313əy Friends", "Qicey Friends"),
            ("School District 957", "SD957"),
            ("Maple Valley Community Services", "MVCS"),
            ("St. Brigid's Church", "Saint Brigids church"),
        )
    }
    assert len(LISTED) - len(pairs) == 60


def test_every_row_says_that_it_is_made_up() -> None:
    assert {row["Town"] for row in LISTED} == {"Maple Valley (sample)"}
    phones = {row["Phone"] for row in LISTED if row["Phone"]}
    assert all(re.fullmatch(r"250-555-01\d\d", phone) for phone in phones)
    text = sample_file("partners.csv").read_text("utf-8-sig") + str(TIES)
    dates = r"\d{4}-\d\d-\d\d"
    assert set(PHONE.findall(re.sub(dates, "", text))) == phones
    assert "@" not in text
    assert "http" not in text


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (NAME, '=CONCATENATE("Maple Valley ","Thrift Store")'),
        (STATUS, "on board"),
        (STATUS, "à inviter"),
        (STATUS, "?"),
        (STATUS, "left a message twice"),
        ("Address", "120 Alder Street"),
        ("Checked on", "46150"),
        ("By when", "15/01/2027"),
        ("By when", "March 3, 2027"),
        ("Influence (1-3)", "high"),
        ("Influence (1-3)", "2.0"),
        ("Interest (1-3)", "5"),
        ("Remarks", "goes out Tuesdays\nand Fridays"),
    ],
)
def test_the_flaws_of_real_lists_are_there(column: str, value: str) -> None:
    assert value in {row[column] for row in PARTNERS}


def test_blank_lines_a_total_and_one_street_address_too() -> None:
    assert [set(row.values()) for row in PARTNERS].count({""}) == 3
    assert PARTNERS[-1][NAME] == "TOTAL"
    assert [row[NAME] for row in LISTED if has_street_address(row["Address"])] == [
        "Valley Health Clinic"
    ]
    rated = [row for row in LISTED if row["Type"] == "Nation" and row["Influence (1-3)"]]
    assert [row[NAME] for row in rated] == ["Three Rivers Council Office"]


def test_ties_name_partners_but_for_the_flaws() -> None:
    names = {row[NAME].strip() for row in LISTED}
    ends = {row[end] for row in TIES for end in ("From", "To")}
    assert ends - names == {"", "The Old Book Club"}
    assert [row["From"] for row in TIES if row["From"] and row["From"] == row["To"]] == [
        "Maple Valley Library"
    ]
    assert len(TIES) == 61


def test_the_folder_is_no_language() -> None:
    assert (kit_folder("data") / "sample").is_dir()
    assert "sample" not in content_languages()
