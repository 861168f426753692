"""The side tag: a box with a blunt point toward its side and the word inside; and the band at the edge."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.side import Side
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.theme import Theme

_POINT = 0.36  # depth of the point, corner radius and paddings as parts of the height, as drawn
_CORNER = 0.155
_POINT_PADDING = 0.52
_FLAT_PADDING = 0.33
_TYPE = {26: 13, 32: 15, 36: 18, 52: 28}


def side_word(side: Side) -> str:
    """The word in a tag."""
    match side:
        case Side.LEFT:
            return QCoreApplication.translate("Side", "Left")
        case Side.RIGHT:
            return QCoreApplication.translate("Side", "Right")
        case Side.BOTH:
            return QCoreApplication.translate("Side", "Both")


def side_sentence(side: Side) -> str:
    """The side as a screen reader says it."""
    match side:
        case Side.LEFT:
            return QCoreApplication.translate("Side", "Left side")
        case Side.RIGHT:
            return QCoreApplication.translate("Side", "Right side")
        case Side.BOTH:
            return QCoreApplication.translate("Side", "Both sides")


def tag_path(rect: QRectF, side: Side) -> QPainterPath:
    """The outline, its point toward `side`; a plain box for BOTH."""
    height = rect.height()
    corner = height * _CORNER
    path = QPainterPath()
    if side is Side.BOTH:
        path.addRoundedRect(rect, corner, corner)
        return path
    depth = height * _POINT
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    corners = [
        (QPointF(left, rect.center().y()), corner * 0.7),
        (QPointF(left + depth, top), corner),
        (QPointF(right, top), corner),
        (QPointF(right, bottom), corner),
        (QPointF(left + depth, bottom), corner),
    ]
    if side is Side.RIGHT:
        corners = [(QPointF(left + right - point.x(), point.y()), radius) for point, radius in corners]
    count = len(corners)
    for i, (point, radius) in enumerate(corners):
        start = _toward(point, corners[i - 1][0], radius)
        end = _toward(point, corners[(i + 1) % count][0], radius)
        if i:
            path.lineTo(start)
        else:
            path.moveTo(start)
        path.quadTo(point, end)
    path.closeSubpath()
    return path


def paint_side_tag(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    side: Side,
    word: str,
    *,
    font: QFont,
    active: bool = True,
) -> None:
    """Draw the tag into `rect`, its word in the middle of what is beside the point; a ghost when not active."""
    ground, words = _tones(side, active=active)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawPath(tag_path(rect, side))
    painter.setPen(theme.colour(words))
    painter.setFont(font)
    near, far = rect.height() * _POINT_PADDING, rect.height() * _FLAT_PADDING
    before, after = (near, far) if side is Side.LEFT else (far, near)
    inner = rect if side is Side.BOTH else rect.adjusted(before, 0, -after, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, word)
    painter.restore()


def tag_font(theme: Theme, height: int, *, scaled: bool = True) -> QFont:
    """The font of a tag that is `height` high at 100 %."""
    size = _TYPE.get(height, height * 0.72)
    font = theme.pixel_font(theme.px(size) if scaled else size, weight=700 if height > 40 else 600)
    if height > 32:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.02 * font.pixelSize())
    return font


def tag_width(theme: Theme, word: str, *, height: int, scaled: bool = True) -> int:
    """How wide a tag of `height` is at least."""
    advance = QFontMetricsF(tag_font(theme, height, scaled=scaled)).horizontalAdvance(word)
    tall = theme.px(height) if scaled else height
    return round(advance + tall * (_POINT_PADDING + _FLAT_PADDING))


class SideTag(QWidget):
    """Which side: word, point, position and colour together; accessible name "Left side"."""

    def __init__(
        self,
        theme: Theme,
        side: Side,
        *,
        word: str | None = None,
        height: int = 26,
        min_width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._word = word
        self._tall = height
        self._scaled = True
        self._min_width = min_width
        self._active = True

        tell(self, Told.LABEL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._renew()

        theme.changed.connect(self._renew)

    @property
    def side(self) -> Side:
        """The side shown."""
        return self._side

    @property
    def word(self) -> str:
        """The word in the tag."""
        return self._word if self._word is not None else side_word(self._side)

    def set_side(self, side: Side) -> None:
        """Point to `side`."""
        self._side = side
        self._renew()

    def set_word(self, word: str | None) -> None:
        """Say `word`; None is the side's own."""
        self._word = word
        self._renew()

    def set_active(self, active: bool) -> None:
        """Be in colour, or a ghost."""
        self._active = active
        self.update()

    def set_height(self, height: int, *, scaled: bool = True) -> None:
        """Be `height` high; without `scaled` the text size does not matter, for the mat view."""
        self._tall, self._scaled = height, scaled
        self._renew()

    def sizeHint(self) -> QSize:
        """As wide as its word needs."""
        tall = self._theme.px(self._tall) if self._scaled else self._tall
        least = self._theme.px(self._min_width) if self._scaled else self._min_width
        width = tag_width(self._theme, self.word, height=self._tall, scaled=self._scaled)
        return QSize(max(width, least), tall)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its word."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tag."""
        font = tag_font(self._theme, self._tall, scaled=self._scaled)
        paint_side_tag(
            QPainter(self),
            QRectF(self.rect()),
            self._theme,
            self._side,
            self.word,
            font=font,
            active=self._active,
        )

    def _renew(self) -> None:
        self.setAccessibleName(side_sentence(self._side))
        self.updateGeometry()
        self.update()


class EdgeBand(QWidget):
    """The band down the window's edge in the colour of the active side."""

    def __init__(self, theme: Theme, side: Side = Side.BOTH, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side

        tell(self, Told.DECORATION)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

        theme.changed.connect(self.update)

    def set_side(self, side: Side) -> None:
        """Take the colour of `side`; BOTH shows nothing."""
        self._side = side
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the band."""
        if self._side is Side.BOTH:
            return
        QPainter(self).fillRect(
            self.rect(), self._theme.colour("left" if self._side is Side.LEFT else "right")
        )


def _tones(side: Side, *, active: bool) -> tuple[str, str]:
    """Ground and word colour."""
    if not active:
        return "track", "text3"
    match side:
        case Side.LEFT:
            return "left", "on_left"
        case Side.RIGHT:
            return "right", "on_right"
        case Side.BOTH:
            return "track", "text2"


def _toward(start: QPointF, end: QPointF, distance: float) -> QPointF:
    """The point `distance` from `start` on the way to `end`."""
    delta = end - start
    length = (delta.x() ** 2 + delta.y() ** 2) ** 0.5
    return start + delta * (distance / length) if length else start
