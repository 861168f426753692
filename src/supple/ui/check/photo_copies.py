"""Copies of photos as the check knows them: one that shall be kept, and the one of last time."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.checks.photo import Marking
from supple.domain.side import Side
from supple.play.in_thread import InThread
from supple.services.history import History

if TYPE_CHECKING:
    from supple.storage.photo_file import PhotoFile


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyWanted:
    """The person keeps a small copy of `photo` with the points of `marking`; `photo_id` is its id from now on."""

    photo_id: str
    side: Side
    photo: "PhotoFile"
    marking: Marking


class LastPhoto(QObject):
    """Looks for the copy that was kept last of a side; `found` carries the side and a PhotoRecord or None."""

    found = Signal(object, object)

    def __init__(self, history: History | None, *, today: date, parent: QObject | None = None) -> None:
        """Without a `history` there is none."""
        super().__init__(parent)
        self.today = today
        self._history = history
        self._thread = InThread("last-photo", self)

        self._thread.done.connect(self._tell)

    def look(self, side: Side, *, besides: frozenset[str]) -> None:
        """Look; those `besides` are of this very check."""
        if self._history is not None:
            self._thread.start(partial(_look, self._history, side, besides))

    def wait(self) -> None:
        """Let a look come to its end."""
        self._thread.wait()

    def _tell(self, result: object) -> None:
        if isinstance(result, tuple):
            self.found.emit(*result)


def _look(history: History, side: Side, besides: frozenset[str]) -> tuple[Side, PhotoRecord | None]:
    return side, history.last_photo(side, besides)
