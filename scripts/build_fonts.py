"""Make the small BC Sans files in pages/static/fonts from its npm package. For makers of the kit.

usage: pip install fonttools brotli && python scripts/build_fonts.py   (npm has to be there)

One file holds Latin with every letter and mark of the First Nations languages in British
Columbia. They are not spread over files: a mark such as the one in q̓ sits right only if its
letter comes from the same file.
"""

import base64
import hashlib
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

PACKAGE = "@bcgov/bc-sans@2.1.0"
SHA512_BEGINS = "1MesF4NAVpM5d"
WEIGHTS = {400: "Regular", 700: "Bold"}
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum"]
STATIC = Path(__file__).parents[1] / "src" / "workshop_kit" / "pages" / "static"


def _span(first: int, last: int) -> set[int]:
    return set(range(first, last + 1))


MARKS = _span(0x300, 0x315) | {0x31B, *_span(0x323, 0x328), 0x32C, 0x32D, *_span(0x330, 0x332)}
MARKS |= {0x335, 0x338, 0x35C, 0x361}
LETTERS = set(
    map(
        ord,
        "ƛλΛłŁɫɬɮƚȽⱢəƏɛƐɔƆɪƖɩʊɨƗʌɣƔɢʁχΧθΘβΒʔʕɁɂˀˤʼʻʹʺˈˌːˑꞏʷʰʸˡˢʲˠᶿⁿᵘᵋᶻᵡŋŊšŠčČžŽǰʒƷǯǮʤʣʦƧɑæøœŒ",
    )
)
CORE = _span(0x20, 0x7E) | _span(0xA0, 0x17F) | _span(0x1CD, 0x1DC) | _span(0x2C6, 0x2DD)
CORE |= _span(0x226, 0x227) | _span(0x1E00, 0x1E99) | _span(0x2009, 0x2027)
CORE |= _span(0x202F, 0x203A) | _span(0x2190, 0x2193)
CORE |= {0x20AC, 0x2116, 0x2122, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x2713, 0x2715}
CORE |= MARKS | LETTERS
SYLLABICS = _span(0x1400, 0x167F) | _span(0x18B0, 0x18FF)


def faces(known: set[int]) -> dict[str, set[int]]:
    """Return what each file shows, of the characters that the whole font knows.

    The core comes last: where ranges overlap, CSS takes the last rule.
    """
    core, syllabics = known & CORE, known & SYLLABICS
    more = {c for c in known - core - syllabics if 0x20 <= c < 0xE000}
    return {"-more": more, "-syllabics": syllabics, "": core}


def small(font_file: Path, shown: set[int], target: Path) -> None:
    """Write a file that shows these characters, with marks that sit right on them."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False  # half the size, and screens of today do not need it
    options.recalc_timestamp = False
    font = TTFont(font_file, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=shown | MARKS)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)


def unicode_range(shown: set[int], bridged: int) -> str:
    """Return characters as CSS writes them; gaps of up to ``bridged`` are closed."""
    spans: list[list[int]] = []
    for char in sorted(shown):
        if spans and char - spans[-1][1] <= bridged + 1:
            spans[-1][1] = char
        else:
            spans.append([char, char])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in spans)


def font_face(weight: int, name: str, shown: set[int]) -> str:
    """Return the CSS rule of one file."""
    shortened = unicode_range(shown, bridged=32 if "more" in name else 0)
    return (
        f'@font-face {{ font-family: "BC Sans"; font-weight: {weight}; font-display: swap; '
        f'src: url("fonts/{name}") format("woff2"); unicode-range: {shortened}; }}'
    )


def package(folder: Path) -> Path:
    """Fetch the package, check it, and return where its fonts are."""
    done = subprocess.run(  # fixed arguments
        [shutil.which("npm") or "npm", "pack", "--silent", PACKAGE],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    archive = folder / done.stdout.strip().splitlines()[-1]
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if not digest.startswith(SHA512_BEGINS):
        raise SystemExit(f"{archive.name} is not the package that was reviewed: sha512-{digest}")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / "package" / "fonts"


def main() -> None:
    """Build all files and write their rules into tokens.css."""
    rules = []
    with tempfile.TemporaryDirectory() as temporary:
        source = package(Path(temporary))
        for weight, style in WEIGHTS.items():
            file = source / f"BCSans-{style}.woff2"
            known = set(TTFont(file).getBestCmap())
            for suffix, shown in faces(known).items():
                name = f"bc-sans{suffix}-{weight}.woff2"
                small(file, shown, STATIC / "fonts" / name)
                rules.append(font_face(weight, name, shown))
    tokens = STATIC / "tokens.css"
    begin, end = "/* fonts: scripts/build_fonts.py writes these rules */\n", "/* end of fonts */\n"
    between = re.compile(f"{re.escape(begin)}.*{re.escape(end)}", re.DOTALL)
    text = tokens.read_text(encoding="utf-8")
    tokens.write_text(
        between.sub(lambda _: begin + "\n".join(rules) + "\n" + end, text), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
