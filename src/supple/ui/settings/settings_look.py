"""The look group of Settings: theme, text size, motion."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from supple.domain.settings import Motion, Settings, ThemeChoice
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.theme import Theme
from supple.ui.settings.settings_group import PercentSlider, SettingsGroup

TEXT_STEP = 10
REST_MS = 250  # a held key repeats faster than that


class LookSettings(SettingsGroup):
    """What the window looks like; every change shows at once."""

    def __init__(self, theme: Theme, settings: Settings, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, settings, self.tr("Look"), parent=parent)
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
            theme, name=self.tr("Text size"), minimum=100, maximum=200, step=TEXT_STEP, rest_ms=REST_MS
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

        self.rows.add_row(self.tr("Theme"), self.theme_choice)
        self.rows.add_row(self.tr("Text size"), self.text_size)
        self.rows.add_row(
            self.tr("Reduced motion"),
            self.motion,
            caption=self.tr("Pictures stand still, no flash at a change of side"),
        )
        self.show_settings(settings)

        self.theme_choice.chosen.connect(self._set_theme)
        self.text_size.chosen.connect(self._set_text_size)
        self.motion.chosen.connect(self._set_motion)

    def show_settings(self, settings: Settings) -> None:
        """Show what was changed elsewhere, without telling it."""
        super().show_settings(settings)
        self.theme_choice.set_key(settings.theme)
        self.text_size.set_value(settings.text_percent)
        self.motion.set_key(settings.motion)

    def _set_theme(self, key: str) -> None:
        self._change(replace(self._settings, theme=ThemeChoice(key)))

    def _set_text_size(self, percent: int) -> None:
        self._change(replace(self._settings, text_percent=percent))

    def _set_motion(self, key: str) -> None:
        self._change(replace(self._settings, motion=Motion(key)))
