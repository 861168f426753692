"""Asks the person for a photo: which files are shown, and where it begins."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from supple.app.asking import FileAsker, FileQuestion, Pick, Purpose

ENDINGS = ("jpg", "jpeg", "png", "webp", "heic", "heif")


class PhotoFiles:
    """One question at a time; a photo is told by what is in it, not by its name."""

    def __init__(self, asker: FileAsker) -> None:
        """Nothing is asked yet."""
        self._asker = asker

    def ask(self, take: Callable[[Path], None]) -> None:
        """Ask; `take` gets the file."""
        patterns = " ".join(f"*.{each}" for ending in ENDINGS for each in (ending, ending.upper()))
        question = FileQuestion(
            purpose=Purpose.PHOTO,
            pick=Pick.OPEN,
            title=QCoreApplication.translate("PhotoFiles", "Choose a photo"),
            filters=(
                (QCoreApplication.translate("PhotoFiles", "Photos"), patterns),
                (QCoreApplication.translate("PhotoFiles", "All files"), "*"),
            ),
        )
        self._asker.ask(question, take)
