"""What of an exercise and a routine is open to one person: what is left out and why, what is marked, how long it takes.

Every place that leaves out, marks, counts sets or shows minutes asks here, so that all of them agree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from supple.domain.catalogue import Catalogue, CautionNote
from supple.domain.exercise import Caution, Dose, DoseKind, Exercise
from supple.domain.rest import Rest
from supple.domain.routine import SHIPPED_PACE, Pace, Routine, Step, Timeline, compile_timeline
from supple.domain.safety import HIDING


class Reason(StrEnum):
    """Why an exercise is left out, the weightiest first."""

    ANSWERS = "safety answers"
    OWN = "what I avoid"
    ENDED_TODAY = "ended for today"
    PUT_AWAY = "put away"
    NOT_DRAWN = "its pictures are missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What holds for one person at the moment.

    `answered` are the cautions of the safety answers, `own` those of "What I avoid": what a person set themselves is
    left out, an answer leaves out or marks. `ended_today` are exercises that hurt today. `gently`: half the dose,
    easier forms. `pace` are the person's own times, which change how long everything takes. `chair_first` puts what is
    done on a chair or standing first. `rest` is what is advised today instead of beginning anything.
    """

    answered: frozenset[Caution] = frozenset()
    own: frozenset[Caution] = frozenset()
    put_away: frozenset[str] = frozenset()
    ended_today: frozenset[str] = frozenset()
    gently: bool = False
    pace: Pace = SHIPPED_PACE
    chair_first: bool = False
    rest: Rest = Rest.NONE

    @property
    def of_any_day(self) -> "Limits":
        """The same without what ends for today alone."""
        return replace(self, ended_today=frozenset())

    def hides(self, caution: Caution) -> bool:
        """Whether an exercise with this caution is left out."""
        return caution in self.own or (caution in self.answered and caution in HIDING)

    def marks(self, caution: Caution) -> bool:
        """Whether an exercise with this caution is offered with a mark."""
        return caution in self.answered and not self.hides(caution)


