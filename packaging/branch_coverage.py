"""Runs every test with each branch counted, and fails where a part of the program is tested too little."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "build" / "coverage" / "report.json"
IMPORTS = "tests/app/test_first_paint.py::test_the_first_paint_waits_for_none_of_what_comes_after_it"
"""It sees what counting itself imports."""

PYTEST = (
    "-n",
    "2",
    "--dist",
    "loadgroup",
    "--max-worker-restart",
    "0",
    "--timeout",
    "600",
    "--deselect",
    IMPORTS,
)
AT_LEAST = 85.0  # percent of lines and branches
AT_LEAST_IN = {"domain": 95.0, "services": 95.0, "storage": 95.0}


def by_part(report: Mapping[str, Any]) -> dict[str, float]:
    """Percent of lines and branches that were run, of each folder of src/supple; "supple" is the files beside them."""
    ran: dict[str, int] = {}
    there: dict[str, int] = {}
    for name, file in report["files"].items():
        _, _, below = name.replace("\\", "/").partition("src/supple/")
        part = below.split("/")[0] if "/" in below else "supple"
        sums = file["summary"]
        ran[part] = ran.get(part, 0) + sums["covered_lines"] + sums["covered_branches"]
        there[part] = there.get(part, 0) + sums["num_statements"] + sums["num_branches"]
    return {part: 100 * ran[part] / there[part] for part in sorted(there) if there[part]}


def too_little(parts: Mapping[str, float]) -> list[str]:
    """The parts below their floor."""
    return [part for part, percent in parts.items() if percent < AT_LEAST_IN.get(part, AT_LEAST)]


def main(arguments: list[str]) -> int:
    """0 when all tests pass and every part holds; arguments go to pytest, whose choice of tests lowers the numbers."""
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    coverage = [sys.executable, "-m", "coverage"]
    subprocess.run([*coverage, "erase"], cwd=ROOT, check=True)
    # By folder: migrations are run from their files, under names of their own. In full: programs run anywhere.
    run = [*coverage, "run", "--source", os.fspath(ROOT / "src" / "supple")]
    tested = subprocess.run([*run, "-m", "pytest", *(arguments or PYTEST)], cwd=ROOT, check=False)
    subprocess.run([*coverage, "combine", "--quiet"], cwd=ROOT, check=True)
    subprocess.run([*coverage, "json", "--quiet", "-o", os.fspath(REPORT)], cwd=ROOT, check=True)
    subprocess.run([*coverage, "report", "--skip-covered", "--show-missing"], cwd=ROOT, check=True)
    parts = by_part(json.loads(REPORT.read_text("utf-8")))
    for part, percent in parts.items():
        print(f"{part:<10} {percent:5.1f} %, at least {AT_LEAST_IN.get(part, AT_LEAST):.0f} %")
    if missing := too_little(parts):
        print(f"supple: tested too little: {', '.join(missing)}", file=sys.stderr)
    return 1 if missing or tested.returncode else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
