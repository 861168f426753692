"""The stop sheet of the safety questions: what to do now that a warning sign was ticked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.domain.safety import Clearance
from supple.domain.safety_text import SafetyContent
from supple.ui.banner import Tone
from supple.ui.button import Kind
from supple.ui.sheet import Sheet
from supple.ui.stop_words import StopWords, ticked_words
from supple.ui.text import Text
from supple.ui.theme import Theme

LARGE_TEXT, SHORT = 1.5, 240  # what fits into the head of the smallest window


class WarningSheet(Sheet):
    """Says what to do for a closed `clearance`; Esc is the same as "Change my answer"."""

    understood = Signal()
    change_wanted = Signal()
    all_signs_wanted = Signal()

    def __init__(
        self, theme: Theme, content: SafetyContent, clearance: Clearance, *, parent: QWidget | None = None
    ) -> None:
        action = content.action(clearance)
        if action is None:
            raise ValueError("a stop sheet needs answers that close the rooms")
        caution = not (clearance.emergency or clearance.see_doctor)
        ticked = ticked_words(clearance)
        short = theme.scale < LARGE_TEXT and len(ticked) <= SHORT
        super().__init__(
            theme,
            title=action.title,
            sentence=f"{ticked} {action.sentence}" if short else action.sentence,
            tone=Tone.CAUTION if caution else Tone.STOP,
            parent=parent,
        )
        self.words = StopWords(theme)

        self.words.set_action(action, tone="caution" if caution else "stop")
        self.body.addWidget(self.words)
        if not short:
            self.body.addWidget(Text(theme, ticked))
        self.signs = self.add_button(self.tr("All warning signs"), kind=Kind.QUIET, leading=True)
        self.change = self.add_button(self.tr("Change my answer"), kind=Kind.QUIET)
        self.understand = self.add_button(self.tr("I understand"))
        self.set_first_focus(self.understand)

        self.signs.clicked.connect(self._ask_for_signs)
        self.change.clicked.connect(self._change)
        self.understand.clicked.connect(self._understand)
        self.dismissed.connect(self.change_wanted)

    def _ask_for_signs(self) -> None:
        self.all_signs_wanted.emit()

    def _change(self) -> None:
        self.close_sheet()
        self.change_wanted.emit()

    def _understand(self) -> None:
        self.close_sheet()
        self.understood.emit()
