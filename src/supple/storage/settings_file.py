"""The person's settings in settings.json: read with care, written whole."""

import errno
import logging
import os
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import msgspec

from supple.domain.note import clean_note
from supple.domain.settings import Settings
from supple.services.replace_file import replacing
from supple.storage.files import SETTINGS_FILE, make_private_folder, read_small

log = logging.getLogger(__name__)

BAD_FILE = "settings-unreadable.json"
_BOUNDS = {
    "text_percent": (100, 200),
    **dict.fromkeys(("volume", "voice_volume", "chime_volume", "tick_volume"), (0, 100)),
    **dict.fromkeys(("prepare_s", "switch_s"), (5, 60)),
    "sound_delay_ms": (0, 300),
}


class SettingsFile:
    """settings.json in the data folder."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read or made yet."""
        self._path = folder / SETTINGS_FILE
        self._set_aside: Path | None = None
        self._folder_was_there = False

    @property
    def set_aside(self) -> Path | None:
        """Where `load` put a file it could not read, to be told; None when all was well."""
        return self._set_aside

    def load(self) -> Settings:
        """The settings, or those that ship where there is no readable file; never raises for what is in it.

        A file that cannot be understood is kept beside under another name. A number out of range is brought into it.
        """
        self._folder_was_there = self._path.parent.is_dir()
        try:
            return decode(read_small(self._path))
        except FileNotFoundError:
            return Settings()
        except ValueError as error:
            log.info("%s is set aside: %s", self._path, error)
            self._set_aside = self._path.with_name(BAD_FILE)
            try:
                self._path.replace(self._set_aside)
            except OSError as problem:
                log.info("it stays where it is: %s", problem)
                self._set_aside = self._path
        except OSError as error:
            log.info("%s cannot be read: %s", self._path, error)
            self._set_aside = self._path
        return Settings()

    def save(self, settings: Settings) -> None:
        """Write the settings; raises OSError and then leaves the file as it was.

        A folder that was there is not made anew: its disk may be away.
        """
        if self._folder_was_there and not self._path.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._path.parent))
        make_private_folder(self._path.parent)
        with replacing(self._path) as file:
            file.write(encode(settings))


def encode(settings: Settings) -> bytes:
    """The settings as the file holds them."""
    return msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n"


def decode(content: bytes) -> Settings:
    """The settings in `content`; raises ValueError when they make no sense.

    A name of a newer version is passed over, and one that is missing keeps what ships.
    """
    known = {field.name for field in fields(Settings)}
    found = msgspec.json.decode(content, type=dict[str, Any])
    for name, (least, most) in _BOUNDS.items():
        if isinstance(found.get(name), int):
            found[name] = min(max(found[name], least), most)
    settings = msgspec.convert({name: value for name, value in found.items() if name in known}, Settings)
    return replace(settings, notes=_clean(settings.notes))


def _clean(notes: Mapping[str, str]) -> dict[str, str]:
    """Notes as the page would have kept them, whoever wrote the file."""
    cleaned = {exercise_id: clean_note(words) for exercise_id, words in notes.items()}
    return {exercise_id: words for exercise_id, words in cleaned.items() if words}
