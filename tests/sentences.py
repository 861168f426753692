"""Every sentence that goes through translation: as a reading of the source finds it, and as pyside6-lupdate does."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import PySide6

SOURCE = Path(__file__).resolve().parents[1] / "src" / "supple"
TOOLS = Path(PySide6.__file__).parent


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


def _calls_in(node: ast.AST, file: str, inside: str) -> Iterator[Call]:
    for child in ast.iter_child_nodes(node):
        name = child.name if isinstance(child, ast.ClassDef) else inside
        if isinstance(child, ast.Call):
            called = ast.unparse(child.func)
            place = f"{file}:{child.lineno}"
            if called == "self.tr":
                yield Call(place, name, _literal(child.args[0]), len(child.args) > 2)
            elif called in ("translate", "QCoreApplication.translate"):
                words = _literal(child.args[1])
                yield Call(place, _literal(child.args[0]) or "", words, len(child.args) > 3)
        yield from _calls_in(child, file, name)


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def extract(target: Path, *options: str) -> None:
    """What translators are given, written by Qt's own tool."""
    files = [str(file) for file in sorted(SOURCE.rglob("*.py"))]
    run_tool("lupdate", *files, "-ts", str(target), "-locations", "none", "-no-obsolete", *options)


def run_tool(tool: str, *arguments: str) -> None:
    """Run lupdate or lrelease, which come with PySide6."""
    subprocess.run([TOOLS / tool, *arguments], check=True, capture_output=True)


def messages(file: Path) -> Iterator[tuple[str, ET.Element]]:
    """Context and element of every message of a .ts file."""
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            yield context.findtext("name") or "", message
