"""Every test looks at something: one that asserts nothing, waits for nothing and expects no error cannot fail."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
LOOKS = {"waitUntil", "waitSignal", "waitSignals", "assertNotEmitted", "raises", "fail"}
FILES = sorted(TESTS.rglob("test_*.py"))


def looks(node: ast.AST, helpers: frozenset[str]) -> bool:
    """Whether there is something in it that can fail."""
    return any(
        isinstance(each, ast.Assert)
        or (isinstance(each, ast.Attribute) and each.attr in LOOKS)
        or (isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in helpers)
        for each in ast.walk(node)
    )


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(TESTS)))
def test_each_test_of_a_file_can_fail(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))
    helpers = frozenset(
        f.name for f in functions(tree) if not f.name.startswith("test_") and looks(f, frozenset())
    )
    blind = [f.name for f in functions(tree) if f.name.startswith("test_") and not looks(f, helpers)]
    assert not blind


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(TESTS)))
def test_no_assertion_is_about_a_constant(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))
    asserts = [node for node in ast.walk(tree) if isinstance(node, ast.Assert)]
    blind = [node.lineno for node in asserts if not any(isinstance(n, ast.Name) for n in ast.walk(node.test))]
    assert not blind
