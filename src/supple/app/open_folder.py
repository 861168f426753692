"""Shows a folder in the desktop's own program for files."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_folder_of(place: Path) -> None:
    """Show `place` if it is a folder, otherwise the folder that it is in."""
    folder = place if place.is_dir() else place.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
