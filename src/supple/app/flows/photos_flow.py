"""Copies of photos that a person keeps: made in a thread, written, shown in Progress, deleted and brought back."""

from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from supple.app.keeping import Keeping
from supple.app.shipped_files import wall_clock
from supple.domain.checks.kept_photo import PhotoRecord, on_another_size
from supple.domain.record import SelfTestRecord
from supple.domain.trouble import Trouble
from supple.play.in_thread import InThread
from supple.services.history import History, HistoryError
from supple.services.writes import DropPhoto, KeepPhoto
from supple.ui.kit.banner import Tone
from supple.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from supple.ui.check.photo_copies import CopyWanted
    from supple.ui.progress.photos_sheet import PhotosSheet

NOT_KEPT = "photo not kept"


@dataclass(frozen=True, slots=True)
class _Making:
    """A copy to be made, in a thread."""

    wanted: "CopyWanted"
    self_test_id: str

    def __call__(self) -> PhotoRecord:
        from supple.storage.photo_copy import small_copy

        wanted = self.wanted
        small = small_copy(wanted.photo)
        return PhotoRecord(
            photo_id=wanted.photo_id,
            self_test_id=self.self_test_id,
            kept_at=wall_clock(),
            side=wanted.side,
            width=small.width,
            height=small.height,
            marking=on_another_size(wanted.marking, small.factor),
            pixels=small.pixels,
        )


@dataclass(frozen=True, slots=True)
class _Looking:
    """A copy to be read, in a thread."""

    history: History
    photo_id: str

    def __call__(self) -> tuple[str, PhotoRecord | None]:
        return self.photo_id, self.history.photo(self.photo_id)


class PhotosFlow(QObject):
    """A copy that cannot be kept is given up and told; what was marked does not wait for it."""

    changed = Signal()  # a copy came or went
    _settled = Signal(object)

    def __init__(self, window: MainWindow, keeping: Keeping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._keeping = keeping
        self._history: History | None = None
        self._self_test_id = ""
        self._sheet: PhotosSheet | None = None
        self._making = InThread("photo-copy", self)
        self._looking = InThread("kept-photo", self)

        self._making.done.connect(self._write)
        self._looking.done.connect(self._show)
        self._looking.failed.connect(self._say_unreadable)
        self._settled.connect(self._tell)

    @property
    def history(self) -> History | None:
        """Where the copies are."""
        return self._history

    def use(self, history: History) -> None:
        """The copies are in `history`."""
        self._history = history

    def begin(self, self_test_id: str) -> None:
        """From now on copies are of this self-test."""
        self._self_test_id = self_test_id

    def keep(self, wanted: "CopyWanted") -> None:
        """Make the copy and write it; the try it belongs to was told before."""
        self._making.wait()
        self._making.start(_Making(wanted, self._self_test_id))

    def show(self, taken: SelfTestRecord) -> None:
        """A sheet with the copies of a self-test."""
        from supple.ui.progress.photos_sheet import PhotosSheet

        self._sheet = PhotosSheet(self._window.theme, taken, today=wall_clock().date())
        self._sheet.wanted.connect(self._look)
        self._sheet.deleted.connect(self._drop)
        self._sheet.brought_back.connect(self._write)
        self._sheet.closed.connect(self._forget_sheet)
        self._window.show_sheet(self._sheet)
        self._sheet.begin()

    def wait(self) -> None:
        """Let a copy that is being made be written, before the program ends."""
        self._making.wait()
        self._looking.wait()
        QCoreApplication.sendPostedEvents(self)  # what the thread said is not lost

    def _look(self, photo_id: str) -> None:
        if self._history is not None:
            self._looking.wait()
            self._looking.start(_Looking(self._history, photo_id))

    def _show(self, result: object) -> None:
        if self._sheet is not None and isinstance(result, tuple):
            self._sheet.show_photo(*result)

    def _say_unreadable(self, _error: object) -> None:
        if self._sheet is not None:
            self._sheet.say_unreadable()

    def _drop(self, photo_id: str) -> None:
        self._keeping.write(DropPhoto(photo_id=photo_id)).add_done_callback(self._settled.emit)

    def _write(self, photo: PhotoRecord) -> None:
        self._keeping.writer.write(KeepPhoto(photo=photo)).add_done_callback(self._settled.emit)

    def _tell(self, future: Future[None]) -> None:
        error = future.exception()
        if isinstance(error, HistoryError):
            self._say_not_kept(error.trouble)
        elif error is None:
            self._window.hide_banner(NOT_KEPT)
            self.changed.emit()

    def _say_not_kept(self, trouble: Trouble) -> None:
        why = self.tr("It cannot be written now. What you marked and its angle stay.")
        if trouble is Trouble.FULL:
            why = self.tr("The disk is full. What you marked and its angle stay.")
        self._window.show_banner(
            NOT_KEPT,
            tone=Tone.CAUTION,
            bold=self.tr("The copy of the photo was not kept."),
            sentence=why,
        )

    def _forget_sheet(self) -> None:
        self._sheet = None
