"""What the client of stored pages reads from a page and says to a kernel."""

import json

from benchmarks.page_costs.woken import StoredPage, message

PAGE = """<!doctype html><title>Ask</title>
<script id="stored-page" type="application/json">
{"kernel": "/kernel/ask-python", "channels": "/api/kernels/", "base": "/"}</script>
<script id="stored-state" type="application/vnd.jupyter.widget-state+json">
{"version_major": 2, "version_minor": 0, "state": {
 "a1": {"model_name": "LayoutModel", "model_module": "@jupyter-widgets/base", "state": {}},
 "b2": {"model_name": "ButtonModel", "model_module": "@jupyter-widgets/controls", "state": {}}}}
</script>"""


def test_a_stored_page_says_where_its_kernel_is_and_which_its_button() -> None:
    assert StoredPage.read(PAGE) == StoredPage("/kernel/ask-python", "/api/kernels/", "b2")


def test_a_page_with_a_kernel_from_the_beginning_is_none() -> None:
    assert StoredPage.read("<!doctype html><title>Ask</title>") is None


def test_messages_are_those_of_a_front_end() -> None:
    first, second = (json.loads(message("comm_msg", {"comm_id": "b2"})) for _ in range(2))
    assert (first["channel"], first["header"]["msg_type"]) == ("shell", "comm_msg")
    assert first["content"] == {"comm_id": "b2"}
    assert first["header"]["msg_id"] != second["header"]["msg_id"]
