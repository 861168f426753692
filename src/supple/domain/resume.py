"""Going on with a session that was cut off: what was done of its timeline, and what is left of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import accumulate

from supple.domain.ease import plan_timeline
from supple.domain.minutes import SECOND_MS
from supple.domain.record import SessionRecord, SetRecord
from supple.domain.routine import Phase, PhaseKind, SessionPlan, Timeline
from supple.domain.session import SetEnded

OFFERED_HOURS = 3  # docs/EVIDENCE.md 9.2
OFFERED_FOR = timedelta(hours=OFFERED_HOURS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remainder:
    """A timeline to be begun at phase `at`, before its next set; `done` are the attempts so far."""

    timeline: Timeline
    at: int
    done: tuple[SetEnded, ...]

    @property
    def next_set(self) -> Phase:
        """The set that was running or would have come next."""
        return next(phase for phase in self.timeline.phases[self.at :] if phase.kind.is_set)


def last_heard_of(session: SessionRecord, sets: Sequence[SetRecord]) -> datetime:
    """The latest moment at which `session` is known to have run."""
    ends = [record.started_at + timedelta(seconds=record.held_s) for record in sets]
    return max([session.started_at, *ends])


def is_offered(session: SessionRecord, sets: Sequence[SetRecord], *, now: datetime) -> bool:
    """Whether going on may be offered: up to three hours after the session was last heard of."""
    return now - last_heard_of(session, sets) <= OFFERED_FOR


def remainder(plan: SessionPlan, sets: Sequence[SetRecord]) -> Remainder | None:
    """What is left of `plan` after the attempts in `sets`, oldest first; None when no set is left.

    It goes on with the set after the last attempt, with that step's time to get ready in place of the break before it:
    the person comes from the keyboard, not from the mat.
    """
    timeline = plan_timeline(plan)
    places = {_key(phase): place for place, phase in enumerate(timeline.phases) if phase.kind.is_set}
    known = [(places[_key(record)], record) for record in sets if _key(record) in places]
    after = known[-1][0] + 1 if known else 0
    following = [place for place in places.values() if place >= after]
    if not following:
        return None
    return Remainder(
        timeline=_with_getting_ready(timeline, after, following[0]),
        at=after,
        done=tuple(_attempt(timeline.phases[place], record) for place, record in known),
    )


def _key(of: Phase | SetRecord) -> tuple[str, int, str, int, int]:
    """What a set is known by; its length tells one that was halved after pain from the one that hurt."""
    length_ms = of.duration_ms if isinstance(of, Phase) else round(of.planned_s * SECOND_MS)
    return of.exercise_id, of.step, of.side, of.set_number, length_ms


def _attempt(phase: Phase, record: SetRecord) -> SetEnded:
    held_ms = round(record.held_s * SECOND_MS)
    return SetEnded(phase=phase, held_ms=held_ms, outcome=record.outcome, done_ms=held_ms)


def _with_getting_ready(timeline: Timeline, after: int, first_set: int) -> Timeline:
    """`timeline` with the phases from `after` up to `first_set` replaced by one that prepares for that set.

    A step that has no time to get ready keeps its break.
    """
    target = timeline.phases[first_set]
    own = (p for p in timeline.phases if (p.step, p.exercise_id) == (target.step, target.exercise_id))
    shipped = next((p for p in own if p.kind is PhaseKind.PREPARE), None)
    if shipped is None:
        return timeline
    ready = replace(shipped, side=target.side, set_number=target.set_number, half_range=target.half_range)
    phases = [*timeline.phases[:after], ready, *timeline.phases[first_set:]]
    starts_ms = accumulate((phase.duration_ms for phase in phases), initial=0)
    return Timeline(
        tuple(replace(phase, start_ms=start_ms) for phase, start_ms in zip(phases, starts_ms, strict=False))
    )
