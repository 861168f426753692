"""The calendar of a plan: a row for each week, a cell for each day; nothing of it is told by colour alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.week import WEEK_DAYS
from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.reader import Told, announce, tell
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.words.day_words import short_weekday

CELL, GAP, RADIUS = 50, 6, 10
FOOT = 5  # of a session of half the sets
NAMES = 164  # the column with the words of a week, at most
NAMES_LEAST = 104
AIR = 14  # between them and the days
CELL_LEAST = 46  # as narrow as a day becomes for them
STACKS_BELOW = 560  # less wide than this the words of a week stand over its days
ICON = 16
STRIPE = 8


class DayLook(StrEnum):
    """What a day of the calendar looks like."""

    PLAIN = "a day without anything"
    PROPOSED = "planned in a plan that has not begun"
    PLANNED = "planned"
    DONE = "done"
    HALF = "done with half the sets"
    PAUSED = "paused"
    CHECK = "the hips are checked again"
    CHECKED = "the hips were checked again"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One day; `minutes` stand in its cell ("" for none), `sentence` is what is said and read of it."""

    day: date
    look: DayLook
    sentence: str
    minutes: str = ""
    is_today: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWeek:
    """Seven days, what the week is called and what it is for."""

    name: str
    what: str
    days: tuple[CalendarDay, ...]


