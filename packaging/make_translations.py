"""Writes assets/i18n/supple_en.ts, the English plural forms, and compiles every .ts beside it to the .qm that ships.

Run it after a change to a sentence with a number: ``.venv/bin/python packaging/make_translations.py``. A form that is
new is empty in the file and has to be written there; then run it again. ``--language es`` begins or renews
supple_es.ts with all sentences, for translators.
"""

import argparse
import subprocess
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "supple"
FOLDER = ROOT / "assets" / "i18n"
ENGLISH = "en"
TOOLS = Path(PySide6.__file__).parent


def extract(target: Path, language: str) -> None:
    """Bring `target` up to date with the source: of English the plural forms alone, of others every sentence."""
    files = [str(file) for file in sorted(SOURCE.rglob("*.py"))]
    only = ["-pluralonly"] if language == ENGLISH else []
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
    _run("lupdate", *files, "-ts", str(target), *options, *only)


def compile_sentences(source: Path, target: Path) -> None:
    """What the window loads; a sentence that is not translated stays out and is said in English."""
    _run("lrelease", str(source), "-qm", str(target), "-silent")


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([TOOLS / tool, *arguments], check=True, capture_output=True)


def main() -> None:
    """Do what the command line asks; see the module."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--language", action="append", default=[ENGLISH], help="also begin or renew this one")
    for language in parser.parse_args().language:
        extract(FOLDER / f"supple_{language}.ts", language)
    for source in sorted(FOLDER.glob("*.ts")):
        compile_sentences(source, source.with_suffix(".qm"))


if __name__ == "__main__":
    main()
