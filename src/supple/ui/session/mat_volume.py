"""The small card over the sound button: how loud, or not at all."""

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.kit.slider import Slider
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.kit.toggle import Toggle


class MatVolume(QFrame):
    """A slider from 0 to 100 and a switch; stays open until the person leaves it."""

    volume_chosen = Signal(int)
    sound_toggled = Signal(bool)

    def __init__(self, theme: Theme, *, volume: int, on: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = Text(theme, self.tr("Sound"), weight=600)
        self._toggle = Toggle(theme, self.tr("Sound on"))
        self._slider = Slider(theme, name=self.tr("Volume"), minimum=0, maximum=100, step=5)
        self._value = Text(theme, tone="text2", tabular=True, align=Qt.AlignmentFlag.AlignRight, wraps=False)
        self._trouble = Text(theme, role=TextRole.CAPTION, tone="caution")

        self.setProperty("role", "card")
        self._slider.setMinimumWidth(200)
        self._trouble.hide()
        top = QHBoxLayout()
        top.addWidget(self._word, 1)
        top.addWidget(self._toggle)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._slider, 1)
        row.addWidget(self._value)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addLayout(row)
        layout.addWidget(self._trouble)
        self._value.setMinimumWidth(theme.px(32))
        self.show_sound(volume=volume, on=on)

        self._slider.valueChanged.connect(self._choose_volume)
        self._toggle.toggled.connect(self._choose_sound)

    @property
    def volume(self) -> int:
        """How loud, 0 to 100."""
        return self._slider.value()

    @property
    def is_on(self) -> bool:
        """Whether there is to be sound at all."""
        return self._toggle.isChecked()

    def show_sound(self, *, volume: int, on: bool) -> None:
        """Show what is set, without telling it."""
        with QSignalBlocker(self._slider), QSignalBlocker(self._toggle):
            self._slider.setValue(volume)
            self._toggle.setChecked(on)
        self._slider.setEnabled(on)
        self._value.set_text(str(volume))
        self._toggle.update()

    def show_trouble(self, words: str) -> None:
        """Say why nothing can be heard; nothing takes it back."""
        self._trouble.set_text(words)
        self._trouble.setVisible(bool(words))

    def toggle_sound(self) -> None:
        """What M does."""
        self._toggle.toggle()

    def place_above(self, point: QPoint, *, within: int) -> None:
        """Stand over `point` of the parent, which is `within` wide."""
        size = self.sizeHint()
        width = min(size.width(), within - 16)
        height = size.height() if width == size.width() else self.heightForWidth(width)
        x = min(point.x() - width // 2, within - width - 8)
        self.setGeometry(x, point.y() - height - 8, width, height)

    def focus_slider(self) -> None:
        """Let the arrows set the volume at once."""
        (self._slider if self.is_on else self._toggle).setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose_volume(self, volume: int) -> None:
        self._value.set_text(str(volume))
        self.volume_chosen.emit(volume)

    def _choose_sound(self, on: bool) -> None:
        self._slider.setEnabled(on)
        self.sound_toggled.emit(on)
