"""A name means one thing: what two modules offer under one name differs in nothing, and "check" is said of bodies."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/supple"
MIGRATIONS = SOURCE / "storage/migrations"
SAID_OF_MANY = {
    "main": "every program begins with one",
}
NOT_A_BODY = frozenset(
    {
        "backup",
        "catalogue",
        "clock",
        "content",
        "copy",
        "database",
        "disk",
        "file",
        "files",
        "folder",
        "history",
    }
    | {"log", "path", "picture", "pictures", "schema", "settings", "sound", "text", "version", "voice"}
)
WORD = re.compile(r"[A-Z]?[a-z]+")


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        if MIGRATIONS not in path.parents:
            yield str(path.relative_to(SOURCE)), ast.parse(path.read_text(encoding="utf-8"))


def _offered(module: ast.Module) -> Iterator[str]:
    """Classes, functions and names of types; constants are read beside their module's name."""
    for node in module.body:
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                if not name.isupper() and name[0].isupper():
                    yield name


def test_no_public_name_means_two_things() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path, module in _modules():
        for name in _offered(module):
            if not name.startswith("_") and name not in SAID_OF_MANY:
                places[name].append(path)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_a_check_is_of_a_body() -> None:
    named = [
        (path, name)
        for path, module in _modules()
        for name in (
            Path(path).stem,
            *(node.name for node in ast.walk(module) if isinstance(node, ast.ClassDef | ast.FunctionDef)),
        )
    ]
    words = [(path, name, {word.lower() for word in WORD.findall(name)}) for path, name in named]
    about_checks = [each for each in words if each[2] & {"check", "checks", "checked", "checker"}]
    assert about_checks, "nothing was found to look at"
    assert [(path, name) for path, name, found in about_checks if found & NOT_A_BODY] == []


NUMBERS_APART = {
    "ANSWER_S": "two portals of the desktop, each with its own patience",
    "CLOSING_MS": "two helper programs, each with its own end",
}
"""The same number under the same name with a unit or a rule in it, and why they are not one."""
A_UNIT_OR_A_RULE = re.compile(r"(^|_)(MS|S|DAYS|HOURS|PX|DEG|TEXT|WINDOW|LIMIT)$")


def _numbers(module: ast.Module) -> Iterator[tuple[str, float]]:
    """Constants of a module that are a number written out, by themselves or in a row of names."""
    for node in module.body:
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            values = value.elts if isinstance(value, ast.Tuple) else [value] * len(names)
            for name, each in zip(names, values, strict=False):
                if not isinstance(name, ast.Name) or not isinstance(each, ast.Constant):
                    continue
                if isinstance(each.value, int | float) and A_UNIT_OR_A_RULE.search(name.id):
                    yield name.id, each.value


def test_a_number_that_several_modules_need_stands_in_one_of_them() -> None:
    places: dict[tuple[str, float], list[str]] = defaultdict(list)
    for path, module in _modules():
        for found in _numbers(module):
            places[found].append(path)
    several = {name: where for (name, _number), where in places.items() if len(where) > 1}
    assert {name: where for name, where in several.items() if name not in NUMBERS_APART} == {}
    assert set(NUMBERS_APART) <= set(several)
