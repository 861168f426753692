"""After a start: offers to go on with the session that was cut short, or to keep what was done of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.domain.record import SessionRecord
from supple.domain.routine import Phase
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.words.day_words import time_of_day


class ResumeSheet(Sheet):
    """Exactly one of the choices is told; Esc keeps what was done."""

    go_on_chosen = Signal()
    keep_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        session: SessionRecord,
        *,
        next_set: Phase,
        exercise: str,
        parent: QWidget | None = None,
    ) -> None:
        """`next_set` is what the session would go on with, `exercise` its name."""
        super().__init__(theme, title="", width=640, parent=parent)
        self.keep = self.add_button(self.tr("Keep what was done"))
        self.go_on = self.add_button(self.tr("Go on"), kind=ButtonKind.PRIMARY)

        self.set_title(self.tr("Go on where you were?"), self._words(session))
        self._lay_out(theme, next_set, exercise)
        self.go_on.set_icon("play")
        self.set_first_focus(self.go_on)

        self.go_on.clicked.connect(self._go_on)
        self.keep.clicked.connect(self._keep)
        self.dismissed.connect(self.keep_chosen)

    def _words(self, session: SessionRecord) -> str:
        words = self.tr(
            "{routine}, begun at {time}, was cut short. {done} of %n set(s) are kept.",
            "",
            session.sets_planned,
        )
        return words.format(
            routine=session.routine,
            time=time_of_day(session.started_at),
            done=session.sets_done,
        )

    def _lay_out(self, theme: Theme, next_set: Phase, exercise: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        words = self.tr("set {number} of {sets}").format(number=next_set.set_number, sets=next_set.sets)
        row.addWidget(Text(theme, self.tr("Next"), tone="text2", wraps=False))
        row.addWidget(SideTag(theme, next_set.side))
        row.addWidget(Text(theme, f"{exercise}, {words}"), 1)
        self.body.addLayout(row)
        self.body.addWidget(
            Text(theme, self.tr("There is time to lie down or sit down again first."), tone="text2")
        )
        self.body.addStretch(1)

    def _go_on(self) -> None:
        self.close_sheet()
        self.go_on_chosen.emit()

    def _keep(self) -> None:
        self.close_sheet()
        self.keep_chosen.emit()
