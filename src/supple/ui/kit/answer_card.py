"""Answers as large cards: one of several (AnswerCard), or any of several (TickCard)."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.painting import draw_frame, state_ground
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme

RADIUS = 12
MARK = 22
DRAWING_WIDTH = 54


class Drawing(StrEnum):
    """The small drawing at the end of an answer: how the leg lies over the floor."""

    NONE = "none"
    DOWN = "down"
    LEVEL = "level"
    LIFTED = "lifted"
    UNSURE = "unsure"


_LIFT = {Drawing.DOWN: 0, Drawing.LEVEL: 4, Drawing.LIFTED: 15}
_HOLLOW = 4  # behind the knee of a leg that lies flat
_KNEE = 0.55  # of the way from hip to heel
_HANDS = {Drawing.LEVEL: (9, 2.5), Drawing.LIFTED: (8, 8)}  # what fits under the thigh: a flat hand, a fist


class _Face:
    """What both kinds of card share: words, measures and painting."""

    def __init__(
        self, button: QAbstractButton, theme: Theme, word: str, sentence: str, drawing: Drawing
    ) -> None:
        self._button = button
        self._theme = theme
        self._drawing = drawing
        self._compact = False
        self._beside = False
        bold = f"**{word}**" if word else ""
        self._words = Text(theme, ", ".join(part for part in (bold, sentence) if part))
        self._layout = QHBoxLayout(button)

        button.setAccessibleName(", ".join(part for part in (word, sentence) if part))
        button.setProperty("focus_radius", RADIUS)
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._words, 1)
        self.arrange()

    def set_compact(self, compact: bool) -> None:
        """Be 52 high instead of 64."""
        self._compact = compact
        self.arrange()

    def add_beside(self, widget: QWidget) -> None:
        """A small picture at the end, which is pressed with the card."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._beside = True
        self._layout.addSpacing(12)
        self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def arrange(self) -> None:
        """Margins that leave room for the mark and the drawing."""
        right = 20 if self._drawing is Drawing.NONE else DRAWING_WIDTH + 36
        above = 5 if self._beside else 8 if self._compact else 12
        self._layout.setContentsMargins(20 + self.mark_size() + 16, above, right, above)
        self._button.setMinimumHeight(self._theme.px(52 if self._compact else 64))
        self._button.updateGeometry()
        self._button.update()

    def mark_size(self) -> int:
        """The dot or box grows with the words, but not as fast."""
        return round(MARK * (1 + (self._theme.scale - 1) / 2))

    def height_for(self, width: int) -> int:
        """At least a comfortable target, more when the words wrap."""
        least = self._theme.px(52 if self._compact else 64)
        return max(least, self._layout.totalHeightForWidth(width))

    def hint(self) -> QSize:
        """One line of words."""
        return QSize(self._layout.totalSizeHint().width(), self.height_for(10_000))

    def least(self) -> QSize:
        """Words wrap, mark and drawing do not."""
        return QSize(self._layout.totalMinimumSize().width(), self._theme.px(52))

    def paint(self, painter: QPainter) -> QRectF:
        """Draw frame and drawing; return where the mark goes."""
        button = self._button
        chosen = button.isChecked()
        draw_frame(
            painter,
            self._theme,
            QRectF(button.rect()),
            ground=state_ground(button, chosen=chosen),
            edge="accent" if chosen else "line_strong",
            width=2 if chosen else 1,
            radius=RADIUS,
        )
        self._paint_drawing(painter)
        size = self.mark_size()
        return QRectF(20, (button.height() - size) / 2, size, size)

    def _paint_drawing(self, painter: QPainter) -> None:
        if self._drawing is Drawing.NONE:
            return
        right, middle = self._button.width() - 20.0, self._button.height() / 2
        if self._drawing is Drawing.UNSURE:
            pixmap = icon_pixmap(
                "circle-help",
                size=24,
                colour=self._theme.tokens.text2,
                ratio=self._button.devicePixelRatioF(),
            )
            painter.drawPixmap(QPointF(right - 26, middle - 12), pixmap)
            return
        left = right - DRAWING_WIDTH
        floor, lift = middle + 9, _LIFT[self._drawing]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("text3"), 1.5))
        painter.drawLine(QPointF(left, floor), QPointF(right, floor))
        hip, heel = QPointF(left + 3, floor - 5), QPointF(right - 3, floor - 5)
        knee = QPointF(left + _KNEE * DRAWING_WIDTH, floor - 5 - lift)
        self._paint_hand(painter, QPointF(hip.x() + 0.72 * (knee.x() - hip.x()), floor - 1))
        pen = QPen(self._theme.colour("text2"), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        leg = QPainterPath(hip)
        if lift:
            leg.lineTo(knee)
        else:
            leg.lineTo(knee - QPointF(4, 0))
            leg.quadTo(knee - QPointF(0, _HOLLOW), knee + QPointF(4, 0))
        leg.lineTo(heel)
        painter.drawPath(leg)

    def _paint_hand(self, painter: QPainter, foot: QPointF) -> None:
        """What fits between thigh and floor, standing on `foot`."""
        size = _HANDS.get(self._drawing)
        if size is not None:
            width, height = size
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(
                QRectF(foot.x() - width / 2, foot.y() - height, width, height), height / 2.5, height / 2.5
            )


class _WithFace:
    """What both kinds of card leave to their face."""

    _face: _Face

    def set_compact(self, compact: bool) -> None:
        """Be 52 high instead of 64."""
        self._face.set_compact(compact)

    def add_beside(self, widget: QWidget) -> None:
        """A small picture at the end of the card."""
        self._face.add_beside(widget)

    def sizeHint(self) -> QSize:
        """One line of words."""
        return self._face.hint()

    def minimumSizeHint(self) -> QSize:
        """Words wrap, the mark does not."""
        return self._face.least()

    def heightForWidth(self, width: int) -> int:
        """Higher when the words wrap."""
        return self._face.height_for(width)

    def hitButton(self, _pos: object) -> bool:
        """The whole card is the answer."""
        return True

    def _renew(self) -> None:
        self._face.arrange()


class AnswerCard(_WithFace, QRadioButton):
    """One answer of several: exclusive among the children of one parent.

    Up and Down move between the answers and choose nothing; a click, Space and Enter choose. `clicked` tells of that,
    also where the answer stood chosen already; `looked_at` of the focus and the mouse. `number` is the key that
    chooses it, shown where the dot comes.
    """

    looked_at = Signal()

    def __init__(
        self,
        theme: Theme,
        word: str,
        sentence: str = "",
        *,
        key: str,
        drawing: Drawing = Drawing.NONE,
        number: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = number
        self.key = key
        self._face = _Face(self, theme, word, sentence, drawing)

        theme.changed.connect(self._renew)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move only; Enter chooses as Space does, and where the answer stands it is the page's."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isChecked():
            if not event.isAutoRepeat():
                self.click()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self._step(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self._step(-1)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second half of a double click answers nothing: the card under it may be another question's."""
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that it is looked at."""
        super().focusInEvent(event)
        self.looked_at.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that it is looked at."""
        super().enterEvent(event)
        self.looked_at.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame and a radio dot."""
        painter = QPainter(self)
        mark = self._face.paint(painter)
        inset = mark.adjusted(1, 1, -1, -1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(inset)
            painter.setBrush(self._theme.colour("on_accent"))
            dot = mark.width() * 0.19
            painter.drawEllipse(mark.center(), dot, dot)
            return
        painter.setPen(QPen(self._theme.colour("line_strong"), 2))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(inset)
        if self._number:
            painter.setPen(self._theme.colour("text2"))
            painter.setFont(self._theme.pixel_font(round(mark.height() * 0.55), weight=600, tabular=True))
            painter.drawText(inset, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _step(self, by: int) -> None:
        """The focus to the next answer, round and round."""
        parent = self.parentWidget()
        cards = [self]
        if parent is not None:
            cards = parent.findChildren(AnswerCard, options=Qt.FindChildOption.FindDirectChildrenOnly)
        target = cards[(cards.index(self) + by) % len(cards)]
        target.setFocus(Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason)


class TickCard(_WithFace, QCheckBox):
    """One of several things that may be true at once."""

    def __init__(
        self, theme: Theme, word: str, sentence: str = "", *, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.key = key
        self._face = _Face(self, theme, word, sentence, Drawing.NONE)

        theme.changed.connect(self._renew)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame and a box with its tick."""
        painter = QPainter(self)
        mark = self._face.paint(painter).adjusted(1, 1, -1, -1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(mark, 6, 6)
            size = round(mark.width() * 0.8)
            tick = icon_pixmap(
                "check", size=size, colour=self._theme.tokens.on_accent, ratio=self.devicePixelRatioF()
            )
            painter.drawPixmap(mark.center() - QPointF(size / 2, size / 2), tick)
        else:
            painter.setPen(QPen(self._theme.colour("line_strong"), 2))
            painter.setBrush(self._theme.colour("surface"))
            painter.drawRoundedRect(mark, 6, 6)
