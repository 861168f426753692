"""Every place of the window, and which classes of the program are places: read from the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

from . import (
    places_before,
    places_edge,
    places_photo,
    places_plan,
    places_rooms,
    places_session,
    places_trouble,
)
from .place import Place

PLACES: list[Place] = [
    *places_rooms.PLACES,
    *places_plan.PLACES,
    *places_before.PLACES,
    *places_session.PLACES,
    *places_edge.PLACES,
    *places_photo.PLACES,
    *places_trouble.PLACES,
]


def in_every_run() -> list[Place]:
    """The walked places that together show every class that any of them shows; `./test --sweep` walks the others."""
    seen: set[str] = set()
    chosen = []
    for place in PLACES:
        if place.walked and (not place.shows or not seen.issuperset(place.shows)):
            chosen.append(place)
            seen.update(place.shows)
    return chosen


SOURCE = Path(__file__).resolve().parents[2] / "src/supple"
BASES = {"Sheet", "Page", "DialogPage", "Card", "Popover", "Banner", "SettingsGroup"}
NO_PLACES = {"IconView"}  # a drawing
ENDINGS = (
    "Sheet",
    "Page",
    "Pane",
    "View",
    "Settings",
    "Card",
    "Question",
    "Volume",
    "Popover",
    "Panel",
    "Start",
)


def trees() -> Iterator[tuple[Path, ast.Module]]:
    """Each module of the program."""
    for file in sorted(SOURCE.rglob("*.py")):
        yield file, ast.parse(file.read_text("utf-8"))


def classes() -> dict[str, set[str]]:
    """Each class of the program's widgets with the names of what it derives from, of those above too."""
    found: dict[str, set[str]] = {}
    for file, tree in trees():
        if "ui" in file.parts:
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef):
                    found[node.name] = {base.id for base in node.bases if isinstance(base, ast.Name)}
    for _ in range(6):
        for bases in found.values():
            bases |= {above for base in tuple(bases) for above in found.get(base, ())}
    return found


def made() -> set[str]:
    """The names of all that is called anywhere in the program: the classes that are made are among them."""
    return {
        node.func.id
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


def to_be_visited() -> set[str]:
    """The classes of sheets, pages, panes, cards, groups and banners that the program makes."""
    return {
        name
        for name, bases in classes().items()
        if ("QWidget" in bases or bases & BASES or any(base.startswith("Q") for base in bases))
        and (bases & BASES or name in BASES or name.endswith(ENDINGS))
        and not name.startswith("_")
    } & made() - NO_PLACES
