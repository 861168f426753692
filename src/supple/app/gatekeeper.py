"""Asks the gate for everything that is to begin, and where it is closed says why and leads back."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from supple.app.flows.safety_flow import SafetyFlow
from supple.app.keeping import Keeping
from supple.app.shipped_files import wall_clock
from supple.domain.catalogue import Catalogue
from supple.domain.consent import MILD_HIP, Consent
from supple.domain.gate import Standing, Verdict, Way, Why, decide
from supple.domain.offered import Limits, chosen_ids, left_out_ids
from supple.domain.pain import PainTold, Sign
from supple.domain.record import (
    IN_THE_CHECK,
    MILD_IN_THE_CHECK,
    Occasion,
    PainRecord,
    SafetyRecord,
    SelfTestRecord,
    SessionRecord,
)
from supple.domain.rest import may_walk, rest_of
from supple.domain.safety import Clearance, due_groups
from supple.domain.settings import Settings
from supple.domain.standing import hip_is_sore, hurt_today, open_signs, pain_now
from supple.services.writes import AddPain, TakeBackPain
from supple.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from supple.ui.safety.closed_sheet import ClosedSheet
from supple.ui.safety.pain_sheet import PainSheet

SHOWN_IN_THE_ROOMS = frozenset({Why.ANSWERS, Why.ENDED})
_A_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Something that is to begin once the gate opens; `gave_up` follows when the person leaves it."""

    way: Way
    begin: Callable[[Verdict], None]
    exercises: Collection[str] = ()
    gave_up: Callable[[], None] | None = None


