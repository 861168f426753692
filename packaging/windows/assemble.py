"""Lays out the program for Windows: Python's embeddable package, the wheels' parts that Supple needs, and Supple.

usage: python packaging/windows/assemble.py SOURCE PYTHON_ZIP WHEELS TARGET   TARGET is filled
Needs objdump. The layout: python/ with pythonw.exe, site/ with the packages, app/ with Supple, licences/, supple.ico.
"""

import os
import re
import shutil
import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "frozen"), str(HERE.parent / "desktop")]
from contents import Contents

# What Supple imports of PySide6, and what those import of each other (typesystems load their neighbours).
MODULES = (
    "QtCore",
    "QtGui",
    "QtWidgets",
    "QtSvg",
    "QtPrintSupport",
    "QtMultimedia",
    "QtTest",
    "QtTextToSpeech",
    "QtNetwork",
    "QtDBus",
)
ICON_PX = (16, 24, 32, 48, 64, 256)
PTH = "{zip}\r\n.\r\n..\\site\r\n..\\app\r\n"


def goes_in(name: str, contents: Contents) -> bool:
    """Whether the file `name` of a wheel is carried for its own sake; libraries follow by need."""
    path = PurePosixPath(name)
    if path.parts[0].endswith((".dist-info", ".data")) or path.suffix in (".pyi", ".exe", ".lib", ".json"):
        return False
    if path.parts[0] != "PySide6":
        return path.parts[0] != "sqlalchemy" or path.parts[1] != "testing"
    if path.parts[1] == "plugins":
        return contents.goes_in(name)
    if path.parts[1] == "translations":
        return path.suffix == ".qm" and contents.goes_in(name)
    if path.suffix == ".pyd":
        return path.stem in MODULES
    return path.suffix == ".py" and len(path.parts) == 2


def libraries_of(files: Iterable[Path]) -> dict[str, list[str]]:
    """The DLLs that each file needs, all names in small letters."""
    names = [str(file) for file in files]
    said = subprocess.run(["objdump", "-p", *names], capture_output=True, text=True, check=True).stdout
    found: dict[str, list[str]] = {}
    for part in re.split(r"^(?=\S.*:\s+file format )", said, flags=re.MULTILINE):
        if heading := re.match(r"(.+?):\s+file format ", part):
            found[Path(heading[1]).name.lower()] = [
                dll.lower() for dll in re.findall(r"DLL Name: (\S+)", part)
            ]
    return found


def followed(needs: Mapping[str, list[str]], roots: Iterable[str]) -> set[str]:
    """The names among `needs` that `roots` lead to, themselves included."""
    open_names, seen = [name.lower() for name in roots], set()
    while open_names:
        name = open_names.pop()
        if name in needs and name not in seen:
            seen.add(name)
            open_names += needs[name]
    return seen


def unpack_wheels(wheels: Path, site: Path, work: Path, contents: Contents) -> None:
    """What goes in, and of the DLLs of PySide6 those that it needs."""
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(work)
    dlls = {file.name.lower(): file for file in (work / "PySide6").glob("*.dll")}
    own = [
        file for file in sorted(work.rglob("*")) if file.is_file() and goes_in(_name(file, work), contents)
    ]
    programs = [file for file in own if file.suffix in (".pyd", ".dll")]
    needs = libraries_of([*programs, *dlls.values()])
    wanted = followed(needs, [file.name for file in programs])
    for file in [*own, *(file for name, file in dlls.items() if name in wanted)]:
        target = site / _name(file, work)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def _name(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()


def unpack_python(archive: Path, target: Path) -> None:
    """The embeddable package, told where the packages and Supple are."""
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(target)
    (pth,) = target.glob("python*._pth")
    pth.write_text(PTH.format(zip=pth.stem + ".zip"), encoding="utf-8", newline="")


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """An .ico of PNG pictures by their width in pixels."""
    head = struct.pack("<3H", 0, 1, len(pictures))
    offset, entries, bodies = len(head) + 16 * len(pictures), b"", b""
    for size_px, png in sorted(pictures.items()):
        entries += struct.pack(
            "<4B2H2I", size_px % 256, size_px % 256, 0, 0, 1, 32, len(png), offset + len(bodies)
        )
        bodies += png
    return head + entries + bodies


def main(source: Path, python: Path, wheels: Path, target: Path) -> None:
    """Do it all."""
    from make_desktop import draw_icons

    contents = Contents.read()
    work = target.with_name("windows-work")
    shutil.rmtree(work, ignore_errors=True)
    unpack_python(python, target / "python")
    unpack_wheels(wheels, target / "site", work / "wheels", contents)
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(source / "src/supple", target / "app/supple", ignore=ignored)
    draw_icons(source / "assets/icons/supple.svg", work / "icons")
    shown = {px: work / f"icons/hicolor/{px}x{px}/apps/supple.png" for px in ICON_PX}
    (target / "supple.ico").write_bytes(
        ico({px: file.read_bytes() for px, file in shown.items() if file.exists()})
    )
    shutil.copytree(HERE.parent / "frozen/licences", target / "app/licences")
    for texts in sorted((work / "wheels").glob("*.dist-info/licenses")):
        name = texts.parent.name.partition("-")[0].replace("_", "-")
        whole = "\n\n----\n\n".join(
            f.read_text(encoding="utf-8") for f in sorted(texts.rglob("*")) if f.is_file()
        )
        (target / f"app/licences/{name}.txt").write_text(whole, encoding="utf-8")
    shutil.rmtree(work)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(*(Path(word).resolve() for word in sys.argv[1:5]))
