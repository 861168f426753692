"""The days of a week to choose from: seven boxes, of which some are closed by a rule that is said under them."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.painting import draw_frame, state_ground
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.words.day_words import first_weekday, short_weekday, weekday_name

HIGH, LEAST, CIRCLE, CHECK = 58, 30, 20, 12
WEEK = 7


class DayToggle(QAbstractButton):
    """One day: its word over a circle, with a check in it when it is chosen."""

    def __init__(self, theme: Theme, weekday: int) -> None:
        """`weekday` from 0 for Monday to 6."""
        super().__init__()
        self._theme = theme
        self.weekday = weekday

        self.setCheckable(True)
        self.setText(short_weekday(weekday + 1))
        self.setAccessibleName(weekday_name(weekday + 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        """Wide enough for its word."""
        font = self._theme.font(TextRole.CAPTION, weight=600)
        wide = QFontMetrics(font).horizontalAdvance(self.text()) + 6
        return QSize(max(LEAST, wide), self._theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """A day never cuts its word."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, word, circle."""
        painter = QPainter(self)
        on, open_ = self.isChecked(), self.isEnabled()
        edge = "line" if not open_ else "accent" if on else "line_strong"
        ground = state_ground(self, chosen=on)
        draw_frame(painter, self._theme, QRectF(self.rect()), ground=ground, edge=edge, width=1, radius=10)
        tone = "disabled" if not open_ else "accent_text" if on else "text2"
        painter.setFont(self._theme.font(TextRole.CAPTION, weight=600 if on else 500))
        painter.setPen(self._theme.colour(tone))
        line = self._theme.line_height(TextRole.CAPTION)
        size = self._theme.icon_px(CIRCLE)
        top = (self.height() - line - 4 - size) / 2
        painter.drawText(QRectF(0, top, self.width(), line), Qt.AlignmentFlag.AlignCenter, self.text())
        middle = QPointF(self.width() / 2, top + line + 4 + size / 2)
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(self._theme.colour(edge), 1))
        painter.setBrush(self._theme.colour("accent") if on else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, size / 2 - 0.5, size / 2 - 0.5)
        if on:
            small = self._theme.icon_px(CHECK)
            colour = self._theme.tokens.on_accent
            check = icon_pixmap("check", size=small, colour=colour, ratio=self.devicePixelRatioF())
            painter.drawPixmap(middle - QPointF(small / 2, small / 2), check)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()


class DayToggles(QWidget):
    """The whole week; arrows move between the days, Space turns one."""

    days_chosen = Signal(object)  # frozenset[int], as they are chosen then

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        order = [(first_weekday() - 1 + at) % WEEK for at in range(WEEK)]
        self._toggles = {weekday: DayToggle(theme, weekday) for weekday in order}
        self._why = Text(theme, role=TextRole.CAPTION, tone="text2")

        tell(self, Told.GROUP)
        self.setAccessibleName(name)
        days = QHBoxLayout()
        days.setSpacing(6)
        for toggle in self._toggles.values():
            days.addWidget(toggle)
            toggle.clicked.connect(self._tell_days)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(days)
        layout.addWidget(self._why)
        self._why.hide()

    @property
    def days(self) -> frozenset[int]:
        """Those that are chosen, from 0 for Monday."""
        return frozenset(weekday for weekday, toggle in self._toggles.items() if toggle.isChecked())

    @property
    def toggles(self) -> tuple[DayToggle, ...]:
        """One for each day, in the order of the week."""
        return tuple(self._toggles.values())

    def show_days(self, chosen: Collection[int], closed: Mapping[int, str]) -> None:
        """Choose without telling; the days in `closed` cannot be chosen, and why stands under them."""
        for weekday, toggle in self._toggles.items():
            toggle.setChecked(weekday in chosen)
            why = closed.get(weekday, "")
            toggle.setEnabled(not why)
            toggle.setAccessibleDescription(why)
        self._why.set_text(" ".join(dict.fromkeys(closed.values())))
        self._why.setVisible(bool(closed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move to the next day that is open."""
        step = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key(), 0)
        step = -step if self.isRightToLeft() else step
        toggles = [toggle for toggle in self.toggles if toggle.isEnabled()]
        here = next((at for at, toggle in enumerate(toggles) if toggle.hasFocus()), None)
        if not step or here is None:
            super().keyPressEvent(event)
            return
        toggles[(here + step) % len(toggles)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_days(self) -> None:
        self.days_chosen.emit(self.days)
