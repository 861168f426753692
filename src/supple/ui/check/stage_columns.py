"""How the pages of a check stand: the picture, with the side and a caption over it, beside what is asked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from supple.domain.side import Side
from supple.ui.figure.stage import Stage
from supple.ui.kit.session_bar import SessionBar
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT

BAR_WIDTH, BAR_NARROW = 298, 160
STACKED_STAGE = 230
OVER_MARGIN = 24  # of what lies over the picture
STACK_BELOW = 1700  # at large text the picture stands over the question below this width


class StageColumns(QBoxLayout):
    """The picture comes first; the page adds the words as the second column."""

    def __init__(self, stage: Stage, tag: SideTag, caption: Text) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._stage, self._tag, self._caption = stage, tag, caption
        self._tag_row = QHBoxLayout()
        self._tag_row.addWidget(tag)
        overlay = QVBoxLayout(stage)
        overlay.setContentsMargins(OVER_MARGIN, OVER_MARGIN, OVER_MARGIN, OVER_MARGIN)
        overlay.addLayout(self._tag_row)
        overlay.addStretch(1)
        overlay.addWidget(caption)
        self.addWidget(stage)

    @property
    def is_stacked(self) -> bool:
        """Whether the picture stands over the words."""
        return self.direction() is QBoxLayout.Direction.TopToBottom

    def show_side(self, side: Side, word: str) -> None:
        """Tag the picture at the edge of `side` with `word`; of both sides there is no tag."""
        self._tag.setVisible(side is not Side.BOTH)
        if side is Side.BOTH:
            return
        self._tag.set_side(side)
        self._tag.set_word(word)
        edge = Qt.AlignmentFlag.AlignRight if side is Side.RIGHT else Qt.AlignmentFlag.AlignLeft
        self._tag_row.setAlignment(self._tag, edge)

    def adapt(self, *, narrow: bool, width: int, scale: float) -> None:
        """Stand as the page's `width` in pixels and the text's `scale` allow."""
        stacked = scale >= LARGE_TEXT and width < STACK_BELOW
        ways = QBoxLayout.Direction
        self.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self.setSpacing(24 if narrow else 48)
        self.setStretch(0, 0 if stacked else 360 if narrow else 640)
        self.setStretch(1, 1 if stacked else 468 if narrow else 512)
        self._stage.setMinimumHeight(STACKED_STAGE if stacked else 0)
        self._stage.setMinimumWidth(0 if stacked else 340)
        self._tag.set_height(36 if narrow else 52)
        self._caption.setVisible(not stacked)


def fit_bar(bar: SessionBar, *, narrow: bool, scale: float) -> None:
    """The line of progress, which makes room for large text."""
    bar.setFixedWidth(BAR_NARROW if narrow else BAR_WIDTH)
    bar.setVisible(scale < LARGE_TEXT)
