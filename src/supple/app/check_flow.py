"""The self-test from its first page to the findings: what is kept of it and where it leads."""

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from supple.app.parts import Parts
from supple.app.shipped_files import read_content, wall_clock
from supple.domain.minutes import whole_minutes
from supple.domain.routine import Routine, compile_timeline
from supple.domain.self_test import SelfTestRun
from supple.services.self_test_keeping import self_test_record
from supple.ui.banner import Tone

if TYPE_CHECKING:
    from supple.ui.findings_page import FindingsPage, RoutineOffer
    from supple.ui.guarded_page import SelfTestClosedPage
    from supple.ui.self_test_page import SelfTestPage

LEFT_BANNER = "self-test left"


class CheckFlow(QObject):
    """Runs the guided check; it is kept when its last page is answered, again if an answer is corrected after."""

    finished = Signal()
    routine_wanted = Signal()
    answers_wanted = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        """Pages are made when the check is first begun."""
        super().__init__(parent)
        self._parts = parts
        self._page: SelfTestPage | None = None
        self._findings: FindingsPage | None = None
        self._closed: SelfTestClosedPage | None = None
        self._self_test_id = ""
        self._offer: RoutineOffer | None = None

    def begin(self, routine: Routine | None) -> None:
        """Show the first page; `routine`, if it may be done, is what the findings lead to."""
        from supple.storage.safety_content import decode_self_test
        from supple.ui.self_test_page import SelfTestPage

        parts = self._parts
        text = decode_self_test(read_content("self_test.json"))
        self._close_pages()
        self._offer = None if routine is None else self._make_offer(routine)
        self._self_test_id = uuid4().hex
        self._page = SelfTestPage(parts.theme, parts.pictures, text)
        self._page.finished.connect(self._show_findings)
        self._page.left.connect(self._leave_unfinished)
        self._page.warning_signs_opened.connect(self._show_signs)
        self._page.begin()
        parts.window.show_full(self._page)
        QTimer.singleShot(0, self._make_findings)  # ready long before the last answer

    def _make_findings(self) -> None:
        if self._page is None or self._findings is not None:
            return
        from supple.storage.safety_content import decode_self_test
        from supple.ui.findings_page import FindingsPage

        text = decode_self_test(read_content("self_test.json"))
        self._findings = FindingsPage(self._parts.theme, self._parts.pictures, text)
        self._findings.routine_started.connect(self._start_routine)
        self._findings.kept.connect(self._leave)
        self._findings.went_back.connect(self._back_to_questions)
        self._findings.warning_signs_opened.connect(self._show_signs)

    def explain_closed(self, reasons: tuple[str, ...]) -> None:
        """Say why the check is not open, instead of it."""
        from supple.ui.guarded_page import SelfTestClosedPage

        self._close_pages()
        self._closed = SelfTestClosedPage(
            self._parts.theme, title=self.tr("The hip check is closed for now"), reasons=reasons
        )
        self._closed.left.connect(self._leave)
        self._closed.change_wanted.connect(self._change_answers)
        self._parts.window.show_full(self._closed)

    def _change_answers(self) -> None:
        self._leave()
        self.answers_wanted.emit()

    def _make_offer(self, routine: Routine) -> "RoutineOffer":
        from supple.ui.findings_page import RoutineOffer

        last = routine.steps[-1]
        minutes = whole_minutes(compile_timeline(routine, self._parts.settings().pace).total_ms)
        return RoutineOffer(
            name=routine.name,
            facts=self.tr("{0} min, {1} exercises, each on both sides.")
            .replace("{0}", str(minutes))
            .replace("{1}", str(len(routine.steps))),
            sentence=routine.note,
            exercise_id=last.exercise_id,
            side=last.first_side,
        )

    def _show_findings(self, run: SelfTestRun) -> None:
        record = self_test_record(run, self_test_id=self._self_test_id, taken_at=wall_clock())
        if record is not None:
            self._parts.keeping.follow(self._parts.keeping.writer.add_self_test(record))
        self._make_findings()
        if self._findings is not None:
            self._findings.show_run(run, self._offer)
            QTimer.singleShot(
                0, self._open_findings
            )  # filling it and showing it at once would hold the window

    def _open_findings(self) -> None:
        if self._findings is not None:
            self._parts.window.show_full(self._findings)

    def _back_to_questions(self) -> None:
        if self._page is not None:
            self._page.run.back()
            self._parts.window.show_full(self._page)
            self._page.resume()

    def _start_routine(self) -> None:
        self._leave()
        self.routine_wanted.emit()

    def _leave_unfinished(self) -> None:
        self._leave()
        from supple.ui.self_test_page import leaving_words

        bold, sentence = leaving_words()
        self._parts.window.show_banner(LEFT_BANNER, tone=Tone.INFO, bold=bold, sentence=sentence)

    def _leave(self) -> None:
        self._parts.window.leave_full()
        self._close_pages()
        self.finished.emit()

    def _close_pages(self) -> None:
        pages: tuple[QWidget | None, ...] = (self._page, self._findings, self._closed)
        self._page = self._findings = self._closed = None
        for page in pages:
            if page is not None:
                page.deleteLater()

    def _show_signs(self) -> None:
        from supple.ui.warning_signs import WarningSignsSheet

        self._parts.window.show_sheet(WarningSignsSheet(self._parts.theme, self._parts.safety))
