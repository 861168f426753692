"""The buttons at the foot of a sheet: in one row, in pairs where height is scarce, or one under the other."""

from PySide6.QtWidgets import QGridLayout, QWidget


class ButtonRows(QGridLayout):
    """The last button of an odd number has a row of its own."""

    def __init__(self, *, gap: int) -> None:
        super().__init__()
        self._buttons: list[QWidget] = []
        self._columns = 0
        self.setSpacing(gap)

    def add(self, button: QWidget) -> None:
        """Append a button."""
        self._buttons.append(button)
        self._columns = 0
        self._arrange(len(self._buttons))

    def fit(self, width: int, *, low: bool) -> bool:
        """As many side by side as `width` holds, all, two where it is `low`, or one; whether all stand in one row."""
        for columns in (len(self._buttons), *([2] if low else []), 1):
            self._arrange(columns)
            if self.minimumSize().width() <= width:
                break
        return self._columns == len(self._buttons)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for button in self._buttons:
            self.removeWidget(button)
        for at, button in enumerate(self._buttons):
            row, column = divmod(at, columns)
            alone = column == 0 and at == len(self._buttons) - 1
            self.addWidget(button, row, column, 1, columns if alone else 1)
        self.invalidate()
