"""Stored pages in a browser: whoever leaves a page ends its Python, and nobody else does."""

from playwright.sync_api import expect

from tests.pages.stored.front_process import FrontProcess, StoredPage


def woken(stored: StoredPage, front: FrontProcess) -> str:
    """Wake Python; return its kernel."""
    before = set(front.kernels()["running"])
    stored.write("Name", "Ann")
    expect(stored.page.get_by_text("heard Ann")).to_be_visible()
    (kernel,) = set(front.kernels()["running"]) - before
    return str(kernel)


def wait_for_end(front: FrontProcess, stored: StoredPage, kernel: str) -> None:
    """Wait until a kernel has been ended; fails after Playwright's own time."""
    for _ in range(400):
        if kernel in front.kernels()["ended"] and kernel not in front.kernels()["running"]:
            return
        stored.page.wait_for_timeout(50)
    raise AssertionError(front.kernels())


def test_a_download_or_a_mail_is_no_leaving(front: FrontProcess, stored: StoredPage) -> None:
    kernel = woken(stored, front)
    with stored.page.expect_download():
        stored.page.get_by_text("Download").click()
    stored.page.get_by_text("Write").click()
    stored.write("Name", "Beth")
    expect(stored.page.get_by_text("heard Beth")).to_be_visible()
    assert kernel not in front.kernels()["ended"]


def test_going_elsewhere_ends_the_kernel(front: FrontProcess, stored: StoredPage) -> None:
    kernel = woken(stored, front)
    stored.page.get_by_text("Elsewhere").click()
    expect(stored.page).to_have_title("Elsewhere")
    wait_for_end(front, stored, kernel)


def test_the_page_may_say_that_it_is_left(front: FrontProcess, stored: StoredPage) -> None:
    kernel = woken(stored, front)
    stored.tell("stored:leave")
    wait_for_end(front, stored, kernel)
    asked = front.kernels()["asked"]
    stored.write("Name", "Beth")
    stored.tell("stored:continue")
    stored.tell("online")
    assert stored.states() == ["starting", "ready"]
    assert front.kernels()["asked"] == asked
