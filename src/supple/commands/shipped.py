"""Looks whether what ships with the program is there: content, pictures, cues."""

from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QResource

import supple
from supple.domain.catalogue import Catalogue
from supple.domain.cue import Cue
from supple.storage.content import ContentError, load_catalogue

RESOURCE_FILE = "supple.rcc"


def shipped_findings() -> list[tuple[str, str, bool]]:
    """Subject, words, and whether it is broken."""
    file = Path(supple.__file__).with_name(RESOURCE_FILE)
    if not QResource.registerResource(str(file)):
        return [("resource file", f"{file} cannot be read: install Supple again", True)]
    found = [("resource file", f"{file.stat().st_size / 1e6:.0f} MB", False)]
    try:
        catalogue = load_catalogue(_read, has_picture=_has_picture)
    except (ContentError, OSError) as error:
        return [*found, ("content", f"cannot be read: {error}", True)]
    return [*found, _pictures(catalogue), _cues()]


def _pictures(catalogue: Catalogue) -> tuple[str, str, bool]:
    shown, routines = catalogue.shown_exercises, catalogue.startable_routines
    words = f"{len(shown)} exercises have all of theirs, {len(routines)} routines can be started"
    return "pictures", words, not routines


def _cues() -> tuple[str, str, bool]:
    missing = [cue for cue in Cue if not QFile.exists(f":/cues/{cue}.wav")]
    return "cues", f"missing: {', '.join(missing)}" if missing else f"{len(Cue)} sounds", bool(missing)


def _read(name: str) -> bytes:
    file = QFile(f":/content/{name}")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(name)
    return bytes(file.readAll().data())


def _has_picture(exercise_id: str, scene: str) -> bool:
    return QFile.exists(f":/pictures/{exercise_id}/{scene}.webp")
