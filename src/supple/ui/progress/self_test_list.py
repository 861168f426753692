"""The card with the self-tests: what each found, with its error, and the photos that were kept of it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.overview import Overview
from supple.domain.record import SelfTestRecord
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import Card
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.words.day_words import date_of_any_year
from supple.ui.words.self_test_words import self_test_words

AT_ONCE = 4  # self-tests shown before somebody asks for older ones


class SelfTestRow(QWidget):
    """One self-test: its day, a sentence for each check and side, and a button where there are photos."""

    photos_wanted = Signal(object)

    def __init__(
        self, theme: Theme, taken: SelfTestRecord, *, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._taken = taken
        day = date_of_any_year(taken.taken_at.date(), today=today)
        self._words = (day, *self_test_words(taken))
        self.photos = Button(theme, name=self.tr("Photos of {day}").format(day=day))

        lines = FlowLayout(gap=24, line_gap=2)
        for line in self._words[1:]:
            lines.addWidget(Text(theme, line, tone="text2"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 9)
        layout.setSpacing(8)
        layout.addWidget(Text(theme, day, weight=600, heading=3))
        layout.addLayout(lines)
        layout.addWidget(self.photos, 0, Qt.AlignmentFlag.AlignLeft)
        self._count_photos()

        self.photos.clicked.connect(self._want_photos)

    def take(self, taken: SelfTestRecord, *, today: date) -> bool:
        """Show it as it is now, with the keyboard where it is; False where the row says something else."""
        words = (date_of_any_year(taken.taken_at.date(), today=today), *self_test_words(taken))
        if words != self._words:
            return False
        self._taken = taken
        self._count_photos()
        return True

    def _count_photos(self) -> None:
        kept = sum(bool(row.photo_id) for row in self._taken.checks)
        self.photos.set_text(self.tr("%n photo(s)", "", kept))
        self.photos.setVisible(kept > 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line at the foot."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))

    def _want_photos(self) -> None:
        self.photos_wanted.emit(self._taken)


class SelfTestList(Card):
    """The newest first; `photos_wanted` carries the self-test whose photos shall be seen."""

    photos_wanted = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._tests: Sequence[SelfTestRecord] = ()
        self._today = date.min
        self._shown = AT_ONCE
        self._rows: list[SelfTestRow] = []
        self._column = QVBoxLayout()
        self._older = Button(theme, self.tr("Show older self-tests"), kind=ButtonKind.QUIET)
        title = self.tr("Self-tests")

        self.setAccessibleName(title)
        self._column.setSpacing(0)
        self.body.setSpacing(4)
        self.body.addWidget(Text(theme, title, weight=600, heading=2))
        note = self.tr("The middle of the tries, with the error that each number has.")
        self.body.addWidget(Text(theme, note, role=TextRole.CAPTION, tone="text2"))
        self.body.addLayout(self._column)
        self.body.addWidget(self._older, 0, Qt.AlignmentFlag.AlignLeft)

        self._older.clicked.connect(self._show_older)

    @property
    def rows(self) -> Sequence[SelfTestRow]:
        """Those that are shown, the newest first."""
        return tuple(self._rows)

    def show_overview(self, seen: Overview) -> None:
        """Show these self-tests."""
        self._tests, self._today = tuple(reversed(seen.self_tests)), seen.today
        self._show()

    def _show(self) -> None:
        shown = self._tests[: self._shown]
        self._older.setVisible(len(self._tests) > self._shown)
        if self._are_as_before(shown):
            return
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [SelfTestRow(self._theme, taken, today=self._today) for taken in shown]
        for row in self._rows:
            self._column.addWidget(row)
            row.photos_wanted.connect(self._want_photos)

    def _are_as_before(self, shown: Sequence[SelfTestRecord]) -> bool:
        """Whether the rows say what they did; only the photos may have changed, and are counted anew."""
        if len(shown) != len(self._rows):
            return False
        return all(row.take(taken, today=self._today) for row, taken in zip(self._rows, shown, strict=True))

    def _want_photos(self, taken: SelfTestRecord) -> None:
        self.photos_wanted.emit(taken)

    def _show_older(self) -> None:
        self._shown += AT_ONCE
        self._show()
