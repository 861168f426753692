"""What code, content and pages cite: every section of docs/EVIDENCE.md is there, and nothing points outside."""

import json
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = "docs/EVIDENCE.md"
TEXT = (".py", ".json", ".md", ".toml", ".qss", ".sh", ".yml", ".yaml", ".txt", ".cfg", "")
LARGEST = 400_000  # bytes; larger files are data

SECTION = re.compile(r"^#{2,3} (\d+(?:\.\d+)?)\.? ", re.MULTILINE)
CITATION = re.compile(r"docs/EVIDENCE\.md(?:[ ,]+(\d+(?:\.\d+)?))?")
ELSEWHERE = re.compile(
    r"(?<!docs/)\bEVIDENCE\b(?!\.md)|\bDECISIONS\b|\b(?:PRODUCT|DESIGN|MODELS|HOUSE|AUDIT|FAULTS|REPORTS|SOUND|VOICE|NEXT)\.md\b"
    r"|\bdecision\.json\b|\bredflags\.json\b|\.\./shared\b"
)
LINKED = re.compile(r"\b(?:docs/)?[A-Z]{3,}\.md\b")


@cache
def texts() -> dict[str, str]:
    """Every text file that git knows, without this one."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True)
    found = {}
    for name in listed.stdout.split("\n"):
        path = ROOT / name
        if name.startswith("assets/pictures/") or name in ("", "tests/test_citations.py"):
            continue
        if path.suffix not in TEXT or not path.is_file():
            continue
        if path.stat().st_size < LARGEST:
            found[name] = path.read_text("utf-8", errors="ignore")
    return found


def _sections() -> list[str]:
    return SECTION.findall((ROOT / PAGE).read_text("utf-8"))


def test_the_sections_are_numbered_once_and_in_order() -> None:
    numbers = [tuple(map(int, number.split("."))) for number in _sections()]
    assert numbers == sorted(set(numbers))


def test_every_citation_of_the_evidence_names_a_section_that_is_there() -> None:
    known = set(_sections())
    wrong = [
        (name, match.group())
        for name, text in texts().items()
        if name.startswith(("src/", "tests/", "assets/", "packaging/", "benchmarks/"))
        for match in CITATION.finditer(text)
        if match.group(1) not in known
    ]
    assert wrong == []


def test_nothing_cites_a_page_that_is_not_in_the_repository() -> None:
    wrong = [(name, match.group()) for name, text in texts().items() for match in ELSEWHERE.finditer(text)]
    assert wrong == []


def test_every_page_that_is_named_exists() -> None:
    there = {Path(name).name for name in texts()}
    wrong = [
        (name, match.group())
        for name, text in texts().items()
        for match in LINKED.finditer(text)
        if Path(match.group()).name not in there
    ]
    assert wrong == []


@pytest.mark.parametrize("where", ["docs/EVIDENCE.md"])
def test_the_evidence_names_every_source_and_no_other(where: str) -> None:
    sources = {source["id"] for source in json.loads(texts()["assets/content/en/sources.json"])}
    named = set(re.findall(r"`([a-z_]+\d*)`", texts()[where])) - {"side_means"}
    assert named <= sources
    assert sources - named == {"article"}
