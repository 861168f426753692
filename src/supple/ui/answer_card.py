"""Answers as large cards: one of several (AnswerCard), or any of several (TickCard)."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from supple.ui.icons import icon_pixmap
from supple.ui.painting import draw_frame, state_ground
from supple.ui.text import Text
from supple.ui.theme import Theme

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


_LIFT = {Drawing.DOWN: 0, Drawing.LEVEL: 5, Drawing.LIFTED: 13}


class _Face:
    """What both kinds of card share: words, measures and painting."""

    def __init__(
        self, button: QAbstractButton, theme: Theme, word: str, sentence: str, drawing: Drawing
    ) -> None:
        self._button = button
        self._theme = theme
        self._drawing = drawing
        self._compact = False
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

    def arrange(self) -> None:
        """Margins that leave room for the mark and the drawing."""
        right = 20 if self._drawing is Drawing.NONE else DRAWING_WIDTH + 36
        above = 8 if self._compact else 12
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
        pen = QPen(self._theme.colour("text2"), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        leg = QPainterPath(QPointF(left + 3, floor - 5))
        leg.lineTo((left + right) / 2, floor - 5 - lift)
        leg.lineTo(right - 3, floor - 5)
        painter.drawPath(leg)


class AnswerCard(QRadioButton):
    """One answer of several: exclusive among the children of one parent; arrows move, Space chooses."""

    def __init__(
        self,
        theme: Theme,
        word: str,
        sentence: str = "",
        *,
        key: str,
        drawing: Drawing = Drawing.NONE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.key = key
        self._face = _Face(self, theme, word, sentence, drawing)

        theme.changed.connect(self._renew)

    def set_compact(self, compact: bool) -> None:
        """Be 52 high instead of 64."""
        self._face.set_compact(compact)

    def sizeHint(self) -> QSize:
        """One line of words."""
        return self._face.hint()

    def minimumSizeHint(self) -> QSize:
        """Words wrap, the mark does not."""
        return self._face.least()

    def heightForWidth(self, width: int) -> int:
        """Higher when the words wrap."""
        return self._face.height_for(width)

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002
        """The whole card is the answer."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
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
        else:
            painter.setPen(QPen(self._theme.colour("line_strong"), 2))
            painter.setBrush(self._theme.colour("surface"))
            painter.drawEllipse(inset)

    def _renew(self) -> None:
        self._face.arrange()


class TickCard(QCheckBox):
    """One of several things that may be true at once."""

    def __init__(
        self, theme: Theme, word: str, sentence: str = "", *, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.key = key
        self._face = _Face(self, theme, word, sentence, Drawing.NONE)

        theme.changed.connect(self._renew)

    def set_compact(self, compact: bool) -> None:
        """Be 52 high instead of 64."""
        self._face.set_compact(compact)

    def sizeHint(self) -> QSize:
        """One line of words."""
        return self._face.hint()

    def minimumSizeHint(self) -> QSize:
        """Words wrap, the mark does not."""
        return self._face.least()

    def heightForWidth(self, width: int) -> int:
        """Higher when the words wrap."""
        return self._face.height_for(width)

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002
        """The whole card is the tick."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
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

    def _renew(self) -> None:
        self._face.arrange()
