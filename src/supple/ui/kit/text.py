"""Words on the screen, wrapped at the theme's line heights, which a style sheet cannot set."""

import re
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from supple.ui.kit.reader import tell_heading
from supple.ui.kit.theme import TextRole, Theme

SEMIBOLD = 600
NO_LIMIT = 100_000.0
_LEVELS = {TextRole.DISPLAY: 1, TextRole.TITLE: 2}


class _Pixels(NamedTuple):
    """A size that does not follow the text size, for the mat view."""

    px: float
    weight: int
    line: float


class Text(QLabel):
    """A label that wraps; **words between double stars** are semibold, `text()` is plain."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        role: TextRole = TextRole.BODY,
        tone: str = "text",
        weight: int | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        tabular: bool = False,
        wraps: bool = True,
        breaks_words: bool = False,
        heading: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`breaks_words`: a word that is longer than a line goes on in the next one, for what persons write.

        `heading` is its level for a screen reader, 0 for none; None goes by the size: large words are headings.
        """
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._tone = tone
        self._weight = weight
        self._tabular = tabular
        self._wraps = wraps
        self._breaks_words = breaks_words
        self._pixels: _Pixels | None = None
        self._bold: list[tuple[int, int]] = []
        self._layout: QTextLayout | None = None
        self._laid_out_for = -1.0
        self._height = 0
        self._heights: dict[int, int] = {}  # by width: a layout asks for the same few again and again
        self._natural: QSize | None = None
        self._least: int | None = None

        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align)
        self.setWordWrap(wraps)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        level = _level(role, weight) if heading is None else heading
        if level:
            tell_heading(self, level)
        self.set_text(text)

        theme.changed.connect(self._renew)

    def set_text(self, text: str) -> None:
        """Show `text`."""
        self._bold, plain = [], ""
        for number, part in enumerate(re.split(r"\*\*", text)):
            if number % 2:
                self._bold.append((len(plain), len(part)))
            plain += part
        self._forget()
        self.setText(plain)

    def set_labelled(self, label: str, words: str) -> None:
        """Show `words` as they are, stars and all, after a semibold `label`."""
        self._bold = [(0, len(label))]
        self._forget()
        self.setText(f"{label} {words}")

    def set_tone(self, tone: str) -> None:
        """Paint in the colour `tone` of the theme."""
        self._tone = tone
        self.update()

    def set_role(self, role: TextRole) -> None:
        """Use the size of `role`."""
        if role is not self._role or self._pixels:
            self._role, self._pixels = role, None
            self._renew()

    def set_weight(self, weight: int | None) -> None:
        """Use `weight`; None is the role's own."""
        if weight != self._weight:
            self._weight = weight
            self._renew()

    def set_pixels(self, px: float, *, weight: int = SEMIBOLD, line: float | None = None) -> None:
        """Use exactly `px` pixels (and `line` between lines), whatever the text size."""
        wanted = _Pixels(px, weight, line or px * 1.25)
        if wanted != self._pixels:
            self._pixels = wanted
            self._renew()

    def hasHeightForWidth(self) -> bool:
        """Wrapped words grow downwards."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at `width`."""
        if width >= self.sizeHint().width():
            return self.sizeHint().height()  # nothing wraps: most texts most of the time
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._laid_out(width if self._wraps else NO_LIMIT)[1]
        return height

    def height_of(self, words: str, width: int) -> int:
        """How high other plain words would be at `width`."""
        return self._laid_out(width, words)[1]

    def sizeHint(self) -> QSize:
        """One line for each paragraph, unless that is more than the width on offer."""
        if self._natural is None:
            layout, height = self._laid_out(NO_LIMIT)
            widest = max(
                (layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())), default=0.0
            )
            self._natural = QSize(ceil(widest), height)
        return self._natural

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word when it wraps."""
        if not self._wraps:
            return self.sizeHint()
        if self._breaks_words:
            return QSize(self.line_height(), self.line_height() if self.text() else 0)
        if self._least is None:
            metrics = QFontMetricsF(self._font(SEMIBOLD if self._bold else None))
            self._least = ceil(max((metrics.horizontalAdvance(w) for w in self.text().split()), default=0.0))
        return QSize(self._least, self.line_height() if self.text() else 0)

    def line_height(self) -> int:
        """Distance of two lines in pixels."""
        return round(self._pixels.line) if self._pixels else self._theme.line_height(self._role)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, in the middle of the height unless the alignment says otherwise."""
        self._lay_out(self.width())
        if self._layout is None:
            return
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._tone if self.isEnabled() else "disabled"))
        top = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignBottom:
            top = self.height() - self._height
        elif not self.alignment() & Qt.AlignmentFlag.AlignTop:
            top = (self.height() - self._height) / 2
        self._layout.draw(painter, QPointF(0, top))

    def _font(self, weight: int | None = None) -> QFont:
        weight = weight or self._weight
        if self._pixels:
            font = self._theme.pixel_font(
                self._pixels.px, weight=weight or self._pixels.weight, tabular=self._tabular
            )
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.02 * self._pixels.px)
            return font
        return self._theme.font(self._role, weight=weight, tabular=self._tabular)

    def _lay_out(self, width: float) -> None:
        if self._layout is None or self._laid_out_for != width:
            self._layout, self._height = self._laid_out(width if self._wraps else max(width, NO_LIMIT))
            self._laid_out_for = width
            if not self._wraps:
                self._align_single(width)

    def _align_single(self, width: float) -> None:
        """Lines that do not wrap are placed by hand: their layout is wider than the label."""
        if self._layout is None:
            return
        for i in range(self._layout.lineCount()):
            line = self._layout.lineAt(i)
            spare = width - line.naturalTextWidth()
            if self.alignment() & Qt.AlignmentFlag.AlignRight:
                line.setPosition(QPointF(spare, line.y()))
            elif self.alignment() & Qt.AlignmentFlag.AlignHCenter:
                line.setPosition(QPointF(spare / 2, line.y()))

    def _laid_out(self, width: float, words: str | None = None) -> tuple[QTextLayout, int]:
        """The text, or other `words`, broken into lines of `width`, and their height."""
        layout = QTextLayout((self.text() if words is None else words).replace("\n", "\u2028"), self._font())
        option = QTextOption()
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
            if self._breaks_words
            else QTextOption.WrapMode.WordWrap
        )
        if self._wraps and width < NO_LIMIT:
            option.setAlignment(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        layout.setTextOption(option)
        layout.setFormats([self._bold_range(start, length) for start, length in self._bold])
        line_height = self.line_height()
        y = 0.0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (line_height - line.height()) / 2))
            y += line_height
            line = layout.createLine()
        layout.endLayout()
        return layout, ceil(y)

    def _bold_range(self, start: int, length: int) -> QTextLayout.FormatRange:
        from PySide6.QtGui import QTextCharFormat  # costs at start, where nothing is bold

        bold = QTextCharFormat()
        bold.setFontWeight(SEMIBOLD)
        result = QTextLayout.FormatRange()
        result.start, result.length, result.format = start, length, bold
        return result

    def _forget(self) -> None:
        self._layout, self._natural, self._least = None, None, None
        self._heights.clear()

    def _renew(self) -> None:
        """The theme or the size changed: measure and paint again."""
        self._forget()
        self.updateGeometry()
        self.update()


def _level(role: TextRole, weight: int | None) -> int:
    """Which heading words of this size are; 0 for words that are read."""
    if role is TextRole.LEAD and weight == SEMIBOLD:
        return 3
    return _LEVELS.get(role, 0)
