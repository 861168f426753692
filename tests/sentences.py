"""Every sentence that goes through translation: as a reading of the source finds it, and as pyside6-lupdate does."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

SOURCE = Path(__file__).resolve().parents[1] / "src" / "supple"


class Call(NamedTuple):
    """A call of `tr` or `translate`: where it stands, its context and its words, None where they are no literal."""

    place: str
    context: str
    words: str | None
    counts: bool
    """Whether a number chooses the plural form."""


def calls() -> Iterator[Call]:
    """Every call in the source."""
    for file in sorted(SOURCE.rglob("*.py")):
        yield from _calls_in(ast.parse(file.read_text("utf-8")), file.relative_to(SOURCE).as_posix(), "")


def bases() -> set[str]:
    """The names of all classes that others are made from."""
    trees = (ast.parse(file.read_text("utf-8")) for file in sorted(SOURCE.rglob("*.py")))
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    return {ast.unparse(base) for each in classes for base in each.bases}


def _calls_in(node: ast.AST, file: str, inside: str) -> Iterator[Call]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef) and child.name == "tr":
            continue  # hands on what others say
        name = child.name if isinstance(child, ast.ClassDef) else inside
        if isinstance(child, ast.Call):
            called = ast.unparse(child.func)
            place = f"{file}:{child.lineno}"
            if called.endswith(".tr"):
                context = called.removesuffix(".tr").replace("self", name)
                yield Call(place, context, _literal(child.args[0]), len(child.args) > 2)
            elif called in ("translate", "QCoreApplication.translate"):
                words = _literal(child.args[1])
                yield Call(place, _literal(child.args[0]) or "", words, len(child.args) > 3)
        yield from _calls_in(child, file, name)


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def messages(file: Path) -> Iterator[tuple[str, ET.Element]]:
    """Context and element of every message of a .ts file."""
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            yield context.findtext("name") or "", message
