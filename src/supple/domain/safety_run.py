"""The way through the safety questions: the age, A, B, C with what is asked further, and the stops on the way."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from supple.domain.consent import Consent
from supple.domain.record import SafetyRecord
from supple.domain.safety import (
    Asked,
    Clearance,
    FollowUpAnswer,
    Group,
    SafetyQuestion,
    ids_of,
    in_group,
    judge_record,
)


class SafetyStep(StrEnum):
    """One screen of the safety questions."""

    AGE = "age"
    EMERGENCY = "A"
    SEE_DOCTOR = "B"
    CHECK_FIRST = "C"
    FOLLOW_UP = "follow-up"
    STOP = "stop"
    DONE = "done"


_GROUP = {
    SafetyStep.EMERGENCY: Group.EMERGENCY,
    SafetyStep.SEE_DOCTOR: Group.SEE_DOCTOR,
    SafetyStep.CHECK_FIRST: Group.CHECK_FIRST,
}
_STEP = {group: step for step, group in _GROUP.items()}


class SafetyRun:
    """The screens shown and what was told on them; what closes stops at once, before the next group is asked.

    A stop goes on when the consents it offers are given. A yes in A offers one only when A was answered before: the
    advice comes first. A yes in A that stood and is not ticked now stays until `agree` or `take_back`.
    What is ticked counts from then on, also of who leaves; what is no longer ticked counts with the answer alone.
    """

    def __init__(
        self,
        questions: Sequence[SafetyQuestion],
        *,
        now: datetime,
        last: SafetyRecord | None = None,
        groups: Sequence[Group] = tuple(Group),
        asks_age: bool = False,
    ) -> None:
        """Ask `groups`; what is not asked stays as it was in `last`."""
        self._questions = tuple(questions)
        self._now = now
        self._last = last or SafetyRecord(answered_at=now, ticked=frozenset())
        self._groups = tuple(groups)
        self._ticked = _as_asked_today(self._last.ticked, self._questions)
        self._answered: set[Group] = set()
        self._agreed_at = dict(self._last.agreed_at)
        self._noted = dict(self._last.noted)
        self._gone: frozenset[str] = frozenset()
        self._further: tuple[SafetyQuestion, ...] = ()
        self._trail = [SafetyStep.AGE if asks_age else _STEP[self._groups[0]]]
        self._kept, self._known = self._last, self._ticked

    @property
    def step(self) -> SafetyStep:
        """The screen to show."""
        return self._trail[-1]

    @property
    def group(self) -> Group | None:
        """The group asked on this screen."""
        return _GROUP.get(self.step)

    @property
    def asked(self) -> tuple[SafetyQuestion, ...]:
        """The questions of this screen; for the follow-up the question it belongs to."""
        if self.step is SafetyStep.FOLLOW_UP:
            return self._further[:1]
        return in_group(self._questions, self.group) if self.group else ()

    @property
    def can_go_back(self) -> bool:
        """Whether there is a screen before this one."""
        return len(self._trail) > 1

    @property
    def asked_before(self) -> datetime | None:
        """When the group of this screen was answered the last time before this run."""
        return self._last.asked_at.get(self.group) if self.group else None

    @property
    def shown(self) -> frozenset[str]:
        """The ids that stand ticked on this screen: of this run, or from earlier."""
        return self._ticked & {question.id for question in self.asked} if self.group else frozenset()

    @property
    def record(self) -> SafetyRecord:
        """Everything that counts now, as it is kept."""
        return SafetyRecord(
            answered_at=self._now,
            ticked=self._ticked | self._gone,
            asked_at={**self._last.asked_at, **dict.fromkeys(self._answered, self._now)},
            agreed_at=self._agreed_at,
            noted=self._noted,
        )

    @property
    def clearance(self) -> Clearance:
        """What the answers so far open and close."""
        return judge_record(self.record, self._questions, self._now)

    @property
    def offers(self) -> tuple[Consent, ...]:
        """The consents that can be given at this stop."""
        if self.step is not SafetyStep.STOP or self.clearance.ended:
            return ()
        before = self._last.ticked if Group.EMERGENCY in self._last.asked_at else frozenset()
        fresh = ids_of(self._questions, Group.EMERGENCY) & self._ticked - before
        return () if fresh else self.clearance.waits_for

    @property
    def no_longer_ticked(self) -> tuple[SafetyQuestion, ...]:
        """The yeses in A that stood before and are not ticked now."""
        return tuple(question for question in self._questions if question.id in self._gone)

    @property
    def finished(self) -> bool:
        """Whether nothing more is asked: a stop, or all groups answered."""
        return self.step in (SafetyStep.STOP, SafetyStep.DONE)

    def keep(self) -> SafetyRecord:
        """The record, from now on the one that is kept."""
        self._kept, self._known = self.record, self.record.ticked
        return self._kept

    def fresh(self, ticked: Iterable[str] = ()) -> frozenset[str]:
        """What was ticked and is in nothing that is kept; `ticked` stands on this screen and is not answered yet."""
        return (self._ticked | frozenset(ticked)) - self._known

    def unfinished(self, ticked: Iterable[str] = ()) -> SafetyRecord:
        """What is kept of who goes away here: the new ticks, with their groups to be asked again."""
        fresh = self.fresh(ticked)
        open_groups = {group for group in Group if fresh & ids_of(self._questions, group)}
        asked_at = {g: at for g, at in self._kept.asked_at.items() if g not in open_groups}
        return replace(self._kept, ticked=self._kept.ticked | fresh, asked_at=asked_at)

    def would_close(self, ticked: Iterable[str]) -> bool:
        """Whether one of the new ticks closes everything."""
        holding = judge_record(self.unfinished(ticked), self._questions, self._now).holding
        return any(question.id in self.fresh(ticked) for question in holding)

    def tell_age(self, *, adult: bool) -> None:
        """Take the answer of the first screen; under 18 is a stop."""
        if self.step is not SafetyStep.AGE:
            raise ValueError(f"the age is not asked at {self.step}")
        under = frozenset(q.id for q in self._questions if q.asked is Asked.AGE)
        self._ticked = self._ticked - under if adult else self._ticked | under
        self._trail.append(_STEP[self._groups[0]] if adult else SafetyStep.STOP)

    def answer(self, ticked: Iterable[str]) -> None:
        """Take the ids ticked on this group's screen (none = "None of these"); ValueError for any other id."""
        ids = frozenset(ticked)
        group = self.group
        if group is None or not ids <= {question.id for question in self.asked}:
            raise ValueError(f"{sorted(ids)} does not answer {self.step}")
        stood = self._stands_in_a if group is Group.EMERGENCY else frozenset()
        kept = frozenset(a.ticks for q in self.asked if q.id in ids for a in _answers(q))
        self._ticked = (self._ticked - ids_of(self._questions, group)) | ids | (kept & self._ticked)
        self._gone = stood - ids if group is Group.EMERGENCY else self._gone
        self._answered.add(group)
        self._further = tuple(
            question for question in self.asked if question.id in ids and question.follow_up
        )
        self._forget_dates(group)
        self._go_on()

    def answer_follow_up(self, number: int) -> None:
        """Take the answer of this number, from 0; IndexError for one that is not there."""
        if self.step is not SafetyStep.FOLLOW_UP:
            raise ValueError(f"no follow-up is asked at {self.step}")
        question, self._further = self._further[0], self._further[1:]
        answers = _answers(question)
        chosen = answers[number]
        self._ticked -= {answer.ticks for answer in answers}
        for answer in answers:
            self._noted.pop(answer.noted, None)
        if chosen.ticks:
            self._ticked |= {chosen.ticks}
        if chosen.noted:
            day = self._now.date() - timedelta(days=chosen.days)
            self._noted[chosen.noted] = day.isoformat()
        self._go_on()

    def agree(self, consents: Iterable[Consent]) -> None:
        """Keep the consents that were given at this stop, each for what it opens, and go on if nothing holds now."""
        later = self._later(self._last_group)
        told = [q for q in self.clearance.ticked if q.group not in later and q.id not in self._gone]
        for consent in set(consents) & set(self.offers):
            covered = [question.id for question in told if question.opened_by is consent]
            self._agreed_at[consent] = self._now
            self._noted[consent] = " ".join(covered)
            if consent is Consent.SEEN:
                self._gone = frozenset()
        self._pass_stop()

    def take_back(self) -> None:
        """What stood in A was ticked by mistake."""
        self._gone = frozenset()
        self._pass_stop()

    def back(self, ticked: Iterable[str] = ()) -> None:
        """Return to the screen before; what was ticked there is shown, and `ticked` when this one comes again."""
        if self.group is not None:
            self._ticked |= frozenset(ticked)
        if self.can_go_back:
            self._trail.pop()
            while self.step in (SafetyStep.FOLLOW_UP, SafetyStep.STOP):
                self._trail.pop()
            self._further = ()

    @property
    def _stands_in_a(self) -> frozenset[str]:
        """The yeses in A of the last record that nobody has said to have been looked at."""
        held = judge_record(self._last, self._questions, self._now).holding
        return frozenset(q.id for q in held if q.group is Group.EMERGENCY)

    def _pass_stop(self) -> None:
        if self.step is SafetyStep.STOP and not self.clearance.closed:
            self._trail.pop()
            self._go_on()

    def _go_on(self) -> None:
        """To what this screen leads to: what is asked further, a stop, the next group, or the end."""
        answered = self._last_group
        if self._further:
            self._trail.append(SafetyStep.FOLLOW_UP)
        elif self._closes(answered):
            self._trail.append(SafetyStep.STOP)
        else:
            self._trail.append(self._after(answered))

    def _closes(self, group: Group) -> bool:
        """Whether what was told so far closes everything; what later groups held before is asked there."""
        clearance, later = self.clearance, self._later(group)
        return clearance.ended or any(question.group not in later for question in clearance.holding)

    @property
    def _last_group(self) -> Group:
        """The group of this screen, or of the one that led here."""
        return next(_GROUP[step] for step in reversed(self._trail) if step in _GROUP)

    def _later(self, group: Group) -> tuple[Group, ...]:
        return self._groups[self._groups.index(group) + 1 :]

    def _after(self, group: Group) -> SafetyStep:
        later = self._later(group)
        return _STEP[later[0]] if later else SafetyStep.DONE

    def _forget_dates(self, group: Group) -> None:
        """A date goes with the answer it belongs to."""
        for question in in_group(self._questions, group):
            if question.id not in self._ticked:
                for answer in _answers(question):
                    self._noted.pop(answer.noted, None)


def _answers(question: SafetyQuestion) -> tuple[FollowUpAnswer, ...]:
    return question.follow_up.answers if question.follow_up else ()


def _as_asked_today(ticked: frozenset[str], questions: Sequence[SafetyQuestion]) -> frozenset[str]:
    """What was ticked once, with the question that asks it today beside what is asked no more."""
    return ticked | {q.becomes for q in questions if q.becomes and q.id in ticked}
