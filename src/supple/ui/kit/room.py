"""The rooms of the window, in the order of the rail."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class Room(StrEnum):
    """A place the rail leads to; Ctrl+1 to 7 follow this order."""

    TODAY = "today"
    LIBRARY = "library"
    ROUTINES = "routines"
    PROGRESS = "progress"
    LEARN = "learn"
    SETTINGS = "settings"
    WARNING_SIGNS = "warning-signs"


def room_name(room: Room) -> str:
    """The room's name on the rail."""
    names = {
        Room.TODAY: QCoreApplication.translate("Room", "Today"),
        Room.LIBRARY: QCoreApplication.translate("Room", "Library"),
        Room.ROUTINES: QCoreApplication.translate("Room", "Routines"),
        Room.PROGRESS: QCoreApplication.translate("Room", "Progress"),
        Room.LEARN: QCoreApplication.translate("Room", "Learn"),
        Room.SETTINGS: QCoreApplication.translate("Room", "Settings"),
        Room.WARNING_SIGNS: QCoreApplication.translate("Room", "Warning signs"),
    }
    return names[room]
