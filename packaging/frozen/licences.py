"""Lays the full licence texts of everything that the frozen program carries beside it.

usage: python packaging/frozen/licences.py ORIGINS TARGET   ORIGINS is what supple.spec wrote; TARGET is filled
"""

import json
import shutil
import sys
from importlib.metadata import distribution, distributions
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "deb")]
from contents import is_of_the_system

BUILD_ONLY = {"pip", "setuptools", "altgraph", "packaging", "pyinstaller-hooks-contrib", "pefile", "macholib"}
WITHOUT_TEXT = {
    "pyside6-addons",
    "pyside6-essentials",
    "shiboken6",
}  # their wheels bring none; qt.txt stands for them
SYSTEM = "debian"  # the folder of the texts of the distribution's libraries


def texts_of(package: str) -> str:
    """The licence texts that a package of Python brings; LookupError when it brings none."""
    found = [
        file.read_text(encoding="utf-8").strip()
        for file in sorted(Path(str(path.locate())) for path in distribution(package).files or ())
        if ".dist-info" in str(file) and file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING"))
    ]
    if not found:
        raise LookupError(f"{package} brings no licence text")
    return "\n\n----\n\n".join(found) + "\n"


def python_text() -> str:
    """Python's own, from wherever this one keeps it."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        Path(f"/usr/share/doc/{version}/copyright"),
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(sys.base_prefix) / "lib" / version / "LICENSE.txt",
    )
    return next(place for place in places if place.is_file()).read_text(encoding="utf-8")


def system_packages(origins: dict[str, str]) -> set[str]:
    """The distribution's packages whose libraries are carried."""
    from depends import packages_of

    files = [file for name, file in origins.items() if is_of_the_system(name, file)]
    return set(packages_of(files).values()) if files else set()


def collect(origins: dict[str, str], target: Path) -> None:
    """Write one file for each."""
    target.mkdir(parents=True, exist_ok=True)
    for file in sorted((HERE / "licences").iterdir()):
        shutil.copyfile(file, target / file.name)
    (target / "python.txt").write_text(python_text(), encoding="utf-8")
    packages = {str(found.metadata["Name"]).lower().replace("_", "-") for found in distributions()}
    for package in sorted(packages - BUILD_ONLY - WITHOUT_TEXT):
        (target / f"{package}.txt").write_text(texts_of(package), encoding="utf-8")
    for package in sorted(system_packages(origins)):
        (target / SYSTEM).mkdir(exist_ok=True)
        shutil.copyfile(f"/usr/share/doc/{package}/copyright", target / SYSTEM / f"{package}.txt")


if __name__ == "__main__":
    collect(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2]))
