"""Which libraries of the system the program needs on Linux: asked of the installed files, written for ./run and ./test.

Run it after Qt's version or frozen/contents.toml changed: ``.venv/bin/python packaging/system_libraries.py`` (Debian).
It writes requirements/libraries.txt, a line "library FILE PACKAGE PURPOSE" each, which setup.sh reads.
"""

import subprocess
import sys
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "packaging" / name) for name in ("", "deb", "frozen")]
from contents import Contents
from depends import packages_of, places
from elf import Asks, ask, elf_files

LIST = ROOT / "requirements" / "libraries.txt"

# Every Linux that starts a Python has these: the C library with its parts, and the loader.
EVERYWHERE = ("ld-linux*", "libc.so.*", "libdl.so.*", "libm.so.*", "libpthread.so.*", "libresolv.so.*")

WAYLAND = (
    "libqwayland*",
    "libqt-plugin-wayland*",
    "libxdg-shell*",
    "libQt6Wayland*",
    "libadwaita*",
    "libbradient*",
)
# The first purpose whose patterns match everything that asks for a library is told.
PURPOSES = (
    ("the window on X11", ("libqxcb*", "libQt6XcbQpa*")),
    ("the window on Wayland", WAYLAND),
    ("sound", ("libQt6Multimedia*", "QtMultimedia*")),
    ("printing", ("libcupsprintersupport*",)),
    ("reading your own notes aloud", ("libqtexttospeech*",)),
)
ELSE = "the window"


def modules(source: Path) -> set[str]:
    """The parts of PySide6 that the program imports anywhere, with those that are loaded by name."""
    words = (line.split() for file in source.rglob("*.py") for line in file.read_text("utf-8").splitlines())
    imported = {
        w[1] for w in words if len(w) > 1 and w[0] in ("from", "import") and w[1].startswith("PySide6.Qt")
    }
    return {
        name.split(".")[1] for name in (*imported, *Contents.read().hidden_imports) if "PySide6.Qt" in name
    }


def roots(files: Iterable[Path], used: Iterable[str]) -> list[str]:
    """Of Qt's files those that the program loads itself: its modules, and the plugins that contents.toml names."""
    plugins, wanted = Contents.read().plugins, [f"{name}.abi3.so" for name in used]
    found = []
    for file in files:
        inside = file.as_posix().partition("/plugins/")[2]
        if file.name in wanted or (inside and any(fnmatch(inside, pattern) for pattern in plugins)):
            found.append(file.name)
    return found


def outside(asks: Mapping[str, Asks], begin: Iterable[str]) -> dict[str, set[str]]:
    """The libraries that `begin` need and `asks` do not hold, each with the files that ask for it."""
    found: dict[str, set[str]] = {}
    seen: set[str] = set()
    open_names = list(begin)
    while open_names:
        name = open_names.pop()
        if name in seen:
            continue
        seen.add(name)
        for library in asks[name].libraries:
            if library in asks:
                open_names.append(library)
            elif not any(fnmatch(library, pattern) for pattern in EVERYWHERE):
                found.setdefault(library, set()).add(name)
    return found


def needed() -> dict[str, set[str]]:
    """What the PySide6 of this Python asks of the system for what Supple uses of it."""
    import PySide6

    home = Path(PySide6.__file__).parent
    asks = ask([*elf_files(home), *elf_files(home.parent / "shiboken6")])
    begin = roots(asks, modules(ROOT / "src"))
    return outside({file.name: asked for file, asked in asks.items()}, begin)


def purpose(askers: Iterable[str]) -> str:
    """What a library is for, in words for the person who is asked to install it."""
    for words, patterns in PURPOSES:
        if all(any(fnmatch(name, pattern) for pattern in patterns) for name in askers):
            return words
    return ELSE


def text(found: Mapping[str, set[str]], packages: Mapping[str, str]) -> str:
    """The list as it stands in the file; a package is named as it was before 64-bit time, setup.sh knows both."""
    rows = [
        f"library {library} {packages[library].removesuffix('t64')} {purpose(askers)}"
        for library, askers in sorted(found.items())
    ]
    return "\n".join([*rows, ""])


def main() -> int:
    """Write the list; LookupError names a library that this machine lacks."""
    found = needed()
    listing = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    known = places(listing)
    if lacking := sorted(found.keys() - known.keys()):
        raise LookupError(f"this machine has no {', '.join(lacking)}, so nobody can say whose they are")
    owners = packages_of([known[library] for library in found])
    LIST.write_text(text(found, {library: owners[known[library]] for library in found}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
