"""Writes the map of modules in docs/ARCHITECTURE.md: each module under src/supple with the sentence it opens with.

Run it after adding, renaming or removing a module: ``.venv/bin/python packaging/make_map.py``.
"""

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "supple"
PAGE = ROOT / "docs" / "ARCHITECTURE.md"
BEGIN, END = "<!-- map: written by packaging/make_map.py -->\n", "<!-- end of map -->\n"


def sentence(module: Path) -> str:
    """The first sentence or paragraph of the module's docstring, on one line."""
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    paragraph = " ".join(docstring.split("\n\n")[0].split())
    return re.split(r"(?<=\.) (?=[A-Z])", paragraph)[0]


def map_text() -> str:
    """One table: the shell first, then the packages in the order of the layers, from the outside in."""
    layers = [".", "app", "commands", "ui", "audio", "storage", "services", "domain"]

    def place(module: Path) -> tuple[int, str]:
        name = module.relative_to(SOURCE).as_posix()
        package = name.partition("/")[0] if "/" in name else "."
        return layers.index(package) if package in layers else 1, name

    modules = sorted((path for path in SOURCE.rglob("*.py") if "__pycache__" not in path.parts), key=place)
    rows = [f"| `{module.relative_to(SOURCE).as_posix()}` | {sentence(module)} |" for module in modules]
    return "\n".join(["| module | what is in it |", "|---|---|", *rows, ""])


def page_text() -> str:
    """The page as it should be: everything outside the two marks as it is, the map between them anew."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{map_text()}{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page_text(), encoding="utf-8")
    sys.exit(0)
