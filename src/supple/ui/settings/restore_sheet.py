"""What a backup holds, before it takes the place of what is here."""

from datetime import date, datetime

from PySide6.QtCore import Signal

from supple.ui.kit.button import ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.words.day_words import date_of_any_year, time_of_day


class RestoreSheet(Sheet):
    """Says when it was made and what is in it; Esc keeps what is here."""

    restore_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        file: str,
        made_at: datetime,
        sessions: int | None,
        newest: datetime | None,
        unreadable: int,
        settings: bool,
        today: date,
    ) -> None:
        """`sessions` None without a history in it; `newest` is when something was last kept in it."""
        super().__init__(
            theme,
            title=self.tr("Bring this backup back?"),
            sentence=self.tr("It was made on {0} at {1}.")
            .replace("{0}", date_of_any_year(made_at.date(), today=today))
            .replace("{1}", time_of_day(made_at)),
        )
        for words in (
            self._history_words(sessions, newest, today),
            self._unreadable_words(unreadable),
            self._settings_words(settings),
            self.tr("What is here now is kept in a folder beside it; nothing is deleted."),
            file,
        ):
            if words:
                self.body.addWidget(Text(theme, words, tone="text2"))
        keep = self.add_button(self.tr("Keep what is here"))
        keep.clicked.connect(self.close_sheet)
        restore = self.add_button(self.tr("Bring it back"), kind=ButtonKind.PRIMARY)
        restore.clicked.connect(self._choose)
        self.set_first_focus(keep)

    def _history_words(self, sessions: int | None, newest: datetime | None, today: date) -> str:
        if sessions is None:
            return self.tr("It holds no history: yours stays as it is.")
        if newest is None:
            return self.tr("It holds an empty history.")
        words = self.tr("It holds %n session(s); the last entry is of {day}.", "", sessions)
        return words.replace("{day}", date_of_any_year(newest.date(), today=today))

    def _unreadable_words(self, unreadable: int) -> str:
        if not unreadable:
            return ""
        return self.tr("%n entries in it cannot be read and will be left out.", "", unreadable)

    def _settings_words(self, settings: bool) -> str:
        if settings:
            return self.tr("It holds settings too; they take the place of yours.")
        return self.tr("It holds no settings that can be read: yours stay as they are.")

    def _choose(self) -> None:
        self.close_sheet()
        self.restore_chosen.emit()
