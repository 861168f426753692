"""A slider drawn by the style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from supple.ui.kit.theme import Theme

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


class Slider(QSlider):
    """Horizontal; the wheel scrolls the page instead of changing a value by accident."""

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        minimum: int,
        maximum: int,
        step: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme

        self.setAccessibleName(name)
        self.setRange(minimum, maximum)
        self.setSingleStep(step)
        self.setPageStep(step * 5)
        self.setMinimumWidth(160)
        self.setMaximumWidth(260)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press in the groove takes the knob there, and it can be drawn on at once."""
        if event.button() is Qt.MouseButton.LeftButton:
            option = QStyleOptionSlider()
            self.initStyleOption(option)
            style, part = self.style(), QStyle.SubControl.SC_SliderHandle
            knob = style.subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)
            if not knob.contains(event.position().toPoint()):
                room = self.width() - knob.width()
                at = round(event.position().x() - knob.width() / 2)
                value = QStyle.sliderValueFromPosition(
                    self.minimum(), self.maximum(), at, room, self.layoutDirection() is RIGHT_TO_LEFT
                )
                self.setSliderPosition(value)
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page have it."""
        event.ignore()
