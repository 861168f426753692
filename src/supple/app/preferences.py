"""The person's settings while the program runs: applied at once, written to their file."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.app.window_place import window_place
from supple.domain.routine import Pace
from supple.domain.settings import Motion, Settings, Sound
from supple.storage.faults import trouble_of_os
from supple.storage.settings_file import Misread, SettingsFile
from supple.ui.kit.theme import Scheme, Theme
from supple.ui.words.day_words import follow


class Preferences(QObject):
    """Holds the settings of the moment; `changed` carries them, `saved` or `trouble_found` whether they are kept.

    `days_changed`: days and times are written another way from now on.
    """

    changed = Signal(object)
    sound_changed = Signal(object)  # Sound
    choice_changed = Signal()  # of exercises, or of their pace
    saved = Signal()
    trouble_found = Signal(object)  # a Trouble
    reloaded = Signal()
    days_changed = Signal()

    def __init__(self, data_dir: Path, theme: Theme, parent: QObject | None = None) -> None:
        """Read the file and apply it to `theme`."""
        super().__init__(parent)
        self._file = SettingsFile(data_dir)
        self._theme = theme
        self._desktop_keeps_still = False
        self._settings = self._file.load()
        self._apply()

    def settings(self) -> Settings:
        """The settings of the moment."""
        return self._settings

    def sound(self) -> Sound:
        """What is heard, and how."""
        return self._settings.sound

    def pace(self) -> Pace:
        """The times of getting ready and changing sides."""
        return self._settings.pace

    @property
    def misread(self) -> Misread | None:
        """What of the settings file could not be read, to be told; None when all was well."""
        return self._file.misread

    def reload(self) -> None:
        """Take over what is in the file now: a backup was restored."""
        before, self._settings = self._settings, self._file.load()
        self._apply()
        self._tell(before)
        self.reloaded.emit()

    def change(self, settings: Settings) -> None:
        """Take over `settings`, apply and keep them."""
        before, self._settings = self._settings, settings
        self._apply()
        self.save()
        self._tell(before)

    def _tell(self, before: Settings) -> None:
        """Only those whom it concerns."""
        settings = self._settings
        self.changed.emit(settings)
        if settings.sound != before.sound:
            self.sound_changed.emit(settings.sound)
        if (settings.avoided, settings.pace) != (before.avoided, before.pace):
            self.choice_changed.emit()

    def set_volume(self, volume: int) -> None:
        """0 to 100, from the session's slider."""
        self._change_sound(replace(self._settings.sound, volume=volume))

    def set_sound_on(self, on: bool) -> None:
        """On or off, from the session."""
        self._change_sound(replace(self._settings.sound, on=on))

    def put_away(self, exercise_id: str) -> None:
        """Never offer this exercise again, until it is brought back; pressed again it comes back."""
        self.change(replace(self._settings, avoided=self._settings.avoided.turned(exercise_id)))

    @property
    def old_notes(self) -> Mapping[str, str]:
        """Notes about exercises, by exercise, that an earlier version kept in the settings file."""
        return self._file.old_notes

    def let_go_of_old_notes(self) -> None:
        """The history holds them."""
        self._file.let_go_of_old_notes()
        self.save()

    def note_sound_heard(self) -> None:
        """The sound check was done and is not asked again."""
        self._change_sound(replace(self._settings.sound, heard_once=True))

    def follow_desktop_motion(self, keeps_still: bool) -> None:
        """The desktop asks for less motion, or no longer; it counts while the setting is "System"."""
        self._desktop_keeps_still = keeps_still
        self._apply()

    def save_window(self, window: QWidget) -> None:
        """Remember where the window is."""
        words = window_place(window, self._settings.window)
        if words != self._settings.window:
            self._settings = replace(self._settings, window=words)
            self.save()

    def _change_sound(self, sound: Sound) -> None:
        self.change(replace(self._settings, sound=sound))

    def _apply(self) -> None:
        look = self._settings.look
        self._theme.set_scheme(Scheme(look.theme))
        self._theme.set_text_percent(look.text_percent)
        by_desktop = look.motion is Motion.SYSTEM and self._desktop_keeps_still
        self._theme.set_reduced_motion(look.motion is Motion.REDUCED or by_desktop)
        self._theme.set_points_out(look.pointers)
        days = self._settings.days
        if follow(clock=days.clock.value, week_begins=days.week_begins.value):
            self.days_changed.emit()

    def save(self) -> None:
        """Write the settings as they are."""
        try:
            self._file.save(self._settings)
        except OSError as error:
            self.trouble_found.emit(trouble_of_os(error))
        else:
            self.saved.emit()
