"""Decides which files PyInstaller found go into the frozen program, after contents.toml."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from elf import Asks, reached

Entry = tuple[str, str, str]  # PyInstaller's: name in the program, file on this machine, kind


def is_of_the_system(name: str, file: str) -> bool:
    """Whether `file`, carried as `name`, is a library of this machine's distribution, besides Python's own."""
    is_library = "/" not in name and not name.startswith("libpython")
    return is_library and file.startswith(("/lib/", "/lib64/", "/usr/lib/"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """contents.toml as it stands there."""

    hidden_imports: list[str]
    excluded_modules: list[str]
    plugins: list[str]
    dropped_libraries: list[str]
    translations: list[str]
    required_linux: list[str]

    @classmethod
    def read(cls) -> "Contents":
        """From the file beside this one."""
        return cls(**tomllib.loads(Path(__file__).with_name("contents.toml").read_text(encoding="utf-8")))

    def goes_in(self, name: str) -> bool:
        """Whether the file `name`, a path inside the program, is carried."""
        path = PurePosixPath(name.replace("\\", "/"))
        if any(fnmatch(path.name, pattern) for pattern in self.dropped_libraries):
            return False
        if "translations" in path.parts and path.suffix == ".qm":
            return any(fnmatch(path.stem, pattern) for pattern in self.translations)
        if "plugins" in path.parts and "PySide6" in path.parts:
            inside = "/".join(path.parts[path.parts.index("plugins") + 1 :])
            return any(fnmatch(inside, pattern) for pattern in self.plugins)
        return True

    def kept(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those of PyInstaller's entries that are carried, in an order that is the same everywhere."""
        return sorted(entry for entry in entries if self.goes_in(entry[0]))

    def needed(self, entries: Iterable[Entry], asks: Mapping[str, Asks]) -> list[Entry]:
        """`entries` without those of the builder's own libraries that nothing carried needs any more.

        `asks` says of each entry, by its name in the program, what it needs: libraries by their file names.
        """
        entries = list(entries)
        by_file_name = {PurePosixPath(name).name: asks[name] for name, _, _ in entries if name in asks}
        roots = [PurePosixPath(name).name for name, file, _ in entries if not is_of_the_system(name, file)]
        carried = reached(by_file_name, roots)
        return [
            entry
            for entry in entries
            if PurePosixPath(entry[0]).name in carried or not is_of_the_system(entry[0], entry[1])
        ]

    def missing(self, names: Sequence[str]) -> list[str]:
        """The patterns of `required_linux` that match none of the files `names`."""
        return [wanted for wanted in self.required_linux if not any(fnmatch(name, wanted) for name in names)]
