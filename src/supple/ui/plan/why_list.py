"""Why a plan looks as it does: one reason a line, each with what it is about in bold."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.kit.card import Card
from supple.ui.kit.icons import IconView
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme


class WhyCard(Card):
    """Each reason names the finding it comes from; **words between stars** are bold."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=24, parent=parent)
        self._lines: list[QWidget] = []
        self._list = QVBoxLayout()
        self._title = Text(theme, self.tr("Why it looks like this"), weight=600, heading=3)

        self.setAccessibleName(self._title.text())
        self._list.setSpacing(8)
        self.body.addWidget(self._title)
        self.body.addLayout(self._list)

    def show_reasons(self, reasons: Sequence[str]) -> None:
        """Say these, in their order."""
        for line in self._lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_line(self._theme, reason) for reason in reasons]
        for line in self._lines:
            self._list.addWidget(line)
        self.setVisible(bool(reasons))

    def set_narrow(self, *, narrow: bool) -> None:
        """Closer padding."""
        self.set_padding(16 if narrow else 24)


def _line(theme: Theme, reason: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(IconView(theme, "circle-help", size=18, tone="text3"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(theme, reason, role=TextRole.BODY), 1)
    return line
