"""This week of a plan: a line for each day with a session, done or to be done, and how it felt."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import Card
from supple.ui.kit.icons import IconView
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLine:
    """A day in words; `pains` before, after and the next morning, "" where nothing was rated."""

    day: str
    session: str
    pains: str = ""
    is_done: bool = False
    starts: bool = False


class PlanWeekCard(Card):
    """Its button starts what is due today."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=24, parent=parent)
        self._title = Text(theme, self.tr("This week"), role=TextRole.LEAD, weight=600, heading=2)
        self._sums = Text(
            theme, role=TextRole.CAPTION, tone="text2", align=Qt.AlignmentFlag.AlignRight, wraps=False
        )
        self._heads = [
            Text(theme, word, role=TextRole.CAPTION, tone="text2", weight=600, heading=0)
            for word in (self.tr("Day"), self.tr("Session"), self.tr("Pain before, after, next morning"))
        ]
        self._lines: tuple[WeekLine, ...] = ()
        self._cells: list[QWidget] = []
        self._grid = QGridLayout()
        self.start = Button(theme, self.tr("Start routine"), kind=ButtonKind.PRIMARY, icon="play")

        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._sums)
        self._grid.setVerticalSpacing(8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(1, 1)
        for column, words in enumerate(self._heads):
            self._grid.addWidget(words, 0, column)
        self._heads[2].setAlignment(Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(head)
        self.body.addLayout(self._grid)
        self.start.hide()

        theme.changed.connect(self._arrange)

    @property
    def lines(self) -> tuple[WeekLine, ...]:
        """What it says, a line a day."""
        return self._lines

    def show_week(self, lines: Sequence[WeekLine], *, title: str, sums: str) -> None:
        """Show these; only what is due today has the button."""
        self._title.set_text(title)
        self.setAccessibleName(title)
        self._sums.set_text(sums)
        self._lines = tuple(lines)
        self.setVisible(bool(lines))
        self._arrange()

    def set_narrow(self, *, narrow: bool) -> None:
        """Closer padding."""
        self.set_padding(16 if narrow else 24)

    def _arrange(self) -> None:
        had_focus = self.start.hasFocus()
        self._grid.removeWidget(self.start)
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        large = self._theme.scale >= LARGE_TEXT
        rates = any(line.pains for line in self._lines)
        self._heads[2].setVisible(rates and not large)
        self._heads[1].setVisible(not large)
        self._heads[0].setVisible(not large)
        for number, line in enumerate(self._lines):
            self._add(line, 1 + number * (4 if large else 2), large=large)
        self.start.setVisible(any(line.starts for line in self._lines))
        if had_focus:
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, line: WeekLine, row: int, *, large: bool) -> None:
        theme = self._theme
        rule = QFrame()
        rule.setProperty("role", "line")
        rule.setFixedHeight(1)
        day = Text(theme, line.day, weight=600 if line.starts else None, heading=0)
        session = QWidget()
        words = QHBoxLayout(session)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(6)
        if line.is_done:
            words.addWidget(IconView(theme, "check", size=18, tone="success"))
        words.addWidget(Text(theme, line.session), 1)
        end: QWidget = self.start
        if not line.starts:
            end = Text(theme, line.pains, align=Qt.AlignmentFlag.AlignRight, tabular=True)
            self._cells.append(end)
        self._cells += [rule, day, session]
        if large:
            self._grid.addWidget(rule, row, 0, 1, 3)
            for below, cell in enumerate((day, session, end)):
                self._grid.addWidget(cell, row + 1 + below, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
            return
        self._grid.addWidget(rule, row, 0, 1, 3)
        self._grid.addWidget(day, row + 1, 0)
        self._grid.addWidget(session, row + 1, 1)
        self._grid.addWidget(end, row + 1, 2, Qt.AlignmentFlag.AlignRight)
