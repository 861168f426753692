"""The words of one page of a check: what to do, the question, its answers and a note."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.wording import fill
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.answer_card import AnswerCard
from supple.ui.kit.button import Button
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

if TYPE_CHECKING:
    from supple.ui.check.part_page import PartView

PICTURE, PICTURE_NARROW = (96, 60), (72, 44)
MOST_APART = 4  # more answers stand closer, so that the page need not scroll for one more


class PartPanel(QWidget):
    """The right half of the page; `chosen_changed` and `looked_at` carry the place of an answer, from 0."""

    chosen_changed = Signal(int)
    looked_at = Signal(int)

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        *,
        beside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._compact = False
        self._cards: list[AnswerCard] = []
        self._stages: list[Stage] = []
        self._beside = beside
        self._lead = Text(theme, role=TextRole.LEAD, tone="text2")
        self._question = Text(theme, role=TextRole.TITLE)
        self._answers = QWidget()
        self.signs = Button(theme, self.tr("Read the warning signs"), icon="octagon-alert")
        self._note = Text(theme, tone="text2")
        self._layout = QVBoxLayout(self)

        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._lead)
        self._layout.addWidget(self._question)
        self._layout.addWidget(self._note)
        self._layout.addWidget(self.signs, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(self._answers)
        if beside is not None:
            self._layout.addWidget(beside)
        self._layout.addStretch(1)
        self._question.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.set_compact(False)

    @property
    def question(self) -> Text:
        """The question; the focus lands here."""
        return self._question

    @property
    def cards(self) -> tuple[AnswerCard, ...]:
        """The answers of the page; none where there is only "Continue"."""
        return tuple(self._cards)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops between the question and Continue."""
        return (*self._cards, *([self._beside] if self._beside is not None else []))

    @property
    def chosen(self) -> int | None:
        """The place of the answer that stands chosen."""
        return next((i for i, card in enumerate(self._cards) if card.isChecked()), None)

    def set_compact(self, compact: bool) -> None:
        """Use smaller type and answers, for a small window."""
        self._compact = compact
        self._put_apart()
        self._question.set_role(TextRole.LEAD if compact else TextRole.TITLE)
        self._question.set_weight(600 if compact else None)
        self._lead.set_role(TextRole.BODY if compact else TextRole.LEAD)
        for card in self._cards:
            card.set_compact(compact)
        for stage in self._stages:
            stage.setFixedSize(*(PICTURE_NARROW if compact else PICTURE))

    def _put_apart(self) -> None:
        """Many answers with pictures stand closer."""
        self._layout.setSpacing(12 if self._compact or len(self._cards) > MOST_APART else 20)

    def show_view(self, view: "PartView") -> None:
        """Show the words of `view`, with the answer it was given before."""
        self._lead.set_text(fill(view.lead, side=view.side))
        self._question.set_text(fill(view.question, side=view.side))
        self._note.set_text(fill(view.note, side=view.side))
        told = (self._lead.text(), self._note.text())
        self._question.setAccessibleDescription(" ".join(words for words in told if words))
        self._lead.setVisible(bool(view.lead))
        self._note.setVisible(bool(view.note))
        self.signs.setVisible(view.signs)
        self._show_answers(view)
        if self._beside is not None:
            self._beside.setVisible(view.waits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the question to its answers."""
        if event.key() == Qt.Key.Key_Down and self._cards:
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def choose_number(self, number: int) -> bool:
        """Choose the answer whose key is `number`; False where there is none."""
        if not 1 <= number <= len(self._cards):
            return False
        self._cards[number - 1].click()
        return True

    def _show_answers(self, view: "PartView") -> None:
        at = self._layout.indexOf(self._answers)
        self._layout.removeWidget(self._answers)
        self._answers.hide()
        self._answers.deleteLater()
        self._answers = QWidget()
        self._cards, self._stages = [], []
        column = QVBoxLayout(self._answers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8 if self._compact or len(view.answers) > MOST_APART else 12)
        for place, answer in enumerate(view.answers):
            card = AnswerCard(
                self._theme,
                fill(answer.word, side=view.side),
                fill(answer.sentence, side=view.side),
                key=str(place),
                number=place + 1,
            )
            if answer.shot is not None:
                stage = Stage(self._theme, self._pictures, radius=8, margin=2, small=True)
                stage.show_still(view.folder, answer.shot.scene, side=view.side, alt="")
                stage.setFixedSize(*(PICTURE_NARROW if self._compact else PICTURE))
                card.add_beside(stage)
                self._stages.append(stage)
            card.set_compact(self._compact)
            card.setChecked(place == view.chosen)
            column.addWidget(card)
            card.clicked.connect(self._give)
            card.looked_at.connect(self._look_at)
            self._cards.append(card)
        self._layout.insertWidget(at, self._answers)
        self._put_apart()
        self._answers.setVisible(bool(self._cards))

    def _give(self) -> None:
        card = self.sender()
        if isinstance(card, AnswerCard):
            self.chosen_changed.emit(int(card.key))

    def _look_at(self) -> None:
        card = self.sender()
        if isinstance(card, AnswerCard):
            self.looked_at.emit(int(card.key))
