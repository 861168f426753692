"""Layouts that wrap: like words, or in columns of one width; both begin where the language begins to be read."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle


class _WrappingLayout(QLayout):
    """Keeps the items; the heirs say where they go.

    When Python takes things apart an instance can lose what it holds before Qt lets go of it; Qt then still asks, and
    is answered by what stands in the classes, as an empty layout would.
    """

    _items: list[QLayoutItem] = []

    def __init__(self) -> None:
        super().__init__()
        self._items = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Append."""
        self._items.append(item)

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item, or None beyond the last, as Qt wants it."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Never asks for more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all rows at `width`."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._place(QRect(0, 0, inner, 0), apply=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Move the items."""
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), apply=True)

    def sizeHint(self) -> QSize:
        """As small as it can be; it grows downwards."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, apply: bool) -> int:
        raise NotImplementedError

    def _put(self, item: QLayoutItem, place: QRect, within: QRect) -> None:
        """Move an item to `place`, seen in a mirror where the language is read from the right."""
        parent = self.parentWidget()
        direction = Qt.LayoutDirection.LeftToRight if parent is None else parent.layoutDirection()
        item.setGeometry(QStyle.visualRect(direction, within, place))


class FlowLayout(_WrappingLayout):
    """Puts items side by side at their own size and wraps when the row is full."""

    _gap = _line_gap = 0

    def __init__(self, *, gap: int = 8, line_gap: int = 8) -> None:
        super().__init__()
        self._gap = gap
        self._line_gap = line_gap

    def sizeHint(self) -> QSize:
        """All items in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def _place(self, rect: QRect, *, apply: bool) -> int:
        x, y = rect.left(), rect.top()
        row: list[tuple[QLayoutItem, QRect]] = []
        height = 0
        for item in self._shown():
            hint = item.sizeHint()
            width = min(hint.width(), max(rect.width(), item.minimumSize().width()))
            tall = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
            if row and x + width > rect.left() + rect.width():
                if apply:
                    self._finish_row(row, height, rect)
                x, y, row, height = rect.left(), y + height + self._line_gap, [], 0
            row.append((item, QRect(QPoint(x, y), QSize(width, tall))))
            x += width + self._gap
            height = max(height, tall)
        if apply:
            self._finish_row(row, height, rect)
        return y + height - rect.top()

    def _finish_row(self, row: list[tuple[QLayoutItem, QRect]], height: int, within: QRect) -> None:
        """Centre the items of a row on its middle line."""
        for item, place in row:
            self._put(item, place.translated(0, (height - place.height()) // 2), within)


class ColumnsLayout(_WrappingLayout):
    """Puts items in columns of one width (or of `weights` while they all fit in one row), rows of one height."""

    _min_column = _max_columns = 1
    _gap = 0
    _weights: tuple[int, ...] = ()
    _mirrors = True

    def __init__(
        self,
        *,
        min_column: int,
        max_columns: int = 5,
        gap: int = 24,
        weights: Sequence[int] = (),
        has_holes: bool = True,
        mirrors: bool = True,
    ) -> None:
        """Without holes there are only as many columns as fill every row; what stands for the body never `mirrors`."""
        super().__init__()
        self._has_holes = has_holes
        self._min_column = min_column
        self._max_columns = max_columns
        self._gap = gap
        self._weights = tuple(weights)
        self._mirrors = mirrors

    def set_min_column(self, min_column: int) -> None:
        """Give up a column sooner or later."""
        if min_column != self._min_column:
            self._min_column = min_column
            self.invalidate()

    def set_gap(self, gap: int) -> None:
        """Keep `gap` between columns and rows."""
        if gap != self._gap:
            self._gap = gap
            self.invalidate()

    def columns(self, width: int) -> int:
        """How many columns fit in `width`, none narrower than what stands in it can be."""
        fitting = (width + self._gap) // (self._min_column + self._gap)
        columns = max(1, min(self._max_columns, fitting))
        while not self._has_holes and len(self._shown()) % columns:
            columns -= 1
        least = [item.minimumSize().width() for item in self._shown()] if columns > 1 else []
        while columns > 1 and not self._fit_in(self._widths(width, columns), least):
            columns -= 1
        return columns

    def _fit_in(self, widths: list[int], least: list[int]) -> bool:
        return all(needed <= widths[at % len(widths)] for at, needed in enumerate(least))

    def _widths(self, width: int, columns: int) -> list[int]:
        spare = width - self._gap * (columns - 1)
        weights = self._weights if len(self._weights) == columns else (1,) * columns
        edges = [spare * sum(weights[:i]) // sum(weights) for i in range(columns + 1)]
        return [right - left for left, right in pairwise(edges)]

    def _place(self, rect: QRect, *, apply: bool) -> int:
        items = self._shown()
        if not items:
            return 0
        columns = self.columns(rect.width())
        if self._weights:
            columns = min(columns, len(items))
        widths = self._widths(rect.width(), columns)
        y = rect.top()
        for start in range(0, len(items), columns):
            row = items[start : start + columns]
            height = max(
                item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
                for item, width in zip(row, widths, strict=False)
            )
            height = max(height, *(item.minimumSize().height() for item in row), 0)
            x = rect.left()
            for item, width in zip(row, widths, strict=False):
                place = QRect(x, y, width, height)
                if apply and self._mirrors:
                    self._put(item, place, rect)
                elif apply:
                    item.setGeometry(place)
                x += width + self._gap
            y += height + self._gap
        return y - self._gap - rect.top()
