"""The notebook of the front end's tests: what authors use of ipywidgets and anywidget."""

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

CORE = """
import asyncio
import anywidget, ipywidgets as w, traitlets as t
from IPython.display import HTML, display

first, second = w.IntSlider(description="First", value=3), w.IntSlider(description="Second")
link = w.jslink((first, "value"), (second, "value"))
bordered = w.VBox([first, w.HBox([second])], layout=w.Layout(border="3px solid rgb(0, 128, 0)"))
bold = w.Checkbox(description="<b>Bold</b><script>1</script>", description_allow_html=True)
w.Accordion([w.VBox([bordered, bold])], titles=["Controls"], selected_index=0)
"""
TYPED = """
name, heard = w.Text(description="Name"), w.Label("nothing yet")
upper = w.Text(description="Upper")
def hear(change):
    heard.value = "heard " + change.new
name.observe(hear, "value")
def capitals(change):
    upper.value = change.new.upper()
upper.observe(capitals, "value")
later, told = w.Button(description="Later"), w.Label("not told")
async def tell():
    for number in range(3):
        await asyncio.sleep(0.2)
        told.value = f"told {number}"
later.on_click(lambda _: asyncio.get_event_loop().create_task(tell()))
w.VBox([name, heard, upper, later, told])
"""
COUNTER = '''
class Counter(anywidget.AnyWidget):
    _esm = """
    export default {
      async initialize() { await new Promise((resolve) => setTimeout(resolve, 2200)); },
      render({ model, el }) {
        const out = document.createElement("output");
        const button = document.createElement("button");
        button.textContent = "Count";
        const show = () => { out.textContent = model.get("numbers").join(" "); };
        model.on("change:numbers", show);
        show();
        button.onclick = () => { for (let i = 0; i < 30; i += 1) model.send({ number: i }); };
        el.append(out, button);
      },
    };
    """
    _css = ".counter { color: green; }"
    numbers = t.List().tag(sync=True)
    def __init__(self):
        super().__init__()
        self.on_msg(lambda _, content, __: self.take(content["number"]))
    def take(self, number):
        self.numbers = [*self.numbers, number]
Counter()
'''
BYTES = '''
class Bytes(anywidget.AnyWidget):
    _esm = """
    export default { render({ model, el }) {
      const out = document.createElement("output");
      const button = document.createElement("button");
      const show = () => { out.textContent = new Uint8Array(model.get("given").buffer).join("-"); };
      button.textContent = "Reverse";
      button.onclick = () => {
        model.set("asked", new DataView(new Uint8Array([5, 6, 255]).buffer));
        model.save_changes();
      };
      model.on("change:given", show);
      model.on("msg:custom", (content, buffers) => {
        out.dataset.custom = `${content.sum}:${new Uint8Array(buffers[0].buffer ?? buffers[0])[0]}`;
      });
      show();
      el.append(out, button);
    } };
    """
    asked = t.Any(b"").tag(sync=True)
    given = t.Bytes(bytes([1, 2, 200])).tag(sync=True)
    @t.observe("asked")
    def _reverse(self, change):
        self.given = bytes(reversed(bytes(change.new)))
        self.send({"sum": sum(bytes(change.new))}, buffers=[b"\\x07"])
Bytes()
'''
BROKEN = """
class NoModule(anywidget.AnyWidget):
    _esm = "export default { nothing at all"
class Throws(anywidget.AnyWidget):
    _esm = "export default { render({ el }) { el.append('half'); throw new Error('torn'); } }"
class Fails(anywidget.AnyWidget):
    _esm = "export default { async initialize() { throw new Error('unready'); }, render() {} }"
class Unknown(w.DOMWidget):
    _model_name = t.Unicode("StrangeModel").tag(sync=True)
    _model_module = t.Unicode("strange").tag(sync=True)
    _model_module_version = t.Unicode("1").tag(sync=True)
    _view_name = t.Unicode("StrangeView").tag(sync=True)
    _view_module = t.Unicode("strange").tag(sync=True)
    _view_module_version = t.Unicode("1").tag(sync=True)
w.VBox([NoModule(), Throws(), Fails(), Unknown(), w.Label("still standing")])
"""
OUTPUT = """
out, show = w.Output(), w.Button(description="Show")
with out:
    print("stored text")
    display(HTML("<em>stored html</em>"))
def shown(_):
    with out:
        out.clear_output(wait=True)
        print("one")
        print("two")
        display(HTML("<table><tr><td>Hope</td><td>3</td></tr></table>"))
        display(w.Button(description="Inside"))
        changing = display(HTML("<i>before</i>"), display_id=True)
        changing.update(HTML("<i>after</i>"))
        1 / 0
show.on_click(shown)
w.VBox([show, out])
"""
MORE = """
more, box = w.Button(description="More"), w.VBox([])
def add(_):
    button = w.Button(description=f"New {len(box.children)}")
    button.on_click(lambda own: setattr(own, "description", own.description + " clicked"))
    box.children += (button,)
more.on_click(add)
fewer = w.Button(description="Fewer")
def remove(_):
    last = box.children[-1]
    box.children = box.children[:-1]
    last.close()
fewer.on_click(remove)
w.VBox([more, fewer, box])
"""
CELLS = (CORE, TYPED, COUNTER, BYTES, BROKEN, OUTPUT, MORE)


def write(path: Path, *cells: str) -> Path:
    """Write a notebook of these cells."""
    made = [new_code_cell(cell, id=f"cell-{number}") for number, cell in enumerate(cells)]  # type: ignore[no-untyped-call]
    nbformat.write(new_notebook(cells=made), path)  # type: ignore[no-untyped-call]
    return path
