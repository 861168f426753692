"""Tells what became of the settings' file: what of it could not be read, and that it could not be written."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from supple.app.preferences import Preferences
from supple.app.shipped_files import wall_clock
from supple.domain.trouble import Trouble
from supple.storage.settings_file import Misread
from supple.ui.kit.banner import Tone
from supple.ui.kit.room import Room
from supple.ui.shell.main_window import MainWindow
from supple.ui.words.trouble_words import tried_again, trouble_sentence

UNSAVED_BANNER = "settings"
MISREAD_BANNER = "settings-misread"


class SettingsCare(QObject):
    """Banners over the rooms, from the moment the window is complete."""

    def __init__(
        self, window: MainWindow, preferences: Preferences, data_dir: Path, parent: QObject | None = None
    ) -> None:
        """What `preferences` read is told at `look`; what they cannot write at once."""
        super().__init__(parent)
        self._window = window
        self._folder = str(data_dir)
        self._preferences = preferences
        self._tried_at: datetime | None = None
        preferences.trouble_found.connect(self._say_unsaved)
        preferences.saved.connect(self._say_saved)
        preferences.reloaded.connect(self.look)

    def look(self) -> None:
        """Say what could not be read, if anything."""
        misread = self._preferences.misread
        if misread is None:
            self._window.hide_banner(MISREAD_BANNER)
            return
        several = self.tr("Some of your settings could not be read: {0}.")
        whole = self.tr("Your settings could not be read, so those that Supple comes with are used.")
        words = ", ".join(self._name(name) for name in misread.names)
        self._window.show_banner(
            MISREAD_BANNER,
            tone=Tone.CAUTION,
            bold=several.replace("{0}", words) if words else whole,
            sentence=self._way_out(misread),
            action=(self.tr("See settings"), self._show_settings),
        )

    def _way_out(self, misread: Misread) -> str:
        if misread.kept.name.startswith("settings-"):
            return self.tr("Please look them through. The file as it was is kept as {0}.").replace(
                "{0}", str(misread.kept)
            )
        return self.tr("Nothing is written over {0}: allow it to be read, then start Supple again.").replace(
            "{0}", str(misread.kept)
        )

    def _name(self, field: str) -> str:
        """A setting as it is called in the room Settings."""
        names = {
            "theme": self.tr("Theme"),
            "text_percent": self.tr("Text size"),
            "motion": self.tr("Reduced motion"),
            "pointers": self.tr("Arrows and rings on pictures"),
            "clock": self.tr("Clock"),
            "week_begins": self.tr("A week begins on"),
            "lengths": self.tr("Lengths"),
            "avoids": self.tr("What I avoid"),
            "put_away": self.tr("what you put away"),
            "notes": self.tr("your notes"),
            "window": self.tr("the window's place"),
        }
        if field in names:
            return names[field]
        timed = field.startswith(("prepare", "switch"))
        return self.tr("times of a session") if timed else self.tr("sound")

    def _say_unsaved(self, trouble: Trouble) -> None:
        self._window.show_banner(
            UNSAVED_BANNER,
            tone=Tone.CAUTION,
            bold=self.tr("What you set is not saved yet."),
            sentence=tried_again(trouble_sentence(trouble, folder=self._folder), self._tried_at),
            action=(self.tr("Try again"), self._try_again),
        )

    def _say_saved(self) -> None:
        self._tried_at = None
        self._window.hide_banner(UNSAVED_BANNER)

    def _try_again(self) -> None:
        self._tried_at = wall_clock()
        self._preferences.save()

    def _show_settings(self) -> None:
        self._window.hide_banner(MISREAD_BANNER)
        self._window.show_room(Room.SETTINGS)
