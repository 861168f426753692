"""The self-test from its first page to the findings: what is kept of it and where it leads."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from supple.app.check_keeping import CheckKeeping
from supple.app.front import Front
from supple.app.gatekeeper import Errand, Gatekeeper
from supple.app.keeping import Keeping
from supple.app.readings import Readings
from supple.app.shipped_files import read_content
from supple.domain.catalogue import Catalogue
from supple.domain.checks.decision import Decision
from supple.domain.checks.sitting import Sitting, sitting
from supple.domain.gate import Verdict, Way, admit
from supple.domain.offered import OfferedRoutine, suggested
from supple.domain.resume import OFFERED_HOURS
from supple.domain.self_test import SelfTestRun
from supple.domain.side import Side
from supple.domain.today import WhatIsKnown
from supple.domain.wording import fill
from supple.ui.kit.banner import Tone

if TYPE_CHECKING:
    from supple.ui.check.findings_page import FindingsPage
    from supple.ui.check.leave_check_sheet import LeaveCheckSheet
    from supple.ui.check.routine_card import RoutineOffer
    from supple.ui.check.self_test_page import SelfTestPage

LEFT_BANNER = "self-test left"


class CheckFlow(QObject):
    """Runs the guided check; its tries are kept as they are given, its findings when its last page is answered.

    They are kept again if an answer is corrected after. A check that was left can be gone on with for a while.
    """

    routine_wanted = Signal(str)
    plan_wanted = Signal(object, object)  # the SelfTestRecord, and the Context said beside it

    def __init__(
        self,
        front: Front,
        catalogue: Catalogue,
        gate: Gatekeeper,
        keeping: Keeping,
        *,
        parent: QObject | None = None,
    ) -> None:
        """Pages are made when the check is first begun."""
        super().__init__(parent)
        self._window = front.window
        self._pictures = front.pictures
        self._catalogue = catalogue
        self._gate = gate
        self._saving = keeping
        self._page: SelfTestPage | None = None
        self._findings: FindingsPage | None = None
        self._keeping = CheckKeeping(keeping)
        self._readings = Readings(self._window, keeping, self)
        self._going_on: SelfTestRun | None = None
        self._chosen = False
        self._sheet: LeaveCheckSheet | None = None
        self._closing = False
        self._hurt = (False, False)

        self._readings.said.connect(self._read_anew)

    @property
    def is_on(self) -> bool:
        """Whether the check, its findings are shown."""
        return any(page is not None for page in (self._page, self._findings))

    def consider(self, *, may_ask: bool) -> None:
        """The last check may have been left; offer to go on with it if the person `may_ask` be asked now."""
        self._keeping.remember(self._gate.last_check)
        if self._keeping.unfinished() is not None and may_ask and not self.is_on:
            self._offer_to_go_on()

    def hear(self, known: WhatIsKnown) -> None:
        """What is found is compared with the last check that came to its end."""
        self._keeping.compare_with(known.last_self_test)

    def start(self) -> None:
        """Begin the check, if the gate is open."""
        verdict = self._gate.ask(Errand(way=Way.CHECK, begin=self.begin))
        if verdict is not None:
            self.begin(verdict)

    def begin(self, verdict: Verdict) -> None:
        """Show the first page.

        A check that was left comes first: it is gone on with if the person wants that.
        """
        admit(verdict, Way.CHECK)
        run, self._going_on = self._going_on, None
        chosen, self._chosen = self._chosen, False
        if not chosen and self._keeping.unfinished() is not None:
            self._offer_to_go_on()
            return
        from supple.storage.safety_content import decode_self_test
        from supple.ui.check.self_test_page import SelfTestPage

        text = decode_self_test(read_content("self_test.json"))
        self._close_pages()
        self._keeping.begin()
        self._readings.begin()
        self._hurt = (False, False)
        if run is not None:
            self._keeping.go_on()
        self._page = SelfTestPage(self._window.theme, self._pictures, text)
        self._page.finished.connect(self._show_findings)
        self._page.answered.connect(self._keep_tries)
        self._page.left.connect(self._leave)
        self._page.leave_wanted.connect(self._ask_to_leave)
        self._page.warning_signs_opened.connect(self._gate.show_signs)
        self._page.begin(run)
        self._window.show_full(self._page)
        QTimer.singleShot(0, self, self._make_findings)  # ready long before the last answer

    def _make_findings(self) -> None:
        if self._page is None or self._findings is not None:
            return
        from supple.storage.safety_content import decode_readings, decode_self_test
        from supple.ui.check.findings_page import FindingsPage

        text = decode_self_test(read_content("self_test.json"))
        words = decode_readings(read_content("readings.json"))
        self._findings = FindingsPage(self._window.theme, self._pictures, text, words)
        self._findings.routine_started.connect(self._start_routine)
        self._findings.back.clicked.connect(self._back_to_questions)
        self._findings.signs.clicked.connect(self._gate.show_signs)
        for card in self._findings.cards:
            card.redo_pressed.connect(self._redo)
        self._findings.more.clicked.connect(self._readings.ask)
        routine = self._findings.routine
        routine.mild.clicked.connect(self._take_mild)
        routine.keep.clicked.connect(self._leave)
        routine.plan.clicked.connect(self._want_plan)
        routine.signs.clicked.connect(self._gate.show_signs)

    def _offers(self, found: Decision) -> "tuple[RoutineOffer, ...]":
        """The routines that fit what was found, as far as they are open to the person."""
        fitting = suggested(found.routines, self._catalogue, self._gate.limits)
        return tuple(self._offer(each, found) for each in fitting)

    def _offer(self, routine: OfferedRoutine, found: Decision) -> "RoutineOffer":
        from supple.ui.check.routine_card import RoutineOffer
        from supple.ui.words.found_words import suggested_words

        last = routine.shown.steps[-1]
        return RoutineOffer(
            routine_id=routine.whole.id,
            name=routine.whole.name,
            facts=self.tr("{0} min, %n exercise(s).", "", routine.exercises).replace(
                "{0}", str(routine.minutes)
            ),
            minutes=routine.minutes,
            sentence=suggested_words(routine.whole, found),
            exercise_id=last.exercise_id,
            side=last.first_side,
        )

    def _show_findings(self, run: SelfTestRun) -> None:
        self._fill_findings(run)
        if self._findings is not None:
            # Filling it and showing it at once would hold the window.
            QTimer.singleShot(0, self._window, self._open_findings)

    def _open_findings(self) -> None:
        if self._findings is not None:
            self._window.show_full(self._findings)

    def _back_to_questions(self) -> None:
        if self._page is not None:
            self._page.run.back()
            self._window.show_full(self._page)
            self._page.resume()

    def _fill_findings(self, run: SelfTestRun) -> None:
        """Keep what was found, and show it."""
        shown = self._keep_findings(run)
        self._make_findings()
        if self._findings is not None:
            offers = self._offers(shown.decision)
            self._findings.show_sitting(shown, offers, may_walk=self._gate.may_walk)

    def _keep_findings(self, run: SelfTestRun) -> Sitting:
        record = self._keeping.end(run)
        if record is not None:
            self._gate.hear_check(record)
        shown = sitting(
            record,
            earlier=self._keeping.earlier,
            context=self._readings.context,
            differed=frozenset(result.side for result in run.results if result.tries_differed),
            hurt=(run.pain_noted, run.ended_by_pain),
        )
        self._readings.keep(shown)
        return shown

    def _read_anew(self) -> None:
        """More was said beside the checks."""
        if self._page is not None:
            self._fill_findings(self._page.run)

    def _redo(self, side: Side) -> None:
        if self._page is not None:
            self._page.run.redo(side)
            self._window.show_full(self._page)
            self._page.resume()

    def _take_mild(self) -> None:
        """Go on with what the findings lead to."""
        if self._page is not None and self._findings is not None:
            run = self._page.run
            run.say_mild()
            self._fill_findings(run)
            self._findings.routine.take_focus()

    def _want_plan(self) -> None:
        """What is found is kept; the proposal lies over the findings, which come back with Back."""
        self.plan_wanted.emit(self._gate.last_check, self._readings.context)

    def leave_findings(self) -> None:
        """A plan was begun out of them, or not now."""
        if self.is_on:
            self._leave()

    def _start_routine(self, routine_id: str) -> None:
        self._leave()
        self.routine_wanted.emit(routine_id)

    def may_close(self) -> bool:
        """The window's question before it closes: a check in the middle asks first."""
        if self._page is None or not self._page.run.asks_before_it_is_left:
            return True
        self._closing = True
        self._ask_to_leave()
        return False

    def _keep_tries(self) -> None:
        if self._page is None:
            return
        run = self._page.run
        self._keeping.follow(run)
        hurt = (run.hurt_before_a_hip, run.pain_was_mild)
        if hurt != self._hurt and (hurt[0] or self._hurt[0]):
            self._gate.hear_in_check(hurts=hurt[0], mild=hurt[1])
        self._hurt = hurt

    def _ask_to_leave(self) -> None:
        """Before the first hip there is nothing to ask about, unless it hurt."""
        if self._page is None or self._sheet is not None:
            return
        if not self._page.run.asks_before_it_is_left:
            self._leave_unfinished()
            return
        from supple.ui.check.leave_check_sheet import LeaveCheckSheet

        run = self._page.run
        self._sheet = LeaveCheckSheet(
            self._window.theme, tries=len(run.tries), redo=run.is_redone, hurts=run.ended_by_pain
        )
        self._sheet.leave_confirmed.connect(self._leave_unfinished)
        self._sheet.closed.connect(self._forget_sheet)
        self._window.show_sheet(self._sheet)

    def _forget_sheet(self) -> None:
        self._sheet = None
        QTimer.singleShot(0, self, self._forget_closing)

    def _forget_closing(self) -> None:
        self._closing = False

    def _leave_unfinished(self) -> None:
        closing, run = self._closing, self._page.run if self._page is not None else None
        if run is not None:
            record = self._keeping.leave(run)
            if record is not None:
                self._gate.hear_check(record)
        self._leave()
        if closing:
            self._window.close()
        elif run is not None:
            self._say_left(run)

    def _say_left(self, run: SelfTestRun) -> None:
        kept = self.tr(
            "What you did is kept; Start self-test goes on with it for %n hour(s).", "", OFFERED_HOURS
        )
        if run.ended_by_pain:
            kept = self.tr("That it hurt is kept.")
        told = run.ended_by_pain or bool(run.tries)
        goes_on = told and not run.ended_by_pain  # the banner may lie over the button that it names
        self._window.show_banner(
            LEFT_BANNER,
            tone=Tone.INFO,
            bold=self.tr("You left the check."),
            sentence=kept if told else self.tr("Nothing of it was kept."),
            action=(self.tr("Go on with it"), self._go_on_with_it) if goes_on else None,
        )

    def _go_on_with_it(self) -> None:
        self._window.hide_banner(LEFT_BANNER)
        self.start()

    def _offer_to_go_on(self) -> None:
        run, left = self._keeping.unfinished(), self._keeping.left
        if run is None or left is None or run.page is None or run.page.side is None:
            return
        from supple.storage.safety_content import decode_self_test
        from supple.ui.check.go_on_check_sheet import GoOnCheckSheet

        text = decode_self_test(read_content("self_test.json"))
        sheet = GoOnCheckSheet(
            self._window.theme,
            begun=left.taken_at,
            tries=len(run.tries),
            hip=fill(text.hip, side=run.next_side),
            side=run.next_side,
        )
        sheet.go_on_chosen.connect(self._choose_to_go_on)
        sheet.anew_chosen.connect(self._choose_anew)
        sheet.keep_chosen.connect(self._keep_left)
        self._window.show_sheet(sheet)

    def _choose_to_go_on(self) -> None:
        self._going_on, self._chosen = self._keeping.unfinished(), True
        self.start()

    def _choose_anew(self) -> None:
        self._keeping.close_left()
        self._chosen = True
        self.start()

    def _keep_left(self) -> None:
        self._keeping.close_left()
        self._gate.end_check()

    def _leave(self) -> None:
        self._window.leave_full()
        self._close_pages()
        self._gate.end_check()

    def _close_pages(self) -> None:
        pages: tuple[QWidget | None, ...] = (self._page, self._findings)
        self._page = self._findings = None
        for page in pages:
            if page is not None:
                page.deleteLater()
