"""Stored pages in a browser: what stands in them without Python."""

from playwright.sync_api import expect

from tests.pages.stored.front_process import StoredPage


def test_core_controls_stand_and_are_linked_without_python(stored: StoredPage) -> None:
    sliders = stored.page.get_by_role("slider")
    expect(sliders).to_have_count(2)
    expect(sliders.nth(1)).to_have_attribute("aria-valuenow", "3.0")
    border = stored.page.locator(".widget-vbox").filter(has=sliders).last
    expect(border).to_have_css("border-top-color", "rgb(0, 128, 0)")
    expect(stored.page.locator("b")).to_have_text("Bold")
    assert stored.states() == []
    sliders.first.press("ArrowRight")
    expect(sliders.nth(1)).to_have_attribute("aria-valuenow", "4.0")


def test_a_broken_widget_leaves_the_others_alone(stored: StoredPage) -> None:
    expect(stored.page.get_by_text("still standing")).to_be_visible()
    reasons = " ".join(stored.broken())
    assert len(stored.broken()) == 4
    assert "SyntaxError" in reasons
    assert "torn" in reasons
    assert "unready" in reasons
    assert "unknown widget module strange" in reasons
    empty = stored.page.locator("[data-stored-broken]")
    expect(empty).to_have_count(4)
    assert [one.inner_html() for one in empty.all()] == [""] * 4


def test_stored_outputs_are_shown(stored: StoredPage) -> None:
    expect(stored.page.get_by_text("stored text")).to_be_visible()
    expect(stored.page.locator("em")).to_have_text("stored html")
    assert stored.states() == []


def test_binary_state_is_there(stored: StoredPage) -> None:
    expect(stored.page.locator("output").nth(1)).to_have_text("1-2-200")
