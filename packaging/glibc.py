"""Prints the newest glibc that each carried file asks for, and fails when one asks for more than was promised.

usage: python packaging/glibc.py [--most 2.36] FOLDER
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from elf import Asks, ask, elf_files

Version = tuple[int, ...]


def too_new(asks: Mapping[Path, Asks], most: Version) -> list[Path]:
    """The files that ask for a glibc newer than `most`."""
    return [file for file, asked in asks.items() if asked.highest_glibc > most]


def lines(asks: Mapping[Path, Asks], folder: Path) -> list[str]:
    """A line a file, the most demanding last; those that ask for none are left out."""
    ranked = sorted((asked.highest_glibc, file) for file, asked in asks.items() if asked.highest_glibc)
    return [f"{dotted(version):8} {file.relative_to(folder)}" for version, file in ranked]


def dotted(version: Version) -> str:
    """As people write it."""
    return ".".join(str(part) for part in version)


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--most", default="2.36", help="the newest that is promised (default: 2.36)")
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    asks = ask(elf_files(arguments.folder))
    print("\n".join(lines(asks, arguments.folder)))
    bad = too_new(asks, tuple(int(part) for part in arguments.most.split(".")))
    for file in bad:
        print(f"{file} needs a newer glibc than {arguments.most}", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
