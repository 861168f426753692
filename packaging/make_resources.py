"""Writes resources.qrc from the assets tree and compiles it to the one binary file that Supple maps at start.

Run it after adding, renaming or removing an asset: ``.venv/bin/python packaging/make_resources.py``.
``--compile`` leaves resources.qrc as it is and only builds the binary file.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "assets"
QRC = ROOT / "resources.qrc"
RCC = ROOT / "src" / "supple" / "supple.rcc"
RUN_RCC = "from PySide6.scripts.pyside_tool import rcc; rcc()"

# What of each folder ships; sources of pictures and sounds, and whatever made them, stay out.
SHIPPED = {
    "content": {".json"},
    "cues": {".wav", ".json"},
    "fonts": {".ttf", ".txt"},
    "i18n": {".qm"},
    "icons": {".svg", ".txt"},
    "pictures": {".webp", ".json"},
    "style": {".qss", ".json", ".svg", ".png"},
    "voice": {".wav", ".json", ".txt"},
}


def shipped_files() -> Iterator[Path]:
    """Every asset that belongs into the binary file, sorted so that the list is the same everywhere."""
    for folder, suffixes in SHIPPED.items():
        files = (ASSETS / folder).rglob("*")
        yield from sorted(path for path in files if path.suffix in suffixes and path.is_file())
    yield ASSETS / "CREDITS.md"


def qrc_text() -> str:
    """The text that resources.qrc should have."""
    lines = ["<RCC>", '  <qresource prefix="/">']
    for path in shipped_files():
        alias = escape(path.relative_to(ASSETS).as_posix())
        lines.append(f'    <file alias="{alias}">assets/{alias}</file>')
    return "\n".join([*lines, "  </qresource>", "</RCC>", ""])


def is_stale() -> bool:
    """Whether the binary file is missing or older than one of its inputs."""
    if not RCC.exists():
        return True
    built_ns = RCC.stat().st_mtime_ns
    return any(path.stat().st_mtime_ns > built_ns for path in (QRC, *shipped_files()) if path.exists())


def compile_resources() -> None:
    """Build the binary file beside its final place and rename it; nothing is compressed, so that it can be mapped."""
    handle, name = tempfile.mkstemp(dir=RCC.parent, suffix=".rcc")
    os.close(handle)
    temporary = Path(name)
    try:
        # Through the interpreter, not the script: a build of the wheel has none on its path.
        subprocess.run(
            [sys.executable, "-c", RUN_RCC, "--binary", "--no-compress", str(QRC), "-o", str(temporary)],
            check=True,
            cwd=ROOT,
        )
        temporary.chmod(0o644)
        temporary.replace(RCC)
    finally:
        temporary.unlink(missing_ok=True)


def main() -> int:
    """Do what the command line asks; see the module."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--compile", action="store_true", help="only build the binary file")
    arguments = parser.parse_args()
    if not arguments.compile:
        text = qrc_text()
        if not QRC.exists() or QRC.read_text(encoding="utf-8") != text:
            QRC.write_text(text, encoding="utf-8")
    try:
        compile_resources()
    except subprocess.CalledProcessError:
        print("supple: the resource file could not be built; what rcc said is above.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
