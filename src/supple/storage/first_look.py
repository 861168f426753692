"""The few settings that the first paint needs; the rest of settings.json is read behind it, and with more care."""

import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from supple.storage.files import SETTINGS_FILE, read_small

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class FirstLook(NamedTuple):
    """Theme ("system", "light" or "dark"), text size in percent, reduced motion, place of the window, clock, week."""

    theme: str = "system"
    text_percent: int = 100
    reduced_motion: bool = False
    window: str = ""
    clock: str = "system"
    week_begins: str = "system"


def first_look(folder: Path) -> FirstLook:
    """What settings.json in `folder` says of them; whatever is missing or makes no sense is as it ships."""
    found: object = None
    with suppress(OSError, ValueError, RecursionError):
        content = read_small(folder / SETTINGS_FILE)
        found = json.loads(content.removeprefix(BYTE_ORDER_MARK))
    if not isinstance(found, dict):
        return FirstLook()
    theme, percent, window = found.get("theme"), found.get("text_percent"), found.get("window")
    return FirstLook(
        theme=theme if theme in ("light", "dark") else "system",
        text_percent=min(max(percent, 100), 200) if type(percent) is int else 100,
        reduced_motion=found.get("motion") == "reduced",
        window=window if isinstance(window, str) else "",
        clock=str(found.get("clock", "system")),
        week_begins=str(found.get("week_begins", "system")),
    )
