"""Code and style of anywidgets as files of their own."""

from typing import Any

from workshop_kit.pages.stored.anywidget_files import AnywidgetFiles


def model(**state: Any) -> dict[str, Any]:
    return {"model_name": "AnyModel", "model_module": "anywidget", "state": state}


def test_the_same_code_is_one_file_however_many_widgets_have_it() -> None:
    given = {"a": model(_esm="export 1", x=1), "b": model(_esm="export 1"), "c": model(_esm="2")}
    made = AnywidgetFiles.taken_out_of(given, "/widget/")
    assert sorted(made.modules.values()) == ["2", "export 1"]
    first, second = (made.state[one]["state"]["_esm"] for one in "ab")
    assert first == second
    assert first.startswith("/widget/")
    assert made.modules[first.removeprefix("/widget/")] == "export 1"
    assert made.state["a"]["state"]["x"] == 1
    assert given["a"]["state"]["_esm"] == "export 1", "what was given stays as it was"


def test_each_style_is_given_once_in_order_and_leaves_the_state() -> None:
    given = {"a": model(_css="p {}"), "b": model(_css="b {}"), "c": model(_css="p {}")}
    made = AnywidgetFiles.taken_out_of(given, "/")
    assert made.styles == ("p {}", "b {}")
    assert {one["state"]["_css"] for one in made.state.values()} == {""}


def test_addresses_other_widgets_and_empty_code_stay() -> None:
    given = {
        "a": model(_esm="https://example.org/a.js", _css="http://example.org/a.css"),
        "b": model(_esm="", _css=None),
        "c": {"model_name": "LayoutModel", "state": {}},
        "d": {"model_name": "BareModel"},
    }
    made = AnywidgetFiles.taken_out_of(given, "/")
    assert made.modules == {}
    assert made.styles == ()
    assert made.state["a"] == given["a"]
    assert made.state["b"] == given["b"]
