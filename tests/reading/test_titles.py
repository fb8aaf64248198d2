"""What pages are called."""

from workshop_kit.reading.titles import page_title


def test_a_section_by_its_own_title_and_others_by_their_address() -> None:
    assert page_title("get-organized") == "Get organized"
    assert page_title("reflect") == "Reflect"
    assert page_title("our-own_map") == "Our own map"
