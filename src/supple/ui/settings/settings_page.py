"""The room Settings: groups of rows one under the other, and a list of the groups beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.domain.catalogue import CautionNote
from supple.domain.routine import Pace
from supple.domain.settings import Avoided, DayStyle, Look, Settings, Sound
from supple.ui.kit.combo import Combo
from supple.ui.kit.page import NO_LIMIT, Page
from supple.ui.kit.side_list import SideList
from supple.ui.kit.theme import Theme
from supple.ui.settings.settings_about import AboutSettings
from supple.ui.settings.settings_avoid import AvoidSettings
from supple.ui.settings.settings_data import DataSettings
from supple.ui.settings.settings_days import DaysSettings
from supple.ui.settings.settings_group import SettingsGroup
from supple.ui.settings.settings_look import LookSettings
from supple.ui.settings.settings_put_away import PutAwaySettings
from supple.ui.settings.settings_session import SessionSettings
from supple.ui.settings.settings_sound import SoundSettings

LIST_WIDTH = 200
GROUP_WIDTH = 640
GAP = 24
READ_BELOW = 120  # a group counts as shown once its heading is this far from the top


class SettingsPage(Page):
    """Shows `settings`; each change is told whole by `settings_changed`, to be kept and applied elsewhere.

    `sound_tested` asks for a test that `show_sound` answers, `devices_wanted` for what `show_devices` shows.
    """

    settings_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        *,
        cautions: Sequence[CautionNote] = (),
        exercises: Mapping[str, str] | None = None,
        data_dir: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", parent=parent)
        self._settings = settings
        self.sound = SoundSettings(theme, settings.sound)
        self.look = LookSettings(theme, settings.look)
        self.days = DaysSettings(theme, settings.days)
        self.session = SessionSettings(theme, settings.pace)
        self.avoid = AvoidSettings(theme, settings.avoided, cautions=cautions)
        self.put_away = PutAwaySettings(theme, settings.avoided, names=exercises or {})
        self.data = DataSettings(theme, data_dir=data_dir)
        self.about = AboutSettings(theme)
        self._groups: list[SettingsGroup] = [self.sound, self.look, self.session, self.days]
        self._groups += [self.avoid] if self.avoid.toggles else []
        self._groups += [self.put_away, self.data, self.about]
        titles = [group.title for group in self._groups]
        self._list = SideList(theme, self.tr("Groups of settings"), titles, width=LIST_WIDTH, page=self)
        self._holder = QWidget()
        self._combo = Combo(theme, name=self.tr("Go to"))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)

        self.set_title(self.tr("Settings"))
        self._build()
        self._arrange_columns()

        self.sound.changed.connect(self._take_sound)
        self.look.changed.connect(self._take_look)
        self.days.changed.connect(self._take_days)
        self.session.changed.connect(self._take_pace)
        self.avoid.changed.connect(self._take_avoided)
        self.put_away.changed.connect(self._take_avoided)
        self._list.chosen.connect(self._go_to)
        self._combo.activated.connect(self._go_to)
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        self.narrowed.connect(self._arrange_columns)
        theme.changed.connect(self._arrange_columns)

    def show_settings(self, settings: Settings) -> None:
        """Show what was changed elsewhere, without telling it."""
        self._settings = settings
        self.sound.show_settings(settings.sound)
        self.look.show_settings(settings.look)
        self.days.show_settings(settings.days)
        self.session.show_settings(settings.pace)
        self.avoid.show_settings(settings.avoided)
        self.put_away.show_settings(settings.avoided)

    def show_left_out(self) -> None:
        """Bring what leaves exercises out into view: what is avoided, with what is put away right under it."""
        avoided = [toggle for toggle in self.avoid.toggles.values() if toggle.isChecked()]
        self._go_to(self._groups.index(self.avoid if avoided else self.put_away))
        for first in [*avoided, *self.put_away.buttons.values()][:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sound(self, words: str) -> None:
        """What came of a sound test, or what is wrong with sound; "" when the chime is playing."""
        self.sound.show_sound(words)

    def show_devices(self, devices: Sequence[tuple[str, str]]) -> None:
        """The sound devices there are now."""
        self.sound.show_devices(devices)

    def show_backup(self, words: str) -> None:
        """What came of a backup."""
        self.data.show_backup(words)

    def _build(self) -> None:
        self._list.list.setObjectName("groups")
        self._list.set_row(0)
        self._combo.addItems([group.title for group in self._groups])
        self._combo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

        groups = QVBoxLayout(self._holder)
        groups.setContentsMargins(0, 0, 0, 0)
        groups.setSpacing(GAP)
        for group in self._groups:
            groups.addWidget(group)
        groups.addStretch(1)
        self._columns.addWidget(self._list)
        self._columns.addWidget(self._holder, 1)
        self._columns.addStretch(0)
        self.body.addWidget(self._combo)
        self.body.addLayout(self._columns, 1)

    def _arrange_columns(self) -> None:
        self._combo.setVisible(self.narrow)
        self._list.setVisible(not self.narrow)
        self._columns.setSpacing(48)
        self._holder.setMaximumWidth(NO_LIMIT if self.narrow else self._theme.px(GROUP_WIDTH))

    def _take_sound(self, sound: Sound) -> None:
        self._take_change(replace(self._settings, sound=sound))

    def _take_look(self, look: Look) -> None:
        self._take_change(replace(self._settings, look=look))

    def _take_days(self, days: DayStyle) -> None:
        self._take_change(replace(self._settings, days=days))

    def _take_pace(self, pace: Pace) -> None:
        self._take_change(replace(self._settings, pace=pace))

    def _take_avoided(self, avoided: Avoided) -> None:
        self._take_change(replace(self._settings, avoided=avoided))

    def _take_change(self, settings: Settings) -> None:
        if settings == self._settings:
            return
        focused = self.focusWidget()
        if focused is not None:
            self.hold_place(focused)
        self.show_settings(settings)
        self.settings_changed.emit(settings)

    def _go_to(self, row: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(0 if row == 0 else self._top_of(self._groups[row]) + bar.value() - GAP)
        self._name_read(row)

    def _follow_scroll(self) -> None:
        """Name the group that is read."""
        bar = self.verticalScrollBar()
        if bar.maximum() and bar.value() == bar.maximum():
            self._name_read(len(self._groups) - 1)
            return
        read = [row for row, group in enumerate(self._groups) if self._top_of(group) < READ_BELOW]
        self._name_read(max(read, default=0))

    def _name_read(self, row: int) -> None:
        self._list.set_row(row)
        self._combo.setCurrentIndex(row)
