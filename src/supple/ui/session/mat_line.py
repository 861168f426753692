"""The line under the picture: one step in words, or what comes next."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from supple.domain.side import Side
from supple.ui.kit.mat_heading import LEAST_PX
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.session.mat_words import Coming

INSTRUCTION_U = 32
NEXT_U = 34
NEXT_NEAR_U = 44
TAG_U = 48
TAG_NEAR_U = 60
LINE = 1.31  # line height of the drawings as a part of the size
STEP = 0.95  # how a sentence that does not fit is made smaller


class MatLine(QWidget):
    """Shows a sentence on two lines, or "Next", a side and a few words; what does not fit is set smaller."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._u = 1.0
        self._near = False
        self._sentence = Text(theme, align=Qt.AlignmentFlag.AlignVCenter, parent=self)
        self._next = Text(theme, self.tr("Next"), tone="text2", wraps=False, parent=self)
        self._tag = SideTag(theme, Side.LEFT, height=TAG_U, parent=self)
        self._coming = Text(theme, wraps=False, parent=self)
        self._probe = Text(theme, parent=self)  # only measures
        self._has_side = False

        self._probe.hide()
        self.show_sentence("")

    @property
    def words(self) -> str:
        """What can be read in the line."""
        if not self._sentence.isHidden():
            return self._sentence.text()
        tag = f"{self._tag.word} " if self._has_side else ""
        return f"{self._next.text()} {tag}{self._coming.text()}"

    @property
    def side(self) -> Side | None:
        """The side of the tag, None when there is none."""
        return self._tag.side if self._has_side else None

    @property
    def is_near(self) -> bool:
        """Whether what comes next is about to come."""
        return self._near

    def set_unit(self, u: float) -> None:
        """Draw at scale `u`."""
        self._u = u
        self._arrange()

    def needed_height(self, sentences: list[str], *, width: int) -> int:
        """Pixels the longest of `sentences` needs at the least size."""
        self._probe.set_pixels(self._least(), weight=500, line=self._least() * LINE)
        height = 0
        for sentence in sentences:
            self._probe.set_text(sentence)
            height = max(height, self._probe.heightForWidth(width))
        return height

    def show_sentence(self, sentence: str) -> None:
        """Show one step in words."""
        self._sentence.set_text(sentence)
        self._show_parts(sentence=True)

    def show_coming(self, coming: Coming) -> None:
        """Show what comes next."""
        self._has_side = coming.side is not None
        if coming.side is not None:
            self._tag.set_side(coming.side)
        self._coming.set_text(coming.words)
        self._show_parts(sentence=False)

    def set_near(self, near: bool) -> None:
        """Five seconds before the boundary what comes next is larger and darker."""
        if near != self._near:
            self._near = near
            self._next.set_tone("text" if near else "text2")
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words again."""
        super().resizeEvent(event)
        self._arrange()

    def _show_parts(self, *, sentence: bool) -> None:
        self._sentence.setVisible(sentence)
        self._next.setVisible(not sentence)
        self._tag.setVisible(not sentence and self._has_side)
        self._coming.setVisible(not sentence)
        self._arrange()

    def _least(self) -> float:
        return LEAST_PX * self._theme.scale

    def _arrange(self) -> None:
        if not self._sentence.isHidden():
            self._fit_sentence()
        else:
            self._fit_coming()

    def _fit_sentence(self) -> None:
        """The largest size at which the sentence fits, from 32u down."""
        px = max(INSTRUCTION_U * self._u, self._least())
        self._sentence.set_pixels(px, weight=500, line=px * LINE)
        while px > self._least() and self._sentence.heightForWidth(self.width()) > self.height() + 2:
            px = max(px * STEP, self._least())
            self._sentence.set_pixels(px, weight=500, line=px * LINE)
        self._sentence.setGeometry(
            0, 0, self.width(), max(self.height(), self._sentence.heightForWidth(self.width()))
        )

    def _fit_coming(self) -> None:
        """The largest size at which Next, tag and words fit side by side; under the person's own where they must."""
        px = max((NEXT_NEAR_U if self._near else NEXT_U) * self._u, self._least())
        tag = (TAG_NEAR_U if self._near else TAG_U) / (NEXT_NEAR_U if self._near else NEXT_U)
        width = self._size_coming(px, tag)
        while width > self.width() and px > LEAST_PX:
            px = max(px * STEP, LEAST_PX)
            width = self._size_coming(px, tag)
        x, gap = 0, self._gap(px)
        for widget in self._parts():
            size: QSize = widget.sizeHint()
            widget.setGeometry(x, round((self.height() - size.height()) / 2), size.width(), size.height())
            x += size.width() + gap

    def _size_coming(self, px: float, tag: float) -> int:
        """Set the sizes and tell the width they need."""
        self._next.set_pixels(px, weight=500)
        self._coming.set_pixels(px, weight=600)
        self._tag.set_height(round(px * tag), scaled=False)
        parts = self._parts()
        return sum(widget.sizeHint().width() for widget in parts) + self._gap(px) * (len(parts) - 1)

    def _parts(self) -> list[QWidget]:
        return [self._next, self._tag, self._coming] if self._has_side else [self._next, self._coming]

    @staticmethod
    def _gap(px: float) -> int:
        return ceil(px * 0.53)
