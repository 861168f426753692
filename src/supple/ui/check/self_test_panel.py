"""The words of one page of the check: what to do, the question, its answers and a note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.self_test import SelfTestRun
from supple.domain.self_test_pages import Answer, CheckPage, Question, Try
from supple.domain.self_test_text import SelfTestText
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.check.breath_counter import BreathCounter
from supple.ui.kit.answer_card import AnswerCard, Drawing
from supple.ui.kit.button import Button
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.words.inside import inside

_DRAWINGS = {
    Answer.FLAT: Drawing.DOWN,
    Answer.SMALL_GAP: Drawing.LEVEL,
    Answer.LIFTED: Drawing.LIFTED,
    Answer.NOT_SURE: Drawing.UNSURE,
}


MOST_APART = 4  # more answers stand closer, so that the page need not scroll for one more


def watched(template: str, side: Side | None) -> str:
    """`template` for the watched `side`; pages before the first hip name no leg."""
    return fill(template, side=side or Side.BOTH)


class SelfTestPanel(QWidget):
    """The right half of the page; `answer_given` comes with every choice, `answer_looked_at` before there is one."""

    answer_given = Signal(object)
    answer_looked_at = Signal(object)

    def __init__(self, theme: Theme, text: SelfTestText, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._compact = False
        self._cards: list[AnswerCard] = []
        self._lead = Text(theme, role=TextRole.LEAD, tone="text2")
        self._question = Text(theme, role=TextRole.TITLE)
        self._breaths = BreathCounter(theme)
        self._answers: QWidget | None = None
        self.signs = Button(theme, self.tr("Read the warning signs"), icon="octagon-alert")
        self._note = Text(theme, role=TextRole.CAPTION, tone="text2")
        self._layout = QVBoxLayout(self)

        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._lead)
        self._layout.addWidget(self._question)
        self._layout.addWidget(self._breaths)
        self._layout.addWidget(self.signs, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addStretch(1)
        self._layout.addWidget(self._note)
        self._question.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.set_compact(False)

    @property
    def question(self) -> Text:
        """The question; the focus lands here."""
        return self._question

    @property
    def lead(self) -> str:
        """What to do before the question."""
        return self._lead.text()

    @property
    def note(self) -> str:
        """The small words at the foot."""
        return self._note.text()

    @property
    def breaths(self) -> BreathCounter:
        """The counter; seen on the page that asks for five breaths."""
        return self._breaths

    @property
    def cards(self) -> tuple[AnswerCard, ...]:
        """The answers of the page; none where there is only "Continue"."""
        return tuple(self._cards)

    @property
    def chosen(self) -> Answer | None:
        """The answer that stands chosen."""
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

    def show_page(self, run: SelfTestRun, page: CheckPage) -> None:
        """Show `page` of `run`, with the answer it was given before going back."""
        text = self._text.pages[page.question]
        lead = text.lead_again if page.try_number > 1 and text.lead_again else text.lead
        question = text.question
        if page.side is None and text.before_a_hip is not None:
            lead, question = text.before_a_hip
        self._lead.set_text(watched(lead, page.side))
        self._question.set_text(watched(question, page.side))
        self._note.set_text(watched(text.note, page.side))
        told = (self._lead.text(), self._note.text())
        self._question.setAccessibleDescription(" ".join(words for words in told if words))
        self._note.setVisible(bool(text.note))
        self._show_answers(run, page)
        self._put_in_order()
        self.signs.setVisible(page.question is Question.PAIN_ADVICE)
        self._breaths.setVisible(page.question is Question.LET_GO)
        if page.question is Question.LET_GO:
            self._breaths.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the question to its answers."""
        if event.key() == Qt.Key.Key_Down and self._cards:
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _show_answers(self, run: SelfTestRun, page: CheckPage) -> None:
        if self._answers is not None:
            self._layout.removeWidget(self._answers)
            self._answers.hide()
            self._answers.deleteLater()
        self._answers = QWidget()
        self._cards = []
        column = QVBoxLayout(self._answers)
        column.setContentsMargins(0, 0, 0, 0)
        texts = self._text.pages[page.question].answers
        offered = sum(answer in texts for answer in run.offers)
        column.setSpacing(8 if self._compact or offered > MOST_APART else 12)
        for number, answer in enumerate((each for each in run.offers if each in texts), start=1):
            drawing = _DRAWINGS.get(answer, Drawing.NONE) if page.question is Question.TOUCH else Drawing.NONE
            card = AnswerCard(
                self._theme,
                watched(texts[answer].word, page.side),
                self._sentence(watched(texts[answer].sentence, page.side), run.first_try_to_repeat),
                key=answer.value,
                drawing=drawing,
                number=number,
            )
            card.set_compact(self._compact)
            card.setChecked(answer is run.previous_answer)
            column.addWidget(card)
            card.clicked.connect(self._give)
            card.looked_at.connect(self._look_at)
            self._cards.append(card)
        self._layout.insertWidget(self._layout.indexOf(self.signs) + 1, self._answers)
        self._answers.setVisible(bool(self._cards))

    def _put_in_order(self) -> None:
        """What to do comes before a question; where nothing is asked its name comes first, and all stands together."""
        asks = bool(self._cards)
        self._note.set_role(TextRole.CAPTION if asks else TextRole.BODY)
        self._layout.removeWidget(self._lead)
        self._layout.insertWidget(0 if asks else 1, self._lead)
        self._layout.removeWidget(self._note)
        below = self._layout.indexOf(self.signs) + 1
        self._layout.insertWidget(self._layout.count() if asks else below, self._note)

    def _sentence(self, template: str, before: Try | None) -> str:
        """{before} is what was answered on the first try."""
        if before is None or before.touch is None:
            return template
        word = self._text.pages[Question.TOUCH].answers[Answer(before.touch.value)].word
        return template.replace("{before}", inside(word))

    def _give(self) -> None:
        card = self.sender()
        if isinstance(card, AnswerCard):
            self.answer_given.emit(Answer(card.key))

    def _look_at(self) -> None:
        card = self.sender()
        if isinstance(card, AnswerCard):
            self.answer_looked_at.emit(Answer(card.key))

    def choose_number(self, number: int) -> bool:
        """Choose the answer whose key is `number`; False where there is none."""
        if not 1 <= number <= len(self._cards):
            return False
        self._cards[number - 1].click()
        return True

    def choose(self, answer: Answer) -> None:
        """Choose as a person would; an answer that is not offered is not there to be chosen."""
        for card in self._cards:
            if card.key == answer.value:
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                card.click()
