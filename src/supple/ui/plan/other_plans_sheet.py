"""The other plans there are: the one that fits the checks first, each with what it is for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.domain.catalogue import Catalogue
from supple.domain.plan_weeks import PLANNED
from supple.ui.kit.answer_card import AnswerCard
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.theme import Theme
from supple.ui.words.inside import inside


class OtherPlansSheet(Sheet):
    """One is chosen, and shown when the sheet is left by "Show it"."""

    plan_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        catalogue: Catalogue,
        *,
        fitting: Sequence[str],
        chosen: str,
        parent: QWidget | None = None,
    ) -> None:
        """`fitting` are those that follow from the checks, `chosen` is shown now."""
        super().__init__(theme, title="", width=720, parent=parent)
        self.set_title(
            self.tr("Other plans"),
            self.tr("A plan is a suggestion: whichever you choose is shown first, and nothing is kept."),
        )
        self._cards: dict[str, AnswerCard] = {}
        order = [*fitting, *(each for each in PLANNED if each not in fitting)]
        for routine_id in order:
            routine = catalogue.routine(routine_id)
            words = self.tr("{when}. {days}.") if routine.days else self.tr("{when}.")
            words = words.replace("{when}", routine.when).replace("{days}", routine.days)
            card = self._cards[routine_id] = AnswerCard(theme, routine.name, inside(words), key=routine_id)
            card.setChecked(routine_id == chosen)
            self.body.addWidget(card)
        self._not_now = self.add_button(self.tr("Not now"), kind=ButtonKind.QUIET, leading=True)
        self._show = self.add_button(self.tr("Show it"), kind=ButtonKind.PRIMARY)

        self.body.addStretch(1)
        self.set_first_focus(self._cards[chosen])

        self._not_now.clicked.connect(self.close_sheet)
        self._show.clicked.connect(self._tell)
        self.closed.connect(self.deleteLater)

    def _tell(self) -> None:
        chosen = next((key for key, card in self._cards.items() if card.isChecked()), "")
        self.close_sheet()
        if chosen:
            self.plan_chosen.emit(chosen)
