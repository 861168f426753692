"""The words of one page at the edge: what to do, the question, the seconds to wait, the answers and a note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.checks.edge import EdgeRun
from supple.domain.checks.edge_pages import EdgePage, EdgeQuestion, EdgeWay
from supple.domain.checks.edge_text import hanging, lead_and_question
from supple.domain.self_test_pages import Answer
from supple.domain.self_test_text import PageText
from supple.ui.check.leg_counter import LegCounter
from supple.ui.kit.answer_card import AnswerCard
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme


class EdgePanel(QWidget):
    """The right half of the page; `answer_given` comes with every choice."""

    answer_given = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = False
        self._cards: list[AnswerCard] = []
        self._lead = Text(theme, role=TextRole.LEAD, tone="text2")
        self._question = Text(theme, role=TextRole.TITLE)
        self.counter = LegCounter(theme)
        self.signs = Button(theme, self.tr("Read the warning signs"), icon="octagon-alert")
        self.skip = Button(theme, kind=ButtonKind.QUIET)
        self._answers = QWidget()
        self._note = Text(theme, tone="text2")
        self._layout = QVBoxLayout(self)

        self._layout.setContentsMargins(0, 0, 0, 0)
        for widget in (
            self._question,
            self._lead,
            self.counter,
            self.signs,
            self._answers,
            self._note,
            self.skip,
        ):
            self._layout.addWidget(widget)
        for button in (self.signs, self.skip):
            self._layout.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        self._layout.addStretch(1)
        self._question.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.set_compact(False)

    @property
    def question(self) -> Text:
        """The question; the focus lands here."""
        return self._question

    @property
    def lead(self) -> str:
        """What to do."""
        return self._lead.text()

    @property
    def cards(self) -> tuple[AnswerCard, ...]:
        """The answers of the page; none where there is only "Continue"."""
        return tuple(self._cards)

    @property
    def chosen(self) -> Answer | None:
        """The answer that stands there."""
        return next((Answer(card.key) for card in self._cards if card.isChecked()), None)

    def set_compact(self, compact: bool) -> None:
        """Use smaller type and answers, for a small window."""
        self._compact = compact
        self._layout.setSpacing(12 if compact else 20)
        self._question.set_role(TextRole.LEAD if compact else TextRole.TITLE)
        self._question.set_weight(600 if compact else None)
        self._lead.set_role(TextRole.BODY if compact else TextRole.LEAD)
        for card in self._cards:
            card.set_compact(compact)

    def show_page(self, run: EdgeRun, page: EdgePage, text: PageText) -> None:
        """Show `page`, with the answer it was given before going back."""
        lead, question = lead_and_question(text, page)
        self._lead.set_text(lead)
        self._question.set_text(question)
        self._note.set_text(hanging(text.note, page.side))
        self._note.setVisible(bool(text.note))
        told = (lead, self._note.text())
        self._question.setAccessibleDescription(" ".join(words for words in told if words))
        self._show_answers(run, page, text)
        self.signs.setVisible(page.question is EdgeQuestion.PAIN_ADVICE)
        self.skip.setVisible(run.way is EdgeWay.PHOTO and page.question is EdgeQuestion.SET_UP)
        self.counter.setVisible(page.question is EdgeQuestion.HEAVY)
        if page.question is EdgeQuestion.HEAVY:
            self.counter.start()

    def choose_number(self, number: int) -> bool:
        """Choose the answer whose key is `number`; False where there is none."""
        if not 1 <= number <= len(self._cards):
            return False
        self._cards[number - 1].click()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the question to its answers."""
        if event.key() == Qt.Key.Key_Down and self._cards:
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _show_answers(self, run: EdgeRun, page: EdgePage, text: PageText) -> None:
        place = self._layout.indexOf(self._answers)
        self._layout.removeWidget(self._answers)
        self._answers.hide()
        self._answers.deleteLater()
        self._answers = QWidget()
        self._cards = []
        column = QVBoxLayout(self._answers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8 if self._compact else 12)
        for number, answer in enumerate(run.offers, start=1):
            words = text.answers[answer]
            card = AnswerCard(
                self._theme,
                hanging(words.word, page.side),
                hanging(words.sentence, page.side),
                key=answer.value,
                number=number,
            )
            card.set_compact(self._compact)
            card.setChecked(answer is run.previous)
            column.addWidget(card)
            card.clicked.connect(self._give)
            self._cards.append(card)
        self._layout.insertWidget(place, self._answers)
        self._answers.setVisible(bool(self._cards))

    def _give(self) -> None:
        card = self.sender()
        if isinstance(card, AnswerCard):
            self.answer_given.emit(Answer(card.key))
