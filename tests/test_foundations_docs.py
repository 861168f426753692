"""What the pages at the root say and could get wrong: commands, options, files, versions."""

import re
import subprocess
import sys
from pathlib import Path

import supple

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/ARCHITECTURE.md", "docs/STYLE.md"]


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def helped(*arguments: str) -> str:
    """What the program says of itself, in one line."""
    program = [sys.executable, "-m", "supple", *arguments, "--help"]
    result = subprocess.run(program, cwd=ROOT / "src", capture_output=True, text=True, timeout=60, check=True)
    return " ".join(result.stdout.split())


def test_the_readme_has_exactly_the_commands_that_there_are() -> None:
    section = page("README.md").partition("## Commands")[2].partition("## ")[0]
    described = dict(re.findall(r"^\| `(\w+) ?([^`]*)` \|", section, re.MULTILINE))
    assert set(described) == set(re.findall(r"^    (\w+) ", listed_commands(), re.MULTILINE))
    for command, usage in described.items():
        for option in re.findall(r"--\w+", usage):
            assert option in helped(command), f"{command} has no {option}"


def listed_commands() -> str:
    program = [sys.executable, "-m", "supple", "--help"]
    result = subprocess.run(program, cwd=ROOT / "src", capture_output=True, text=True, timeout=60, check=True)
    return result.stdout.partition("commands:")[2]


def test_every_file_that_a_page_points_to_is_there() -> None:
    missing = [
        f"{name}: {target}"
        for name in PAGES
        for target in re.findall(r"\]\(([^)#:]+)\)", page(name))
        if not ((ROOT / name).parent / target).exists()
    ]
    assert missing == []


def test_the_changelog_knows_this_version() -> None:
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", page("CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == supple.__version__


def test_every_script_that_contributing_names_exists() -> None:
    for command in re.findall(
        r"`(?:sudo |\.venv/bin/python )?([\w/.-]+/[\w-]+(?:\.py)?)`", page("CONTRIBUTING.md")
    ):
        assert (ROOT / command).exists(), command
