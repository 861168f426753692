"""A bar of pills: one for each exercise, as long as its share, filled as far as the session is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui.kit.reader import Told, tell
from supple.ui.kit.theme import Theme


class SessionBar(QWidget):
    """Accent over track; its accessible description is told by the page."""

    def __init__(
        self, theme: Theme, *, thickness: int = 8, gap: int = 6, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thickness = thickness
        self._gap = gap
        self._unit = 1.0
        self._shares: tuple[float, ...] = (1.0,)
        self._done = 0.0

        tell(self, Told.PROGRESS)
        self.setAccessibleName(self.tr("How far you are"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.update)

    @property
    def done(self) -> float:
        """How far, from 0 to 1."""
        return self._done

    def set_shares(self, shares: Sequence[float]) -> None:
        """One pill for each share; only their proportions count."""
        self._shares = tuple(share for share in shares if share > 0) or (1.0,)
        self.update()

    def set_done(self, done: float) -> None:
        """Fill from where one begins to read as far as `done`, 0 to 1 of the whole."""
        done = max(0.0, min(1.0, done))
        if done != self._done:
            self._done = done
            self.update()

    def set_unit(self, unit: float) -> None:
        """The mat's unit: pixels per design pixel."""
        if unit != self._unit:
            self._unit = unit
            self.updateGeometry()
            self.update()

    def set_sentence(self, sentence: str) -> None:
        """Say how far in words."""
        self.setAccessibleDescription(sentence)

    def sizeHint(self) -> QSize:
        """As thin as drawn."""
        return QSize(200, round(self._thickness * self._unit))

    def minimumSizeHint(self) -> QSize:
        """Always seen."""
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One pill after the other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        gap = self._gap * self._unit
        total = sum(self._shares)
        room = self.width() - gap * (len(self._shares) - 1)
        left, before = 0.0, 0.0
        for share in self._shares:
            width = room * share / total
            pill = QRectF(left, 0, width, self.height())
            filled = max(0.0, min(1.0, (self._done - before) * total / share))
            self._draw_pill(painter, pill, filled)
            left += width + gap
            before += share / total

    def _draw_pill(self, painter: QPainter, pill: QRectF, filled: float) -> None:
        path = QPainterPath()
        path.addRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setBrush(self._theme.colour("track"))
        painter.drawPath(path)
        if filled <= 0:
            return
        part = QPainterPath()
        done = QRectF(pill.left(), pill.top(), max(pill.height(), pill.width() * filled), pill.height())
        part.addRoundedRect(done, pill.height() / 2, pill.height() / 2)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawPath(part.intersected(path))
