"""What changed in a plan, and why: newest first, each with a way to take it back as far as there is one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import Card
from supple.ui.kit.icons import IconView
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme

DATE = 84


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One change: **what** in bold, then because; `key` takes it back, "" where it stands."""

    on: str
    words: str
    key: str = ""


class _Entry(QWidget):
    """A date, a sentence, perhaps Undo."""

    undone = Signal(str)

    def __init__(self, theme: Theme, line: LogLine) -> None:
        super().__init__()
        self._theme = theme
        self._key = line.key
        self._date = Text(theme, line.on, role=TextRole.CAPTION, tone="text2")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)

        words = QVBoxLayout()
        words.setSpacing(0)
        sentence = Text(theme, line.words)
        words.addWidget(sentence)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._date, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        if line.key:
            undo = Button(theme, self.tr("Undo"), kind=ButtonKind.QUIET)
            undo.set_name(self.tr("Undo: {what}").format(what=sentence.text()))
            undo.set_flush(True)
            words.addWidget(undo, 0, Qt.AlignmentFlag.AlignLeft)
            undo.clicked.connect(self._tell)
        self._arrange()

        theme.changed.connect(self._arrange)

    def _arrange(self) -> None:
        large = self._theme.scale >= LARGE_TEXT
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if large else ways.LeftToRight)
        self._row.setSpacing(2 if large else 12)
        self._date.setFixedWidth(self._theme.px(140 if large else DATE))

    def _tell(self) -> None:
        self.undone.emit(self._key)


class LogCard(Card):
    """Changes above, the checks of the plan below."""

    undone = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=24, parent=parent)
        self._entries: list[_Entry] = []
        self._title = Text(theme, self.tr("What changed, and why"), role=TextRole.LEAD, weight=600, heading=2)
        self._none = Text(theme, self.tr("Nothing so far."), tone="text2")
        self._list = QVBoxLayout()
        self._rule = QFrame()
        self._checks_row = QWidget()
        self._checks_title = Text(theme, self.tr("Checks"), weight=600, heading=3)
        self._checks = Text(theme, tone="text2")

        self.setAccessibleName(self._title.text())
        self._rule.setProperty("role", "line")
        self._rule.setFixedHeight(1)
        row = QHBoxLayout(self._checks_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconView(theme, "flag", size=18, tone="text"))
        row.addWidget(self._checks_title, 1)
        self._list.setSpacing(12)
        self.body.setSpacing(12)
        self.body.addWidget(self._title)
        self.body.addWidget(self._none)
        self.body.addLayout(self._list)
        for part in (self._rule, self._checks_row, self._checks):
            self.body.addWidget(part)

    def show_log(self, lines: Sequence[LogLine], *, checks: str) -> None:
        """Show these; `checks` says when the hips are looked at again, "" for not."""
        for entry in self._entries:
            self._list.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._entries = [_Entry(self._theme, line) for line in lines]
        for entry in self._entries:
            self._list.addWidget(entry)
            entry.undone.connect(self._tell_undone)
        self._none.setVisible(not lines)
        self._checks.set_text(checks)
        for part in (self._rule, self._checks_row, self._checks):
            part.setVisible(bool(checks))

    def _tell_undone(self, key: str) -> None:
        self.undone.emit(key)

    def set_narrow(self, *, narrow: bool) -> None:
        """Closer padding."""
        self.set_padding(16 if narrow else 24)
