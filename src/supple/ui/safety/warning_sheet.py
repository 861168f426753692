"""The stop sheet of the safety questions: what to do now, and the consents with which it goes on."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.domain.consent import Consent
from supple.domain.safety import Clearance, SafetyQuestion
from supple.domain.safety_text import SafetyContent
from supple.ui.kit.answer_card import TickCard
from supple.ui.kit.banner import Tone
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, Theme
from supple.ui.safety.stop_words import StopWords, ticked_words

SHORT = 240  # what fits into the head of the smallest window


class WarningSheet(Sheet):
    """Says what to do for a closed `clearance`; Esc is the same as "Change my answer".

    `offers` are the consents that may be ticked: then it goes on. `gone` are yeses in A that stood and are not ticked
    now: they hold until somebody has looked at them, unless they were a mistake.
    """

    understood = Signal()
    agreed = Signal(object)  # the consents that were ticked
    mistaken = Signal()
    change_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        content: SafetyContent,
        clearance: Clearance,
        *,
        offers: Sequence[Consent] = (),
        gone: Sequence[SafetyQuestion] = (),
        is_kept: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        action = content.action(clearance)
        if action is None:
            raise ValueError("a stop sheet needs answers that close the rooms")
        caution = not (clearance.emergency or clearance.see_doctor)
        ticked = ticked_words(clearance)
        short = theme.scale < LARGE_TEXT and len(ticked) <= SHORT
        super().__init__(
            theme,
            title=action.title,
            sentence=f"{ticked} {action.sentence}" if short else action.sentence,
            tone=Tone.CAUTION if caution else Tone.STOP,
            parent=parent,
        )
        self.words = StopWords(theme)
        self.consents = [TickCard(theme, "", content.consents[offer], key=offer.value) for offer in offers]

        if gone:
            self.body.addWidget(
                Text(theme, self.tr("You ticked this earlier and not now. It may still need a look."))
            )
        if not is_kept:
            action = replace(
                action, closed=self.tr("No session begins for now. Nothing of these answers is kept.")
            )
        self.words.set_action(action, tone="caution" if caution else "stop")
        self.body.addWidget(self.words)
        if not short:
            self.body.addWidget(Text(theme, ticked))
        if offers:
            self.body.addWidget(Text(theme, self.tr("If this is true, tick it to go on:"), weight=600))
        for card in self.consents:
            self.body.addWidget(card)
        self.signs = self.add_button(self.tr("All warning signs"), kind=ButtonKind.QUIET, leading=True)
        self.change = self.add_button(
            self.tr("I ticked it by mistake") if gone else self.tr("Change my answer"), kind=ButtonKind.QUIET
        )
        self.understand = self.add_button(self._ways_on()[0])
        self.understand.keep_room_for(*self._ways_on())
        self.set_first_focus(self.understand)
        self._is_gone = bool(gone)

        for card in self.consents:
            card.toggled.connect(self._name_the_way_on)
        self.change.clicked.connect(self._change)
        self.understand.clicked.connect(self._go_on)
        self.dismissed.connect(self.change_wanted)

    @property
    def given(self) -> tuple[Consent, ...]:
        """The consents that are ticked."""
        return tuple(Consent(card.key) for card in self.consents if card.isChecked())

    def _name_the_way_on(self) -> None:
        self.understand.set_text(self._ways_on()[bool(self.given)])

    def _ways_on(self) -> tuple[str, str]:
        """What the button says before and after something is agreed to."""
        return self.tr("I understand"), self.tr("Go on")

    def _change(self) -> None:
        self.close_sheet()
        if self._is_gone:
            self.mistaken.emit()
        else:
            self.change_wanted.emit()

    def _go_on(self) -> None:
        given = self.given
        self.close_sheet()
        if given:
            self.agreed.emit(given)
        else:
            self.understood.emit()
