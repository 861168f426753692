"""Whether the desktop has a portal that asks for files and tells light from dark; Qt must know before it starts.

Qt's own theme for portals waits for each answer before the first paint (one that reads nothing holds it for 25 s), and
its dialog for files says nothing of an error and blocks the window when nobody answers. So Qt gets a theme that hears
of light and dark without waiting, and `portal_files.py` asks for files.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

THEME_VARIABLE = "QT_QPA_PLATFORMTHEME"
PORTAL_THEME = "gnome"  # built into Qt, asks the portal of whatever desktop in the background, brings no GTK
FILE_CHOOSER = "org.freedesktop.impl.portal.FileChooser"
DATA_FOLDERS = "/usr/local/share:/usr/share"


def uses_portal() -> bool:
    """Whether there is a portal, and nobody chose a platform theme of Qt, with its dialogs, themselves."""
    return sys.platform == "linux" and THEME_VARIABLE not in os.environ and has_portal(os.environ)


def prefer_portal() -> bool:
    """Have Qt hear the portal where there is one; False where it is not used."""
    if not uses_portal():
        return False
    os.environ[THEME_VARIABLE] = PORTAL_THEME
    return True


def hand_back_environment() -> None:
    """Qt has read it: programs that are opened from here are not to take ours for their own."""
    os.environ.pop(THEME_VARIABLE, None)


def has_portal(environment: Mapping[str, str]) -> bool:
    """Whether there is a session bus, and a portal that can ask for files."""
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
