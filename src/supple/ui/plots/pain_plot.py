"""Pain before and after each session, and the minutes of each, over the days."""

from datetime import date
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.overview import Overview
from supple.domain.record import SessionRecord
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.plots.plot_ground import TimeScale, draw_days, draw_level, spread_days

HEIGHT = 190
TOP_SCORE = 10
LEAST_MINUTES = 20
MARK = 4.0
BAR_MOST, BAR_LEAST = 8.0, 2.0
PAIN_SHARE, GAP_SHARE = 0.5, 0.22  # of the height above the days


class PainPlot(QWidget):
    """Rings are pain before, dots pain after, bars minutes; the description says it in words."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sessions: tuple[SessionRecord, ...] = ()
        self._first = self._last = date.min

        tell(self, Told.CHART)
        self.setAccessibleName(self.tr("Pain and minutes"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

        theme.changed.connect(self._renew)

    def show_overview(self, seen: Overview) -> None:
        """Draw these sessions."""
        self._sessions = seen.sessions
        self._first = seen.first
        self._last = max([seen.today, *(session.day for session in seen.sessions)])
        self.setAccessibleDescription(self._words())
        self.update()

    def sizeHint(self) -> QSize:
        """As high as drawn; as wide as the page lets it be."""
        return QSize(320, self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for two in a row."""
        return QSize(200, self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Pain above, minutes below, days under both."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self._theme.line_height(TextRole.CAPTION)
        top, foot = words / 2, self.height() - words - 8.0
        pain_foot = top + (foot - top) * PAIN_SHARE
        minutes_top = pain_foot + (foot - top) * GAP_SHARE
        scale = TimeScale(
            first=self._first, last=self._last, left=float(self._theme.px(28)), right=self.width() - 8.0
        )
        self._draw_pain(painter, scale, top=top, foot=pain_foot)
        self._draw_minutes(painter, scale, top=minutes_top, foot=foot)
        draw_days(painter, self._theme, scale, spread_days(self._first, self._last), top=foot + 8)

    def _draw_pain(self, painter: QPainter, scale: TimeScale, *, top: float, foot: float) -> None:
        step = (foot - top) / TOP_SCORE
        for score in (0, TOP_SCORE // 2, TOP_SCORE):
            y = foot - score * step
            draw_level(painter, self._theme, y=y, left=scale.left, right=scale.right, word=str(score))
        for session in self._sessions:
            x = scale.x(session.started_at)
            before, after = session.pain_before, session.pain_after
            if before is not None and after is not None and before != after:
                painter.setPen(QPen(self._theme.colour("text3"), 1.5))
                painter.drawLine(QPointF(x, foot - before * step), QPointF(x, foot - after * step))
            if before is not None:
                painter.setPen(QPen(self._theme.colour("text2"), 2))
                painter.setBrush(self._theme.colour("surface"))
                painter.drawEllipse(QPointF(x, foot - before * step), MARK, MARK)
            if after is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("accent"))
                painter.drawEllipse(QPointF(x, foot - after * step), MARK + 1, MARK + 1)

    def _draw_minutes(self, painter: QPainter, scale: TimeScale, *, top: float, foot: float) -> None:
        longest = max((session.done_s / 60 for session in self._sessions), default=0.0)
        most = max(LEAST_MINUTES, ceil(longest / 10) * 10)
        for minutes in (0, most):
            y = foot - (foot - top) * minutes / most
            draw_level(painter, self._theme, y=y, left=scale.left, right=scale.right, word=str(minutes))
        width = max(BAR_LEAST, min(BAR_MOST, scale.day_width * 0.6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bar_colour(self._theme))
        for session in self._sessions:
            height = (foot - top) * session.done_s / 60 / most
            x = scale.x(session.started_at)
            painter.drawRoundedRect(QRectF(x - width / 2, foot - height, width, height), 2, 2)

    def _words(self) -> str:
        rated = [s for s in self._sessions if s.pain_before is not None or s.pain_after is not None]
        if not rated:
            return self.tr("No pain ratings in this time.")
        words = self.tr(
            "%n session(s) with pain ratings. The last: {before} before, {after} after.", "", len(rated)
        )
        none = self.tr("not rated")
        before, after = rated[-1].pain_before, rated[-1].pain_after
        return words.replace("{before}", none if before is None else str(before)).replace(
            "{after}", none if after is None else str(after)
        )

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()


def bar_colour(theme: Theme) -> QColor:
    """The colour of minutes: the accent, a little quieter."""
    colour = theme.colour("accent")
    colour.setAlphaF(0.75)
    return colour
