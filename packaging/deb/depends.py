"""Which Debian packages a folder of programs and libraries needs: asked of the files, not guessed."""

import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from elf import Asks, ask, elf_files


def wanted(asks: Mapping[Path, Asks]) -> set[str]:
    """The file names of the libraries that are needed and not carried."""
    carried = {file.name for file in asks}
    return {library for asked in asks.values() for library in asked.libraries} - carried


def places(ldconfig: str) -> dict[str, str]:
    """Library to file, from what `ldconfig -p` prints; the first of several is the one the linker takes."""
    found: dict[str, str] = {}
    for name, file in re.findall(r"^\t(\S+) \(.*x86-64.*\) => (\S+)$", ldconfig, re.MULTILINE):
        found.setdefault(name, file)
    return found


def owners(dpkg_search: str) -> dict[str, str]:
    """File to package, from what `dpkg -S` prints."""
    lines = (line.partition(": ") for line in dpkg_search.splitlines() if ": /" in line)
    return {file: names.split(",")[0].partition(":")[0] for names, _, file in lines}


def relation(package: str, *, glibc: tuple[int, ...]) -> str:
    """How `package` stands in Depends: the version that matters, and the name it had before 64-bit time."""
    if package == "libc6":
        return f"libc6 (>= {'.'.join(str(part) for part in glibc)})"
    if package.endswith("t64"):
        return f"{package} | {package.removesuffix('t64')}"
    return package


def _spellings(file: str) -> list[str]:
    """Both names that one file has where /lib is a link to /usr/lib."""
    bare = file.removeprefix("/usr")
    return [file, bare, f"/usr{bare}"]


def packages_of(files: Sequence[str]) -> dict[str, str]:
    """The package each of `files` belongs to; KeyError names a file that belongs to none."""
    asked = sorted({name for file in files for name in _spellings(file)})
    said = subprocess.run(["dpkg", "-S", *asked], capture_output=True, text=True, check=False).stdout
    known = owners(said)
    return {file: next(known[name] for name in _spellings(file) if name in known) for file in files}


def depends(folder: Path) -> list[str]:
    """What stands in Depends for everything in `folder`; LookupError names a library that this machine lacks."""
    asks = ask(elf_files(folder))
    listing = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    known = places(listing)
    libraries = wanted(asks)
    if lacking := sorted(libraries - known.keys()):
        raise LookupError(f"this machine has no {', '.join(lacking)}, so nobody can say whose they are")
    glibc = max(asked.highest_glibc for asked in asks.values())
    packages = set(packages_of([known[name] for name in libraries]).values())
    return sorted(relation(package, glibc=glibc) for package in packages)
