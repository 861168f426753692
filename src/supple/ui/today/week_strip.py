"""The strip of a week: a dot for each day, a check mark where something was done; a missed one is one of rest."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.week import WEEK_DAYS, week_start
from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.reader import Told, announce, tell
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.words.day_words import first_weekday, weekday_and_date, weekday_letter
from supple.ui.words.time_words import done_words, seconds_ms

if TYPE_CHECKING:
    from supple.domain.progress import DaySum, PlanOfWeek

DOT, LETTER_GAP = 32, 8


class _Day(NamedTuple):
    """A day of the strip and what was done on it."""

    day: date
    sessions: int = 0
    done_ms: float = 0


class WeekStrip(QWidget):
    """From the first day of the week; arrow keys walk the days and a screen reader hears each."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: tuple[_Day, ...] = ()
        self._today: date | None = None
        self._plan: PlanOfWeek | None = None
        self._at = 0

        tell(self, Told.CHART)
        self.setAccessibleName(self.tr("This week"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self._renew)

    @property
    def sentence(self) -> str:
        """The day the keyboard is on, in words."""
        return self._words(self._at) if self._days else ""

    def set_week(self, sums: "Iterable[DaySum]", *, today: date, plan: "PlanOfWeek | None" = None) -> None:
        """Show the week of `today` with what was done on its days; a day without a sum is an empty one.

        With a `plan` days to come that have no session are days of rest, and a check has a shape of its own.
        """
        self._plan = plan
        done = {day.day: _Day(day.day, day.sessions, seconds_ms(day.done_s)) for day in sums}
        first = week_start(today, first_weekday=first_weekday())
        week = (first + timedelta(days=n) for n in range(WEEK_DAYS))
        self._days, self._today = tuple(done.get(day, _Day(day)) for day in week), today
        self._at = (today - first).days
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """Seven dots with air."""
        return QSize(7 * (self._dot() + 4), self._letter() + LETTER_GAP + self._dot())

    def minimumSizeHint(self) -> QSize:
        """Seven dots side by side; they shrink a little before the card does."""
        return QSize(7 * 24, self.sizeHint().height())

    def focus_rect(self) -> QRect:
        """The ring goes round the day."""
        return self._cell(self._at).toRect() if self._days else self.rect()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say the day."""
        super().focusInEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk the days."""
        step = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key(), 0)
        step = -step if self.isRightToLeft() else step
        if not step or not self._days:
            super().keyPressEvent(event)
            return
        self._at = max(0, min(len(self._days) - 1, self._at + step))
        self._tell()
        announce(self, self.sentence)
        self.update()

    def tip_at(self, pos: QPoint) -> tuple[str, QRect] | None:
        """The same words as a tip under the day."""
        for i in range(len(self._days)):
            if self._cell(i).contains(QPointF(pos)):
                return self._words(i), self._cell(i).toAlignedRect()
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Letters, then dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i, day in enumerate(self._days):
            is_today = day.day == self._today
            cell = self._cell(i)
            letters = QRectF(cell.left() - 8, 0, cell.width() + 16, self._letter())
            painter.setFont(self._theme.font(TextRole.CAPTION, weight=600 if is_today else 400))
            painter.setPen(self._theme.colour("text" if is_today else "text2"))
            letter = weekday_letter(day.day.isoweekday())
            painter.drawText(letters, Qt.AlignmentFlag.AlignCenter, letter)
            self._draw_dot(painter, cell, day, is_today=is_today)

    def _draw_dot(self, painter: QPainter, cell: QRectF, day: _Day, *, is_today: bool) -> None:
        ring = cell.adjusted(1, 1, -1, -1)
        if day.sessions:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(cell)
            if is_today:
                painter.setPen(QPen(self._theme.colour("surface"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(cell.adjusted(3, 3, -3, -3))
            size = round(cell.width() * 0.5)
            check = icon_pixmap(
                "check", size=size, colour=self._theme.tokens.on_accent, ratio=self.devicePixelRatioF()
            )
            painter.drawPixmap(cell.center() - QPointF(size / 2, size / 2), check)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._is_check(day.day):
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawEllipse(ring)
            size = round(cell.width() * 0.5)
            colour = self._theme.tokens.accent_text
            flag = icon_pixmap("flag", size=size, colour=colour, ratio=self.devicePixelRatioF())
            painter.drawPixmap(cell.center() - QPointF(size / 2, size / 2), flag)
        elif is_today:
            rests = self._plan is not None and day.day not in self._plan.planned
            painter.setPen(QPen(self._theme.colour("line_strong" if rests else "accent"), 2))
            painter.drawEllipse(ring)
            painter.setFont(self._theme.font(TextRole.CAPTION, weight=600, tabular=True))
            painter.setPen(self._theme.colour("text" if rests else "accent_text"))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.day.day))
        elif self._is_to_come(day.day):
            painter.setPen(QPen(self._theme.colour("line_strong"), 1, Qt.PenStyle.DashLine))
            painter.drawEllipse(ring)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("track"))
            painter.drawEllipse(cell)

    def _cell(self, index: int) -> QRectF:
        """Where the dot of a day is."""
        step = self.width() / 7
        dot = min(float(self._dot()), step - 2)
        spread = (self.width() - dot) / 6
        top = self._letter() + LETTER_GAP + (self._dot() - dot) / 2
        place = WEEK_DAYS - 1 - index if self.isRightToLeft() else index
        return QRectF(place * spread, top, dot, dot)

    def _dot(self) -> int:
        return self._theme.px(DOT)

    def _letter(self) -> int:
        return self._theme.line_height(TextRole.CAPTION)

    def _words(self, index: int) -> str:
        """ "Monday 20 July, 14 min"."""
        day = self._days[index]
        words = self._words_of_plan(day.day)
        if day.sessions:
            words = self.tr("{day}, {time}").replace("{time}", done_words(day.done_ms))
        elif not words and self._is_not_over(day.day) and day.day != self._today:
            words = "{day}"
        elif not words:
            words = self.tr("{day}, nothing recorded")
        return words.replace("{day}", weekday_and_date(day.day))

    def _words_of_plan(self, day: date) -> str:
        """What a plan has on a day on which nothing was done; "" for a day of rest that is over."""
        if self._plan is None:
            return ""
        if self._is_check(day):
            return self.tr("{day}, check your hips again")
        if day in self._plan.missed:
            return self.tr("{day}, was planned, nothing recorded")
        if not self._is_not_over(day):
            return ""
        planned = day in self._plan.planned
        return self.tr("{day}, planned") if planned else self.tr("{day}, a day of rest")

    def _is_not_over(self, day: date) -> bool:
        return self._today is not None and day >= self._today

    def _is_check(self, day: date) -> bool:
        return self._plan is not None and day in self._plan.checks and self._is_not_over(day)

    def _is_to_come(self, day: date) -> bool:
        """Whether something may be done on a day that lies ahead."""
        ahead = self._today is not None and day > self._today
        return ahead and (self._plan is None or day in self._plan.planned)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.sentence)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
