"""Asks the person for photos: which files are shown, and where it begins."""

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

    def ask(self, take: Callable[[list[Path]], None]) -> None:
        """Ask; `take` gets the files."""
        patterns = " ".join(f"*.{each}" for ending in ENDINGS for each in (ending, ending.upper()))
        question = FileQuestion(
            purpose=Purpose.PHOTO,
            pick=Pick.OPEN_SEVERAL,
            title=QCoreApplication.translate("PhotoFiles", "Choose your photos"),
            filters=(
                (QCoreApplication.translate("PhotoFiles", "Photos"), patterns),
                (QCoreApplication.translate("PhotoFiles", "All files"), "*"),
            ),
        )
        self._asker.ask_for_several(question, take)
