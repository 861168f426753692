"""Buttons: their kinds, sizes, states and icons, all drawn here."""

from enum import StrEnum
from math import ceil, floor

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.painting import draw_frame
from supple.ui.kit.theme import TextRole, Theme


class ButtonKind(StrEnum):
    """What a button is for; one PRIMARY a page."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    PLAIN = "plain"
    STOP = "stop"
    STOP_QUIET = "stop_quiet"
    MAT = "mat"
    ICON = "icon"


class Size(StrEnum):
    """Heights: 40, 48, 56."""

    NORMAL = "normal"
    LARGE = "large"
    HERO = "hero"


_TONES = {
    ButtonKind.PRIMARY: "on_accent",
    ButtonKind.SECONDARY: "text",
    ButtonKind.QUIET: "accent_text",
    ButtonKind.PLAIN: "text",
    ButtonKind.STOP: "stop",
    ButtonKind.STOP_QUIET: "stop",
    ButtonKind.MAT: "bg",
    ButtonKind.ICON: "text2",
}
_ICON_PX = {Size.NORMAL: 18, Size.LARGE: 20, Size.HERO: 24}
_HEIGHTS = {Size.NORMAL: 40, Size.LARGE: 48, Size.HERO: 56}
_PADDINGS = {Size.NORMAL: 16, Size.LARGE: 24, Size.HERO: 28}
_GAP = 8
QUIET_PADDING = 12
_RADII = {Size.NORMAL: 10, Size.LARGE: 10, Size.HERO: 14}
# ground, hovered, pressed, edge; empty is the page
_GROUNDS = {
    ButtonKind.PRIMARY: ("accent", "accent_hover", "accent_pressed", ""),
    ButtonKind.SECONDARY: ("surface", "hover", "pressed", "line_strong"),
    ButtonKind.QUIET: ("", "hover", "pressed", ""),
    ButtonKind.PLAIN: ("", "hover", "pressed", ""),
    ButtonKind.STOP: ("stop_soft", "stop_soft", "pressed", "stop_soft"),
    ButtonKind.STOP_QUIET: ("", "hover", "pressed", ""),
    ButtonKind.MAT: ("text", "text2", "text3", ""),
    ButtonKind.ICON: ("", "hover", "pressed", ""),
}
_DISABLED = {
    ButtonKind.PRIMARY: ("sunken", ""),
    ButtonKind.SECONDARY: ("surface", "line"),
    ButtonKind.STOP: ("sunken", ""),
    ButtonKind.MAT: ("sunken", ""),
}
_QUIET = (ButtonKind.QUIET, ButtonKind.STOP_QUIET)


class Button(QAbstractButton):
    """Pressed by click, Space and Enter; its accessible name is its text unless `name` is given.

    It draws itself: asking the style to do it costs more at start than all buttons together.
    The property edge="true" makes the edge of a stop button stand out, for the mat.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        size: Size = Size.NORMAL,
        icon: str | None = None,
        trailing: str | None = None,
        name: str | None = None,
        tone: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._size = size
        self._icon_name = icon
        self._trailing = trailing
        self._height_px: int | None = None
        self._word_px: int | None = None
        self._flush = False
        self._tone = tone
        self._tip = ""
        self._room_for: tuple[str, ...] = ()

        self.setProperty("focus_radius", _RADII[size])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        if name:
            self.set_name(name)

        theme.changed.connect(self._renew)

    def set_text(self, text: str) -> None:
        """Show another word."""
        self.setText(text)

    def keep_room_for(self, *words: str) -> None:
        """Be as wide as the widest of the words it may come to show, so that nothing moves when it changes."""
        self._room_for = words
        self._renew()

    def set_size(self, size: Size) -> None:
        """Become higher or lower."""
        if size is not self._size:
            self._size = size
            self.setProperty("focus_radius", _RADII[size])
            self._renew()

    def set_flush(self, flush: bool) -> None:
        """Let a quiet button's word stand at the edge of what is above it."""
        self._flush = flush
        self._renew()

    def set_name(self, name: str) -> None:
        """Tell the screen reader another name; an icon alone shows it as its tip too."""
        self.setAccessibleName(name)
        if self._kind is ButtonKind.ICON:
            self.set_tip(name)

    def set_tip(self, words: str, *, key: str = "") -> None:
        """What is said while the mouse rests on it, with the `key` that does the same."""
        self._tip = self.tr("{what} ({key})").format(what=words, key=key) if key else words

    def tip_at(self, _pos: QPoint) -> tuple[str, QRect]:
        """Its tip, and what it is about."""
        return self._tip, self.rect()

    @property
    def tip(self) -> str:
        """What is said while the mouse rests on it."""
        return self._tip

    def set_icon(self, icon: str | None) -> None:
        """Show another icon before the word."""
        self._icon_name = icon
        self._renew()

    def set_kind(self, kind: ButtonKind) -> None:
        """Become another kind of button."""
        self._kind = kind
        self._renew()

    def set_height(self, px: int) -> None:
        """Be exactly `px` high, whatever the text size: for the mat view."""
        self._height_px = px
        self._renew()

    def set_pixels(self, px: int) -> None:
        """Set the word in exactly `px` pixels and the icon in proportion: for the mat view."""
        self._word_px = px
        self._renew()

    def sizeHint(self) -> QSize:
        """Icon, word and icon with their gaps and paddings."""
        height = self._height_px or self._theme.px(_HEIGHTS[self._size])
        if self._kind is ButtonKind.ICON or not self.text():
            return QSize(height, height)
        spare = max((self._width_of(words) for words in self._room_for), default=0) - self._word_width()
        return QSize(self._content_width() + max(0, spare) + 2 * self._padding(), height)

    def minimumSizeHint(self) -> QSize:
        """A button never cuts its word: where there is no room it sets it smaller, down to the size at 100 %."""
        hint = self.sizeHint()
        if self._word_px or not self.text():
            return hint
        word = self._word_width()
        return QSize(hint.width() - word + ceil(word / self._theme.scale), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and edge by the state, then icon, word, icon in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        tone = self._theme.colour((self._tone or _TONES[self._kind]) if self.isEnabled() else "disabled")
        font = self._fitted_font()
        width = QFontMetrics(font).horizontalAdvance(self.text())
        x = (self.width() - self._content_width() + self._word_width() - width) / 2
        if self._icon_name:
            x = self._draw_icon(painter, self._icon_name, x, tone) + self._gap()
        if self.text():
            font.setUnderline(self._is_flush and self.underMouse() and self.isEnabled())
            painter.setFont(font)
            painter.setPen(tone)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic
            painter.drawText(QRectF(x - 1, 0, width + 2, self.height()), flags, self.text())
            x += width + self._gap()
        if self._trailing:
            self._draw_icon(painter, self._trailing, x, tone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def _draw_ground(self, painter: QPainter) -> None:
        ground, hover, pressed, edge = _GROUNDS[self._kind]
        strong = self.property("edge") == "true"
        if not self.isEnabled():
            ground, edge = _DISABLED.get(self._kind, ("", ""))
        elif self.isDown():
            ground = "" if self._is_flush else pressed
        elif self.underMouse():
            ground = "" if self._is_flush else hover  # a ground without padding would crowd the word
        if self._kind is ButtonKind.STOP and (strong or (self.underMouse() and self.isEnabled())):
            edge = "stop"
        if ground:
            width = 0 if not edge else 2 if strong else 1
            draw_frame(
                painter,
                self._theme,
                QRectF(self.rect()),
                ground=ground,
                edge=edge or ground,
                width=width,
                radius=_RADII[self._size],
            )

    def _draw_icon(self, painter: QPainter, name: str, x: float, tone: QColor) -> float:
        """Draw the icon at `x` and return where it ends."""
        size = self._icon_size()
        pixmap = icon_pixmap(name, size=size, colour=tone.name(), ratio=self.devicePixelRatioF())
        painter.drawPixmap(QPointF(x, (self.height() - size) / 2), pixmap)
        return x + size

    def _gap(self) -> int:
        """Between icon and word; it grows with the word on the mat."""
        return round(self._word_px * 0.6) if self._word_px else _GAP

    def _icon_size(self) -> int:
        if self._word_px:
            return round(self._word_px * 1.4)
        return self._theme.icon_px(22 if self._kind is ButtonKind.ICON else _ICON_PX[self._size])

    def _word_font(self) -> QFont:
        if self._word_px:
            return self._theme.pixel_font(self._word_px, weight=600)
        role = TextRole.LEAD if self._size is Size.HERO else TextRole.BODY
        return self._theme.font(role, weight=600)

    def _fitted_font(self) -> QFont:
        font, word = self._word_font(), self._word_width()
        missing = self.sizeHint().width() - self.width()
        if missing > 0 and word:
            font.setPixelSize(floor(font.pixelSize() * max((word - missing) / word, 1 / self._theme.scale)))
        return font

    def _word_width(self) -> int:
        return self._width_of(self.text())

    def _width_of(self, words: str) -> int:
        return QFontMetrics(self._word_font()).horizontalAdvance(words)

    def _content_width(self) -> int:
        icons = sum(1 for name in (self._icon_name, self._trailing) if name)
        gaps = self._gap() * (icons + bool(self.text()) - 1)
        return self._word_width() + icons * self._icon_size() + max(0, gaps)

    def _padding(self) -> int:
        if self._word_px:
            return round(self._word_px * 1.6)
        if self._is_flush:
            return 2
        return QUIET_PADDING if self._kind in _QUIET else _PADDINGS[self._size]

    @property
    def _is_flush(self) -> bool:
        return self._flush and self._kind in _QUIET

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
