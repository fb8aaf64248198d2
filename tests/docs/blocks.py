"""The examples of a page in docs/: what stands indented below its headings."""

import re
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).parents[2]


def chapter(page: str, heading: str) -> str:
    """Return what stands below a heading, up to the next one."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    [found] = re.findall(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    return str(found)


def blocks(page: str, heading: str) -> list[str]:
    """Return the blocks below a heading, in order, without their indentation."""
    runs = re.findall(r"(?:^(?: {4,}.*)?\n)+", chapter(page, heading), flags=re.MULTILINE)
    return [dedent(run).strip("\n") + "\n" for run in runs if run.strip()]
