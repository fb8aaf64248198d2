"""The form of the comparison for Panel: a title, nine text areas, a button."""

import pandas as pd  # noqa: F401
import panel as pn

pn.extension()
boxes = [pn.widgets.TextAreaInput(name=f"Question {i}") for i in range(9)]
button, said = pn.widgets.Button(name="Save"), pn.pane.Markdown("")
button.on_click(lambda _: setattr(said, "object", "saved"))
pn.Column("# Reflect", *boxes, button, said).servable()
