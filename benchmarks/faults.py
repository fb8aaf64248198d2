"""Faults at full size: what was acknowledged, lost and doubled in each; a table for the docs.

usage: python benchmarks/faults.py       from the checkout's root; some faults need Linux

Runs the tests of ``tests/faults`` with more people than in the suite.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.faults.sizes import VARIABLE

ROOT = Path(__file__).parents[1]


def run(report: Path) -> None:
    """Run the tests and write down what they recorded."""
    command = [sys.executable, "-m", "pytest", "tests/faults", "-q", f"--junitxml={report}"]
    command += ["-o", "junit_family=xunit1"]  # the one in which a test may tell figures
    full = {**os.environ, VARIABLE: "full"}
    subprocess.run(command, cwd=ROOT, env=full, check=False)


def row(case: ET.Element) -> str:
    """Return a test as a row of a table in Markdown."""
    outcome = next((child.tag for child in case if child.tag != "properties"), "held")
    figures = [f"{one.get('name')} {one.get('value')}" for one in case.iter("property")]
    sentence = str(case.get("name")).removeprefix("test_").replace("_", " ")
    return f"| {sentence} | {outcome} | {', '.join(figures)} |"


def main() -> None:
    """Run and print."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        run(report)
        cases = list(ET.parse(report).iter("testcase"))
    print("| fault | outcome | figures |\n|---|---|---|")
    for case in cases:
        print(row(case))


if __name__ == "__main__":
    main()
