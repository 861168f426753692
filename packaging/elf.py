"""What shared libraries and programs on Linux ask of others: the libraries they need and the versions of glibc."""

import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ELF = b"\x7fELF"


@dataclass(frozen=True, slots=True)
class Asks:
    """Of one file: the names of the libraries it needs, and the versions of symbols it needs of each of them."""

    libraries: tuple[str, ...]
    symbols: Mapping[str, tuple[str, ...]]

    @property
    def highest_glibc(self) -> tuple[int, ...]:
        """The newest version of glibc that a symbol asks for; () when it asks for none."""
        versions = [name for names in self.symbols.values() for name in names if name.startswith("GLIBC_")]
        numbers = [name.removeprefix("GLIBC_") for name in versions]
        return max(
            (tuple(int(part) for part in number.split(".")) for number in numbers if number[0].isdigit()),
            default=(),
        )


def is_elf(file: Path) -> bool:
    """Whether it is a program or shared library."""
    if not file.is_file() or file.is_symlink():
        return False
    with file.open("rb") as content:
        return content.read(4) == ELF


def elf_files(folder: Path) -> list[Path]:
    """All programs and shared libraries under `folder`."""
    return sorted(file for file in folder.rglob("*") if is_elf(file))


def read_objdump(text: str) -> dict[str, Asks]:
    """What `objdump -p FILE...` says, by file."""
    found: dict[str, Asks] = {}
    for part in re.split(r"^(?=\S.*:\s+file format )", text, flags=re.MULTILINE):
        heading = re.match(r"(.+?):\s+file format ", part)
        if heading is None:
            continue
        libraries = tuple(re.findall(r"^  NEEDED\s+(\S+)", part, re.MULTILINE))
        symbols: dict[str, list[str]] = {}
        _, _, references = part.partition("Version References:")
        library = ""
        for line in references.splitlines():
            if asked := re.match(r"  required from (\S+):", line):
                library = asked[1]
            elif library and (version := re.match(r"    0x\S+ 0x\S+ \S+ (\S+)", line)):
                symbols.setdefault(library, []).append(version[1])
        found[heading[1]] = Asks(libraries, {name: tuple(versions) for name, versions in symbols.items()})
    return found


def ask(files: Iterable[Path]) -> dict[Path, Asks]:
    """What each of `files` asks for."""
    names = [str(file) for file in files]
    if not names:
        return {}
    said = subprocess.run(["objdump", "-p", *names], capture_output=True, text=True, check=True).stdout
    return {Path(name): asks for name, asks in read_objdump(said).items()}


def reached(asks: Mapping[str, Asks], roots: Iterable[str]) -> set[str]:
    """The libraries among `asks` that `roots` need, one through another; `roots` themselves are in it."""
    open_names, seen = list(roots), set()
    while open_names:
        name = open_names.pop()
        if name in seen or name not in asks:
            continue
        seen.add(name)
        open_names += asks[name].libraries
    return seen
