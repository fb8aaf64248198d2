"""Cells that a real kernel and ours must show alike: each shows one thing that cells can do."""

from tests.pages.stored.compared_widgets import WIDGETS

COMPARED: dict[str, list[str]] = {
    "widgets": WIDGETS,
    "outputs": [
        "1 + 1",
        """
a = 3
a;
""",
        "None",
        "print('one'); print('two', flush=True); print('three', end='')",
        """
import sys
print('a'); print('b', file=sys.stderr); 7
""",
        "display(1, 'two', {'three': 3}); 4",
        """
import pandas
pandas.DataFrame({'a': [1, 2]})
""",
        """
from IPython.display import HTML, Markdown, Image, SVG, JSON, Latex, Javascript, clear_output
display(HTML('<b>b</b>'), Markdown('*m*'), JSON({'a': (1, 2)}), metadata={'x': 1})
""",
        """
shown = display('first', display_id='here')
other = display('again', display_id='here')
""",
        "shown.update('second')",
        "display('third', display_id='here')",
        "print('gone'); clear_output(); print('stays')",
        "print('gone'); clear_output(wait=True); print('stays')",
        "print('stays'); clear_output(wait=True)",
        """
display('gone', display_id='there')
clear_output()
display('kept', display_id='there').update('changed')
""",
        """
class Odd:
    def _ipython_display_(self):
        print('I show myself')
Odd()
""",
        """
class Bundle:
    def _repr_mimebundle_(self, include=None, exclude=None):
        return {'text/html': '<i>', 'application/json': {'n': 1}}, {'text/html': {'m': 1}}
Bundle()
""",
        """
class Broken:
    def __repr__(self):
        raise ValueError('no repr')
Broken()
""",
        """
class HalfBroken:
    def _repr_html_(self):
        raise ValueError('no html')
HalfBroken()
""",
        "display(Image(data=b'\\x89PNG\\r\\n\\x1a\\n', format='png'))",
        "1/0",
        """
def f():
    return g()
def g():
    raise KeyError('deep')
f()
""",
        "syntax error here",
        "raise KeyboardInterrupt",
        """
import sys
sys.exit(3)
""",
        "sys.exit()",
        """
try:
    raise ValueError('a')
except ValueError as e:
    raise RuntimeError('b') from e
""",
        """
import warnings
warnings.warn('careful')
""",
        "input('name? ')",
        """
import getpass
getpass.getpass()
""",
        "print('progress 1\\rprogress 2\\rdone')",
        """
for i in range(3):
    print(f'\\r{i}', end='', flush=True)
""",
        """
%%capture kept
print('captured'); display('also')
8
""",
        "kept.show()",
        "kept.stdout, len(kept.outputs)",
        """
from IPython.utils.capture import capture_output
with capture_output() as c:
    print('in'); display(HTML('x'))
print(repr(c.stdout)); c.outputs[0]
""",
        "!echo from a shell",
        """
listed = !printf 'a\\nb\\n'
listed
""",
        """
%%bash
echo from bash
""",
        """
%%writefile made.txt
text
""",
        "%cat made.txt",
        "%who_ls",
        "%timeit?",
        "len?",
        "%pwd",
        """
%precision 3
3.14159
""",
        """
x = 5
_, __, _4
""",
        "In[1], Out[1]",
        "pass",
        "%nosuchmagic",
        """
%%nosuchcell
x
""",
        "get_ipython().__class__.__name__, get_ipython().kernel is not None",
        """
import logging
logging.warning('logged')
""",
        "__name__, '__file__' in globals()",
        """
get_ipython().events.register('post_execute', lambda: display('after'))
'before'
""",
        "2",
        "%store?",
        """
from IPython.display import display_markdown, publish_display_data, update_display
publish_display_data({'text/plain': 'published', 'application/x-own+json': [1]})
""",
        "display({'text/plain': 'raw'}, raw=True)",
        "float('nan'), 'é\\u2028😀'",
        "sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.writable()",
        "sys.stdin.read(3)",
        "help(len)",
        """
from IPython.display import ProgressBar
bar = ProgressBar(3)
for i in bar: pass
""",
        "breakpoint()",
        "assert 1 == 2, 'said why'",
        "raise ExceptionGroup('both', [ValueError(1), TypeError(2)])",
        "%matplotlib inline",
        "%autosave 60",
        """
%xmode Minimal
1/0
""",
        "%gui",
        "%lsmagic",
        "%history -n 1-2",
        "%run made.py",
    ],
    "awaiting": [
        """
import asyncio
await asyncio.sleep(0)
print('awaited')
""",
        """
async def f():
    await asyncio.sleep(0.01)
    return 5
await f()
""",
        """
r = await asyncio.gather(f(), f())
r
""",
        "asyncio.get_running_loop().is_running()",
        """
t = asyncio.create_task(f())
print('made')
""",
        "await t",
        """
async with asyncio.timeout(1):
    await asyncio.sleep(0)
'done'
""",
        "async for_ = 3",
        "await asyncio.to_thread(lambda: print('in a thread'))",
        """
import threading
th = threading.Thread(target=lambda: print('thread')); th.start(); th.join()
""",
        """
async def bad():
    raise ValueError('async')
await bad()
""",
        """
p = await asyncio.create_subprocess_exec('echo', 'x', stdout=asyncio.subprocess.PIPE)
(await p.communicate())[0]
""",
        """
import contextvars
v = contextvars.ContextVar('v'); v.set(3); None
""",
        "v.get('not set')",
        """
await asyncio.sleep(0)
v.set(4); None
""",
        "v.get('not set')",
    ],
}
