"""A segmented control: a few choices side by side in a well, one of them chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QRadioButton, QSizePolicy, QWidget

from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.painting import draw_frame
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.theme import TextRole, Theme

PADDING = 20
ICON = 18
GAP = 8


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment."""

    key: str
    word: str
    icon: str | None = None


class _Segment(QRadioButton):
    """A segment; a radio button, so arrows move and a screen reader counts them."""

    def __init__(self, theme: Theme, choice: Segment) -> None:
        super().__init__(choice.word)
        self._theme = theme
        self.choice = choice

        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Measured as if chosen, so that nothing moves when it is."""
        width = QFontMetrics(self._word_font(600)).horizontalAdvance(self.text()) + 2 * PADDING
        if self.choice.icon:
            width += ICON + GAP
        return QSize(width, self._theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """A segment never cuts its word."""
        return self.sizeHint()

    def hitButton(self, _pos: object) -> bool:
        """All of it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Raised when chosen, a word in the well otherwise."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.isChecked():
            draw_frame(painter, self._theme, rect, ground="raised", edge="line", width=1, radius=7)
        elif self.underMouse() and self.isEnabled():
            draw_frame(painter, self._theme, rect, ground="pressed", edge="pressed", width=0, radius=7)
        tone = "text" if self.isChecked() else "text2"
        colour = self._theme.colour(tone if self.isEnabled() else "disabled")
        font = self._word_font(600 if self.isChecked() else 500)
        word = QFontMetrics(font).horizontalAdvance(self.text())
        x = (self.width() - word - (ICON + GAP if self.choice.icon else 0)) / 2
        if self.choice.icon:
            icon = icon_pixmap(
                self.choice.icon, size=ICON, colour=colour.name(), ratio=self.devicePixelRatioF()
            )
            painter.drawPixmap(QPointF(x, (self.height() - ICON) / 2), icon)
            x += ICON + GAP
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QRectF(x, 0, word + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())

    def _word_font(self, weight: int) -> QFont:
        return self._theme.font(TextRole.BODY, weight=weight)


class Segmented(QFrame):
    """Choices in a well; it wraps when the text is large."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[Segment],
        *,
        name: str,
        key: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(gap=4, line_gap=4)
        self._segments = {choice.key: _Segment(theme, choice) for choice in choices}

        self.setProperty("role", "segmented")
        tell(self, Told.GROUP)
        self.setAccessibleName(name)
        self._flow.setContentsMargins(4, 4, 4, 4)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for segment in self._segments.values():
            self._group.addButton(segment)
            self._flow.addWidget(segment)
        if key is not None:
            self.set_key(key)

        self._group.buttonClicked.connect(self._choose)
        theme.changed.connect(self._renew)

    @property
    def key(self) -> str | None:
        """The key of the chosen segment."""
        for key, segment in self._segments.items():
            if segment.isChecked():
                return key
        return None

    def set_key(self, key: str) -> None:
        """Choose without telling."""
        if key in self._segments:
            self._segments[key].setChecked(True)

    def button(self, key: str) -> QAbstractButton:
        """The segment of `key`."""
        return self._segments[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the rows at this width, also in a layout that does not ask."""
        super().resizeEvent(event)
        self._hold_height()

    def sizeHint(self) -> QSize:
        """All segments in one row."""
        hint = self._flow.sizeHint()
        return QSize(hint.width() + 8, hint.height() + 8)

    def _choose(self, button: QAbstractButton) -> None:
        if isinstance(button, _Segment):
            self.chosen.emit(button.choice.key)

    def _renew(self) -> None:
        for segment in self._segments.values():
            segment.updateGeometry()
            segment.update()
        self.updateGeometry()
        self._hold_height()

    def _hold_height(self) -> None:
        height = self._flow.heightForWidth(self.width())
        if height != self.minimumHeight():
            self.setFixedHeight(height)
