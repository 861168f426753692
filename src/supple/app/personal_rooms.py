"""The rooms of the person's own: progress, settings and the warning signs with their answers."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from supple.app.flows.safety_flow import SafetyFlow
from supple.app.front import Front
from supple.app.plans import Plans
from supple.app.preferences import Preferences
from supple.app.shipped_files import wall_clock
from supple.app.ways import Ways
from supple.domain.catalogue import Catalogue
from supple.domain.offered import NO_LIMITS
from supple.domain.settings import Settings
from supple.services.history import History
from supple.ui.kit.room import Room

if TYPE_CHECKING:
    from supple.ui.progress.progress_page import ProgressPage
    from supple.ui.safety.guarded_page import ClosedPage
    from supple.ui.safety.warning_signs import WarningSignsPage
    from supple.ui.settings.settings_page import SettingsPage


class PersonalRooms(QObject):
    """Pages are imported when first shown and read the history when they are."""

    def __init__(
        self,
        front: Front,
        catalogue: Catalogue,
        safety: SafetyFlow,
        ways: Ways,
        preferences: Preferences,
        *,
        data_dir: Path,
        parent: QObject | None = None,
    ) -> None:
        """No page is made yet."""
        super().__init__(parent)
        self._window = front.window
        self._pictures = front.pictures
        self._catalogue = catalogue
        self._safety = safety
        self._ways = ways
        self._preferences = preferences
        self._data_dir = data_dir
        self._history: History | None = None
        self._plans: Plans | None = None
        self._progress: ProgressPage | None = None
        self._settings: SettingsPage | None = None
        self._signs: WarningSignsPage | None = None

    def use(self, history: History) -> None:
        """Progress reads from here."""
        self._history = history
        self.refresh_progress()

    def follow(self, plans: Plans) -> None:
        """Progress shows what they asked for, and reads again when they ask for something else."""
        self._plans = plans
        plans.changed.connect(self.refresh_progress)

    def show_answers(self) -> None:
        """What the warning signs page says of the answers."""
        if self._signs is not None:
            self._signs.set_clearance(self._safety.clearance if self._safety.asked else None)

    def refresh_progress(self) -> None:
        """Show what was just written, when Progress is next on."""
        if self._progress is not None and self._history is not None:
            limits = self._plans.content.limits if self._plans is not None else NO_LIMITS
            self._progress.show_history(self._history, today=wall_clock().date(), limits=limits)

    def show_settings(self, settings: Settings) -> None:
        """What was changed elsewhere: the settings page tells all of them whenever it changes one."""
        if self._settings is not None:
            self._settings.show_settings(settings)

    def show_left_out(self) -> None:
        """Settings, at what leaves exercises out."""
        self._window.leave_inside()
        self._window.show_room(Room.SETTINGS)
        QTimer.singleShot(0, self, self._scroll_to_left_out)  # when the page has its size

    def _scroll_to_left_out(self) -> None:
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

        self._progress = ProgressPage(self._window.theme, self._pictures, self._catalogue)
        self._progress.export.clicked.connect(self._ways.export)
        self._progress.self_tests.photos_wanted.connect(self._ways.show_photos)
        self._progress.empty.start.clicked.connect(self._ways.start_todays_routine)
        self._progress.empty.test.clicked.connect(self._ways.start_check)
        self.refresh_progress()
        return self._progress

    def make_settings(self) -> QWidget:
        """What can be set."""
        from supple.ui.settings.settings_page import SettingsPage

        self._settings = SettingsPage(
            self._window.theme,
            self._preferences.settings(),
            cautions=self._catalogue.cautions,
            exercises={exercise.id: exercise.name for exercise in self._catalogue.exercises},
            data_dir=self._data_dir,
        )
        self._settings.settings_changed.connect(self._ways.change_settings)
        self._settings.sound.sound_tested.connect(self._ways.test_sound)
        self._settings.sound.devices_wanted.connect(self._ways.look_for_devices)
        self._settings.data.back_up.clicked.connect(self._ways.back_up)
        self._settings.data.restore.clicked.connect(self._ways.restore)
        self._settings.data.someone_else.clicked.connect(self._ways.invite_someone_else)
        return self._settings

    def make_signs(self) -> QWidget:
        """The warning signs and the answers."""
        from supple.ui.safety.warning_signs import WarningSignsPage

        self._signs = WarningSignsPage(self._window.theme, self._safety.content)
        self._signs.change.clicked.connect(self._ways.change_answers)
        self.show_answers()
        return self._signs

    def make_closed(self) -> "ClosedPage":
        """What stands in the place of a room that the answers close."""
        from supple.ui.safety.guarded_page import ClosedPage

        page = ClosedPage(self._window.theme, self._safety.content)
        page.change.clicked.connect(self._ways.change_answers)
        page.signs.clicked.connect(self._ways.show_signs)
        return page
