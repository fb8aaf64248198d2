"""What participants' notebooks call."""

import subprocess
import sys

from workshop_kit import page
from workshop_kit.widgets.reflect import ReflectForm


def test_the_form_asks_the_nine_questions() -> None:
    form = page.reflect()
    assert isinstance(form, ReflectForm)
    assert [one["number"] for one in form.questions] == list(range(1, 10))


def test_a_participants_page_loads_neither_pandas_nor_a_store() -> None:
    """A page of a participant has no way to what others wrote, and opens fast."""
    code = "import sys; from workshop_kit import page; page.reflect(); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    unwanted = ("pandas", "sqlalchemy", "workshop_kit.store", "workshop_kit.room")
    assert [name for name in loaded if name.startswith(unwanted)] == []
