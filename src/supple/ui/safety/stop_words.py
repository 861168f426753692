"""What to do after a yes: whom to reach in a frame, what to do in a list, what is closed for now."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.safety import Clearance
from supple.domain.safety_text import ActionText
from supple.ui.kit.call_frame import CallFrame
from supple.ui.kit.sign_list import SignList
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme


def ticked_words(clearance: Clearance) -> str:
    """ "You ticked: …." in plain words, only what closes; empty if nothing does."""
    if clearance.ended:
        closing = [question.short for question in clearance.ticked if question.ends]
    else:
        closing = [q.short for q in clearance.holding if q.urgency is clearance.urgency]
    if not closing:
        return ""
    told = QCoreApplication.translate("StopWords", "You ticked: {signs}.")
    if clearance.ended:  # that was a button
        told = QCoreApplication.translate("StopWords", "You said: {signs}.")
    return told.format(signs="; ".join(closing))


class StopWords(QWidget):
    """Frame, list and the sentence about what is closed: in the stop sheet and in closed rooms."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = CallFrame(theme)
        self.steps = SignList(theme)
        self._closed = Text(theme, tone="text2")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addWidget(self.frame)
        layout.addWidget(self.steps)
        layout.addWidget(self._closed)

    def set_action(self, action: ActionText, *, tone: str = "stop") -> None:
        """Show what to do."""
        self.frame.set_words(action.call, action.call_hint, tone=tone)
        self.steps.set_sentences(action.steps, tone=tone)
        self._closed.set_text(action.closed)
