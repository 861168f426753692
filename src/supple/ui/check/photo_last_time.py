"""Whether last time's photo is laid on the present one, and how strong: a word to press and a slider."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.ui.check.photo_under import HALF
from supple.ui.kit.chip import Chip
from supple.ui.kit.slider import Slider
from supple.ui.kit.theme import Theme
from supple.ui.words.day_words import date_of_any_year

SLIDER = 120


class PhotoLastTime(QWidget):
    """`changed` carries how strong it is, 0 to 100; off at first, and for each photo anew."""

    changed = Signal(int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = Chip(theme, self.tr("Last time"), height=40)
        self.slider = Slider(
            theme, name=self.tr("How strong last time's photo is"), minimum=0, maximum=100, step=10
        )

        self.slider.setMinimumWidth(SLIDER)
        self.slider.setMaximumWidth(SLIDER)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.chip)
        layout.addWidget(self.slider, 0, Qt.AlignmentFlag.AlignVCenter)
        self.offer(None, today=date.min)

        self.chip.toggled.connect(self._follow)
        self.slider.valueChanged.connect(self._tell)

    @property
    def is_on(self) -> bool:
        """Whether it is laid on."""
        return self.chip.isChecked()

    def offer(self, kept_at: datetime | None, *, today: date) -> None:
        """A copy was kept then; None: there is none. It is off until it is pressed."""
        self.chip.setChecked(False)
        self.chip.setEnabled(kept_at is not None)
        self.slider.setValue(HALF)
        self.slider.hide()
        if kept_at is None:
            told = self.tr("Last time: no copy of a photo of this hip was kept")
        else:
            told = self.tr("Lay last time's photo on this one, of {day}")
            told = told.format(day=date_of_any_year(kept_at.date(), today=today))
        self.chip.setAccessibleName(told)

    def _follow(self) -> None:
        self.slider.setVisible(self.is_on)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.slider.value() if self.is_on else 0)
