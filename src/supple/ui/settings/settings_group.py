"""What all groups of Settings are made of: a heading over a card of rows, and a slider that shows its value."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.kit.rows import RowsCard
from supple.ui.kit.slider import Slider
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

VALUE_WIDTH = 58


class SettingsGroup(QWidget):
    """A heading and its rows; heirs fill `rows`. `changed` carries the group of settings that is shown, changed."""

    changed = Signal(object)

    def __init__(self, theme: Theme, title: str, *, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Text(theme, title, role=TextRole.LEAD, weight=600)
        self._lead = Text(theme, lead, tone="text2")
        self.rows = RowsCard(theme)

        self.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._lead)
        layout.addWidget(self.rows)
        self._lead.setVisible(bool(lead))

    @property
    def title(self) -> str:
        """The heading, also the words of the list beside the groups."""
        return self._title.text()


class PercentSlider(QWidget):
    """A slider in steps with its value in percent at the right; tells once the knob is let go, or the keys rest."""

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        bounds: tuple[int, int],
        step: int,
        words: str = "{value} %",
        rest_ms: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """`words` tell a value, such as "{value} ms"; `rest_ms` is how long keys must rest before it is chosen."""
        super().__init__(parent)
        self._theme = theme
        self._step = step
        self._words = words
        self.slider = Slider(theme, name=name, minimum=bounds[0], maximum=bounds[1], step=step)
        self._value = Text(theme, tone="text2", tabular=True, align=Qt.AlignmentFlag.AlignRight, wraps=False)

        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self.slider.setTracking(False)
        self.slider.setMinimumWidth(240)
        self.setFocusProxy(self.slider)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.slider)
        layout.addWidget(self._value)
        self._renew()

        self.slider.sliderMoved.connect(self._show_value)
        self.slider.valueChanged.connect(self._take)
        self._rest.timeout.connect(self._choose)
        theme.changed.connect(self._renew)

    @property
    def value(self) -> int:
        """The value in percent, on a step."""
        return self._snapped(self.slider.value())

    def set_value(self, value: int) -> None:
        """Show `value` without telling it; what a hand is setting just now stays."""
        if not self._rest.isActive():
            self._move_to(value)

    def _move_to(self, value: int) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(value)
        self._show_value(value)

    def _snapped(self, value: int) -> int:
        return round(value / self._step) * self._step

    def _show_value(self, value: int) -> None:
        self._value.set_text(self._words.format(value=self._snapped(value)))

    def _take(self, value: int) -> None:
        """Show it at once; what follows from it waits for a hand that goes on pressing."""
        self._move_to(self._snapped(value))
        if self._rest.interval():
            self._rest.start()
        else:
            self._choose()

    def _choose(self) -> None:
        self.chosen.emit(self.value)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was set last counts, also when one goes away at once."""
        super().hideEvent(event)
        if self._rest.isActive():
            self._rest.stop()
            self._choose()

    def _renew(self) -> None:
        longest = self._words.format(value=self.slider.maximum())
        widest = QFontMetrics(self._theme.font(TextRole.BODY, tabular=True)).horizontalAdvance(longest)
        # One column for "100 %" and "300 ms": the grooves of all sliders stand in line.
        self._value.setMinimumWidth(max(widest + 4, self._theme.px(VALUE_WIDTH)))