class PlanCalendar(QWidget):
    """Arrow keys walk the days and a screen reader hears each; Enter or a press opens one."""

    day_opened = Signal(object)  # date

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._weeks: tuple[CalendarWeek, ...] = ()
        self._at = 0  # the day of the keyboard, counted from the first

        tell(self, Told.CHART)
        self.setAccessibleName(self.tr("Calendar of the plan"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

        theme.changed.connect(self._renew)

    @property
    def sentence(self) -> str:
        """The day the keyboard is on, in words."""
        return self._days[self._at].sentence if self._days else ""

    def set_weeks(self, weeks: Sequence[CalendarWeek]) -> None:
        """Show these; the keyboard stays on its day as far as that is still there, or begins at today."""
        before = self._days[self._at].day if self._days else None
        self._weeks = tuple(weeks)
        days = [each.day for each in self._days]
        today = next((at for at, each in enumerate(self._days) if each.is_today), 0)
        self._at = days.index(before) if before in days else today
        self._tell()
        self._renew()

    def hasHeightForWidth(self) -> bool:
        """Words of a week wrap, or stand over it."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All weeks."""
        return round(self._tops(width)[-1]) - GAP if self._weeks else 0

    def sizeHint(self) -> QSize:
        """Wide enough for the words beside the days."""
        width = self._theme.px(STACKS_BELOW)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Seven days side by side."""
        return QSize(WEEK_DAYS * (self._theme.px(30) + GAP), self._theme.px(CELL))

    def focus_rect(self) -> QRect:
        """The ring goes round the day."""
        return self._cell(self._at).toAlignedRect() if self._days else self.rect()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say the day."""
        super().focusInEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk days, up and down weeks; Enter opens the day."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._days:
            self.day_opened.emit(self._days[self._at].day)
            return
        ahead = -1 if self.isRightToLeft() else 1
        step = {
            Qt.Key.Key_Left.value: -ahead,
            Qt.Key.Key_Right.value: ahead,
            Qt.Key.Key_Up.value: -WEEK_DAYS,
            Qt.Key.Key_Down.value: WEEK_DAYS,
        }.get(event.key(), 0)
        if not step or not self._days:
            super().keyPressEvent(event)
            return
        if 0 <= self._at + step < len(self._days):
            self._at += step
        self._tell()
        announce(self, self.sentence)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on a day opens it."""
        for at, each in enumerate(self._days):
            if self._cell(at).contains(event.position()) and event.button() is Qt.MouseButton.LeftButton:
                self._at = at
                self._tell()
                self.update()
                self.day_opened.emit(each.day)

    def tip_at(self, pos: QPoint) -> tuple[str, QRect] | None:
        """The same words as a tip under the day."""
        for at, each in enumerate(self._days):
            if self._cell(at).contains(QPointF(pos)):
                return each.sentence, self._cell(at).toAlignedRect()
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names of the days, words of the weeks, and the cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._weeks:
            return
        painter.setFont(self._theme.font(TextRole.CAPTION, weight=500))
        painter.setPen(self._theme.colour("text2"))
        for column, each in enumerate(self._weeks[0].days):
            cell = self._cell(column)
            place = QRectF(cell.left() - GAP / 2, 0, cell.width() + GAP, self._line())
            name = short_weekday(each.day.isoweekday())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
        for row, week in enumerate(self._weeks):
            self._draw_words(painter, row, week)
        for at, each in enumerate(self._days):
            self._draw_day(painter, self._cell(at), each)

    def _draw_words(self, painter: QPainter, row: int, week: CalendarWeek) -> None:
        place = self._words(row)
        wraps = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._theme.font(TextRole.BODY, weight=600))
        painter.setPen(self._theme.colour("text"))
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignTop), week.name)
        name_high = self._theme.line_height(TextRole.BODY)
        if self._stacks(self.width()):
            name_wide = QFontMetrics(painter.font()).horizontalAdvance(week.name) + 12
            drop = name_high - self._line()
            place = (
                place.adjusted(0, drop, -name_wide, 0)
                if self.isRightToLeft()
                else place.adjusted(name_wide, drop, 0, 0)
            )
        else:
            place = place.adjusted(0, name_high, 0, 0)
        painter.setFont(self._theme.font(TextRole.CAPTION))
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(place, int(side | wraps), week.what)

    def _draw_day(self, painter: QPainter, cell: QRectF, each: CalendarDay) -> None:
        paint_day_ground(painter, self._theme, cell, each.look, is_today=each.is_today)
        on_accent = each.look is DayLook.DONE
        tones = {DayLook.DONE: "on_accent", DayLook.PROPOSED: "accent_text", DayLook.HALF: "accent_text"}
        tone = tones.get(each.look, "text")
        line = self._line()
        lines = 1 if each.look is DayLook.PLAIN else 2
        if each.look is DayLook.PLAIN and each.minutes:
            lines = 2
        top = cell.center().y() - lines * line / 2
        bold = each.is_today
        painter.setFont(self._theme.font(TextRole.CAPTION, weight=600 if bold else 400, tabular=True))
        painter.setPen(self._theme.colour("on_accent" if on_accent else "text" if bold else "text2"))
        number = QRectF(cell.left(), top, cell.width(), line)
        if each.look is DayLook.PAUSED:
            self._clear_behind(painter, number, str(each.day.day))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(each.day.day))
        if lines == 2:
            self._draw_below(painter, number.translated(0, line), each, tone)

    def _draw_below(self, painter: QPainter, place: QRectF, each: CalendarDay, tone: str) -> None:
        """Icon and minutes, side by side in the middle."""
        icons = {
            DayLook.DONE: ("check",),
            DayLook.HALF: ("check",),
            DayLook.PAUSED: ("pause",),
            DayLook.CHECK: ("flag",),
            DayLook.CHECKED: ("flag", "check"),
        }.get(each.look, ())
        font = self._theme.font(TextRole.CAPTION, weight=600, tabular=True)
        words = QFontMetrics(font).horizontalAdvance(each.minutes)
        size = min(self._theme.icon_px(ICON), round(place.height()))
        if words + (size + 3) * len(icons) > place.width():
            icons = icons if not words else ()  # the ground and its foot say it, and so do the words
        wide = words + len(icons) * size + (3 if words and icons else 0) + 3 * max(0, len(icons) - 1)
        x = place.center().x() - wide / 2
        colour = self._theme.colour("accent_text" if "flag" in icons else tone).name()
        for icon in icons:
            drawn = icon_pixmap(icon, size=size, colour=colour, ratio=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, place.center().y() - size / 2), drawn)
            x += size + 3
        if each.minutes:
            painter.setFont(font)
            painter.setPen(self._theme.colour(tone))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(QRectF(x, place.top(), words + 2, place.height()), flags, each.minutes)

    def _clear_behind(self, painter: QPainter, place: QRectF, words: str) -> None:
        """Stripes under figures make them hard to read."""
        wide = QFontMetrics(painter.font()).horizontalAdvance(words) + 8
        pen = painter.pen()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface"))
        middle = place.center()
        size = self._theme.icon_px(ICON)
        painter.drawRoundedRect(
            QRectF(middle.x() - wide / 2, place.top() + 1, wide, place.height() + size), 4, 4
        )
        painter.setPen(pen)

    @property
    def _days(self) -> tuple[CalendarDay, ...]:
        return tuple(day for week in self._weeks for day in week.days)

    def _stacks(self, width: int) -> bool:
        return width < self._theme.px(STACKS_BELOW) * 0.82

    def _names(self, width: int) -> int:
        """The width of the words beside the days."""
        if self._stacks(width):
            return 0
        name, what = (
            QFontMetrics(self._theme.font(TextRole.BODY, weight=600)),
            QFontMetrics(self._theme.font(TextRole.CAPTION)),
        )
        words = (
            max(name.horizontalAdvance(each.name), what.horizontalAdvance(each.what)) for each in self._weeks
        )
        wide = max(words, default=0) + AIR
        room = width - WEEK_DAYS * (self._theme.px(CELL_LEAST) + GAP)
        return max(self._theme.px(NAMES_LEAST), min(self._theme.px(NAMES), wide, room))

    def _row_height(self, row: int, width: int) -> float:
        """Without the words where they stand over the days."""
        least = float(self._theme.px(CELL))
        if self._stacks(width):
            return least
        return max(least, self._words_height(row, self._names(width)))

    def _words_height(self, row: int, width: int) -> float:
        metrics = QFontMetrics(self._theme.font(TextRole.CAPTION))
        room = QRect(0, 0, max(1, width - AIR), 10_000)
        what = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._weeks[row].what)
        return self._theme.line_height(TextRole.BODY) + what.height()

    def _tops(self, width: int) -> list[float]:
        """Where each week begins, and where one more would."""
        over = self._theme.line_height(TextRole.BODY) + 2 if self._stacks(width) else 0
        tops = [float(self._line() + GAP)]
        for row in range(len(self._weeks)):
            tops.append(tops[-1] + over + self._row_height(row, width) + GAP)
        return tops

    def _words(self, row: int) -> QRectF:
        tops = self._tops(self.width())
        if self._stacks(self.width()):
            return QRectF(0, tops[row], self.width(), self._theme.line_height(TextRole.BODY))
        wide = self._names(self.width()) - AIR
        high = self._words_height(row, self._names(self.width()))
        spare = (tops[row + 1] - GAP - tops[row] - high) / 2
        left = self.width() - wide if self.isRightToLeft() else 0
        return QRectF(left, tops[row] + spare, wide, high + 2)

    def _cell(self, at: int) -> QRectF:
        row, column = divmod(at, WEEK_DAYS)
        width = self.width()
        names = self._names(width)
        wide = (width - names - GAP * (WEEK_DAYS - 1)) / WEEK_DAYS
        high = self._row_height(row, width)
        top = self._tops(width)[row + 1] - GAP - high
        if self.isRightToLeft():
            column, names = WEEK_DAYS - 1 - column, 0
        return QRectF(names + column * (wide + GAP), top, wide, high)

    def _line(self) -> int:
        return self._theme.line_height(TextRole.CAPTION)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.sentence)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()


def paint_day_ground(
    painter: QPainter, theme: Theme, cell: QRectF, look: DayLook, *, is_today: bool = False
) -> None:
    """What a day stands on, in the calendar and in the words under it."""
    radius = min(RADIUS, cell.height() / 3)
    outline = QPainterPath()
    outline.addRoundedRect(cell, radius, radius)
    inner = cell.adjusted(1, 1, -1, -1)
    match look:
        case DayLook.DONE:
            painter.fillPath(outline, theme.colour("accent"))
        case DayLook.PROPOSED:
            painter.fillPath(outline, theme.colour("accent_soft"))
        case DayLook.HALF:
            painter.fillPath(outline, theme.colour("accent"))
            body = QPainterPath()
            body.addRoundedRect(cell.adjusted(0, 0, 0, -min(FOOT, cell.height() / 4)), radius, radius)
            painter.fillPath(body, theme.colour("accent_soft"))
        case DayLook.PAUSED:
            painter.save()
            painter.setClipPath(outline)
            painter.setPen(QPen(theme.colour("track"), STRIPE / 2))
            x = cell.left() - cell.height()
            while x < cell.right():
                painter.drawLine(QPointF(x, cell.bottom()), QPointF(x + cell.height(), cell.top()))
                x += STRIPE + STRIPE / 2
            painter.restore()
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(outline)
        case DayLook.PLANNED if not is_today:
            painter.setPen(QPen(theme.colour("line_strong"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        case DayLook.CHECK | DayLook.CHECKED:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(inner, radius - 1, radius - 1)
        case _:
            pass
    if is_today:
        painter.setPen(QPen(theme.colour("text"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, radius - 1, radius - 1)
