"""The person's settings in settings.json: read field by field, written whole, never over what could not be read."""

import errno
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from supple.domain.note import with_notes
from supple.domain.settings import BREAK_S, DELAY_MS, TEXT_PERCENT, VOLUME, Settings
from supple.services.local_time import local_now
from supple.services.replace_file import replacing
from supple.storage.files import SETTINGS_FILE, make_private_folder, read_small

log = logging.getLogger(__name__)

OLD_NOTES = "notes"
ASIDE = "settings-unreadable"
_BOUNDS = {
    "text_percent": TEXT_PERCENT,
    **dict.fromkeys(("volume", "voice_volume", "chime_volume", "tick_volume"), VOLUME),
    **dict.fromkeys(("prepare_s", "switch_s"), BREAK_S),
    "sound_delay_ms": DELAY_MS,
}
_GROUP_OF = {
    **dict.fromkeys(("theme", "text_percent", "motion", "pointers"), "look"),
    **dict.fromkeys(("clock", "week_begins", "lengths"), "days"),
    **dict.fromkeys(("sound_on", "volume", "voice_volume", "chime_volume", "tick_volume"), "sound"),
    **dict.fromkeys(("verbosity", "sound_checked"), "sound"),
    **dict.fromkeys(("sound_device", "sound_device_name", "sound_delay_ms"), "sound"),
    **dict.fromkeys(("prepare_s", "switch_s", "prepare_waits", "switch_waits"), "pace"),
    **dict.fromkeys(("avoids", "put_away"), "avoided"),
}
"""Every name in the file but "window". The file has no groups: every version reads what any other wrote."""
_FIELD_OF = {
    "sound_on": "on",
    "sound_checked": "heard_once",
    "sound_device": "device",
    "sound_device_name": "device_name",
    "sound_delay_ms": "delay_ms",
    "avoids": "cautions",
}
_LISTS = ("avoids", "put_away")  # of these only the entry is lost that makes no sense
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class Decoded(NamedTuple):
    """What a settings file says; `lost` are the names of what could not be read.

    `notes` are what the person wrote about exercises: earlier versions kept them here and not in the history.
    """

    settings: Settings
    lost: tuple[str, ...]
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Misread:
    """What of settings.json could not be read: `names` of fields, none for the whole file.

    `kept` is where the file as it was lies now; it is settings.json itself when the system did not let us read it,
    and then nothing is written over it.
    """

    kept: Path
    names: tuple[str, ...] = ()


class SettingsFile:
    """settings.json in the data folder."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read or made yet."""
        self._path = folder / SETTINGS_FILE
        self._misread: Misread | None = None
        self._unread: OSError | None = None
        self._folder_was_there = False
        self._old_notes: Mapping[str, str] = {}

    @property
    def old_notes(self) -> Mapping[str, str]:
        """Notes about exercises that an earlier version kept here; every save keeps them, until they are let go."""
        return self._old_notes

    def let_go_of_old_notes(self) -> None:
        """The history holds them: the next save leaves them out."""
        self._old_notes = {}

    @property
    def misread(self) -> Misread | None:
        """What `load` could not read, to be told; None when all was well."""
        return self._misread

    def load(self) -> Settings:
        """The settings, or those that ship where there is no readable file; never raises for what is in it.

        A value that cannot be understood costs its field alone; the file is kept beside as it was, under a name with
        the time. A number out of range is brought into it.
        """
        self._folder_was_there = self._path.parent.is_dir()
        self._misread = self._unread = None
        self._old_notes = {}
        try:
            content = read_small(self._path)
        except FileNotFoundError:
            return Settings()
        except ValueError as error:  # far too large
            log.info("%s", error)
            self._misread = Misread(kept=self._move_aside())
            return Settings()
        except OSError as error:
            log.info("%s cannot be read: %s", self._path, error)
            self._unread, self._misread = error, Misread(kept=self._path)
            return Settings()
        try:
            settings, lost, self._old_notes = decode_settings(content)
        except ValueError as error:
            log.info("%s makes no sense: %s", self._path, error)
            self._misread = Misread(kept=self._copy_aside(content))
            return Settings()
        if lost:
            log.info("of %s could not be read: %s", self._path, ", ".join(lost))
            self._misread = Misread(kept=self._copy_aside(content), names=lost)
        return settings

    def save(self, settings: Settings) -> None:
        """Write the settings; raises OSError and then leaves the file as it was.

        A folder that was there is not made anew: its disk may be away. A file that could not be read is not replaced.
        """
        if self._folder_was_there and not self._path.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._path.parent))
        if self._unread is not None and self._path.exists():
            raise self._unread
        make_private_folder(self._path.parent)
        with replacing(self._path) as file:
            file.write(encode(settings, notes=self._old_notes))

    def _copy_aside(self, content: bytes) -> Path:
        """Keep `content` under a name of its own, once however often it is read; where that fails it stays as it is."""
        for earlier in sorted(self._path.parent.glob(f"{ASIDE}*.json")):
            if (
                earlier.is_file()
                and earlier.stat().st_size == len(content)
                and earlier.read_bytes() == content
            ):
                return earlier
        aside = self._free_name()
        try:
            with replacing(aside) as file:
                file.write(content)
        except OSError as error:
            self._unread = error
            return self._path
        return aside

    def _move_aside(self) -> Path:
        aside = self._free_name()
        try:
            self._path.rename(aside)
        except OSError as error:
            self._unread = error
            return self._path
        return aside

    def _free_name(self) -> Path:
        stem = f"{ASIDE}-{local_now():%Y-%m-%d-%H%M%S}"
        names = (f"{stem}{number}.json" for number in ("", *(f"-{n}" for n in range(2, 100))))
        return next(
            (place for name in names if not (place := self._path.with_name(name)).exists()),
            self._path.with_name(f"{stem}-more.json"),
        )


