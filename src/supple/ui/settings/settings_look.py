"""The look group of Settings: theme, text size, motion, and what is drawn over pictures."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from supple.domain.settings import TEXT_PERCENT, Look, Motion, ThemeChoice
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.theme import Theme
from supple.ui.kit.toggle import Toggle
from supple.ui.settings.settings_group import PercentSlider, SettingsGroup

TEXT_STEP = 10
REST_MS = 250  # a held key repeats faster than that


class LookSettings(SettingsGroup):
    """What the window looks like; every change shows at once."""

    def __init__(self, theme: Theme, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Look"), parent=parent)
        self.theme_choice = Segmented(
            theme,
            [
                Segment(ThemeChoice.SYSTEM, self.tr("System"), "monitor"),
                Segment(ThemeChoice.LIGHT, self.tr("Light"), "sun"),
                Segment(ThemeChoice.DARK, self.tr("Dark"), "moon"),
            ],
            name=self.tr("Theme"),
        )
        self.text_size = PercentSlider(
            theme, name=self.tr("Text size"), bounds=TEXT_PERCENT, step=TEXT_STEP, rest_ms=REST_MS
        )
        self.motion = Segmented(
            theme,
            [
                Segment(Motion.SYSTEM, self.tr("System")),
                Segment(Motion.REDUCED, self.tr("On")),
                Segment(Motion.FULL, self.tr("Off")),
            ],
            name=self.tr("Reduced motion"),
        )
        self.pointers = Toggle(theme, self.tr("Arrows and rings on pictures"))

        self.rows.add_row(self.tr("Theme"), self.theme_choice)
        self.rows.add_row(self.tr("Text size"), self.text_size)
        self.rows.add_row(
            self.tr("Reduced motion"),
            self.motion,
            caption=self.tr("Pictures stand still, no flash at a change of side"),
        )
        self.rows.add_row(
            self.tr("Arrows and rings on pictures"),
            self.pointers,
            caption=self.tr("Where a movement goes, where it is felt, and what to compare in two pictures"),
        )
        self.show_settings(look)

        self.theme_choice.chosen.connect(self._set_theme)
        self.text_size.chosen.connect(self._set_text_size)
        self.motion.chosen.connect(self._set_motion)
        self.pointers.clicked.connect(self._set_pointers)

    def show_settings(self, look: Look) -> None:
        """Show what was changed elsewhere, without telling it."""
        self._look = look
        self.theme_choice.set_key(look.theme)
        self.text_size.set_value(look.text_percent)
        self.motion.set_key(look.motion)
        self.pointers.setChecked(look.pointers)

    def _set_theme(self, key: str) -> None:
        self.changed.emit(replace(self._look, theme=ThemeChoice(key)))

    def _set_text_size(self, percent: int) -> None:
        self.changed.emit(replace(self._look, text_percent=percent))

    def _set_motion(self, key: str) -> None:
        self.changed.emit(replace(self._look, motion=Motion(key)))

    def _set_pointers(self, on: bool) -> None:
        self.changed.emit(replace(self._look, pointers=on))
