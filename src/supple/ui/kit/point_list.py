"""A list of sentences, each behind its sign."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.kit.icons import IconView
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

BULLET = 6


class _Bullet(QWidget):
    """A dot in the middle of the first line."""

    def __init__(self, theme: Theme, role: TextRole) -> None:
        super().__init__()
        self._theme = theme
        self._role = role

        tell(self, Told.DECORATION)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As high as a line."""
        return QSize(BULLET + 4, self._theme.line_height(self._role))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("text3"))
        painter.drawEllipse(QPointF(BULLET / 2, self.height() / 2), BULLET / 2, BULLET / 2)


class PointList(QWidget):
    """Entries read one by one; `icon` stands before each, a dot when there is none."""

    def __init__(
        self,
        theme: Theme,
        points: Iterable[str] = (),
        *,
        icon: str | None = None,
        role: TextRole = TextRole.BODY,
        tone: str = "text",
        icon_tone: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._role = role
        self._tone = tone
        self._icon_tone = icon_tone
        self._rows = QVBoxLayout(self)

        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self.set_points(points)

    def set_points(self, points: Iterable[str]) -> None:
        """Show other entries."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for point in points:
            self._rows.addWidget(self._row(point))

    def _row(self, point: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12 if self._icon else 10)
        sign = (
            IconView(self._theme, self._icon, size=20, tone=self._icon_tone)
            if self._icon
            else _Bullet(self._theme, self._role)
        )
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(Text(self._theme, point, role=self._role, tone=self._tone), 1)
        return row
