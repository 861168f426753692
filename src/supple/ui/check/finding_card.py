"""One hip's findings: picture, tag, word, sentence, what each check found, and what that amounts to."""

from collections.abc import Collection

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.domain.checks.decision import SideReading
from supple.domain.checks.decision_text import DecisionText
from supple.domain.checks.sitting import Sitting
from supple.domain.findings import Finding
from supple.domain.record import Check
from supple.domain.self_test_text import FindingText, SelfTestText
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.check.found_rows import FoundRows
from supple.ui.check.reading_box import ReadingBox
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.figure.stage_ground import paint_card_top
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import RADIUS, Card
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

PICTURE = 128
MARGIN_WIDE, MARGIN_NARROW = 24, 16


class FindingCard(Card):
    """The card of one side, which never changes; what was found may. `redo_pressed` tells the side."""

    redo_pressed = Signal(Side)

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        text: SelfTestText,
        words: DecisionText,
        side: Side,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, padding=1, parent=parent)
        self._theme = theme
        self._text = text
        self._words = words
        self.side = side
        self.stage = Stage(theme, pictures, margin=16, framed=False)
        self.tag = SideTag(theme, side, word=fill(text.hip, side=side), height=36)
        self.word = Text(theme, role=TextRole.TITLE)
        self.sentence = Text(theme)
        self.differed = Text(theme, text.tries_differed, tone="text2")
        self.rows = FoundRows(theme, side, text, words)
        self.reading = ReadingBox(theme, words)
        self.redo = Button(theme, icon="rotate-ccw")
        self.redo_small = Button(
            theme, kind=ButtonKind.ICON, icon="rotate-ccw", name=fill(text.redo, side=side)
        )
        self._inner = QVBoxLayout()

        self._lay_out()

        self.redo.clicked.connect(self._ask_to_redo)
        self.redo_small.clicked.connect(self._ask_to_redo)

    def set_narrow(self, narrow: bool) -> None:
        """Words stand over their values, and there is less space at the edges."""
        margin = MARGIN_NARROW if narrow else MARGIN_WIDE
        self._inner.setContentsMargins(margin, 16, margin, margin)
        self.rows.set_stacked(narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, with the stage's gradient behind the picture."""
        super().paintEvent(event)
        paint_card_top(
            QPainter(self), self._theme, QRectF(self.rect()), height=self.stage.height(), radius=RADIUS
        )

    def show_sitting(self, shown: Sitting, *, rows: Collection[Check]) -> None:
        """Show what was found on this side, in these `rows`; a hip that was not checked says so."""
        reading = shown.decision.sides.get(self.side)
        self._show_head(reading)
        self._show_ways(reading, shown)
        self.differed.setVisible(self.side in shown.differed)
        self.tag.set_active(reading is not None)
        self.rows.setVisible(reading is not None)
        hurt = reading is not None and reading.length_finding is Finding.PAIN  # the card says so above
        self.reading.setVisible(reading is not None and not hurt)
        said = [f"{self.tag.word}: {self.word.text()}. {self.sentence.text()}"]
        if reading is not None:
            self.rows.show_sitting(shown, rows=rows)
            self.reading.show_reading(reading)
            said += [*self.rows.sentences, *(() if hurt else (self.reading.words,))]
        self.setAccessibleName(" ".join(said))
        self.word.setAccessibleName(self.accessibleName())  # it has the focus first, and stands for all

    def _show_head(self, reading: SideReading | None) -> None:
        finding = reading.length_finding if reading is not None else None
        text, exercise = self._text.not_checked, self._text.exercise_id
        if finding is not None:
            text = self._text.findings[finding]
        elif reading is not None:
            text = self._words.length_not_checked
        told = reading.told if reading is not None else None
        if told is not None and told.check is not Check.HIP_LENGTH_FLOOR:
            text = self._words.angle_findings.get(told.finding, text)
            exercise = (
                self._words.angle_exercise_id if told.finding in self._words.angle_findings else exercise
            )
        self._show(text, exercise)

    def _show_ways(self, reading: SideReading | None, shown: Sitting) -> None:
        """What was told can be done again, and what was not can be done; not after pain that was not mild."""
        finding = reading.length_finding if reading is not None else None
        told = finding not in (None, Finding.UNKNOWN, Finding.PAIN)
        missing = reading is None and shown.taken is not None and not shown.ended_by_pain
        again = self._words.check_side if reading is None else self._text.redo
        self.redo.set_text(fill(again, side=self.side))
        self.redo.setVisible(finding is Finding.UNKNOWN or missing)
        self.redo_small.setVisible(told)

    def _ask_to_redo(self) -> None:
        self.redo_pressed.emit(self.side)

    def _show(self, text: FindingText, exercise_id: str) -> None:
        self.word.set_text(text.word)
        self.sentence.set_text(fill(text.sentence, side=self.side))
        self.stage.show_still(
            exercise_id, text.shot.scene, side=self.side, alt=fill(text.shot.alt, side=self.side)
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
        self.stage.setFixedHeight(PICTURE)
        self._inner.setSpacing(8)
        self._inner.addLayout(head)
        self._inner.addWidget(self.rows)
        self._inner.addSpacing(4)
        self._inner.addWidget(self.sentence)
        self._inner.addWidget(self.differed)
        self._inner.addWidget(self.redo, 0, Qt.AlignmentFlag.AlignLeft)
        self._inner.addStretch(1)
        self._inner.addSpacing(4)
        self._inner.addWidget(self.reading)
        self.set_narrow(False)
        self.body.setSpacing(0)
        self.body.addWidget(self.stage)
        self.body.addLayout(self._inner, 1)
