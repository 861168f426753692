"""The group "What I avoid" of Settings: what a person may mark without a safety question."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from supple.domain.catalogue import CautionNote
from supple.domain.exercise import Caution
from supple.domain.safety import SETTABLE
from supple.domain.settings import Avoided
from supple.ui.kit.theme import Theme
from supple.ui.kit.toggle import Toggle
from supple.ui.settings.settings_group import SettingsGroup


class AvoidSettings(SettingsGroup):
    """A switch for each caution that can be set here."""

    def __init__(
        self,
        theme: Theme,
        avoided: Avoided,
        *,
        cautions: Sequence[CautionNote],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            self.tr("What I avoid"),
            lead=self.tr(
                "Exercises that do not go with what you switch on here are left out, "
                "and say what to do instead."
            ),
            parent=parent,
        )
        self._notes = [note for note in cautions if note.id in SETTABLE]
        self.toggles = {note.id: Toggle(theme, note.name) for note in self._notes}

        for note in self._notes:
            self.rows.add_row(note.name, self.toggles[note.id], caption=self._caption(note))
        self.show_settings(avoided)

        for toggle in self.toggles.values():
            toggle.toggled.connect(self._set_avoids)

    def show_settings(self, avoided: Avoided) -> None:
        """Show what was changed elsewhere, without telling it."""
        self._avoided = avoided
        for caution, toggle in self.toggles.items():
            with QSignalBlocker(toggle):
                toggle.setChecked(caution in avoided.cautions)
            toggle.update()

    def _caption(self, note: CautionNote) -> str:
        when = note.when[:1].upper() + note.when[1:]
        if note.id is not Caution.SCIATICA:
            return when
        return f"{when}. " + self.tr("If it is new or getting worse, look at Warning signs first.")

    def _set_avoids(self) -> None:
        kept = [caution for caution in self._avoided.cautions if caution not in self.toggles]
        on = [caution for caution, toggle in self.toggles.items() if toggle.isChecked()]
        self.changed.emit(replace(self._avoided, cautions=(*kept, *on)))
