"""A restore that was cut off between its steps: noted before the first of them, and taken back at the next start."""

import logging
from contextlib import suppress
from pathlib import Path

import msgspec

from supple.services.replace_file import replacing
from supple.storage import DATABASE
from supple.storage.files import SETTINGS_FILE, read_small
from supple.storage.wal import index_of, log_of

NOTE = "restoring.json"

log = logging.getLogger(__name__)


class UnfinishedRestore(msgspec.Struct, frozen=True, kw_only=True):
    """What is under way: files by these `names` go from the folder `place` into the data folder.

    What they replace lies in the folder `aside`, "" when they replace nothing.
    """

    place: str
    aside: str
    names: tuple[str, ...]


def note(folder: Path, step: UnfinishedRestore) -> None:
    """Remember `step` until `forget`; raises OSError."""
    with replacing(folder / NOTE, through_link=False) as file:
        file.write(msgspec.json.encode(step))


def forget(folder: Path) -> None:
    """It came to its end, or was taken back."""
    (folder / NOTE).unlink(missing_ok=True)


def take_back(folder: Path) -> bool:
    """Put the data back as they were before a restore that was cut off; whether there was one. Raises OSError."""
    step = _noted(folder)
    if step is None:
        return False
    place = Path(step.place)
    waiting = [name for name in step.names if (place / name).exists()]
    came_to_its_end = not waiting and all((folder / name).exists() for name in step.names)
    if not came_to_its_end:
        log.info("a restore was cut off: the data are put back as they were before it")
        came = [name for name in step.names if place.is_dir() and name not in waiting]
        _put_back(folder, step, came)
    forget(folder)
    return not came_to_its_end


def _noted(folder: Path) -> UnfinishedRestore | None:
    try:
        step = msgspec.json.decode(read_small(folder / NOTE), type=UnfinishedRestore)
    except FileNotFoundError:
        return None
    except (ValueError, msgspec.MsgspecError):
        step = None
    if step is None or not _can_be_ours(folder, step):
        log.info("%s makes no sense", NOTE)
        forget(folder)
        return None
    return step


def _can_be_ours(folder: Path, step: UnfinishedRestore) -> bool:
    """Whether a restore can have noted `step`: no file but the two, and nothing aside but what lies beside them."""
    aside_is_ours = not step.aside or step.aside == Path(step.aside).name
    return aside_is_ours and set(step.names) <= {DATABASE, SETTINGS_FILE} and not (folder / NOTE).is_symlink()


def _put_back(folder: Path, step: UnfinishedRestore, came: list[str]) -> None:
    """What `came` from the backup is in the backup still; what it replaced is nowhere but aside."""
    aside = folder / step.aside if step.aside else None
    for name in came:
        if aside is None or not (aside / name).exists():
            (folder / name).unlink(missing_ok=True)
    if aside is None:
        return
    database = folder / DATABASE
    for part in (database, log_of(database), index_of(database)):
        if (aside / part.name).exists():
            (aside / part.name).replace(part)
    kept = aside / SETTINGS_FILE
    if kept.exists() and SETTINGS_FILE in came:
        kept.replace(folder / SETTINGS_FILE)
    kept.unlink(missing_ok=True)  # a copy of what was never replaced
    with suppress(OSError):
        aside.rmdir()
