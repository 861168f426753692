"""Which input method Qt shall try: fcitx answers as ibus does too, and PySide brings the part for that alone."""

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

LIST, ONE = "QT_IM_MODULES", "QT_IM_MODULE"
FCITX = ("fcitx", "fcitx5")
IBUS = "ibus"


def ask_ibus_for_fcitx(environment: MutableMapping[str, str], plugins: Path) -> str | None:
    """Have Qt try ibus behind an fcitx without a plugin in `plugins`; what the list was before, to be given back.

    Programs that are opened from here have plugins of their own.
    """
    before = environment.get(LIST)
    asked = [name for name in (before or environment.get(ONE, "")).split(";") if name]
    if sys.platform != "linux" or IBUS in asked or not any(_is_missing(name, plugins) for name in asked):
        return None
    environment[LIST] = ";".join([*asked, IBUS])
    return before or ""


def give_back(environment: MutableMapping[str, str], before: str | None) -> None:
    """Qt has read it."""
    if before:
        environment[LIST] = before
    elif before is not None:
        environment.pop(LIST, None)


def _is_missing(name: str, plugins: Path) -> bool:
    if name not in FCITX:
        return False
    folders = [plugins, *(Path(place) for place in os.environ.get("QT_PLUGIN_PATH", "").split(":") if place)]
    files = [f"platforminputcontexts/lib{FCITX[1]}platforminputcontextplugin.so"]
    files.append(f"platforminputcontexts/lib{FCITX[0]}platforminputcontextplugin.so")
    return not any((folder / file).exists() for folder in folders for file in files)
