"""Cells with widgets that a real kernel and ours must show alike."""

WIDGETS: list[str] = [
    """
import ipywidgets as w
w.IntSlider(3)
""",
    """
out = w.Output()
display(out)
with out:
    print('inside'); print('more'); display('shown')
print('outside')
""",
    """
with out:
    print('later')
""",
    """
out.clear_output()
""",
    """
with out:
    print('x'); 1/0
print('goes on')
""",
    """
second = w.Output()
@second.capture()
def f(n):
    print('called', n)
    return n
f(1)
f(2)
""",
    """
@second.capture(clear_output=True, wait=True)
def g(n):
    print('cleared', n)
g(1); g(2)
""",
    """
outer, inner = w.Output(), w.Output()
with outer:
    print('a')
    with inner:
        print('b')
    print('c')
print('d')
""",
    """
third = w.Output()
third.append_stdout('appended')
third.append_display_data(w.Label('l'))
third
""",
    """
@w.interact(x=3, y=['a', 'b'])
def h(x, y):
    print(x, y)
    return x
""",
    """
i = w.interactive(lambda x: x * 2, x=4)
i
""",
    "i.children[0].value = 5",
    "i.result",
    """
box = w.VBox([w.Button(description='b'), w.HBox([w.Text('t')])])
box.children[0].on_click(lambda b: print('clicked'))
box.children[0].click()
box
""",
    """
closed = w.Text('gone')
display(closed)
""",
    """
img = w.Image(value=b'abc')
img
""",
    """
sel = w.SelectionSlider(options=['a', 'b'])
w.link((sel, 'index'), (w.IntText(), 'value'))
sel
""",
    "w.jslink((sel, 'index'), (w.IntText(), 'value')); None",
    "w.Play()",
    "w.interact_manual(lambda x: x, x=1)",
    "w.Valid(value=True, description='v')",
    "w.DatePicker(value=__import__('datetime').date(2024, 1, 2))",
    """
import anywidget, traitlets as t
class A(anywidget.AnyWidget):
    _esm = 'export default {}'
    n = t.Int(0).tag(sync=True)
A()
""",
    "a = A(); a.n = 4; a",
    """
out5 = w.Output()
with out5:
    h5 = display('one', display_id='five')
h5.update('two')
out5
""",
    """
with w.Output() as never:
    print('hidden')
""",
]
