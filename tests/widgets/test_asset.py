"""Modules become one text; what cannot be put together is named."""

from pathlib import Path

import pytest

from workshop_kit.widgets.asset import AssetError, module, style


def _files(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder


def test_an_imported_module_comes_first_once_and_without_import_or_export(tmp_path: Path) -> None:
    folder = _files(
        tmp_path,
        base="export const one = 1;\nexport async function two() {}\n",
        left='import { one } from "./base.js";\nexport function left() { return one; }\n',
        top='import { left } from "./left.js";\nimport {\n  one,\n  two,\n} from "./base.js";\n'
        "export default { render() { left(); two(one); } };\n",
    )
    text = module("top.js", folder)
    assert "import" not in text
    assert text.count("export") == 1
    assert text.count("const one = 1") == 1
    places = [text.index(part) for part in ("const one", "function left", "export default")]
    assert places == sorted(places)


def test_comments_with_lines_to_themselves_stay_here(tmp_path: Path) -> None:
    code = (
        "// What it is.\n/**\n * What it does: 2 * 3 / 4.\n */\n"
        'const a = "// kept"; // kept as well\n  /* one line */\nconst b = 1 / 2;\n/** a */ b;\n'
    )
    kept = 'const a = "// kept"; // kept as well\nconst b = 1 / 2;\n/** a */ b;\n'
    assert module("top.js", _files(tmp_path, top=code)) == kept


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ({"top": 'import { a } from "./gone.js";\n'}, "gone.js"),
        ({"top": 'import { a } from "./x.js";\n', "x": "const a = 1;\n"}, "does not export"),
        ({"top": 'import { a as b } from "./x.js";\n', "x": "export const a = 1;\n"}, "'a as b'"),
        ({"top": 'import a from "https://example.org/a.js";\n'}, "is not taken"),
        ({"top": 'import * as x from "./x.js";\n', "x": ""}, "is not taken"),
        ({"top": "const a = 1;\nexport { a };\n"}, "is not taken"),
        ({"top": "const a = `one\n// two`;\n"}, "line 1"),
        (
            {
                "top": 'import { a } from "./x.js";\nconst b = 2;\n',
                "x": "export const a = 1, c = 3;\nlet b;\n",
            },
            "'b' is already",
        ),
        (
            {
                "top": 'import { a } from "./x.js";\n',
                "x": "export const a = 1;\nexport default a;\n",
            },
            "default",
        ),
        (
            {
                "top": 'import { a } from "./x.js";\n',
                "x": 'import { b } from "./top.js";\nexport const a = 1;\n',
            },
            "top.js -> x.js -> top.js",
        ),
    ],
)
def test_what_cannot_be_put_together_is_named(
    tmp_path: Path, texts: dict[str, str], told: str
) -> None:
    with pytest.raises(AssetError, match=told.replace(".", r"\.")):
        module("top.js", _files(tmp_path, **texts))


def test_styles_are_joined_in_order_and_may_not_import(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text(".a {}\n", encoding="utf-8")
    (tmp_path / "b.css").write_text(".b {}\n", encoding="utf-8")
    (tmp_path / "c.css").write_text('@import "a.css";\n', encoding="utf-8")
    assert style("a.css", "b.css", folder=tmp_path) == ".a {}\n\n.b {}\n"
    with pytest.raises(AssetError, match="may not @import"):
        style("c.css", folder=tmp_path)
    with pytest.raises(AssetError, match="no such file"):
        style("gone.css", folder=tmp_path)


def test_what_only_readers_need_does_not_go_to_phones(tmp_path: Path) -> None:
    code = "export const a = {\n  b: `one ${2}`,\n\tc: 3,\n};\n"
    made = module("top.js", _files(tmp_path, top=code))
    assert made == "const a = {\nb: `one ${2}`,\nc: 3,\n};\n"
    sheet = '/* What it is,\n   and why. */\n@media print {\n  .a { content: "/* kept */"; }\n}\n'
    (tmp_path / "top.css").write_text(sheet, encoding="utf-8")
    assert style("top.css", folder=tmp_path) == '@media print {\n.a { content: "/* kept */"; }\n}\n'
