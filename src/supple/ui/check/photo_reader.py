"""Opens photos in a thread of their own: first the small picture, then full size; one at a time."""

from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from supple.domain.checks.photo_trouble import PhotoError, PhotoLeftError

if TYPE_CHECKING:
    from supple.storage.photo_file import PhotoFile


PAINT_S = 1.0  # a window that does not paint is not waited for


class _Tells(Enum):
    """What a thread tells of its photo."""

    SHOWN = auto()
    LOADED = auto()
    FAILED = auto()
    PROGRESSED = auto()


class PhotoReader(QObject):
    """`shown` carries a photo that can be looked at, `loaded` the same at full size; what was left tells nothing."""

    shown = Signal(object)
    loaded = Signal(object)
    failed = Signal(object)
    progressed = Signal(float)
    _told = Signal(object, object, object)  # from the thread: who tells, what, and about which

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading: _Reading | None = None

        self._told.connect(self._pass_on)

    @property
    def runs(self) -> bool:
        """Whether a photo is being opened."""
        return self._reading is not None and self._reading.is_alive()

    def open(self, source: Path | bytes) -> None:
        """Open it; one that is being opened is left."""
        self.leave()
        self._reading = _Reading(self, source)
        self._reading.start()

    def leave(self) -> None:
        """Whatever is being opened is not wanted any more."""
        reading, self._reading = self._reading, None
        if reading is not None:
            reading.leave()

    def wait(self, seconds: float = 5.0) -> None:
        """Let what is under way come to its end."""
        if self._reading is not None:
            self._reading.join(seconds)

    def tell(self, reading: "_Reading", what: _Tells, about: object) -> None:
        """Called in the thread; what it says is heard in the window's."""
        self._told.emit(reading, what, about)

    def _pass_on(self, reading: object, what: object, about: object) -> None:
        """What was on its way when its photo was left is not heard."""
        if reading is not self._reading:
            return
        match what:
            case _Tells.SHOWN:
                self.shown.emit(about)
                QTimer.singleShot(0, self, self._let_load)
            case _Tells.LOADED:
                self.loaded.emit(about)
            case _Tells.FAILED:
                self.failed.emit(about)
            case _Tells.PROGRESSED:
                self.progressed.emit(about)

    def _let_load(self) -> None:
        """The small picture was painted: decoding the rest would have slowed that."""
        if self._reading is not None:
            self._reading.painted.set()


class _Reading(Thread):
    """One photo on its way."""

    def __init__(self, reader: PhotoReader, source: Path | bytes) -> None:
        super().__init__(name="photo-reader", daemon=True)
        self._reader = reader
        self._source = source
        self.painted = Event()
        self._left = False
        self._photo: PhotoFile | None = None

    def leave(self) -> None:
        self._left = True
        if self._photo is not None:
            self._photo.leave()

    def run(self) -> None:
        """Open, show, load."""
        from supple.storage.photo_file import PhotoFile

        try:
            self._photo = photo = PhotoFile(self._source, progressed=self._progress)
            photo.preview()
            if photo.can_be_seen:
                self._tell(_Tells.SHOWN, photo)
                self.painted.wait(PAINT_S)
            photo.load()
        except PhotoError as error:
            self._tell(_Tells.FAILED, error.trouble)
        except PhotoLeftError:
            if self._photo is not None:
                self._photo.close()
        else:
            self._tell(_Tells.LOADED, photo)
        self._photo = None

    def _progress(self, part: float) -> None:
        if self._left:
            raise PhotoLeftError
        self._tell(_Tells.PROGRESSED, part)

    def _tell(self, what: _Tells, about: object) -> None:
        if not self._left:
            with suppress(RuntimeError):  # the window may have gone meanwhile: then nobody is left to be told
                self._reader.tell(self, what, about)
