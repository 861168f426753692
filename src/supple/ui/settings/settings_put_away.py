"""The group "What I put away" of Settings: every exercise the person put away, and a way back for each."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from supple.domain.settings import Avoided
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.theme import Theme
from supple.ui.settings.settings_group import SettingsGroup


class BringBack(Button):
    """The way back of one exercise."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, exercise_id: str, exercise: str) -> None:
        words = QCoreApplication.translate("PutAwaySettings", "Bring back")
        name = QCoreApplication.translate("PutAwaySettings", "Bring back {exercise}")
        super().__init__(theme, words, kind=ButtonKind.SECONDARY, name=name.format(exercise=exercise))
        self._exercise_id = exercise_id

        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.wanted.emit(self._exercise_id)


class PutAwaySettings(SettingsGroup):
    """A row with "Bring back" for each; `names` are those of all exercises by id."""

    def __init__(
        self,
        theme: Theme,
        avoided: Avoided,
        *,
        names: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            self.tr("What I put away"),
            lead=self.tr("These exercises are left out of every routine until you bring them back."),
            parent=parent,
        )
        self._names = names
        self._avoided = avoided
        self._shown: tuple[str, ...] = ()
        self._buttons: dict[str, BringBack] = {}

        self._list()

    @property
    def buttons(self) -> Mapping[str, BringBack]:
        """The way back of each exercise, by its id."""
        return self._buttons

    def show_settings(self, avoided: Avoided) -> None:
        """Show what was changed elsewhere, without telling it."""
        self._avoided = avoided
        if self._known() != self._shown:
            self._list()

    def _known(self) -> tuple[str, ...]:
        """What was put away, in the order of the names; what no longer exists is not listed."""
        away = [i for i in self._avoided.put_away if i in self._names]
        return tuple(sorted(away, key=self._names.__getitem__))

    def _list(self) -> None:
        """Make the rows anew; the keyboard stays in the list."""
        before = list(self._buttons)
        focused = next(
            (before.index(i) for i, b in self._buttons.items() if b is self.window().focusWidget()), None
        )
        self._shown = self._known()
        self._buttons = {i: BringBack(self._theme, i, self._names[i]) for i in self._shown}
        self.rows.clear()
        for exercise_id, button in self._buttons.items():
            self.rows.add_row(self._names[exercise_id], button)
            button.wanted.connect(self._bring_back)
        if not self._buttons:
            self.rows.add_row(self.tr("Nothing is put away."))
            if focused is not None:
                self._title.setFocus(Qt.FocusReason.OtherFocusReason)  # not whatever comes next, a field
        elif focused is not None:
            following = list(self._buttons.values())[min(focused, len(self._buttons) - 1)]
            following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self, exercise_id: str) -> None:
        left = tuple(i for i in self._avoided.put_away if i != exercise_id)
        self.changed.emit(replace(self._avoided, put_away=left))
