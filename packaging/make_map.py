"""Writes two parts of docs/ARCHITECTURE.md: the drawing of the parts, from the contracts in pyproject.toml, and the map
of modules, each with the sentence it opens with.

Run it after adding, renaming or removing a module: ``.venv/bin/python packaging/make_map.py``.
"""

import ast
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "supple"
PAGE = ROOT / "docs" / "ARCHITECTURE.md"
MAP = "<!-- map: written by packaging/make_map.py -->\n", "<!-- end of map -->\n"
DRAWING = "<!-- drawing: written by packaging/make_map.py -->\n", "<!-- end of drawing -->\n"


def sentence(module: Path) -> str:
    """The first sentence or paragraph of the module's docstring, on one line."""
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    paragraph = " ".join(docstring.split("\n\n")[0].split())
    return re.split(r"(?<=\.) (?=[A-Z])", paragraph)[0]


def floors(*, within: str) -> list[list[str]]:
    """The layers of a contract from the top down, each with the parts that stand on it side by side.

    `within` is the package that holds the floors: "supple" for the parts, "supple.ui" for the floors of the window.
    """
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    for contract in contracts:
        if contract["type"] == "layers" and contract.get("containers", ["supple"]) == [within]:
            return [
                [part.strip().removeprefix("supple.") for part in layer.split("|")]
                for layer in contract["layers"]
            ]
    raise LookupError(within)


def drawing_text() -> str:
    """The parts as Mermaid draws them: an arrow from each floor to the next, for it may know that and all below."""
    lines = ["```mermaid", "flowchart TB"]
    parts, rooms = floors(within="supple"), floors(within="supple.ui")
    for name, layers in (("parts", parts), ("ui", rooms)):
        lines.append(f'    subgraph {name}["{"src/supple" if name == "parts" else "src/supple/ui"}"]')
        for number, layer in enumerate(layers):
            lines.append(f'        {name}{number}["{" · ".join(layer)}"]')
        lines.extend(f"        {name}{number} --> {name}{number + 1}" for number in range(len(layers) - 1))
        lines.append("    end")
    window = next(number for number, layer in enumerate(parts) if "ui" in layer)
    return "\n".join([*lines, f"    parts{window} -.- ui0", "```", ""])


def map_text() -> str:
    """One table: the shell first, then the packages in the order of the layers, from the outside in."""
    layers = [".", *(part for layer in floors(within="supple") for part in layer if part != "cli")]

    def place(module: Path) -> tuple[int, str]:
        name = module.relative_to(SOURCE).as_posix()
        package = name.partition("/")[0] if "/" in name else "."
        return layers.index(package) if package in layers else 1, name

    modules = sorted((path for path in SOURCE.rglob("*.py") if "__pycache__" not in path.parts), key=place)
    rows = [f"| `{module.relative_to(SOURCE).as_posix()}` | {sentence(module)} |" for module in modules]
    return "\n".join(["| module | what is in it |", "|---|---|", *rows, ""])


def page_text() -> str:
    """The page as it should be: everything outside the marks as it is, the drawing and the map between them anew."""
    page = PAGE.read_text(encoding="utf-8")
    for (begin, end), text in ((DRAWING, drawing_text()), (MAP, map_text())):
        before, _, rest = page.partition(begin)
        page = f"{before}{begin}{text}{end}{rest.partition(end)[2]}"
    return page


if __name__ == "__main__":
    PAGE.write_text(page_text(), encoding="utf-8")
    sys.exit(0)
