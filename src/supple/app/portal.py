"""Whether the desktop has a portal that asks for files and tells light from dark; Qt must know before it starts."""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

THEME_VARIABLE = "QT_QPA_PLATFORMTHEME"
PORTAL_THEME = "xdgdesktopportal"
FILE_CHOOSER = "org.freedesktop.impl.portal.FileChooser"
DATA_FOLDERS = "/usr/local/share:/usr/share"


def prefer_portal() -> bool:
    """Have Qt use the portal where there is one; False where there is none, or somebody chose a theme themselves."""
    if sys.platform != "linux" or THEME_VARIABLE in os.environ or not has_portal(os.environ):
        return False
    os.environ[THEME_VARIABLE] = PORTAL_THEME
    return True


def hand_back_environment() -> None:
    """Qt has read it: programs that are opened from here are not to take ours for their own."""
    os.environ.pop(THEME_VARIABLE, None)


def has_portal(environment: Mapping[str, str]) -> bool:
    """Whether there is a session bus, and a portal that can ask for files: without one Qt's dialog would not open."""
    if environment.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    bus = Path(environment.get("XDG_RUNTIME_DIR", "/nonexistent"), "bus")
    if not environment.get("DBUS_SESSION_BUS_ADDRESS") and not bus.exists():
        return False
    return any(_asks_for_files(file) for file in _portals(environment))


def _portals(environment: Mapping[str, str]) -> Iterator[Path]:
    for folder in (environment.get("XDG_DATA_DIRS") or DATA_FOLDERS).split(":"):
        yield from Path(folder, "xdg-desktop-portal/portals").glob("*.portal")


def _asks_for_files(portal: Path) -> bool:
    try:
        return FILE_CHOOSER in portal.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
