"""What stands in the place of something that is closed: why, what to do, and how to change one's answers."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.domain.safety import Clearance
from supple.domain.safety_text import SafetyContent
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import Card
from supple.ui.kit.page import Page
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.safety.stop_words import StopWords, ticked_words


class ClosedPage(Page):
    """Instead of a room with exercises, after a yes in A or B or under 18."""

    def __init__(self, theme: Theme, content: SafetyContent, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._safety = content
        self._lead = Text(theme, role=TextRole.LEAD)
        self._card = Card(theme)
        self._words = StopWords(theme)
        self.change = Button(theme, self.tr("Change my answers"), icon="pencil")
        self.signs = Button(theme, self.tr("All warning signs"), kind=ButtonKind.QUIET)

        self.set_max_width(760)
        self._card.body.addWidget(self._words)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addWidget(self.change)
        buttons.addWidget(self.signs)
        buttons.addStretch(1)
        self.body.addWidget(self._lead)
        self.body.addWidget(self._card)
        self.body.addLayout(buttons)
        self.body.addStretch(1)

    def set_clearance(self, clearance: Clearance) -> None:
        """Say what these answers close and what to do; nothing changes while they close nothing."""
        action = self._safety.action(clearance)
        if action is None:
            return
        self.set_title(action.title)
        self._lead.set_text(" ".join(words for words in (ticked_words(clearance), action.sentence) if words))
        self._words.set_action(action, tone="caution" if clearance.ended else "stop")
