"""A routine, and how it is flattened to the phases of a timeline."""

from dataclasses import dataclass, replace
from enum import StrEnum

from supple.domain.exercise import Dose, DoseKind, Order
from supple.domain.minutes import SECOND_MS, whole_minutes
from supple.domain.side import Side

SHORT_S = 300
"""What somebody has who says "I have 5 minutes"."""


class PhaseKind(StrEnum):
    """What the person does in a stretch of the timeline."""

    PREPARE = "prepare"
    HOLD = "hold"
    REPS = "reps"
    SWITCH = "switch"
    REST = "rest"

    @property
    def is_set(self) -> bool:
        """Whether this phase is work that is recorded as a set."""
        return self in (PhaseKind.HOLD, PhaseKind.REPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One place in a routine: an exercise with its dose, beginning on `first_side`.

    `more_on` is a side that is done once more than the other, where one side follows the other.
    """

    exercise_id: str
    dose: Dose
    first_side: Side = Side.LEFT
    more_on: Side | None = None

    def sets_on(self, side: Side) -> int:
        """How many sets `side` has."""
        return self.dose.sets + (self.more_on is side and self.dose.order is Order.ONE_SIDE_THEN_OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """An ordered list of steps that can be started; `when`, `days` and `note` are words for the person."""

    id: str
    name: str
    when: str
    days: str
    note: str
    steps: tuple[Step, ...]

    @property
    def exercise_ids(self) -> tuple[str, ...]:
        """The exercises in order, each once."""
        return tuple(dict.fromkeys(step.exercise_id for step in self.steps))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One stretch of a timeline, from `start_ms` for `duration_ms` (> 0 unless it waits for the person).

    `side` is the side worked now or, in prepare, switch and rest, the one worked next.
    `step` counts from 1; `set_number` of `sets` counts per side from 1.
    A phase that `waits` ends when the person says so. Reps that alternate have the side of the first one in
    `alternates_from` and `reps` for each side. `half_range`: it hurt, so the person goes half as far.
    `in_motion`: the work of this step is done moving (reps, a walk).
    """

    kind: PhaseKind
    side: Side
    start_ms: int
    duration_ms: int
    step: int
    exercise_id: str
    set_number: int
    sets: int
    reps: int | None = None
    alternates_from: Side | None = None
    waits: bool = False
    half_range: bool = False
    in_motion: bool = False

    @property
    def end_ms(self) -> int:
        """Where the next phase begins."""
        return self.start_ms + self.duration_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The person's own times for getting ready and changing sides: None keeps the shipped time.

    `prepare_s` and `switch_s` are 5 to 60 seconds; the `_waits` fields say "wait for me" instead.
    """

    prepare_s: int | None = None
    switch_s: int | None = None
    prepare_waits: bool = False
    switch_waits: bool = False

    @property
    def waits(self) -> bool:
        """Whether anything takes as long as the person likes."""
        return self.prepare_waits or self.switch_waits

    def with_waits(self, *, on: bool) -> "Pace":
        """The same, waiting for the person everywhere or nowhere; as it is where that makes no difference."""
        return self if on == self.waits else replace(self, prepare_waits=on, switch_waits=on)


SHIPPED_PACE = Pace()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ease:
    """It hurt at set `set_number` of `side` in `step`, exercise `exercise_id`: the rest of the step is done easier.

    With `instead`, an exercise and its dose in place of what is left; otherwise half the range and half the time.
    `begun`: the set had begun; it stays where it was, cut short, and is done once more the easier way.
    """

    step: int
    exercise_id: str
    side: Side
    set_number: int
    begun: bool
    instead: Step | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """What one session plays: a routine as chosen for this once, at the pace of that moment, eased where it hurt."""

    routine: Routine
    pace: Pace
    eases: tuple[Ease, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """The phases of a routine with absolute start times; the first begins at 0."""

    phases: tuple[Phase, ...]

    @property
    def total_ms(self) -> int:
        """Length without pauses and waits."""
        return self.phases[-1].end_ms if self.phases else 0

    @property
    def minutes(self) -> int:
        """The same in minutes, as they are shown wherever something is offered."""
        return whole_minutes(self.total_ms)

    @property
    def sets(self) -> tuple[Phase, ...]:
        """The phases that are recorded."""
        return tuple(phase for phase in self.phases if phase.kind.is_set)


def compile_timeline(routine: Routine, pace: Pace = SHIPPED_PACE) -> Timeline:
    """Flatten `routine` to phases, in the order and with the breaks of docs/EVIDENCE.md 8.1.

    Raises ValueError for a routine without steps. A phase of length zero does not exist.
    """
    if not routine.steps:
        raise ValueError(f"routine {routine.id} has no steps")
    phases: list[Phase] = []
    at_ms = 0
    for number, step in enumerate(routine.steps, start=1):
        for draft in step_phases(number, step, pace):
            if draft.duration_ms or draft.waits:
                phases.append(replace(draft, start_ms=at_ms))
                at_ms += draft.duration_ms
    return Timeline(tuple(phases))


def is_long(routine: Routine, pace: Pace) -> bool:
    """Whether somebody with little time is asked."""
    return compile_timeline(routine, pace).total_ms > SHORT_S * SECOND_MS


def shorten(routine: Routine, *, limit_s: int = SHORT_S, pace: Pace = SHIPPED_PACE) -> Routine:
    """`routine` with fewer sets, one at a time from the step that has most, until it fits in `limit_s`.

    Sides stay equal because sets are counted per side. Every step keeps one set: the result can be longer.
    """
    while compile_timeline(routine, pace).total_ms > limit_s * SECOND_MS:
        longest = max(range(len(routine.steps)), key=lambda i: _cuttable_s(routine.steps[i]))
        step = routine.steps[longest]
        if step.dose.sets == 1:
            return routine
        shorter = replace(step, dose=step.dose.with_sets(step.dose.sets - 1))
        routine = replace(routine, steps=(*routine.steps[:longest], shorter, *routine.steps[longest + 1 :]))
    return routine


def single_exercise_routine(*, exercise_id: str, name: str, dose: Dose, first_side: Side) -> Routine:
    """A routine of one exercise at its own dose, for "Start now"; its id is the exercise's."""
    step = Step(exercise_id=exercise_id, dose=dose, first_side=first_side)
    return Routine(id=exercise_id, name=name, when="", days="", note="", steps=(step,))


def _cuttable_s(step: Step) -> int:
    """Seconds of work that go when a step loses all but one set: what `shorten` takes from first."""
    return (step.dose.sets - 1) * step.dose.set_s


def step_phases(number: int, step: Step, pace: Pace) -> list[Phase]:
    """The phases of step `number` with start times of 0; some may have a length of 0 without waiting."""
    dose = step.dose
    sides = _sides(step)
    work = PhaseKind.HOLD if dose.kind is DoseKind.HOLD else PhaseKind.REPS
    alternates = dose.order is Order.ALTERNATE

    def phase(kind: PhaseKind, place: int, seconds: int, *, waits: bool = False) -> Phase:
        side, set_number = sides[place]
        return Phase(
            kind=kind,
            side=side,
            start_ms=0,
            duration_ms=0 if waits else seconds * SECOND_MS,
            step=number,
            exercise_id=step.exercise_id,
            set_number=set_number,
            sets=step.sets_on(side),
            reps=dose.reps if kind is PhaseKind.REPS else None,
            alternates_from=step.first_side if kind is PhaseKind.REPS and alternates else None,
            waits=waits,
            in_motion=dose.in_motion,
        )

    prepare_s = dose.prepare_s if pace.prepare_s is None else pace.prepare_s
    switch_s = dose.switch_s if pace.switch_s is None else pace.switch_s
    phases = [phase(PhaseKind.PREPARE, 0, prepare_s, waits=pace.prepare_waits)]
    for place in range(len(sides)):
        if place and sides[place][0] is sides[place - 1][0]:
            phases.append(phase(PhaseKind.REST, place, dose.rest_s))
        elif place and dose.switch_s:
            phases.append(phase(PhaseKind.SWITCH, place, switch_s, waits=pace.switch_waits))
        phases.append(phase(work, place, dose.set_s))
    return phases


def _sides(step: Step) -> list[tuple[Side, int]]:
    """(side, set number) of each set in order."""
    dose, first = step.dose, step.first_side
    numbers = range(1, dose.sets + 1)
    if dose.order is Order.BOTH or (dose.kind is DoseKind.REPS and dose.order is Order.ALTERNATE):
        return [(Side.BOTH, n) for n in numbers]
    if dose.order is Order.ALTERNATE:
        return [(side, n) for n in numbers for side in (first, first.other)]
    return [(side, n) for side in (first, first.other) for n in range(1, step.sets_on(side) + 1)]
