"""One screen of safety questions in sections, ticked where they apply; and what a yes is asked further."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.safety import SafetyQuestion
from supple.domain.safety_text import GroupText
from supple.ui.kit.answer_card import AnswerCard, TickCard
from supple.ui.kit.flow_layout import ColumnsLayout
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.words.day_words import day_and_month

COLUMN = 440
READING = 640


class QuestionsPane(QWidget):
    """The questions of one group. Asked again (`before`), what stands ticked comes first, then anything new."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: GroupText,
        questions: Sequence[SafetyQuestion],
        *,
        ticked: Iterable[str],
        before: datetime | None = None,
        so_far: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show `ticked` as ticked; `so_far` is what the answers before it mean."""
        super().__init__(parent)
        self._theme = theme
        self._ticked_before = frozenset(ticked)
        self._cards = [TickCard(theme, "", question.text, key=question.id) for question in questions]
        self._heading = Text(
            theme, self.tr("Is this still right?") if before else text.title, role=TextRole.TITLE
        )
        self._intro = Text(theme, self._again(before) if before else text.intro, role=TextRole.LEAD)
        self._so_far = Text(theme, so_far)
        self._note = Text(theme, text.note, tone="text2")
        self._layout = QVBoxLayout(self)

        for card in self._cards:
            card.setChecked(card.key in self._ticked_before)
            card.set_compact(True)
        self._build(questions, again=before is not None)

        for card in self._cards:
            card.toggled.connect(self._tick)

    @property
    def heading(self) -> Text:
        """The words over the questions; the focus lands here."""
        return self._heading

    @property
    def intro(self) -> str:
        """What is asked of all of them."""
        return self._intro.text()

    @property
    def cards(self) -> tuple[TickCard, ...]:
        """The questions, in the order they stand."""
        return tuple(self._cards)

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings over parts of the questions."""
        return self._sections

    @property
    def ticked(self) -> frozenset[str]:
        """The ids that are ticked."""
        return frozenset(card.key for card in self._cards if card.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the heading to the questions."""
        if event.key() == Qt.Key.Key_Down:
            self.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _again(self, before: datetime) -> str:
        if self._ticked_before:
            words = self.tr("You ticked this on {day}. Untick what is over, and tick what is new.")
        else:
            words = self.tr("You ticked none of these on {day}. Tick what is new.")
        return words.replace("{day}", day_and_month(before.date()))

    def _build(self, questions: Sequence[SafetyQuestion], *, again: bool) -> None:
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._so_far)
        self._so_far.setVisible(bool(self._so_far.text()))
        self._layout.addSpacing(12 if self._so_far.text() else 0)
        self._layout.addWidget(self._heading)
        self._layout.addWidget(self._intro)
        self._layout.addWidget(self._note)
        self._note.setVisible(bool(self._note.text()))
        self._layout.addSpacing(8)
        section_of = {question.id: question.section for question in questions}
        stand = [card for card in self._cards if again and card.key in self._ticked_before]
        if stand:
            self._cards = stand + [card for card in self._cards if card not in stand]
        parts: dict[str, list[TickCard]] = {self.tr("What you ticked"): stand} if stand else {}
        for card in self._cards[len(stand) :]:
            parts.setdefault(section_of[card.key], []).append(card)
        self._sections = tuple(parts)
        for name, cards in parts.items():
            self._add_section(name, cards)

    def _add_section(self, name: str, cards: Sequence[TickCard]) -> None:
        heading = Text(self._theme, name, weight=600, tone="text2", heading=3)
        grid = ColumnsLayout(min_column=self._theme.px(COLUMN), max_columns=2, gap=12)
        self._layout.addSpacing(8)
        self._layout.addWidget(heading)
        heading.setVisible(bool(name))
        self._layout.addSpacing(4)
        for card in cards:
            grid.addWidget(card)
        self._layout.addLayout(grid)

    def _tick(self, _ticked: bool) -> None:
        self.changed.emit()


class FollowUpPane(QWidget):
    """What a yes is asked further; pressing an answer goes on, arrows only lead from one to the next."""

    answered = Signal(int)

    def __init__(self, theme: Theme, question: SafetyQuestion, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if question.follow_up is None:
            raise ValueError(f"{question.id} asks nothing further")
        self._heading = Text(theme, question.follow_up.text, role=TextRole.TITLE)
        self._lead = Text(theme, question.text, tone="text2")
        self._cards = [
            AnswerCard(theme, answer.text, key=str(number))
            for number, answer in enumerate(question.follow_up.answers)
        ]

        self.setMaximumWidth(theme.px(READING))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._lead)
        layout.addWidget(self._heading)
        layout.addSpacing(8)
        for card in self._cards:
            card.setAutoExclusive(False)  # or the arrow keys would answer
            card.set_compact(True)
            layout.addWidget(card)

        for card in self._cards:
            card.clicked.connect(self._answer)

    @property
    def heading(self) -> Text:
        """The question; the focus lands here."""
        return self._heading

    @property
    def cards(self) -> tuple[AnswerCard, ...]:
        """The answers, in order."""
        return tuple(self._cards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the question to the answers."""
        if event.key() == Qt.Key.Key_Down:
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _answer(self) -> None:
        card = self.sender()
        if isinstance(card, AnswerCard):
            self.answered.emit(int(card.key))
