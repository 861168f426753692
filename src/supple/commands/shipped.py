"""Looks whether what ships with the program is there: content, pictures, cues, voice."""

from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QResource

import supple
from supple.domain.catalogue import Catalogue
from supple.domain.cue import Cue
from supple.storage.content import load_catalogue
from supple.storage.content_entries import ContentError
from supple.storage.spoken_content import decode_clips, decode_spoken

RESOURCE_FILE = "supple.rcc"


def shipped_findings() -> list[tuple[str, str, bool]]:
    """Subject, words, and whether it is broken."""
    file = Path(supple.__file__).with_name(RESOURCE_FILE)
    if not QResource.registerResource(str(file)):
        return [("resource file", f"{file} cannot be read: install Supple again", True)]
    found = [("resource file", f"{file.stat().st_size / 1e6:.0f} MB", False)]
    try:
        catalogue = load_catalogue(_read, has_picture=_has_picture)
        catalogue.reading()
    except (ContentError, OSError) as error:
        return [*found, ("content", f"cannot be read: {error}", True)]
    return [*found, _pictures(catalogue), _cues(), _voice()]


def _pictures(catalogue: Catalogue) -> tuple[str, str, bool]:
    shown, routines = catalogue.shown_exercises, catalogue.startable_routines
    words = f"{len(shown)} exercises have all of theirs, {len(routines)} routines can be started"
    return "pictures", words, not routines


def _cues() -> tuple[str, str, bool]:
    missing = [cue for cue in Cue if not QFile.exists(f":/cues/{cue}.wav")]
    return "cues", f"missing: {', '.join(missing)}" if missing else f"{len(Cue)} sounds", bool(missing)


def _voice() -> tuple[str, str, bool]:
    """Every word that can be said has its clip."""
    try:
        texts = decode_spoken(_read("spoken.json", folder="voice/en")).texts
        clips = {clip.id: clip for clip in decode_clips(_read("clips.json", folder="voice/en"))}
    except (ValueError, OSError) as error:
        return "voice", f"cannot be read: {error}", True
    missing = [clip for clip in texts if clip not in clips or not QFile.exists(f":/voice/en/{clip}.wav")]
    if missing:
        return "voice", f"{len(missing)} of {len(texts)} clips are missing, {missing[0]} first", True
    seconds = sum(clip.duration_ms for clip in clips.values()) / 1000
    return "voice", f"{len(texts)} clips, {seconds:.0f} s", False


def _read(name: str, *, folder: str = "content/en") -> bytes:
    file = QFile(f":/{folder}/{name}")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(name)
    return bytes(file.readAll().data())


def _has_picture(exercise_id: str, scene: str) -> bool:
    return QFile.exists(f":/pictures/{exercise_id}/{scene}.webp")