def encode(settings: Settings, *, notes: Mapping[str, str]) -> bytes:
    """The settings as the file holds them, with `notes` that nothing else holds yet."""
    told = {name: getattr(getattr(settings, group), _field(name)) for name, group in _GROUP_OF.items()}
    told["window"] = settings.window
    if notes:
        told["notes"] = dict(notes)
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"


def decode_settings(content: bytes) -> Decoded:
    """What is in `content`; ValueError when it is no settings at all.

    A name of a newer version is passed over, and one that is missing keeps what ships.
    """
    try:
        found = msgspec.json.decode(_plain(content), type=dict[str, Any])
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    settings, lost = Settings(), []
    for name in (*_GROUP_OF, "window"):
        if name not in found:
            continue
        value, whole = _bounded(name, found[name])
        if not whole:
            lost.append(name)
        try:
            settings = _with(settings, name, value)
        except ValueError:
            lost.append(name)
    notes, whole = _old_notes(found.get(OLD_NOTES, {}))
    if not whole:
        lost.append(OLD_NOTES)
    return Decoded(settings, tuple(dict.fromkeys(lost)), notes)


def _plain(content: bytes) -> bytes:
    """`content` as UTF-8 without a byte order mark."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding).encode()
    return content


def _field(name: str) -> str:
    """The field of its group in which the setting of this name stands."""
    return _FIELD_OF.get(name, name)


def _with(settings: Settings, name: str, value: object) -> Settings:
    """`settings` with one of them set to `value`; ValueError when it cannot be that."""
    group = _GROUP_OF.get(name)
    if group is None:
        return replace(settings, window=msgspec.convert(value, str))
    before = getattr(settings, group)
    after = msgspec.convert({_field(name): value}, type(before))
    return replace(settings, **{group: replace(before, **{_field(name): getattr(after, _field(name))})})


def _bounded(name: str, value: Any) -> tuple[Any, bool]:
    """`value` within its bounds, without entries that make no sense; False when some were left out."""
    if name in _BOUNDS and isinstance(value, int | float) and not isinstance(value, bool):
        least, most = _BOUNDS[name]
        return min(max(round(value) if value == value and abs(value) < 1e9 else least, least), most), True
    if name in _LISTS and isinstance(value, list):
        kept = [entry for entry in value if _is_read(name, [entry])]
        return kept, len(kept) == len(value)
    return value, True


def _is_read(name: str, value: object) -> bool:
    try:
        _with(Settings(), name, value)
    except ValueError:
        return False
    return True


def _old_notes(value: object) -> tuple[dict[str, str], bool]:
    """Notes as the page would have kept them, whoever wrote the file; False when some were left out."""
    if not isinstance(value, dict):
        return {}, False
    notes = {key: words for key, words in value.items() if isinstance(words, str)}
    return with_notes({}, notes), len(notes) == len(value)
