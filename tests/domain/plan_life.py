"""A person who lives with a plan, day by day, for tests: what they do and tell, and what the plan makes of it."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from tests.ui.content_fixtures import shipped

from supple.domain.offered import NO_LIMITS
from supple.domain.pain import Sign
from supple.domain.plan import PlanBasis, PlanControls, PlanLead, PlanMove, PlanRecord
from supple.domain.plan_calendar import PlanContent
from supple.domain.plan_day import PlanToday, plan_today
from supple.domain.plan_light import PlannedSession
from supple.domain.plan_proposal import begun, first_controls, propose
from supple.domain.plan_rules import PlanKnown, settled
from supple.domain.plan_session import base_routine_id
from supple.domain.plan_weeks import PlanPlace, place_on
from supple.domain.record import NOT_ANSWERED, STIFFER, Occasion, PainRecord, SessionRecord, whole_round
from supple.domain.session import SessionOutcome
from supple.domain.side import Side

MONDAY = date(2026, 6, 29)
CONTENT = PlanContent(catalogue=shipped(), limits=NO_LIMITS)
LENGTH = PlanBasis(lead=PlanLead.LENGTH, side=Side.LEFT, difference_deg=16.0)
STRENGTH = PlanBasis(lead=PlanLead.STRENGTH, side=Side.RIGHT, held_s=11.0)


def plan_of(basis: PlanBasis = LENGTH, controls: PlanControls | None = None) -> PlanRecord:
    """A plan that begins on `MONDAY`."""
    proposal = propose(basis, controls or first_controls(basis), CONTENT, today=MONDAY)
    return begun(proposal, "p", datetime.combine(MONDAY, time(7), tzinfo=UTC))


@dataclass
class Life:
    """One person with a plan; every day begins in the morning, when the program is opened."""

    plan: PlanRecord
    day: date = MONDAY
    sessions: list[SessionRecord] = field(default_factory=list)
    pains: list[PainRecord] = field(default_factory=list)
    asked_at: datetime | None = None
    hour: int = 8

    @property
    def now(self) -> datetime:
        """The moment: the hour goes on with whatever is done."""
        return datetime.combine(self.day, time(self.hour), tzinfo=UTC)

    @property
    def known(self) -> PlanKnown:
        """What the plan is moved by now."""
        return PlanKnown(
            now=self.now,
            sessions=tuple(self.sessions),
            pains=tuple(self.pains),
            answers=None if self.asked_at is None else whole_round(self.asked_at),
        )

    @property
    def done(self) -> tuple[PlannedSession, ...]:
        """The plan's sessions and how they went."""
        return self.known.sessions_of(self.plan)

    @property
    def place(self) -> PlanPlace:
        """Where the plan stands."""
        return place_on(self.plan, self.day, today=self.day)

    @property
    def moves(self) -> list[PlanMove]:
        """What changed, in order."""
        return [change.move for change in self.plan.holding]

    def look(self) -> PlanToday:
        """Open the program: the rules have their say."""
        self.plan = settled(self.plan, self.known)
        return plan_today(self.plan, self.known, CONTENT)

    def sleep(self, days: int = 1) -> None:
        """The next morning."""
        self.day += timedelta(days=days)
        self.hour = 8

    def train(
        self,
        *,
        before: int | None = 1,
        after: int | None = 1,
        outcome: SessionOutcome = SessionOutcome.COMPLETED,
        sign: Sign | None = None,
        routine_id: str = "",
    ) -> SessionRecord:
        """Do the routine of the day to its end, and say how it was."""
        self.hour += 1
        controls = self.plan.controls_on(self.day)
        session = SessionRecord(
            session_id=f"s{len(self.sessions)}",
            started_at=self.now,
            routine_id=routine_id or base_routine_id(controls, self.place.week),
            routine="",
            planned_s=800.0,
            sets_planned=20,
            ended_at=self.now + timedelta(minutes=15),
            done_s=800.0,
            sets_done=20,
            outcome=outcome,
            pain_before=before,
            pain_after=after,
        )
        self.sessions.append(session)
        if sign is not None:
            self._tell(Occasion.DURING, None, session, signs=frozenset({sign}))
        self.hour += 1
        return session

    def answer(self, score: int | None = 1, *, stiffer: bool = False, put_off: bool = False) -> None:
        """Answer this morning about the last session."""
        note = NOT_ANSWERED if put_off else STIFFER if stiffer else ""
        self._tell(Occasion.NEXT_MORNING, None if put_off else score, self.sessions[-1], note=note)

    def green(self, *, days: int = 1) -> None:
        """A session that went well, and the morning after it `days` later."""
        self.look()
        self.train()
        self.sleep(days)
        self.answer()
        self.look()

    def _tell(
        self,
        occasion: Occasion,
        score: int | None,
        session: SessionRecord,
        *,
        note: str = "",
        signs: frozenset[Sign] = frozenset(),
    ) -> None:
        pain = PainRecord(
            pain_id=f"p{len(self.pains)}",
            rated_at=self.now,
            occasion=occasion,
            score=score,
            session_id=session.session_id,
        )
        self.pains.append(replace(pain, note=note, signs=signs))

    def until(self, day: date) -> None:
        """Mornings on which the program is opened and nothing is done."""
        while self.day < day:
            self.sleep()
            self.look()

    def well_until(self, day: date) -> None:
        """Do everything that is due, and all goes well."""
        while self.day < day:
            if self.look().due == "a session":
                self.green()
            else:
                self.sleep()
        self.look()
