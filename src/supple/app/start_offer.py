"""From a routine to what is begun: the start sheet, and the stop rules before anything that begins gently."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from supple.app.gatekeeper import Errand, Gatekeeper
from supple.app.parts import Parts
from supple.domain.gate import GateClosedError, Verdict, Way, admit
from supple.domain.offered import made_easier, offered
from supple.domain.pain import PainTold
from supple.domain.routine import Routine
from supple.domain.today import AFTER_TRAINING

if TYPE_CHECKING:
    from supple.ui.session.start_sheet import StartChoice, StartSheet


class StartOffer(QObject):
    """Offers one thing at a time; `begun` carries the choice and the verdict that opened it."""

    offered = Signal()  # a session may begin within seconds
    begun = Signal(object, object)  # StartChoice, Verdict
    someone_else_wanted = Signal(object)  # the routine that was offered

    def __init__(self, parts: Parts, gate: Gatekeeper, parent: QObject | None = None) -> None:
        """Nothing is shown before `offer`."""
        super().__init__(parent)
        self._parts = parts
        self._gate = gate
        self._sheet: StartSheet | None = None
        self._wanted: tuple[Way, Routine] | None = None
        self._choice: StartChoice | None = None  # waits for "Begin gently"

    @property
    def is_on(self) -> bool:
        """Whether something is about to be offered."""
        return self._sheet is not None

    def offer(self, routine: Routine, verdict: Verdict) -> None:
        """Ask how, then begin, without what is left out."""
        admit(verdict, Way.SESSION, Way.EXERCISE)
        catalogue, limits = self._parts.catalogue, self._gate.limits
        found = offered(routine, catalogue, limits)
        allowed = found.routine
        if allowed is None or self.is_on:
            return
        self._wanted = (verdict.way, routine)
        from supple.ui.session.start_sheet import StartSheet
        from supple.ui.words.left_out import left_out_words
        from supple.ui.words.rest_words import rest_words

        sheet = StartSheet(
            self._parts.theme,
            allowed,
            exercise_by_id=self._parts.catalogue.exercise,
            pace=self._parts.settings().pace,
            judge=self._judge,
            marked=found.marked,
            make_easier=partial(made_easier, catalogue=catalogue, limits=limits),
            advice=rest_words(limits.rest, left_out_words(found, catalogue)),
            after_training=routine.id == AFTER_TRAINING,
        )
        sheet.begun.connect(self._begin)
        sheet.someone_else_wanted.connect(self._give_way)
        self.offered.emit()
        self._sheet = sheet
        QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            self._parts.window.show_sheet(sheet)

    def _judge(self, pain: int | None) -> Verdict:
        """What the gate says of what is offered, with the pain that is being told."""
        if self._wanted is None:
            raise GateClosedError("nothing is offered")
        way, routine = self._wanted
        return self._gate.verdict(way, exercises=routine.exercise_ids, pain=pain)

    def _begin(self, choice: "StartChoice") -> None:
        """As the gate says to what was told on the start sheet."""
        verdict = self._judge(choice.pain_before)
        if not verdict.open:
            self._keep_told(choice)
            self._ask_again()
        elif verdict.gently:
            self._ask_gently(choice)
        else:
            self.begun.emit(choice, verdict)

    def _give_way(self) -> None:
        if self._wanted is not None:
            self.someone_else_wanted.emit(self._wanted[1])

    def _keep_told(self, choice: "StartChoice") -> None:
        if choice.pain_before is not None:
            self._gate.keep(PainTold(score=choice.pain_before))

    def _ask_again(self) -> None:
        if self._wanted is not None:
            way, routine = self._wanted
            begin = partial(self.offer, routine)
            self._gate.ask_after_telling(Errand(way=way, begin=begin, exercises=routine.exercise_ids))

    def _ask_gently(self, choice: "StartChoice") -> None:
        from supple.ui.safety.gentle_sheet import GentleSheet

        limits = replace(self._gate.limits, gently=True)
        gentle = offered(choice.routine, self._parts.catalogue, limits).routine
        if gentle is None:
            return
        self._choice = replace(choice, routine=gentle)
        sheet = GentleSheet(self._parts.theme, self._parts.safety, gentle, pace=choice.pace)
        sheet.begun.connect(self._begin_gently)
        sheet.left.connect(self._leave_gently)
        sheet.signs_wanted.connect(self._gate.show_signs)
        self._parts.window.show_sheet(sheet)

    def _begin_gently(self) -> None:
        choice, self._choice = self._choice, None
        if choice is None:
            return
        verdict = self._judge(choice.pain_before)
        if verdict.open:
            self.begun.emit(choice, verdict)
        else:
            self._ask_again()

    def _leave_gently(self) -> None:
        choice, self._choice = self._choice, None
        if choice is not None:
            self._keep_told(choice)
