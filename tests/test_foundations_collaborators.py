"""A constructor says what a thing needs, and nothing needs more than five others."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src/supple"
PARTS = ("app", "play", "services", "storage", "ui")
MOST = 5
OPTIONS = {"Enum", "StrEnum", "IntEnum", "Flag"}
A_LIST = {
    "Ways": "the one list of all that can be pressed: whoever gets it connects what it shows",
}
"""A frozen table of functions: it needs nothing, it names what there is."""


@cache
def classes() -> dict[str, tuple[str, ast.ClassDef]]:
    """Each class of the program, with the module it is in."""
    return {
        node.name: (path.relative_to(SOURCE).as_posix(), node)
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }


def names(node: ast.AST | None) -> set[str]:
    """The names in an annotation, those in quotes too."""
    found: set[str] = set()
    for each in ast.walk(node) if node is not None else ():
        if isinstance(each, ast.Name):
            found.add(each.id)
        elif isinstance(each, ast.Constant) and isinstance(each.value, str):
            found |= names(ast.parse(each.value, mode="eval"))
    return found


def is_option(name: str) -> bool:
    """Whether it is one of a few words, such as the kind of a button."""
    return bool({base.id for base in classes()[name][1].bases if isinstance(base, ast.Name)} & OPTIONS)


def is_collaborator(annotation: ast.AST | None) -> bool:
    """Something of ours, whether a service, a widget or a record, or a function that reaches one.

    Words, numbers, moments, folders and the options of a widget are none; neither is the parent, which only keeps.
    """
    said = names(annotation)
    return "Callable" in said or any(name in classes() and not is_option(name) for name in said)


def is_value(node: ast.ClassDef) -> bool:
    """Whether a class only holds: a dataclass, a named tuple, one of a few words."""
    bases = {ast.unparse(base).split("[")[0] for base in node.bases}
    return bool(
        any("dataclass" in ast.unparse(each) for each in node.decorator_list)
        or bases & {"NamedTuple", "TypedDict", *OPTIONS}
    )


def does(annotation: ast.AST | None) -> bool:
    """Something of ours that does things, or a function that reaches it."""
    said = names(annotation)
    return "Callable" in said or any(name in classes() and not is_value(classes()[name][1]) for name in said)


def needed(node: ast.ClassDef) -> list[str]:
    """What the constructor of a class takes of others; of a value, only what does things."""
    if is_value(node):
        fields = [each for each in node.body if isinstance(each, ast.AnnAssign)]
        return [ast.unparse(each.target) for each in fields if does(each.annotation)]
    made = next((f for f in node.body if isinstance(f, ast.FunctionDef) and f.name == "__init__"), None)
    if made is None:
        return []
    taken = [arg for arg in (*made.args.args, *made.args.kwonlyargs) if arg.arg not in {"self", "parent"}]
    return [arg.arg for arg in taken if is_collaborator(arg.annotation)]


def looked_at() -> Iterator[tuple[str, list[str]]]:
    for name, (path, node) in classes().items():
        if path.split("/")[0] in PARTS:
            yield name, needed(node)


def test_nothing_takes_more_than_five_collaborators() -> None:
    over = {name: taken for name, taken in looked_at() if len(taken) > MOST and name not in A_LIST}
    assert over == {}


def test_a_frozen_bag_of_six_would_be_found() -> None:
    node = ast.parse(
        "@dataclass(frozen=True, slots=True)\n"
        "class Bag:\n"
        "    theme: Theme\n    gate: 'Gatekeeper | None'\n    keeping: Keeping\n    window: MainWindow\n"
        "    read: Callable[[], int]\n    pictures: Pictures\n    routine: Routine\n    words: str\n"
    ).body[0]
    assert isinstance(node, ast.ClassDef)
    assert needed(node) == ["theme", "gate", "keeping", "window", "read", "pictures"]


def test_a_class_that_takes_six_would_be_found() -> None:
    node = ast.parse(
        "class Six:\n"
        "    def __init__(self, theme: Theme, a: 'Catalogue | None', b: Callable[[], int], c: Routine,"
        " kind: ButtonKind, words: str, *, d: Sequence[Step], e: Gatekeeper, parent: QWidget) -> None: ...\n"
    ).body[0]
    assert isinstance(node, ast.ClassDef)
    assert needed(node) == ["theme", "a", "b", "c", "d", "e"]
