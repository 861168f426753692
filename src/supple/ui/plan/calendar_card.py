"""The card with a plan's calendar, and what its cells mean."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from supple.ui.kit.card import Card
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.plan.plan_calendar import CalendarWeek, DayLook, PlanCalendar, paint_day_ground

SWATCH = 20
_ICONS = {DayLook.DONE: "check", DayLook.PAUSED: "pause", DayLook.CHECK: "flag"}


class _Swatch(QWidget):
    """A small day."""

    def __init__(self, theme: Theme, look: DayLook) -> None:
        super().__init__()
        self._theme = theme
        self._look = look

        tell(self, Told.DECORATION)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._theme.icon_px(SWATCH)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the day, with its icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_day_ground(painter, self._theme, QRectF(self.rect()), self._look)
        if self._look is DayLook.PLAIN:
            painter.setPen(self._theme.colour("line"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        icon = _ICONS.get(self._look)
        if icon is None:
            return
        size = round(self.width() * 0.6)
        tone = {"check": "on_accent", "flag": "accent_text"}.get(icon, "text")
        colour = self._theme.colour(tone).name()
        drawn = icon_pixmap(icon, size=size, colour=colour, ratio=self.devicePixelRatioF())
        at = (self.width() - size) // 2
        painter.drawPixmap(at, at, drawn)


class CalendarCard(Card):
    """Four weeks or more, with the words for their looks under them."""

    def __init__(self, theme: Theme, legend: Sequence[DayLook], *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=24, parent=parent)
        self.calendar = PlanCalendar(theme)
        words = {
            DayLook.PROPOSED: self.tr("planned, minutes"),
            DayLook.PLAIN: self.tr("rest"),
            DayLook.CHECK: self.tr("check your hips again"),
            DayLook.DONE: self.tr("done, minutes"),
            DayLook.HALF: self.tr("half the sets"),
            DayLook.PLANNED: self.tr("planned"),
            DayLook.PAUSED: self.tr("paused"),
        }

        below = FlowLayout(gap=20, line_gap=6)
        for look in legend:
            below.addWidget(_labelled(theme, look, words[look]))
        self.body.setSpacing(14)
        self.body.addWidget(self.calendar)
        self.body.addLayout(below)

    def show_weeks(self, weeks: Sequence[CalendarWeek]) -> None:
        """Show these."""
        self.calendar.set_weeks(weeks)

    def set_narrow(self, *, narrow: bool) -> None:
        """Closer padding."""
        self.set_padding(16 if narrow else 24)


def _labelled(theme: Theme, look: DayLook, words: str) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(_Swatch(theme, look))
    row.addWidget(Text(theme, words, role=TextRole.CAPTION, tone="text2", wraps=False))
    return both
