"""Someone else: age, A, B and C for one session that is not recorded; the owner's answers stay as they are."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supple.app.flows.session_flow import SessionFlow
from supple.app.front import Front
from supple.app.shipped_files import wall_clock
from supple.domain.catalogue import Catalogue
from supple.domain.gate import Standing, Verdict, Way, Why, decide
from supple.domain.offered import Limits, first_open, left_out_ids, made_easier, offered
from supple.domain.pain import is_strong
from supple.domain.record import SafetyRecord
from supple.domain.routine import Pace, Routine
from supple.domain.safety import WARNING_GROUPS, Clearance, Group, judge_record
from supple.domain.safety_text import SafetyContent
from supple.domain.today import INSTEAD, USUAL

if TYPE_CHECKING:
    from supple.domain.pain import PainTold
    from supple.ui.safety.first_start import FirstStart
    from supple.ui.session.start_sheet import StartChoice


class GuestFlow(QObject):
    """Their answers live here for one session."""

    def __init__(
        self,
        front: Front,
        catalogue: Catalogue,
        content: SafetyContent,
        session: SessionFlow,
        pace: Callable[[], Pace],
        *,
        parent: QObject | None = None,
    ) -> None:
        """Nobody else is here yet."""
        super().__init__(parent)
        self._window = front.window
        self._pictures = front.pictures
        self._catalogue = catalogue
        self._content = content
        self._session = session
        self._pace = pace
        self._page: FirstStart | None = None
        self._pain: int | None = None  # strong pain that was told, until it is rated anew
        self._answers: SafetyRecord | None = None
        self._routine: Routine | None = None
        self._choice: StartChoice | None = None  # waits for "Begin gently"

    @property
    def is_asking(self) -> bool:
        """Whether the questions stand in front of everything."""
        return self._page is not None

    def may_close(self) -> bool:
        """What the questions say before the window closes: advice that is due comes first."""
        return self._page is None or self._page.may_leave()

    def invite_to_the_usual(self) -> None:
        """Someone else came, and nothing was chosen."""
        if not self._session.is_on:
            self.invite(self._catalogue.routine(USUAL))

    def invite(self, routine: Routine) -> None:
        """Ask everything anew, then offer this routine, or what is open to them in its place."""
        if self._page is not None:
            return
        self._routine, self._answers, self._pain = routine, None, None
        self._ask(tuple(Group))

    def _ask(self, groups: Sequence[Group]) -> None:
        from supple.ui.safety.first_start import FirstStart

        self._page = FirstStart(
            self._window.theme,
            self._content,
            now=wall_clock(),
            last=self._answers,
            groups=groups,
            asks_age=self._answers is None,
            can_be_put_off=True,
            for_someone_else=True,
            pictures=self._pictures,
        )
        self._page.answered.connect(self._hold)
        self._page.finished.connect(self._offer)
        self._page.left.connect(self._leave)
        self._page.warning_signs_opened.connect(self._show_signs)
        self._window.show_full(self._page)

    def verdict(self, pain: int | None = None) -> Verdict:
        """What the one gate says to them."""
        return decide(Way.SESSION, self._standing(pain))

    def _standing(self, pain: int | None) -> Standing:
        return Standing(
            answered=self._answers is not None,
            clearance=self._clearance,
            pain=pain,
            hidden=left_out_ids(self._catalogue, self._limits),
        )

    @property
    def _clearance(self) -> Clearance:
        if self._answers is None:
            return Clearance()
        return judge_record(self._answers, self._content.questions, wall_clock())

    @property
    def _limits(self) -> Limits:
        return Limits(answered=self._clearance.cautions, pace=self._pace())

    def _hold(self, answers: SafetyRecord) -> None:
        self._answers = answers

    def _leave(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            self._window.leave_full()
            page.deleteLater()

    def _offer(self) -> None:
        self._leave()
        routine, verdict = self._open_to_them(), self.verdict(self._pain)
        if verdict.reasons and verdict.reasons[0] is Why.STRONG_PAIN:
            self._refuse(verdict)
            return
        if routine is None or not verdict.open:
            return  # the last page of the questions said why
        from supple.ui.session.start_sheet import StartSheet

        catalogue = self._catalogue
        sheet = StartSheet(
            self._window.theme,
            offered(routine, catalogue, self._limits),
            exercise_by_id=self._catalogue.exercise,
            judge=self.verdict,
            make_easier=partial(made_easier, catalogue=catalogue, limits=self._limits),
            for_someone_else=True,
        )
        sheet.begun.connect(self._begin)
        self._session.get_ready()
        self._window.show_sheet(sheet)

    def _open_to_them(self) -> Routine | None:
        """The routine that was wanted, or the first in its place of which something is left for them."""
        catalogue, limits, first = self._catalogue, self._limits, self._clearance.start_with
        wanted = [catalogue.routine(first)] if first else []
        wanted += [self._routine] if self._routine else []
        wanted += [catalogue.routine(routine_id) for routine_id in INSTEAD]
        return first_open(wanted, catalogue, limits)

    def _begin(self, choice: "StartChoice") -> None:
        """With pain that would need the questions again nothing begins; just above amber only gently."""
        verdict, limits = self.verdict(choice.pain_before), self._limits
        if not verdict.open:
            self._take_pain(choice.pain_before)
        elif verdict.gently:
            self._ask_gently(choice, replace(limits, gently=True))
        else:
            self._session.begin_unrecorded(choice, verdict, limits)

    def _take_pain(self, score: int | None) -> None:
        """Strong pain brings the questions about warning signs, then it is to be rated anew; else it is as it was."""
        self._pain = score
        if is_strong(score):
            self._ask(WARNING_GROUPS)
        else:
            self._offer()

    def _refuse(self, verdict: Verdict) -> None:
        from supple.ui.safety.closed_sheet import ClosedSheet

        sheet = ClosedSheet(self._window.theme, self._content, verdict, self._standing(self._pain))
        sheet.rating_wanted.connect(self._ask_for_a_rating)
        sheet.signs_wanted.connect(self._show_signs)
        self._window.show_sheet(sheet)

    def _ask_for_a_rating(self) -> None:
        from supple.ui.safety.pain_sheet import PainSheet

        sheet = PainSheet(self._window.theme, title=self.tr("How much does it hurt now?"), is_kept=False)
        sheet.told.connect(self._rate)
        self._window.show_sheet(sheet)

    def _rate(self, told: "PainTold") -> None:
        self._take_pain(self._pain if told.score is None else told.score)

    def _ask_gently(self, choice: "StartChoice", limits: Limits) -> None:
        from supple.ui.safety.gentle_sheet import GentleSheet

        gentle = offered(choice.routine, self._catalogue, limits).routine
        if gentle is None:
            return
        self._choice = replace(choice, routine=gentle)
        sheet = GentleSheet(self._window.theme, self._content, gentle, pace=choice.pace)
        sheet.begun.connect(self._begin_gently)
        sheet.signs_wanted.connect(self._show_signs)
        self._window.show_sheet(sheet)

    def _begin_gently(self) -> None:
        choice, self._choice = self._choice, None
        if choice is not None:
            self._session.begin_unrecorded(choice, self.verdict(choice.pain_before), self._limits)

    def _show_signs(self) -> None:
        from supple.ui.safety.warning_signs import WarningSignsSheet

        self._window.show_sheet(WarningSignsSheet(self._window.theme, self._content))
