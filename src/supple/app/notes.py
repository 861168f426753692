"""What the person wrote to themselves about exercises: shown at once, kept in the history, taken over from of old."""

from collections.abc import Mapping
from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal

from supple.app.keeping import Keeping
from supple.app.preferences import Preferences
from supple.app.shipped_files import wall_clock
from supple.domain.note import clean_note, with_notes
from supple.domain.record import NoteRecord
from supple.services.history import History, HistoryError
from supple.services.writes import KeepNotes


class Notes(QObject):
    """`changed` when there are others; what cannot be saved is told by `Keeping`, like every record."""

    changed = Signal()
    _taken_over = Signal()

    def __init__(self, keeping: Keeping, preferences: Preferences, parent: QObject | None = None) -> None:
        """Before there is a history those of the settings file are shown, if an earlier version left any."""
        super().__init__(parent)
        self._keeping = keeping
        self._preferences = preferences
        self._kept: Mapping[str, str] = {}
        self._written: dict[str, str] = {}  # in this run: the history may not have it yet
        self._taken_over.connect(preferences.let_go_of_old_notes)
        preferences.reloaded.connect(self._forget)

    def all(self) -> Mapping[str, str]:
        """The notes of the moment by exercise."""
        return with_notes({**self._preferences.old_notes, **self._kept}, self._written)

    def write(self, exercise_id: str, words: str) -> None:
        """Keep `words` about an exercise; empty ones take its note away."""
        note = clean_note(words)
        if note == self.all().get(exercise_id, ""):
            return
        self._written[exercise_id] = note
        self._keeping.write(KeepNotes(notes=_records({exercise_id: note})))
        self.changed.emit()

    def use(self, history: History) -> None:
        """Take up what `history` holds, and put into it what stands in the settings file still."""
        try:
            self._kept = {note.exercise_id: note.note for note in history.read(NoteRecord)}
        except HistoryError as error:
            self._keeping.failed.emit(error.trouble)
            return
        old = self._preferences.old_notes
        self._kept = {**old, **self._kept}
        if old:
            future = self._keeping.write(KeepNotes(notes=_records(old), only_new=True))
            future.add_done_callback(self._hear_taken_over)
        missing = {i: note for i, note in self._written.items() if note != self._kept.get(i, "")}
        if missing:  # it waits, or another file took the place of the one that had it
            self._keeping.write(KeepNotes(notes=_records(missing)))
        self.changed.emit()

    def _hear_taken_over(self, future: "Future[None]") -> None:
        """In the writing thread: only what is on the disk is let go of."""
        if future.exception() is None:
            self._taken_over.emit()

    def _forget(self) -> None:
        """Other data took the place of these."""
        self._kept = {}
        self._written = {}


def _records(notes: Mapping[str, str]) -> tuple[NoteRecord, ...]:
    now = wall_clock()
    return tuple(NoteRecord(exercise_id=i, written_at=now, note=note) for i, note in notes.items())
