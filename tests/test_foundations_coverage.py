"""The command that counts branches: what it calls too little, and that it knows every part of the program."""

from pathlib import Path
from typing import Any

import branch_coverage
import pytest

ROOT = Path(__file__).resolve().parent.parent


def report(**files: tuple[int, int]) -> dict[str, Any]:
    """What coverage.py writes of files, each with (run, there) of branches beside ten lines that were all run."""
    return {
        "files": {
            name: {
                "summary": {
                    "covered_lines": 10,
                    "num_statements": 10,
                    "covered_branches": ran,
                    "num_branches": there,
                }
            }
            for name, (ran, there) in files.items()
        }
    }


def test_branches_count_as_lines_do_and_each_folder_for_itself() -> None:
    files = {
        "src/supple/cli.py": (0, 10),
        "src/supple/domain/a.py": (10, 10),
        "src/supple/domain/checks/b.py": (0, 10),
    }
    assert branch_coverage.by_part(report(**files)) == {"domain": 75.0, "supple": 50.0}


@pytest.mark.parametrize(("percent", "named"), [(94.9, ["domain"]), (95.0, [])])
def test_the_core_needs_more_than_the_rest(percent: float, named: list[str]) -> None:
    assert branch_coverage.too_little({"domain": percent, "ui": 85.0}) == named


def test_a_part_of_the_window_has_a_floor_too() -> None:
    assert branch_coverage.too_little({"ui": 84.9}) == ["ui"]


def test_what_needs_more_is_there() -> None:
    parts = {folder.name for folder in (ROOT / "src/supple").iterdir() if folder.is_dir()}
    assert set(branch_coverage.AT_LEAST_IN) <= parts


def test_the_numbers_stand_where_the_command_is_explained() -> None:
    (row,) = [
        line
        for line in (ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines()
        if "./test --coverage" in line
    ]
    assert f"{branch_coverage.AT_LEAST:.0f} %" in row
    for part, percent in branch_coverage.AT_LEAST_IN.items():
        assert part in row
        assert f"{percent:.0f} %" in row
