"""One row of what was found: the check, its value, a note at the right, its picture under them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme

WORD = 104
TOP = 7


class FoundRow(QWidget):
    """Word, value and note in a line, the graphic under them, at the foot what changed; a thin line closes it."""

    def __init__(
        self, theme: Theme, word: str, graphic: QWidget | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._graphic = graphic
        self._is_stacked = False
        self._is_done = True
        self.word = Text(theme, word, tone="text2")
        self.value = Text(theme, weight=600)
        self.note = Text(theme, role=TextRole.CAPTION, tone="text2", align=Qt.AlignmentFlag.AlignRight)
        self.missing = Text(theme, self.tr("Not done"), tone="text3")
        self.change = Text(theme, role=TextRole.CAPTION, tone="text2")
        self._grid = QGridLayout(self)

        self._grid.setContentsMargins(0, TOP, 0, TOP + 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._arrange()

        theme.changed.connect(self._arrange)

    @property
    def sentence(self) -> str:
        """The row as it is heard."""
        said = [self.value.text(), self.note.text(), self.change.text()]
        if not self._is_done:
            said = [self.missing.text()]
        elif self._graphic is not None and not self.value.text():
            said.insert(0, self._graphic.accessibleName())
        return f"{self.word.text()}: {', '.join(part.rstrip('.') for part in said if part)}."

    def show_found(self, value: str, note: str = "", change: str = "", *, with_graphic: bool = True) -> None:
        """What was found; without a `value` the graphic says it."""
        self._is_done = True
        self.value.set_text(value)
        self.note.set_text(note)
        self.change.set_text(change)
        self._show(with_graphic=with_graphic)

    def show_missing(self) -> None:
        """It was not done."""
        self._is_done = False
        self._show(with_graphic=False)

    def set_stacked(self, stacked: bool) -> None:
        """Put the word over the value in a narrow window."""
        if stacked is not self._is_stacked:
            self._is_stacked = stacked
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line at the foot."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))

    def _show(self, *, with_graphic: bool) -> None:
        self._arrange()  # each has its place before it is shown
        self.missing.setVisible(not self._is_done)
        for text in (self.value, self.note, self.change):
            text.setVisible(self._is_done and bool(text.text()))
        if self._graphic is not None:
            self._graphic.setVisible(self._is_done and with_graphic)

    def _arrange(self) -> None:
        stacked = self._is_stacked or self._theme.scale >= LARGE_TEXT
        grid, row, column = self._grid, int(stacked), 0 if stacked else 1
        for widget in (self.word, self.value, self.note, self.missing, self.change, self._graphic):
            if widget is not None:
                grid.removeWidget(widget)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.word, 0, 0, 1, 3 if stacked else 1, top)
        grid.addWidget(self.missing, row, column, 1, 3 - column, top)
        grid.addWidget(self.value, row, column, top)
        grid.addWidget(self.note, row, column + 1, 1, 2 - column, Qt.AlignmentFlag.AlignVCenter)
        graphic_row = row + int(bool(self.value.text()))
        if self._graphic is not None:
            grid.addWidget(self._graphic, graphic_row, column, 1, 3 - column)
        grid.addWidget(self.change, graphic_row + 1, column, 1, 3 - column)
        grid.setColumnMinimumWidth(0, 0 if stacked else self._theme.px(WORD))
        for each in range(3):
            grid.setColumnStretch(each, int(each == column))
