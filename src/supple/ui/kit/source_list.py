"""Where a statement comes from: what the source is, what it says, and its address to open in a browser."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme


class ShownSource(Protocol):
    """What can be shown as a source: its title, what it says, and an address, empty where there is none."""

    @property
    def words(self) -> str:
        """Who wrote it, and when."""

    @property
    def found(self) -> str:
        """What it says, in a sentence."""

    @property
    def url(self) -> str:
        """Where it can be read."""


class _SourceRow(QWidget):
    """One source; the button opens its address outside Supple."""

    def __init__(self, theme: Theme, source: ShownSource, number: int | None) -> None:
        super().__init__()
        self._url = source.url
        self._source_found = source.found
        self._words = Text(theme, source.words, weight=600, role=TextRole.CAPTION)
        self._found = Text(theme, source.found, role=TextRole.CAPTION, tone="text2")
        self._open = Button(
            theme,
            kind=ButtonKind.ICON,
            icon="external-link",
            name=QCoreApplication.translate("Sources", "Open in the browser: {source}").format(
                source=source.words
            ),
        )

        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        if number is not None:
            figure = Text(
                theme, str(number), role=TextRole.CAPTION, tone="accent_text", weight=600, wraps=False
            )
            figure.setMinimumWidth(20)
            layout.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._found)
        layout.addLayout(words, 1)
        layout.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        self._open.setVisible(bool(source.url))

        self._open.clicked.connect(self._visit)

    def _visit(self) -> None:
        if not QDesktopServices.openUrl(QUrl(self._url)):
            words = QCoreApplication.translate("Sources", "No browser could be opened. The address is {url}")
            self._found.set_text(f"{self._source_found}\n{words.format(url=self._url)}".strip())


class SourceList(QWidget):
    """Sources one under the other, numbered as the text marks them or not at all."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = QVBoxLayout(self)

        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)

    def set_sources(self, sources: Iterable[ShownSource]) -> None:
        """Show sources without numbers."""
        self._show((None, source) for source in sources)

    def set_numbered(self, sources: Iterable[ShownSource]) -> None:
        """Show sources with the numbers that stand in the text."""
        self._show(enumerate(sources, start=1))

    def _show(self, sources: Iterable[tuple[int | None, ShownSource]]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, source in sources:
            self._rows.addWidget(_SourceRow(self._theme, source, number))
