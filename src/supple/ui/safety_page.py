"""One screen of safety questions: tick what applies, or "None of these"; and the yes-or-no follow-up."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.safety import SafetyQuestion
from supple.domain.safety_text import GroupText
from supple.ui.answer_card import AnswerCard, TickCard
from supple.ui.flow_layout import ColumnsLayout
from supple.ui.text import Text
from supple.ui.theme import TextRole, Theme

COLUMN = 440
READING = 640


class QuestionsPane(QWidget):
    """The questions of one group; "None of these" and the questions exclude each other."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: GroupText,
        questions: Sequence[SafetyQuestion],
        *,
        ticked: Iterable[str],
        none_ticked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show `ticked` as ticked, or "None of these" if that was said before."""
        super().__init__(parent)
        self._heading = Text(theme, text.title, role=TextRole.TITLE)
        self._intro = Text(theme, text.intro, role=TextRole.LEAD)
        self._note = Text(theme, text.note, tone="text2")
        self._cards = [TickCard(theme, "", question.text, key=question.id) for question in questions]
        self._none = TickCard(theme, self.tr("None of these"), key="")
        self._grid = ColumnsLayout(min_column=theme.px(COLUMN), max_columns=2, gap=12)
        self._layout = QVBoxLayout(self)

        before = frozenset(ticked)
        for card in self._cards:
            card.setChecked(card.key in before)
        self._none.setChecked(none_ticked and not before)
        self._build(text)

        for card in self._cards:
            card.toggled.connect(self._tick)
        self._none.toggled.connect(self._tick_none)

    @property
    def heading(self) -> Text:
        """The words over the questions; the focus lands here."""
        return self._heading

    @property
    def cards(self) -> tuple[TickCard, ...]:
        """The questions, then "None of these"."""
        return (*self._cards, self._none)

    @property
    def ticked(self) -> frozenset[str] | None:
        """The ids that are ticked, empty for "None of these"; None while nothing is answered."""
        ids = frozenset(card.key for card in self._cards if card.isChecked())
        return ids if ids or self._none.isChecked() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the heading to the questions."""
        if event.key() == Qt.Key.Key_Down:
            self.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _build(self, text: GroupText) -> None:
        for card in self._cards:
            card.set_compact(True)
            self._grid.addWidget(card)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._heading)
        self._layout.addWidget(self._intro)
        self._layout.addWidget(self._note)
        self._note.setVisible(bool(text.note))
        self._layout.addSpacing(16)
        self._layout.addLayout(self._grid)
        self._layout.addSpacing(12)
        self._layout.addWidget(self._none)

    def _tick(self, ticked: bool) -> None:
        if ticked:
            self._none.setChecked(False)
        self.changed.emit()

    def _tick_none(self, ticked: bool) -> None:
        if ticked:
            for card in self._cards:
                card.setChecked(False)
        self.changed.emit()


class FollowUpPane(QWidget):
    """One question with yes and no."""

    changed = Signal()

    def __init__(self, theme: Theme, question: SafetyQuestion, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Text(theme, question.follow_up, role=TextRole.TITLE)
        self._lead = Text(theme, question.text, tone="text2")
        self._yes = AnswerCard(theme, self.tr("Yes"), key="yes")
        self._no = AnswerCard(theme, self.tr("No"), key="no")

        self.setMaximumWidth(theme.px(READING))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._lead)
        layout.addWidget(self._heading)
        layout.addSpacing(8)
        layout.addWidget(self._no)
        layout.addWidget(self._yes)

        self._yes.toggled.connect(self.changed)
        self._no.toggled.connect(self.changed)

    @property
    def heading(self) -> Text:
        """The question; the focus lands here."""
        return self._heading

    @property
    def cards(self) -> tuple[AnswerCard, ...]:
        """No, then yes."""
        return self._no, self._yes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the question to the answers."""
        if event.key() == Qt.Key.Key_Down:
            self._no.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    @property
    def yes(self) -> bool | None:
        """The answer; None while there is none."""
        if self._yes.isChecked():
            return True
        return False if self._no.isChecked() else None
