"""Names of files as a person types them, with the ending that says what they are."""

from pathlib import Path


def with_ending(file: Path, ending: str, *, otherwise: str) -> Path:
    """`file` with `ending` (".zip"), whatever dots are in its name; `otherwise` is the name of one without any."""
    name = file.name.strip()
    if name.lower() == ending:
        name = otherwise
    return file.with_name(name if name.lower().endswith(ending) else f"{name}{ending}")


def free_name(file: Path) -> Path:
    """`file`, or the first name after it that nobody has: "Hips.pdf", "Hips 2.pdf"."""
    number, found = 1, file
    while found.exists():
        number += 1
        found = file.with_stem(f"{file.stem} {number}")
    return found
