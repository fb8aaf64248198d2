"""Notebooks that an author might add to a kit folder, made for tests."""

from pathlib import Path
from typing import Any

import nbformat
from nbformat import v4

ASK = """
import ipywidgets as w
box, button, said = w.Text(description="Name"), w.Button(description="Ask Python"), w.Label()
def answer(_button):
    said.value = f"Python read {box.value!r}"
button.on_click(answer)
w.VBox([box, button, said])
"""
OUTPUTS = """
import pandas as pd
from IPython.display import Markdown, Image, SVG, display
print("plain words <b>")
display(pd.DataFrame({"partner": ["Friendship centre"]}))
display(Markdown("**strong** words"))
drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A dot</title></svg>'
display(SVG(drawn))
"""
CONTROLS = """
import pandas as pd
import ipywidgets as w
town = w.RadioButtons(options=["yes", "no"], description="A committee?")
panes = w.Tab([w.HTML("<p>The first pane.</p>")], titles=["First"])
folded = w.Accordion([w.IntText(description="Number")], titles=["Numbers"])
switch = w.ToggleButton(description="Switch")
w.VBox([w.IntSlider(3), w.Dropdown(options=["tea"]), town, panes, folded, switch])
"""
WIDE = """pd.DataFrame({f"a long name of a column {n}": ["some words"] for n in range(9)})"""
ROLES = ["participant", "facilitator"]


def notebook(folder: Path, name: str, *cells: str, **said: Any) -> str:
    """Write a notebook for participants and facilitators into a kit folder; return its path."""
    path = name.partition("-")[2]
    made = v4.new_notebook()  # type: ignore[no-untyped-call]
    title = v4.new_markdown_cell(f"# {path.capitalize()}", id="title")  # type: ignore[no-untyped-call]
    code = [v4.new_code_cell(text.strip(), id=f"cell-{at}") for at, text in enumerate(cells)]  # type: ignore[no-untyped-call]
    made.cells = [title, *code]
    made.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made.metadata.workshop_kit = {"path": path, "roles": ROLES, **said}
    nbformat.write(made, folder / "notebooks" / f"{name}.ipynb")  # type: ignore[no-untyped-call]
    return path
