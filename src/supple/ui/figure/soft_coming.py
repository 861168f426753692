"""A picture whose empty ground was seen already comes softly, not with a jerk."""

from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QWidget

from supple.ui.kit.theme import Theme

FADE_MS = 140


class SoftComing:
    """How far the picture of `widget` has come; nothing is made for a picture that is there at once."""

    def __init__(self, theme: Theme, widget: QWidget) -> None:
        self._theme = theme
        self._widget = widget
        self._fade: QVariantAnimation | None = None

    @property
    def share(self) -> float:
        """From 0.0 to 1.0, there."""
        return float(self._fade.currentValue()) if self._fade else 1.0

    def begin(self) -> None:
        """Let it come from nothing, unless motion is reduced."""
        if not self._theme.ms(FADE_MS):
            return
        self.end()
        self._fade = QVariantAnimation(self._widget)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(self._theme.ms(FADE_MS))
        self._fade.valueChanged.connect(self._show)
        self._fade.finished.connect(self.end)
        self._fade.start()

    def end(self) -> None:
        """It is there."""
        if self._fade is not None:
            self._fade.stop()
            self._fade.deleteLater()
            self._fade = None
            self._widget.update()

    def _show(self, _share: float) -> None:
        self._widget.update()
