"""Where a rule of the gates is ignored its reason stands beside it, and nothing is ignored that no gate looks at."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACES = ("src", "packaging", "tests", "assets", "benchmarks")
IGNORED = re.compile(r"#\s*(?:ruff: )?(?:noqa|type:\s*ignore)\b(.*)")
WITH_REASON = re.compile(r"(?:: [A-Z]+\d+(?:, [A-Z]+\d+)* - \S.{2,}|\[[a-z-]+(?:, ?[a-z-]+)*\] # \S.{2,})")


def sources() -> list[Path]:
    found = (path for place in PLACES for path in (ROOT / place).rglob("*.py"))
    return sorted(path for path in found if "__pycache__" not in path.parts and path != Path(__file__))


def ignored(path: Path) -> list[tuple[int, str]]:
    """The lines of `path` that ignore a rule, with what follows the word."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    return [(number, said[1]) for number, line in lines if (said := IGNORED.search(line))]


def test_every_ignored_rule_has_its_reason() -> None:
    without = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources()
        for number, said in ignored(path)
        if not WITH_REASON.match(said)
    ]
    assert without == []


def test_types_are_ignored_only_where_they_are_checked() -> None:
    checked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]["files"]
    outside = [
        str(path.relative_to(ROOT))
        for path in sources()
        if not any(path.is_relative_to(ROOT / place) for place in checked)
        if "# type: ignore" in path.read_text(encoding="utf-8")
    ]
    assert outside == []


def test_an_ignored_rule_without_a_reason_would_be_found() -> None:
    for line in (
        "x = 1  # noqa",
        "x = 1  # noqa: S603",
        "x = 1  # type: ignore[misc]",
        "x = 1  # type: ignore",
    ):
        said = IGNORED.search(line)
        assert said is not None
        assert not WITH_REASON.match(said[1]), line
