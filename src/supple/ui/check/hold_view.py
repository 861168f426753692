"""What is seen while a hold is timed: side and phase, picture, the clock that counts up, and what ends the hold."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from supple.domain.checks.hold_text import HoldText
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.mat_heading import MatHeading
from supple.ui.kit.mat_side_row import MatSideRow
from supple.ui.kit.ring import Ring
from supple.ui.kit.side_tag import EdgeBand
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme

DESIGN_WIDTH, DESIGN_HEIGHT = 1280, 800
MARGIN_U, BAND_U, TOP_U, ROW_TOP_U, AIR_U = 48, 16, 72, 84, 8
COLUMN_U, UNDER_U, SENTENCE_U, FOOT_U = 440, 28, 36, 148
LEAST_UNDER_PX, LEAST_SENTENCE_PX = 15, 15
FIGURES, SIDE_TAG = 0.25, 0.145  # of the window's height, as on the mat and as drawn
WIDEST_COLUMN = 0.6
LINE = 1.3


class HoldView(QWidget):
    """Everything follows the unit u = min(width / 1280, height / 800)."""

    def __init__(self, theme: Theme, pictures: Pictures, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = Side.LEFT
        self._text: HoldText | None = None
        self._head = 0
        self.most_head = 0  # so much may stand at the top, and all else is whole
        self.heading = MatHeading(theme, parent=self)
        self.row = MatSideRow(theme, parent=self)
        self.stage = Stage(theme, pictures, margin=0, framed=False, parent=self)
        self.ring = Ring(theme, parent=self)
        self.under = Text(theme, tone="text2", wraps=False, align=Qt.AlignmentFlag.AlignHCenter, parent=self)
        self.sentence = Text(theme, parent=self)
        self.band = EdgeBand(theme, parent=self)

        theme.changed.connect(self.arrange)

    @property
    def unit(self) -> float:
        """Pixels of one design pixel."""
        return min(self.width() / DESIGN_WIDTH, self.height() / DESIGN_HEIGHT)

    @property
    def foot(self) -> int:
        """The height of what stands under the sentence."""
        return round(max(FOOT_U * self.unit, 26 * self._theme.scale * 2.4))

    def set_head(self, px: int) -> None:
        """Begin `px` lower: for what stands at the top; the picture gives way."""
        if px != self._head:
            self._head = px
            self.arrange()

    def show_try(self, text: HoldText, side: Side, *, place: str, tries: int) -> None:
        """Turn to a try of `side`."""
        self._text = text
        self.heading.set_place(text.title, place)
        self.heading.set_shares([1.0] * tries)
        self.show_side(side)

    def show_side(self, side: Side) -> None:
        """Turn to `side` within a try."""
        self._side = side
        if self._text is not None:
            shot = self._text.shot
            alt = fill(shot.alt, side=side)
            self.stage.show_still(self._text.exercise_id, shot.scene, side=side, alt=alt)
        self.band.set_side(side)
        self.arrange()

    def show_phase(self, word: str, sentence: str, *, working: bool) -> None:
        """Name the phase and what to do in it."""
        self.row.show_phase(self._side, word, turns=False, moves=False)
        self.ring.set_phase(side=self._side, working=working)
        self.sentence.set_text(fill(sentence, side=self._side))
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place everything at the unit of the window; the picture has what is left over."""
        u = self.unit
        margin = round(MARGIN_U * u)
        width = self.width() - 2 * margin
        high = max(self.height(), self.window().height())
        self.ring.set_unit(u, figures=FIGURES * high)
        ring = self.ring.sizeHint()
        column = max(round(COLUMN_U * u), min(ring.width(), round(WIDEST_COLUMN * width)))
        tag_height = round(SIDE_TAG * high)
        row_top, row_height = self._head + round(ROW_TOP_U * u), tag_height + round(AIR_U * u)
        self.row.set_unit(u, tag_height=tag_height, column=column)
        self.heading.set_unit(u)
        self.heading.setGeometry(margin, self._head, width, round(TOP_U * u))
        self.row.setGeometry(margin, row_top, width, row_height)
        self.under.set_pixels(max(UNDER_U * u, LEAST_UNDER_PX * self._theme.scale), weight=500)
        px = max(SENTENCE_U * u, LEAST_SENTENCE_PX * self._theme.scale)
        self.sentence.set_pixels(px, weight=600, line=px * LINE)
        under, sentence = self.under.sizeHint().height(), self.sentence.heightForWidth(width)
        top = row_top + row_height
        foot = self.height() - self.foot
        self.sentence.setGeometry(margin, foot - sentence, width, sentence)
        middle = foot - sentence - top - round(AIR_U * u)
        self.most_head = self._head + max(0, middle - under - self.ring.least_height)
        self.stage.setGeometry(margin, top, width - column, middle)
        across, tall = min(ring.width(), column), min(ring.height(), middle - under)
        left = margin + width - column
        ring_top = top + max(0, middle - under - tall) // 2
        self.ring.setGeometry(left + (column - across) // 2, ring_top, across, tall)
        self.under.setGeometry(left, ring_top + tall + round(AIR_U * u), column, under)
        band = round(BAND_U * u)
        self.band.setGeometry(self.width() - band if self._side is Side.RIGHT else 0, 0, band, self.height())
