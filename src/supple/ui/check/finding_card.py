"""One hip's finding: picture, tag, word, sentence and scale; both hips get the same space."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.domain.findings import Finding
from supple.domain.self_test_pages import SideResult
from supple.domain.self_test_text import FindingText, SelfTestText
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.figure.stage_ground import paint_card_top
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import RADIUS, Card
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.plots.finding_scale import FindingScale

PICTURE, PICTURE_NARROW = 128, 128
_PLACES = {Finding.BELOW: 0, Finding.LEVEL: 1, Finding.LIMITED: 2}


class FindingCard(Card):
    """The card of one side, which never changes; what was found may. `redo_pressed` tells the side."""

    redo_pressed = Signal(Side)

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        text: SelfTestText,
        side: Side,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, padding=1, parent=parent)
        self._theme = theme
        self._text = text
        self.side = side
        self.stage = Stage(theme, pictures, margin=16, framed=False)
        self.tag = SideTag(theme, side, word=fill(text.hip, side=side), height=36)
        self.word = Text(theme, role=TextRole.TITLE)
        self.sentence = Text(theme)
        self.differed = Text(theme, text.tries_differed, tone="text2")
        self.scale = FindingScale(theme, words=text.scale)
        again = fill(text.redo, side=side)
        self.redo = Button(theme, again, icon="rotate-ccw")
        self.redo_small = Button(theme, kind=ButtonKind.ICON, icon="rotate-ccw", name=again)

        self._lay_out()
        self.set_narrow(False)
        self.set_result(None)

        self.redo.clicked.connect(self._ask_to_redo)
        self.redo_small.clicked.connect(self._ask_to_redo)

    def set_narrow(self, narrow: bool) -> None:
        """Make the picture smaller in a small window."""
        self.stage.setFixedHeight(PICTURE_NARROW if narrow else PICTURE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, with the stage's gradient behind the picture."""
        super().paintEvent(event)
        paint_card_top(
            QPainter(self), self._theme, QRectF(self.rect()), height=self.stage.height(), radius=RADIUS
        )

    def set_result(self, result: SideResult | None) -> None:
        """Show what was found; None when this hip was not checked."""
        text = self._text.findings[result.finding] if result else self._text.not_checked
        self._show(text)
        self.differed.setVisible(bool(result and result.tries_differed))
        place = _PLACES.get(result.finding) if result else None
        self.redo.setVisible(result is not None and result.finding is Finding.UNKNOWN)
        self.redo_small.setVisible(place is not None)
        self.scale.setVisible(place is not None)
        self.scale.set_found(place, side=self.side)
        self.setAccessibleName(f"{self.tag.word}: {self.word.text()}. {self.sentence.text()}")
        self.word.setAccessibleName(self.accessibleName())  # it has the focus first, and stands for all

    def _ask_to_redo(self) -> None:
        self.redo_pressed.emit(self.side)

    def _show(self, text: FindingText) -> None:
        self.word.set_text(text.word)
        self.sentence.set_text(fill(text.sentence, side=self.side))
        self.stage.show_still(
            self._text.exercise_id, text.shot.scene, side=self.side, alt=fill(text.shot.alt, side=self.side)
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        if self.side is Side.RIGHT:
            head.addWidget(self.word, 1, Qt.AlignmentFlag.AlignVCenter)
            head.addWidget(self.redo_small)
            head.addWidget(self.tag)
        else:
            head.addWidget(self.tag)
            head.addWidget(self.word, 1, Qt.AlignmentFlag.AlignVCenter)
            head.addWidget(self.redo_small)
        words = QVBoxLayout()
        words.setContentsMargins(24, 20, 24, 20)
        words.setSpacing(10)
        words.addLayout(head)
        words.addWidget(self.sentence)
        words.addWidget(self.differed)
        words.addStretch(1)
        words.addSpacing(6)
        words.addWidget(self.scale)
        words.addWidget(self.redo, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.setSpacing(0)
        self.body.addWidget(self.stage)
        self.body.addLayout(words, 1)
