"""Every visible sentence can be translated: proved by extracting all, and by a made-up language."""

import ast
import importlib
import inspect
import io
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from workshop_kit import errors, words

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "workshop_kit"
MADE_UP = "tlh"  # a language that nobody will add in earnest
MODULES = [file for file in SOURCE.rglob("*.py") if file.name != "words.py"]
TEMPLATES = sorted(SOURCE.rglob("*.j2"))
BUNDLED = SOURCE / "pages" / "static" / "stored"
"""Made of packages by others; what they say is for the browser's console."""
SCRIPTS = sorted(file for file in SOURCE.rglob("*.js") if BUNDLED not in file.parents)
MARKS = {"_": 1, "N_": 1, "n_": 2}
"""How many messages each of the three takes."""


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """All messages, by the command that CONTRIBUTING.md names."""
    pot = tmp_path_factory.mktemp("words") / "workshop_kit.pot"
    options = ["-F", str(ROOT / "pyproject.toml"), "-k", "n_:1,2", "-o", str(pot), str(SOURCE)]
    babel = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", *options]
    subprocess.run(babel, check=True, capture_output=True)
    with pot.open("rb") as file:
        return read_po(file)


@pytest.fixture
def made_up_language(
    extracted: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """A catalogue in which every message stands between brackets."""
    catalog = Catalog(locale="en", domain="workshop_kit")
    for message in extracted:
        if isinstance(message.id, tuple):
            catalog.add(message.id, tuple(f"⟦{text}⟧" for text in message.id))
        elif message.id:
            catalog.add(message.id, f"⟦{message.id}⟧")
    made = io.BytesIO()
    write_mo(made, catalog)
    folder = tmp_path / MADE_UP / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "workshop_kit.mo").write_bytes(made.getvalue())
    monkeypatch.setattr(words, "LOCALE", tmp_path)
    words._catalogue.cache_clear()
    yield MADE_UP
    words.speak("en")
    words._catalogue.cache_clear()


def _calls(file: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node


def _known(extracted: Catalog) -> set[str]:
    return {text for m in extracted for text in ([m.id] if isinstance(m.id, str) else m.id)}


def test_every_message_is_written_out_and_extracted(extracted: Catalog) -> None:
    asked = [
        (file.name, call.lineno, argument.value if isinstance(argument, ast.Constant) else None)
        for file in MODULES
        if file.name not in {"errors.py", "file_errors.py"}  # in classes; the next test has them
        for call in _calls(file)
        for argument in call.args[: MARKS.get(getattr(call.func, "id", ""), 0)]
    ]
    assert len(asked) > 100
    assert [place for place in asked if place[2] not in _known(extracted)] == []


def test_every_error_has_a_message_that_is_extracted(extracted: Catalog) -> None:
    waiting: list[type[errors.KitError]] = [errors.KitError]
    texts = set()
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        texts.add(kind.text)
    assert len(texts) > 5
    assert texts - {errors.KitError.text} <= _known(extracted)


def test_words_that_are_translated_together_are_extracted_one_by_one() -> None:
    """What stands in ``translated({...})`` is found only if each text is marked."""
    unmarked = [
        (file.name, value.value)
        for file in MODULES
        for call in _calls(file)
        if getattr(call.func, "id", "") == "translated"
        for argument in call.args
        for value in getattr(argument, "values", ())
        if isinstance(value, ast.Constant)
    ]
    assert unmarked == []


def test_every_message_of_a_template_is_extracted(extracted: Catalog) -> None:
    written = [
        (file.name, match[1])
        for file in TEMPLATES
        for match in re.finditer(r"\b_\(\s*(\"(?:[^\"\\]|\\.)*\"|[^\")]*)", file.read_text("utf-8"))
    ]
    assert len(written) > 20
    known = {str(message.id) for message in extracted}
    assert [place for place in written if ast.literal_eval(place[1]) not in known] == []


def test_no_message_is_translated_before_the_language_is_known() -> None:
    """What stands outside a function is read once, whoever looks at the page later.

    A terminal has one reader, and typer wants its help where a command is declared.
    """
    early = []
    for file in MODULES:
        if file.parent.name == "cli":
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        inside = {
            id(part)
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            for statement in (function.body if isinstance(function.body, list) else [function.body])
            for part in ast.walk(statement)
        }
        early += [
            (file.name, node.lineno)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if node.func.id in {"_", "n_"} and id(node) not in inside
        ]
    assert early == []


def test_no_sentence_stands_in_javascript() -> None:
    sentence = re.compile(r"""(["'`])[A-Z][a-z]+(?: [\w'-]+)+[.,:;…?!]?[^"'`\n]*\1""")
    comment = re.compile(r"^\s*(//|/?\*).*$|//.*$", re.MULTILINE)
    found = [
        (file.name, match[0])
        for file in SCRIPTS
        for match in sentence.finditer(comment.sub("", file.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_a_message_is_shown_in_the_language_of_the_reader(made_up_language: str) -> None:
    assert words.languages() == ("en", made_up_language)
    assert errors.NotJoined().message.startswith("This page")
    words.speak(made_up_language)
    assert words.language() == made_up_language
    assert errors.NotJoined().message.startswith("⟦This page")
    assert "“K7M4QX”" in errors.UnknownCode("K7M4QX").message


def test_one_and_many_have_their_own_messages(made_up_language: str) -> None:
    words.speak(made_up_language)
    assert words.n_("{number} day", "{number} days", 1) == "⟦1 day⟧"
    assert words.n_("{number} day", "{number} days", 3) == "⟦3 days⟧"


def test_a_language_that_is_not_there_becomes_english(made_up_language: str) -> None:
    words.speak(made_up_language)
    words.speak("xx")
    assert words.language() == "en"
    assert words.language() in words.languages()


def test_one_readers_language_is_not_anothers(made_up_language: str) -> None:
    words.speak(made_up_language)
    others = []
    thread = threading.Thread(target=lambda: others.append(words.language()))
    thread.start()
    thread.join()
    assert others == ["en"]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


@pytest.mark.parametrize(
    "file", sorted((SOURCE / "widgets").glob("*_words.py")), ids=lambda f: f.stem
)
def test_a_widget_has_no_text_that_stays_english(file: Path, made_up_language: str) -> None:
    module = importlib.import_module(f"workshop_kit.widgets.{file.stem}")
    own = [
        value
        for name, value in vars(module).items()
        if name.endswith("_words") and getattr(value, "__module__", "") == module.__name__
    ]
    assert own
    words.speak(made_up_language)
    a_number = {made: [2] * len(inspect.signature(made).parameters) for made in own}
    texts = [text for made in own for text in _texts(made(*a_number[made]))]
    assert texts
    assert [text for text in texts if re.search(r"[a-z]{3}", re.sub(r"⟦.*?⟧", "", text))] == []
