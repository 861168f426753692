"""A list of headings beside what is read: it stays in view while the page scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QScrollArea, QSizePolicy, QWidget

from supple.ui.kit.theme import TextRole, Theme

ROW = 44  # 40 and the gap under it
AIR = 24  # above the list once the page has been scrolled
ENDS = 8


class SideList(QWidget):
    """As high as what stands beside it; the list in it moves down with the page. `chosen` tells the row."""

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        titles: Sequence[str],
        *,
        width: int,
        page: QScrollArea,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = page
        self._wide = width
        self.list = QListWidget(self)

        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.list.setProperty("role", "list")
        self.list.setAccessibleName(name)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for title in titles:
            self.list.addItem(QListWidgetItem(title))
        self._fit()

        self.list.currentRowChanged.connect(self.chosen)
        page.verticalScrollBar().valueChanged.connect(self._keep_in_view)
        theme.changed.connect(self._fit)

    def set_row(self, row: int) -> None:
        """Mark what is read, without telling it."""
        was = self.list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.list.setCurrentRow(row)
        self.list.blockSignals(was)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more or less to go along with."""
        super().resizeEvent(event)
        self._keep_in_view()

    def _fit(self) -> None:
        width, height = self._theme.px(self._wide), self._theme.px(ROW)
        self.setFixedWidth(width)
        self.list.setFont(self._theme.font(TextRole.BODY, weight=500))
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(width, height))
        self.list.setFixedSize(width, height * self.list.count() + ENDS)
        self.setMinimumHeight(self.list.height())
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        """Under the upper edge, as long as there is room beside what is read."""
        content = self._page.widget()
        if content is None or not content.isAncestorOf(self):
            return
        room = max(0, self.height() - self.list.height())
        scrolled = self._page.verticalScrollBar().value()
        wanted = scrolled + AIR - self.mapTo(content, self.rect().topLeft()).y() if scrolled else 0
        self.list.move(0, min(room, max(0, wanted)))
