"""Shows a folder in the desktop's own program for files."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from supple.ui.kit.banner import Tone
from supple.ui.shell.main_window import MainWindow


def open_folder_of(place: Path, window: MainWindow, *, banner: str) -> None:
    """Show `place` if it is a folder, otherwise the folder that it is in; what cannot be opened is said in `banner`."""
    folder = place if place.is_dir() else place.parent
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        window.show_banner(
            banner,
            tone=Tone.CAUTION,
            bold=QCoreApplication.translate("Folder", "The folder could not be opened from here."),
            sentence=QCoreApplication.translate("Folder", "It is {0}.").replace("{0}", str(folder)),
        )
