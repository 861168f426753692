"""Says how many questions lie below what is in sight of a page, pinned under what scrolls; a press shows more."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.reader import announce
from supple.ui.kit.theme import Theme

NEARLY = 8  # a question is in sight when no more than this of it is below the edge
OVERLAP = 48  # what was seen last stays in sight


class MoreBelow(QFrame):
    """Follows `scroll`; there while something of what it follows lies below the edge, however that came about."""

    counted = Signal(int)  # how many lie below

    def __init__(self, theme: Theme, scroll: QScrollArea, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scroll = scroll
        self._questions: list[QWidget] = []
        self._was_said = False
        self._number = 0
        self._takes_room = True
        self._looking = QTimer(self, singleShot=True, interval=0)
        self.button = Button(theme, kind=ButtonKind.QUIET, icon="chevron-down")

        self.setProperty("role", "bar")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.addStretch(1)
        layout.addWidget(self.button)
        layout.addStretch(1)
        self.hide()

        self._looking.timeout.connect(self._look)
        self.button.clicked.connect(self._show_more)
        scroll.verticalScrollBar().valueChanged.connect(self._look_soon)
        scroll.verticalScrollBar().rangeChanged.connect(self._look_soon)
        for part in (scroll.viewport(), scroll.widget()):
            if part is not None:
                part.installEventFilter(self)

    @property
    def words(self) -> str:
        """What it says; "" when nothing lies below."""
        if not self._number:
            return ""
        return self.tr("%n more below", "", self._number)

    def set_beside(self, *, beside: bool) -> None:
        """It stands `beside` other things, so that nothing of the page makes room for it."""
        self._takes_room = not beside

    def follow(self, questions: Iterable[QWidget]) -> None:
        """Begin anew with these."""
        self._questions = list(questions)
        self._was_said = False
        self._show(0)
        self._look_soon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """More or less may be in sight now."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._look_soon()
        return super().eventFilter(watched, event)

    def _look_soon(self) -> None:
        """Once everything has its place."""
        if self._questions and not self._looking.isActive():
            self._looking.start()

    def _look(self) -> None:
        if not self._scroll.isVisible():
            return
        edge = self._scroll.verticalScrollBar().value() + self._scroll.viewport().height() + NEARLY
        below = self._below(edge)
        if below and self.isHidden() and self._takes_room:
            below = self._below(edge - self.sizeHint().height())  # it is about to lie over the last of them
        self._show(len(below))

    def _below(self, edge: int) -> list[QWidget]:
        content = self._scroll.widget()
        if content is None:
            return []
        return [q for q in self._questions if q.mapTo(content, QPoint(0, q.height())).y() > edge]

    def _show(self, number: int) -> None:
        if number == self._number:
            return
        self._number = number
        had_focus = self.button.hasFocus()
        self.button.set_text(self.words)
        self.setVisible(number > 0)
        if number and not self._was_said:
            self._was_said = True
            announce(self, self.words)
        if had_focus and not number:
            self.focusNextChild()
        self.counted.emit(number)

    def _show_more(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + max(OVERLAP, self._scroll.viewport().height() - OVERLAP))
        self._look()
        announce(self, self.words)
