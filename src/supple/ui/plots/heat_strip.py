"""The heat strip: a cell for each day, darker where more was done; a day without is an empty cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.week import WEEK_DAYS, week_start
from supple.ui.kit.reader import Told, announce, tell
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.words.day_words import first_weekday, short_month, short_weekday

CELL, GAP, RADIUS = 17, 4, 4
_SHARES = (0.0, 0.4, 0.7, 1.0)  # of the accent, one for each of domain/progress.SHADES_FROM


@dataclass(frozen=True, slots=True)
class HeatDay:
    """One day; `words` are for tooltip and screen reader: "Mon 20 July, 14 min". `is_planned`: a session is to come."""

    day: date
    shade: int
    words: str
    is_planned: bool = False


def heat_colour(theme: Theme, shade: int) -> QColor:
    """The colour of a shade from 0 to 3: track toward accent."""
    track, accent, share = theme.colour("track"), theme.colour("accent"), _SHARES[shade]
    return QColor.fromRgbF(
        track.redF() + (accent.redF() - track.redF()) * share,
        track.greenF() + (accent.greenF() - track.greenF()) * share,
        track.blueF() + (accent.blueF() - track.blueF()) * share,
    )


class HeatStrip(QWidget):
    """Columns are weeks, rows the days of a week; arrows walk the days, today is ringed."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: dict[date, HeatDay] = {}
        self._first = date.min
        self._today = date.min
        self._at = date.min

        tell(self, Told.CHART)
        self.setAccessibleName(self.tr("Calendar of sessions"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self._renew)

    @property
    def sentence(self) -> str:
        """The day the keyboard is on, in words."""
        return self._days[self._at].words if self._at in self._days else ""

    def set_days(self, days: Sequence[HeatDay], *, today: date) -> None:
        """Show these days; the first column is the whole week of the first."""
        self._days = {day.day: day for day in days}
        self._today = self._at = today
        if days:
            self._first = week_start(days[0].day, first_weekday=first_weekday())
        self._tell()
        self._renew()

    def sizeHint(self) -> QSize:
        """All weeks."""
        step = self._cell() + GAP
        return QSize(self._left() + self._weeks() * step, self._top() + WEEK_DAYS * step)

    def minimumSizeHint(self) -> QSize:
        """All weeks."""
        return self.sizeHint()

    def focus_rect(self) -> QRect:
        """The ring goes round the day."""
        return self._place(self._at).toRect() if self._at in self._days else self.rect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down by a day, left and right by a week."""
        week = -WEEK_DAYS if self.isRightToLeft() else WEEK_DAYS
        step = {
            Qt.Key.Key_Up.value: -1,
            Qt.Key.Key_Down.value: 1,
            Qt.Key.Key_Left.value: -week,
            Qt.Key.Key_Right.value: week,
        }.get(event.key())
        if step is None:
            super().keyPressEvent(event)
            return
        wanted = self._at + timedelta(days=step)
        if wanted in self._days:
            self._at = wanted
            self._tell()
            announce(self, self.sentence)
            self.update()

    def tip_at(self, pos: QPoint) -> tuple[str, QRect] | None:
        """The same words as a tip under the day."""
        for day in self._days.values():
            if self._place(day.day).contains(QPointF(pos)):
                return day.words, self._place(day.day).toAlignedRect()
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names of months and days, then the cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(TextRole.CAPTION))
        painter.setPen(self._theme.colour("text2"))
        self._draw_names(painter)
        for day in self._days.values():
            place = self._place(day.day)
            painter.setPen(Qt.PenStyle.NoPen)
            if day.day > self._today:
                pen = QPen(self._theme.colour("line"), 1)
                if day.is_planned:
                    pen = QPen(self._theme.colour("line_strong"), 1, Qt.PenStyle.DashLine)
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                place = place.adjusted(0.5, 0.5, -0.5, -0.5)
            else:
                painter.setBrush(heat_colour(self._theme, day.shade))
            painter.drawRoundedRect(place, RADIUS, RADIUS)
            if day.day == self._today:
                painter.setPen(QPen(self._theme.colour("text"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(place, RADIUS, RADIUS)

    def _draw_names(self, painter: QPainter) -> None:
        for row in (0, 2, 4):
            place = self._place(self._first + timedelta(days=row))
            name = short_weekday((self._first + timedelta(days=row)).isoweekday())
            rect = self._mirrored(QRectF(0, place.top(), self._left() - 8, place.height()))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, name)
        metrics = QFontMetrics(painter.font())
        free_up_to = float(self.width())
        for first in reversed(self._first_weeks_of_months()):
            # From the end: where two names would meet, the month of which less is seen goes without.
            name = short_month(first.month)
            begins, wide = self._column(first), metrics.horizontalAdvance(name)
            if begins + wide <= free_up_to:
                place = self._mirrored(QRectF(begins, 0, wide, metrics.height()))
                painter.drawText(QPointF(place.left(), metrics.ascent()), name)
                free_up_to = begins - 8

    def _first_weeks_of_months(self) -> list[date]:
        """The first day of each month's first column."""
        weeks = [self._first + timedelta(days=week * WEEK_DAYS) for week in range(self._weeks())]
        return [day for day in weeks if day is weeks[0] or day.day <= WEEK_DAYS]

    def _place(self, day: date) -> QRectF:
        row = (day - self._first).days % WEEK_DAYS
        top = self._top() + row * (self._cell() + GAP) + 1
        return self._mirrored(QRectF(self._column(day), top, self._cell(), self._cell()))

    def _column(self, day: date) -> float:
        """Where the column of a day begins, from the side from which is read."""
        return self._left() + (day - self._first).days // WEEK_DAYS * (self._cell() + GAP) + 1

    def _mirrored(self, place: QRectF) -> QRectF:
        """Where `place` is in a language that is read from the right; as it is in others."""
        if self.isRightToLeft():
            place.moveRight(self.width() - place.left())
        return place

    def _weeks(self) -> int:
        last = max(self._days, default=self._first)
        return (last - self._first).days // WEEK_DAYS + 1

    def _cell(self) -> int:
        return self._theme.icon_px(CELL)

    def _left(self) -> int:
        return self._theme.px(46)

    def _top(self) -> int:
        return self._theme.line_height(TextRole.CAPTION) + 4

    def _tell(self) -> None:
        self.setAccessibleDescription(self.sentence)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