class Gatekeeper(QObject):
    """Holds how things stand with the person, and the one errand that waits for what it was sent away to do."""

    changed = Signal()  # what was told may leave out more
    elsewhere_wanted = Signal()
    settings_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        safety: SafetyFlow,
        catalogue: Catalogue,
        keeping: Keeping,
        settings: Callable[[], Settings],
        *,
        parent: QObject | None = None,
    ) -> None:
        """Nothing is remembered yet, and nothing waits."""
        super().__init__(parent)
        self._window = window
        self._safety = safety
        self.catalogue = catalogue
        self._keeping = keeping
        self._settings = settings
        self._is_known = False
        self._sessions: tuple[SessionRecord, ...] = ()
        self._pains: tuple[PainRecord, ...] = ()
        self._told: list[PainRecord] = []  # in this run: they hold before they are on disk
        self._check: SelfTestRecord | None = None
        self._in_check: PainRecord | None = None
        self._errand: Errand | None = None
        self._refused: Verdict | None = None
        self._sheet: ClosedSheet | PainSheet | None = None

        safety.settled.connect(self._try_again_soon)

    @property
    def pains(self) -> tuple[PainRecord, ...]:
        """What was told of pain: lately, and with a sign at any time."""
        return (*self._pains, *self._told)

    @property
    def hurt_today(self) -> frozenset[str]:
        """The exercises that end for today."""
        return hurt_today(self.pains, wall_clock())

    @property
    def sore_hip(self) -> bool:
        """Whether today's hip check hurt and it was not said to be mild."""
        return hip_is_sore(self._check, self._safety.record, wall_clock(), self.pains)

    @property
    def may_walk(self) -> bool:
        """Whether walking can be advised today."""
        return may_walk(self.pains, wall_clock().date())

    @property
    def signs(self) -> frozenset[Sign]:
        """The red signs that were told and that nobody has looked at yet."""
        return open_signs(self.pains, self._safety.record)

    @property
    def answers(self) -> SafetyRecord | None:
        """The person's last answers."""
        return self._safety.record

    @property
    def clearance(self) -> Clearance:
        """What the person's answers open and close."""
        return self._safety.clearance

    @property
    def sessions(self) -> tuple[SessionRecord, ...]:
        """Those of the last days."""
        return self._sessions

    @property
    def limits(self) -> Limits:
        """What holds for the person now: of the answers, of "What I avoid", of what was put away and of what hurt."""
        settings, clearance = self._settings(), self.clearance
        return Limits(
            answered=clearance.cautions,
            own=frozenset(settings.avoided.cautions),
            put_away=frozenset(settings.avoided.put_away),
            ended_today=self.hurt_today,
            pace=settings.pace,
            chair_first=clearance.chair_first,
            rest=rest_of(self._sessions, self.pains, wall_clock().date(), signed=bool(self.signs)),
        )

    @property
    def hidden(self) -> frozenset[str]:
        """The exercises that are not offered, for whatever reason."""
        return left_out_ids(self.catalogue, self.limits)

    @property
    def is_known(self) -> bool:
        """Whether what is remembered was taken up: what is asked before waits."""
        return self._is_known

    def forget_everything(self) -> None:
        """The history that comes next is another one."""
        self._is_known, self._errand = False, None

    def begin_what_waits(self) -> None:
        """Everything is known now, also for what was pressed before."""
        waited, self._is_known = not self._is_known, True
        if waited and not self._safety.is_asking:
            self._try_again()

    def drop_what_waits(self) -> None:
        """Everything is known now, and something else is asked first."""
        self._is_known, self._errand = True, None

    def remember(
        self,
        pains: Iterable[PainRecord],
        check: SelfTestRecord | None,
        sessions: Iterable[SessionRecord] = (),
    ) -> None:
        """Take up what the history holds."""
        self._pains = tuple(pains)
        self._sessions = tuple(sessions)
        if self._check is None or (check is not None and check.taken_at >= self._check.taken_at):
            self._check = check
        self.changed.emit()

    def hear(self, told: "PainTold", *, occasion: Occasion, session_id: str | None = None) -> PainRecord:
        """Hold what was told of pain from now on; whoever asked keeps it."""
        pain = PainRecord(
            pain_id=uuid4().hex,
            rated_at=max([wall_clock(), *(pain.rated_at + _A_MOMENT for pain in self._told)]),
            occasion=occasion,
            score=told.score,
            session_id=session_id,
            place=told.place,
            note=told.note,
            signs=told.signs,
            exercise_id=told.exercise_id,
        )
        self._told.append(pain)
        self.changed.emit()
        return pain

    def forget(self, pain: PainRecord) -> None:
        """It was taken back by who told it."""
        self._pains = tuple(kept for kept in self._pains if kept.pain_id != pain.pain_id)
        self._told = [kept for kept in self._told if kept.pain_id != pain.pain_id]
        self.changed.emit()

    def hear_in_check(self, *, hurts: bool, mild: bool) -> None:
        """Keep that it hurt before a hip was checked; told again or taken back, what was told before is gone."""
        told = self._in_check
        if told is not None:
            self._in_check = None
            self.forget(told)
            self._keeping.write(TakeBackPain(pain_id=told.pain_id))
        if hurts:
            words = PainTold(score=None, note=MILD_IN_THE_CHECK if mild else IN_THE_CHECK)
            self._in_check = self.hear(words, occasion=Occasion.DURING)
            self._keeping.write(AddPain(pain=self._in_check))

    def end_check(self) -> None:
        """What was told in it stands."""
        self._in_check = None

    @property
    def last_check(self) -> SelfTestRecord | None:
        """The last hip check, also one that was left before its end."""
        return self._check

    def hear_check(self, check: SelfTestRecord) -> None:
        """Hold what today's hip check found."""
        self._check = check

    def verdict(self, way: Way, *, exercises: Collection[str] = (), pain: int | None = None) -> Verdict:
        """What the gate says now; `pain` is what the person is about to tell, None what was told before."""
        standing = self._standing()
        if pain is not None:
            standing = replace(standing, pain=pain)
        return decide(way, standing, exercises=exercises)

    def why_closed(self) -> str:
        """What a button says beforehand that will not begin anything now, but show the way back; "" where it will."""
        from supple.ui.safety.closed_words import closed_words

        verdict = self.verdict(Way.SESSION)
        if verdict.open:
            return ""
        why = closed_words(verdict, self._standing(), self._safety.content).title
        return self.tr("Closed now: {why}").format(why=why)

    def ask(self, errand: Errand) -> Verdict | None:
        """The verdict if the gate is open; whoever asks goes on with it.

        Else None: the person is told why, and the errand begins when the way back was gone to its end.
        """
        self._errand = errand
        return self._open(errand) if self._is_known and not self._safety.is_asking else None

    def ask_after_telling(self, errand: Errand) -> None:
        """The same right after something was told: questions that it brings are asked without a word between."""
        self._errand = errand
        self._refused = self.verdict(errand.way, exercises=errand.exercises)
        if Why.DUE in self._refused.reasons:
            self._safety.ask_due(self.pains)
        elif not self._safety.is_asking:
            self._try(errand)

    def _standing(self) -> Standing:
        now, answers = wall_clock(), self._safety.record
        limits = self.limits.of_any_day
        return Standing(
            answered=answers is not None,
            clearance=self.clearance,
            due=frozenset(due_groups(answers, now, self.pains)),
            pain=pain_now(self.pains, now),
            signs=self.signs,
            sore_hip=self.sore_hip,
            may_walk=self.may_walk,
            hidden=left_out_ids(self.catalogue, limits),
            chosen=chosen_ids(self.catalogue, limits),
            hurt_today=self.hurt_today,
            avoids=limits.own,
        )

    def _open(self, errand: Errand) -> Verdict | None:
        verdict = self.verdict(errand.way, exercises=errand.exercises)
        if not verdict.open:
            self._refuse(verdict)
            return None
        self._errand = self._refused = None
        return verdict

    def _try(self, errand: Errand) -> None:
        verdict = self._open(errand)
        if verdict is not None:
            errand.begin(verdict)

    def _refuse(self, verdict: Verdict) -> None:
        from supple.ui.safety.closed_sheet import ClosedSheet

        standing = self._standing()
        self._refused = verdict
        sheet = ClosedSheet(self._window.theme, self._safety.content, verdict, standing)
        sheet.answer_wanted.connect(self._ask_what_is_due)
        sheet.change_wanted.connect(self._safety.change_answers)
        sheet.rating_wanted.connect(self._ask_for_a_rating)
        sheet.seen_told.connect(self._take_seen)
        sheet.mild_told.connect(self.take_mild)
        sheet.elsewhere_wanted.connect(self._go_elsewhere)
        sheet.settings_wanted.connect(self._go_to_settings)
        sheet.signs_wanted.connect(self._safety.show_signs)
        sheet.left.connect(self._give_up)
        self._show(sheet)

    def _show(self, sheet: "ClosedSheet | PainSheet") -> None:
        before, self._sheet = self._sheet, sheet
        if before is not None:
            before.deleteLater()
        self._window.show_sheet(sheet)

    def _ask_what_is_due(self) -> None:
        self._safety.ask_due(self.pains)

    def _ask_for_a_rating(self) -> None:
        from supple.ui.safety.pain_sheet import PainSheet

        sheet = PainSheet(self._window.theme, title=self.tr("How much does it hurt now?"))
        sheet.told.connect(self._take_rating)
        sheet.not_now.clicked.connect(self._give_up)
        sheet.dismissed.connect(self._give_up)
        self._show(sheet)

    def _take_rating(self, told: "PainTold") -> None:
        self.keep(told)
        if self._errand is not None:
            self.ask_after_telling(self._errand)

    def show_signs(self) -> None:
        """The warning signs over whatever asks."""
        self._safety.show_signs()

    def change_answers(self) -> None:
        """The answers to the safety questions, to be changed."""
        self._safety.change_answers()

    def keep(self, told: "PainTold") -> None:
        """Hold and keep what was told of pain outside of a session."""
        pain = self.hear(told, occasion=Occasion.BEFORE)
        self._keeping.write(AddPain(pain=pain))

    def _take_seen(self, words: str) -> None:
        """Dated after the last sign, even if the clock was set back since."""
        signs = [pain.rated_at for pain in self.pains if pain.red_signs]
        self._safety.agree(Consent.SIGN, at=max([wall_clock(), *signs]), told=words)
        self._try_again()

    def take_mild(self) -> None:
        """The pain in today's hip check was mild and in the muscle."""
        check = [self._check.taken_at] if self._check is not None else []
        self._safety.agree(MILD_HIP, at=max([wall_clock(), *check]))
        self._try_again()

    def _go_elsewhere(self) -> None:
        self._give_up()
        self.elsewhere_wanted.emit()

    def _go_to_settings(self) -> None:
        self._give_up()
        self.settings_wanted.emit()

    def _try_again_soon(self) -> None:
        QTimer.singleShot(0, self, self._try_after_questions)

    def _try_after_questions(self) -> None:
        """Whatever closes now was told by the questions' own last page and stands in the rooms."""
        errand = self._errand
        if errand is None or self._safety.is_asking:
            return
        reasons = self.verdict(errand.way, exercises=errand.exercises).reasons
        if SHOWN_IN_THE_ROOMS & frozenset(reasons) or (
            self._refused is not None and reasons == self._refused.reasons
        ):
            self._give_up()
        else:
            self._try(errand)

    def _try_again(self) -> None:
        if self._errand is not None:
            self._try(self._errand)

    def _give_up(self) -> None:
        errand, self._errand, self._refused = self._errand, None, None
        if errand is not None and errand.gave_up is not None:
            errand.gave_up()
