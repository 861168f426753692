"""Fields for a line of words: plain, and one for searching."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.theme import TextRole, Theme

ICON = 20
WIDTH = 336
HEIGHT = 40


class Field(QLineEdit):
    """A line edit in the size of the text."""

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

        self.setAccessibleName(name)
        self._renew()

        theme.changed.connect(self._renew)

    def _renew(self) -> None:
        self.setFont(self._theme.font(TextRole.BODY))
        self.setMinimumHeight(self._theme.px(HEIGHT))


class SearchField(Field):
    """A field with a magnifying glass; Esc empties it."""

    def __init__(self, theme: Theme, placeholder: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=placeholder, parent=parent)

        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(180)
        self.setTextMargins(ICON + 8, 0, 0, 0)
        self._empty = QAction(self.tr("Clear the search"), self)
        self._empty.triggered.connect(self.clear)
        self.addAction(self._empty, QLineEdit.ActionPosition.TrailingPosition)
        self._offer_to_clear()

        self.textChanged.connect(self._offer_to_clear)

    def sizeHint(self) -> QSize:
        """As wide as drawn; it may shrink."""
        return QSize(self._theme.px(WIDTH), super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Esc empties it before it does anything else."""
        if event.type() is QEvent.Type.ShortcutOverride and self._is_escape(event) and self.text():
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and self._is_escape(event) and self.text():
            self.clear()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then the glass."""
        super().paintEvent(event)
        glass = icon_pixmap(
            "search", size=ICON, colour=self._theme.tokens.text2, ratio=self.devicePixelRatioF()
        )
        QPainter(self).drawPixmap(QPointF(12, (self.height() - ICON) / 2), glass)

    def _offer_to_clear(self) -> None:
        """A cross at the right while there are words to take away."""
        self._empty.setVisible(bool(self.text()))
        ratio = self.devicePixelRatioF()
        cross = icon_pixmap("x", size=ICON, colour=self._theme.tokens.text2, ratio=ratio)
        self._empty.setIcon(QIcon(cross))

    def _is_escape(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
