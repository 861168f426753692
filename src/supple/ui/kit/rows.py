"""A card of rows with lines between: settings, routines, lists of facts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.kit.keyboard_order import keep_keyboard_order
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme


class Row(QWidget):
    """A name, perhaps a caption under it, and a control at the right; the control moves under them when narrow."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        control: QWidget | None,
        *,
        caption: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._control = control
        self._name = Text(theme, name)
        self._caption = Text(theme, caption, role=TextRole.CAPTION, tone="text2")
        self._layout = QHBoxLayout(self)

        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._name)
        words.addWidget(self._caption)
        words.addStretch()
        self._layout.setContentsMargins(20, 8, 20, 8)
        self._layout.setSpacing(16)
        self._layout.addLayout(words, 1)
        self._caption.setVisible(bool(caption))
        if control is not None:
            self._layout.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._arrange()

        theme.changed.connect(self._arrange)

    @property
    def caption(self) -> str:
        """What stands under the name."""
        return self._caption.text()

    def set_name(self, name: str) -> None:
        """Call it otherwise."""
        self._name.set_text(name)

    def set_caption(self, caption: str) -> None:
        """Say more, or nothing, under the name."""
        self._caption.set_text(caption)
        self._caption.setVisible(bool(caption))

    def _arrange(self) -> None:
        self.setMinimumHeight(self._theme.px(56))
        large = self._theme.scale >= LARGE_TEXT
        self._layout.setDirection(
            QHBoxLayout.Direction.TopToBottom if large else QHBoxLayout.Direction.LeftToRight
        )
        if self._control is not None:
            side = Qt.AlignmentFlag.AlignLeft if large else Qt.AlignmentFlag.AlignVCenter
            wide = self._control.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding
            self._layout.setAlignment(self._control, Qt.AlignmentFlag(0) if large and wide else side)


class RowsCard(QFrame):
    """The card that holds them."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = QVBoxLayout(self)

        self.setProperty("role", "card")
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(0)

    def add_row(self, name: str, control: QWidget | None = None, *, caption: str = "") -> Row:
        """Append a row for a control."""
        row = Row(self._theme, name, control, caption=caption)
        self.add_widget_row(row)
        return row

    def add_widget_row(self, widget: QWidget) -> None:
        """Append any widget as a row."""
        if self._layout.count():
            line = QFrame()
            line.setProperty("role", "line")
            line.setFixedHeight(1)
            self._layout.addWidget(line)
        self._layout.addWidget(widget)

    def set_widget_rows(self, widgets: Sequence[QWidget]) -> None:
        """Stand the widgets that are its rows in another order, for the keyboard too."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in widgets:
                widget.hide()
                widget.deleteLater()
        for widget in widgets:
            self.add_widget_row(widget)
        keep_keyboard_order(widgets)

    def clear(self) -> None:
        """Take all rows away."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
