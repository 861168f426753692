"""A number with minus and plus at its ends, for small whole numbers with a unit."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget

from supple.ui.kit.painting import draw_frame
from supple.ui.kit.theme import TextRole, Theme

HEIGHT, WIDTH = 40, 116
RADIUS = 10
ARM = 7  # half of the stroke of a sign
SIGN_WIDTH = 36
GAP = 8


class Stepper(QSpinBox):
    """Arrow keys, wheel and typing change it as in every spin box; its ends are pressed, and grey where it ends."""

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

        self.setAccessibleName(name)
        self.setProperty("focus_radius", RADIUS)
        self.setFrame(False)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.lineEdit().setFrame(False)
        self._renew()

        self.valueChanged.connect(self.update)
        theme.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        """The signs and the widest number between them."""
        words = f"{self.maximum()}{self.suffix()}"
        inner = QFontMetrics(self._theme.font(TextRole.BODY, weight=600)).horizontalAdvance(words)
        return QSize(
            max(self._theme.px(WIDTH), inner + 2 * self._sign_width() + 2 * GAP), self._theme.px(HEIGHT)
        )

    def minimumSizeHint(self) -> QSize:
        """Never cuts its number."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The ends take or add one."""
        x = event.position().x()
        if event.button() is Qt.MouseButton.LeftButton and x < self._sign_width():
            self.stepDown()
        elif event.button() is Qt.MouseButton.LeftButton and x > self.width() - self._sign_width():
            self.stepUp()
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The number between the signs."""
        super().resizeEvent(event)
        self._place_number()

    def showEvent(self, event: QShowEvent) -> None:
        """The number between the signs."""
        super().showEvent(event)
        self._place_number()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show where the mouse is."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame and signs; the number is the field's own."""
        painter = QPainter(self)
        ground = "hover" if self.underMouse() and self.isEnabled() else "surface"
        draw_frame(
            painter,
            self._theme,
            QRectF(self.rect()),
            ground=ground,
            edge="line_strong" if self.isEnabled() else "line",
            width=1,
            radius=RADIUS,
        )
        middle, half = self.height() / 2, self._sign_width() / 2
        self._draw_sign(painter, QPointF(half, middle), plus=False, enabled=self.value() > self.minimum())
        self._draw_sign(
            painter, QPointF(self.width() - half, middle), plus=True, enabled=self.value() < self.maximum()
        )

    def _draw_sign(self, painter: QPainter, at: QPointF, *, plus: bool, enabled: bool) -> None:
        tone = "text" if enabled and self.isEnabled() else "disabled"
        pen = QPen(self._theme.colour(tone), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        arm = self._theme.px(ARM)
        painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
        if plus:
            painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))

    def _place_number(self) -> None:
        sign = self._sign_width()
        self.lineEdit().setGeometry(sign, 0, max(0, self.width() - 2 * sign), self.height())

    def _sign_width(self) -> int:
        return self._theme.px(SIGN_WIDTH)

    def _renew(self) -> None:
        self.setFont(self._theme.font(TextRole.BODY, weight=600, tabular=True))
        self.updateGeometry()
        self._place_number()
        self.update()