NO_LIMITS = Limits()
MOST_SUGGESTED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """How one exercise stands for one person: `reason` says why it is left out, None when it is offered."""

    exercise_id: str
    reason: Reason | None = None
    hidden_by: tuple[CautionNote, ...] = ()
    marked_by: tuple[CautionNote, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it may be started."""
        return self.reason is None

    @property
    def notes(self) -> tuple[CautionNote, ...]:
        """The words to say about it: why it is left out, else why it is marked."""
        return self.hidden_by or self.marked_by


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedRoutine:
    """A routine for one person: `routine` is what is played of the `whole`, None when nothing is left."""

    whole: Routine
    routine: Routine | None
    left_out: tuple[Allowance, ...] = ()
    marked: Mapping[str, tuple[CautionNote, ...]] = field(default_factory=dict)
    pace: Pace = SHIPPED_PACE

    @property
    def shown(self) -> Routine:
        """What lists speak of: what is played, or the whole with the reason beside it."""
        return self.routine or self.whole

    @property
    def timeline(self) -> Timeline:
        """What is shown, at the person's own pace."""
        return compile_timeline(self.shown, self.pace)

    @property
    def minutes(self) -> int:
        """How long what is shown takes."""
        return self.timeline.minutes

    @property
    def sets(self) -> int:
        """How many sets what is shown has."""
        return len(self.timeline.sets)

    @property
    def exercises(self) -> int:
        """How many exercises what is shown has."""
        return len(self.shown.exercise_ids)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why something is left out, each reason once, the weightiest first."""
        found = {allowance.reason for allowance in self.left_out}
        return tuple(reason for reason in Reason if reason in found)


def allowance(exercise: Exercise, catalogue: Catalogue, limits: Limits) -> Allowance:
    """How `exercise` stands for a person with these `limits`."""
    hiding = tuple(catalogue.caution(c) for c in exercise.avoid if limits.hides(c))
    marking = tuple(catalogue.caution(c) for c in exercise.avoid if limits.marks(c))
    answered = any(note.id in limits.answered and note.id in HIDING for note in hiding)
    reasons = {
        Reason.ANSWERS: answered,
        Reason.OWN: bool(hiding),
        Reason.ENDED_TODAY: exercise.id in limits.ended_today,
        Reason.PUT_AWAY: exercise.id in limits.put_away,
        Reason.NOT_DRAWN: exercise.id not in catalogue.with_pictures,
    }
    reason = next((reason for reason, holds in reasons.items() if holds), None)
    return Allowance(exercise_id=exercise.id, reason=reason, hidden_by=hiding, marked_by=marking)


def left_out_ids(catalogue: Catalogue, limits: Limits) -> frozenset[str]:
    """The exercises that are not open to a person with these `limits`, for whatever reason."""
    return frozenset(e.id for e in catalogue.exercises if not allowance(e, catalogue, limits).is_open)


def chosen_ids(catalogue: Catalogue, limits: Limits) -> frozenset[str]:
    """Those that the person left out themselves: put away, or under "What I avoid"."""
    own = (Reason.OWN, Reason.PUT_AWAY)
    return frozenset(e.id for e in catalogue.exercises if allowance(e, catalogue, limits).reason in own)


def offered(routine: Routine, catalogue: Catalogue, limits: Limits) -> OfferedRoutine:
    """What of `routine` a person with these `limits` is offered."""
    stands = {i: allowance(catalogue.exercise(i), catalogue, limits) for i in routine.exercise_ids}
    steps = tuple(step for step in routine.steps if stands[step.exercise_id].is_open)
    if limits.gently:
        steps = tuple(gentler(step, routine, catalogue, limits) for step in steps)
    played = replace(routine, steps=steps) if steps else None
    played_ids = played.exercise_ids if played is not None else ()
    return OfferedRoutine(
        whole=routine,
        routine=played,
        left_out=tuple(stand for stand in stands.values() if not stand.is_open),
        marked=marks(played_ids, catalogue, limits),
        pace=limits.pace,
    )


def suggested(routine_ids: Iterable[str], catalogue: Catalogue, limits: Limits) -> tuple[OfferedRoutine, ...]:
    """The routines that a check leads to, as far as something of them is open: the first `MOST_SUGGESTED`."""
    fitting = (offered(catalogue.routine(i), catalogue, limits) for i in routine_ids)
    return tuple(each for each in fitting if each.routine is not None)[:MOST_SUGGESTED]


def first_open(routines: Iterable[Routine], catalogue: Catalogue, limits: Limits) -> Routine | None:
    """What is played of the first of these routines of which something is open."""
    found = (offered(routine, catalogue, limits).routine for routine in routines)
    return next((routine for routine in found if routine is not None), None)


def in_order(exercises: Iterable[Exercise], limits: Limits) -> tuple[Exercise, ...]:
    """The order in which a person is shown `exercises`: theirs, or what needs no floor first."""
    if not limits.chair_first:
        return tuple(exercises)
    return tuple(sorted(exercises, key=_needs_the_floor))


def routines_in_order(
    routines: Iterable[Routine], catalogue: Catalogue, limits: Limits
) -> tuple[Routine, ...]:
    """The same for routines: those come first of which everything that is offered needs no floor."""
    if not limits.chair_first:
        return tuple(routines)

    def needs_the_floor(routine: Routine) -> bool:
        shown = offered(routine, catalogue, limits).shown
        return any(_needs_the_floor(catalogue.exercise(i)) for i in shown.exercise_ids)

    return tuple(sorted(routines, key=needs_the_floor))


def _needs_the_floor(exercise: Exercise) -> bool:
    return not exercise.stays_off_the_floor


def marks(
    exercise_ids: Iterable[str], catalogue: Catalogue, limits: Limits
) -> dict[str, tuple[CautionNote, ...]]:
    """Why those of `exercise_ids` that are marked are, by id."""
    found = {i: allowance(catalogue.exercise(i), catalogue, limits).marked_by for i in exercise_ids}
    return {i: notes for i, notes in found.items() if notes}


def easier_form(exercise: Exercise, catalogue: Catalogue, limits: Limits) -> Exercise | None:
    """The easier exercise in place of `exercise`, if there is one and it is open to the person."""
    if exercise.easier_id is None:
        return None
    easier = catalogue.exercise(exercise.easier_id)
    return easier if allowance(easier, catalogue, limits).is_open else None


def made_easier(step: Step, catalogue: Catalogue, limits: Limits) -> Step:
    """`step` as its easier exercise at that one's own dose; without one, the same at half the dose."""
    easier = easier_form(catalogue.exercise(step.exercise_id), catalogue, limits)
    if easier is None:
        return replace(step, dose=half_dose(step.dose))
    return Step(exercise_id=easier.id, dose=easier.dose, first_side=step.first_side)


def gentler(step: Step, routine: Routine, catalogue: Catalogue, limits: Limits) -> Step:
    """`step` at half the dose, in the easier form unless the routine has that one anyway."""
    easier = easier_form(catalogue.exercise(step.exercise_id), catalogue, limits)
    if easier is not None and easier.id not in routine.exercise_ids:
        step = Step(exercise_id=easier.id, dose=easier.dose, first_side=step.first_side)
    return at_half(step)


def at_half(step: Step) -> Step:
    """`step` at half the dose, both sides alike."""
    return replace(step, dose=half_dose(step.dose), more_on=None)


def half_dose(dose: Dose) -> Dose:
    """Half the sets, rounded up; of a single set half the time or half the repetitions. Sides stay equal."""
    if dose.sets > 1:
        return dose.with_sets((dose.sets + 1) // 2)
    if dose.kind is DoseKind.HOLD:
        return replace(dose, hold_s=max(1, (dose.hold_s or 0) // 2))
    return replace(dose, reps=max(1, ((dose.reps or 0) + 1) // 2))
