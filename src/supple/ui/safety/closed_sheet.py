"""The sheet in the place of what does not begin: why, what to do, and every way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.domain.gate import Back, Standing, Verdict, Why
from supple.domain.safety_text import SafetyContent
from supple.ui.kit.answer_card import TickCard
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.field import Field
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.sign_list import SignList
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.safety.closed_words import closed_words
from supple.ui.safety.stop_words import StopWords

SAFE = frozenset({Back.ANSWER_NOW, Back.RATE_PAIN, Back.ELSEWHERE})
"""The ways back that take back nothing that was said; beside all others to close is what is meant to be pressed."""


class ClosedSheet(Sheet):
    """The same for every way in; after exactly one of its ways back, or `left` without one, it is closed.

    "Warning signs" opens over it and is no way out.
    """

    answer_wanted = Signal()
    change_wanted = Signal()
    rating_wanted = Signal()
    seen_told = Signal(str)  # what was told about it
    mild_told = Signal()
    elsewhere_wanted = Signal()
    settings_wanted = Signal()
    signs_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        content: SafetyContent,
        verdict: Verdict,
        standing: Standing,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Say the first reason of `verdict`; ValueError for one that is open."""
        if verdict.open:
            raise ValueError(f"{verdict.way} is open")
        self._why = verdict.reasons[0]
        words = closed_words(verdict, standing, content)
        super().__init__(theme, title=words.title, sentence=words.sentence, tone=words.tone, parent=parent)
        self.seen = TickCard(
            theme, "", self.tr("I have been seen about it and was told exercise is fine."), key="seen"
        )
        self.told = Field(theme, name=self.tr("What you were told"))
        self.signs = self.add_button(self.tr("Warning signs"), kind=ButtonKind.QUIET, leading=True)
        self.close_button = self.add_button(
            self.tr("Close"), kind=ButtonKind.SECONDARY if SAFE & {*verdict.back} else ButtonKind.PRIMARY
        )
        self._ways = {back: self._add_way(back) for back in verdict.back}

        if self._why in (Why.ANSWERS, Why.ENDED) and (action := content.action(standing.clearance)):
            frame = StopWords(theme)
            frame.set_action(action, tone=words.tone.value)
            self.body.addWidget(frame)
        if words.points:
            self.body.addWidget(SignList(theme, words.points, tone="text2"))
        if Back.TELL_SEEN in self._ways:
            self.body.addWidget(self.seen)
            self.body.addWidget(Text(theme, self.tr("What were you told? (optional)"), weight=600))
            self.body.addWidget(self.told)
            self.seen.toggled.connect(self._ways[Back.TELL_SEEN].setEnabled)
            self._ways[Back.TELL_SEEN].setEnabled(False)
        self.body.addStretch(1)
        self.set_first_focus(self._first())

        self.signs.clicked.connect(self.signs_wanted)
        self.close_button.clicked.connect(self._leave)
        self.dismissed.connect(self.left)

    @property
    def why(self) -> Why:
        """The reason it speaks of."""
        return self._why

    def _add_way(self, back: Back) -> Button:
        texts = {
            Back.ANSWER_NOW: self.tr("Answer now"),
            Back.CHANGE_ANSWERS: self.tr("Change my answers"),
            Back.TELL_SEEN: self.tr("Go on"),
            Back.RATE_PAIN: self.tr("Rate the pain again"),
            Back.TELL_MILD: self.tr("It was mild and in the muscle"),
            Back.ELSEWHERE: self.tr("Show all routines"),
            Back.SETTINGS: self.tr("Open Settings"),
        }
        slots = {
            Back.ANSWER_NOW: self._answer,
            Back.CHANGE_ANSWERS: self._change,
            Back.TELL_SEEN: self._tell_seen,
            Back.RATE_PAIN: self._rate,
            Back.TELL_MILD: self._tell_mild,
            Back.ELSEWHERE: self._go_elsewhere,
            Back.SETTINGS: self._go_to_settings,
        }
        button = self.add_button(texts[back], kind=ButtonKind.PRIMARY if back in SAFE else ButtonKind.QUIET)
        button.clicked.connect(slots[back])
        return button

    def _first(self) -> QWidget:
        """What Enter presses: the way back that takes back nothing, else the way out."""
        return next((way for back, way in self._ways.items() if back in SAFE), self.close_button)

    def _leave(self) -> None:
        self.close_sheet()
        self.left.emit()

    def _answer(self) -> None:
        self.close_sheet()
        self.answer_wanted.emit()

    def _change(self) -> None:
        self.close_sheet()
        self.change_wanted.emit()

    def _rate(self) -> None:
        self.close_sheet()
        self.rating_wanted.emit()

    def _tell_seen(self) -> None:
        self.close_sheet()
        self.seen_told.emit(self.told.text().strip())

    def _tell_mild(self) -> None:
        self.close_sheet()
        self.mild_told.emit()

    def _go_elsewhere(self) -> None:
        self.close_sheet()
        self.elsewhere_wanted.emit()

    def _go_to_settings(self) -> None:
        self.close_sheet()
        self.settings_wanted.emit()
