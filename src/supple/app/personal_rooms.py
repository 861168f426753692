"""The rooms of the person's own: progress, settings and the warning signs with their answers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.app.parts import Parts
from supple.app.shipped_files import wall_clock
from supple.domain.catalogue import CautionNote
from supple.domain.safety import SETTABLE, Clearance
from supple.domain.settings import Settings
from supple.services.history import History

if TYPE_CHECKING:
    from supple.ui.progress.progress_page import ProgressPage
    from supple.ui.safety.warning_signs import WarningSignsPage
    from supple.ui.settings.settings_page import SettingsPage


class PersonalRooms(QObject):
    """Pages are imported when first shown and read the history when they are."""

    routine_wanted = Signal()
    self_test_wanted = Signal()
    csv_wanted = Signal()
    backup_wanted = Signal()
    restore_wanted = Signal()
    someone_else_wanted = Signal()
    settings_changed = Signal(object)
    sound_tested = Signal()
    devices_wanted = Signal()
    answers_wanted = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        """No page is made yet."""
        super().__init__(parent)
        self._parts = parts
        self._history: History | None = None
        self._clearance = Clearance()
        self._answered = False
        self._progress: ProgressPage | None = None
        self._settings: SettingsPage | None = None
        self._signs: WarningSignsPage | None = None

    def use(self, history: History) -> None:
        """Progress reads from here."""
        self._history = history
        self.refresh_progress()

    def set_clearance(self, clearance: Clearance, *, answered: bool) -> None:
        """What the warning signs page says of the answers."""
        self._clearance, self._answered = clearance, answered
        if self._signs is not None:
            self._signs.set_clearance(clearance if answered else None)

    def refresh_progress(self) -> None:
        """Show what was just written, when Progress is next on."""
        if self._progress is not None and self._history is not None:
            self._progress.show_history(self._history, today=wall_clock().date())

    def show_settings(self, settings: Settings) -> None:
        """What was changed elsewhere: the settings page tells all of them whenever it changes one."""
        if self._settings is not None:
            self._settings.show_settings(settings)

    def show_left_out(self) -> None:
        """What leaves exercises out, on the settings page."""
        if self._settings is not None:
            self._settings.show_left_out()

    def show_sound(self, words: str) -> None:
        """What came of a sound test, on the settings page."""
        if self._settings is not None:
            self._settings.show_sound(words)

    def show_devices(self, devices: Sequence[tuple[str, str]]) -> None:
        """The sound devices there are, on the settings page."""
        if self._settings is not None:
            self._settings.show_devices(devices)

    def make_progress(self) -> QWidget:
        """What was done."""
        from supple.ui.progress.progress_page import ProgressPage

        self._progress = ProgressPage(self._parts.theme, self._parts.pictures, self._parts.catalogue)
        self._progress.export_requested.connect(self.csv_wanted)
        self._progress.routine_started.connect(self.routine_wanted)
        self._progress.self_test_started.connect(self.self_test_wanted)
        self.refresh_progress()
        return self._progress

    def make_settings(self) -> QWidget:
        """What can be set."""
        from supple.ui.settings.settings_page import SettingsPage

        parts = self._parts
        self._settings = SettingsPage(
            parts.theme,
            parts.settings(),
            cautions=self._settable(),
            exercises={exercise.id: exercise.name for exercise in parts.catalogue.exercises},
            data_dir=parts.data_dir,
        )
        self._settings.settings_changed.connect(self.settings_changed)
        self._settings.sound_tested.connect(self.sound_tested)
        self._settings.devices_wanted.connect(self.devices_wanted)
        self._settings.backup_requested.connect(self.backup_wanted)
        self._settings.restore_requested.connect(self.restore_wanted)
        self._settings.someone_else_wanted.connect(self.someone_else_wanted)
        return self._settings

    def _settable(self) -> tuple[CautionNote, ...]:
        """The cautions a person may set without a safety question."""
        return tuple(note for note in self._parts.catalogue.cautions if note.id in SETTABLE)

    def make_signs(self) -> QWidget:
        """The warning signs and the answers."""
        from supple.ui.safety.warning_signs import WarningSignsPage

        self._signs = WarningSignsPage(self._parts.theme, self._parts.safety)
        self._signs.change_wanted.connect(self.answers_wanted)
        self._signs.set_clearance(self._clearance if self._answered else None)
        return self._signs
