"""A title, a lead and a list: what stands before the safety questions and after them."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.kit.sign_list import SignList
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

READING = 800  # no line of reading is longer


class WordsPane(QWidget):
    """Words to read, no longer in a line than is comfortable."""

    def __init__(
        self, theme: Theme, *, title: str, lead: str, points: Iterable[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.heading = Text(theme, title, role=TextRole.DISPLAY)
        self.lead = Text(theme, lead, role=TextRole.LEAD, tone="text2")
        self.points = SignList(theme, points, tone="accent_text", role=TextRole.LEAD)

        self.setMaximumWidth(theme.px(READING))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(self.lead)
        layout.addSpacing(16)
        layout.addWidget(self.points)
