"""What one session of a plan plays: the week's routine, fitted to the person, with the steps that were taken."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Area, Category, Caution, DoseKind, Equipment, Exercise, Order
from supple.domain.offered import Limits, OfferedRoutine, allowance, at_half, offered
from supple.domain.plan import PlanControls, PlanStep, Rung
from supple.domain.plan_weeks import GENTLE_WEEK, GOES_UP, LENGTH_PLAN, MIXED_PLAN
from supple.domain.routine import Routine, Step, compile_timeline, shorten

TAKES_ONE_MORE = frozenset({LENGTH_PLAN, MIXED_PLAN})
"""Where a side can have a set more: a strength-first plan stretches for comfort only."""
SHORTER_S = 600
"""What "about ten minutes" is."""
AT_THE_EDGE = "mod_thomas_stretch"
KNEELING_STRETCH = "a3_half_kneeling_hip_flexor"
FRONT_THIGH = "sidelying_quad"
SETS_FOR_THE_EDGE = 2
"""Without an edge the half-kneeling stretch gets this many sets more (docs/EVIDENCE.md 8.4)."""
STRENGTH_WORK = frozenset({"glute_bridge", "dead_bug"})
"""What gets a set more on the strength day of a length-first plan."""
IN_PLACE_OF: Mapping[str, tuple[str, ...]] = {
    "brisk_walk": ("standing_march",),
    "pelvic_tilt": ("seated_pelvic_tilt",),
    KNEELING_STRETCH: ("standing_hip_flexor",),
    AT_THE_EDGE: ("standing_hip_flexor",),
    FRONT_THIGH: ("standing_hip_flexor",),
    "a1_piriformis_supine": ("seated_figure4",),
    "a2_glute_seated_twist": ("seated_figure4",),
    "knee_to_chest": ("seated_figure4",),
    "glute_bridge": ("pelvic_tilt",),
    "psoas_march": ("seated_march",),
    "dead_bug": ("seated_march",),
    "cat_cow": ("pelvic_tilt", "seated_pelvic_tilt"),
}
"""What takes the place of an exercise that does not fit, the first that does and is not in the session yet (ours)."""


class Unfit(StrEnum):
    """Why an exercise of the routine does not stand in the plan as it is."""

    LEFT_OUT = "it is not offered to this person"
    KNEELS = "no kneeling"
    NOT_AT_A_DESK = "not at a desk"
    NOT_AT_HAND = "something is not at hand"
    NOTHING_POINTS_TO_IT = "nothing points to the front of the thigh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """One exercise that does not stand in the plan as it is; `instead` "" where nothing takes its place.

    `missing` is what is not at hand.
    """

    exercise_id: str
    unfit: Unfit
    instead: str = ""
    missing: Equipment | None = None


class PlannedDay(Protocol):
    """What of a day decides its session."""

    @property
    def week(self) -> int: ...
    @property
    def half(self) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSession:
    """One session: what is played, and what does not stand in it as it does in the routine."""

    offer: OfferedRoutine
    fitted: tuple[Fitted, ...] = ()
    half: bool = False

    @property
    def minutes(self) -> int:
        """How long it takes; nothing at all takes none."""
        return self.offer.minutes if self.offer.routine is not None else 0


def base_routine_id(controls: PlanControls, week: int) -> str:
    """The routine of a week: where a plan goes up it begins gently."""
    return GENTLE_WEEK if week == 1 and controls.routine_id in GOES_UP else controls.routine_id


def plan_session(
    controls: PlanControls,
    day: PlannedDay,
    catalogue: Catalogue,
    limits: Limits,
    *,
    front_thigh: bool = False,
    steps: tuple[PlanStep, ...] = (),
    strength_day: bool = False,
) -> PlanSession:
    """The session of a day of the plan, for a person with these `limits`."""
    base = catalogue.routine(base_routine_id(controls, day.week))
    fitter = _Fitter(controls, catalogue, limits, front_thigh=front_thigh)
    whole = replace(base, steps=fitter.fit(base))
    if not whole.steps:
        return PlanSession(offer=offered(base, catalogue, _none_of(base, limits)), fitted=fitter.found)
    taken = () if day.week == 1 else tuple(step for step in steps if step.exercise_id in whole.exercise_ids)
    for step in taken:
        whole = _with_step_up(whole, step, catalogue)
    if controls.one_more is not None and not limits.gently:
        whole = _with_one_more(whole, controls, catalogue)
    if controls.shorter:
        whole = shorten(whole, limit_s=SHORTER_S, pace=limits.pace)
    if strength_day:
        whole = _with_more_strength(whole)
    if day.half:
        whole = replace(whole, steps=tuple(at_half(step) for step in whole.steps))
    return PlanSession(offer=offered(whole, catalogue, limits), fitted=fitter.found, half=day.half)


def has_shorter(session: PlanSession) -> bool:
    """Whether the session is long enough that it can be made shorter."""
    routine = session.offer.routine
    return routine is not None and compile_timeline(routine, session.offer.pace).total_ms > SHORTER_S * 1000


def takes_one_more(exercise: Exercise) -> bool:
    """Whether a side can have a set more of it: stretches for the front of the hip, one side after the other."""
    front = Area.FRONT_OF_HIP in exercise.areas and exercise.category is Category.STRETCH
    return front and exercise.dose.order is Order.ONE_SIDE_THEN_OTHER


class _Fitter:
    """Fits a routine to a person, exercise by exercise, and remembers what did not fit."""

    def __init__(
        self, controls: PlanControls, catalogue: Catalogue, limits: Limits, *, front_thigh: bool
    ) -> None:
        self.found: tuple[Fitted, ...] = ()
        self._controls = controls
        self._catalogue = catalogue
        self._limits = limits
        self._front_thigh = front_thigh

    def fit(self, routine: Routine) -> tuple[Step, ...]:
        """The steps as they fit; an exercise stands in them once."""
        steps: list[Step] = []
        for step in routine.steps:
            unfit = self._unfit(step.exercise_id, routine.id)
            if unfit is None:
                steps.append(step)
                continue
            pointless = unfit is Unfit.NOTHING_POINTS_TO_IT
            instead = None if pointless else self._in_place_of(step.exercise_id, routine, steps)
            self._note(step.exercise_id, unfit, instead)
            if instead is not None:
                steps.append(instead)
        return self._with_sets_for_the_edge(tuple(steps))

    def _unfit(self, exercise_id: str, routine_id: str = "") -> Unfit | None:
        if exercise_id == FRONT_THIGH and routine_id == LENGTH_PLAN and not self._front_thigh:
            return Unfit.NOTHING_POINTS_TO_IT
        exercise = self._catalogue.exercise(exercise_id)
        if not allowance(exercise, self._catalogue, self._limits).is_open:
            return Unfit.LEFT_OUT
        if self._controls.no_kneeling and (exercise.kneels or Caution.KNEE_KNEEL in exercise.avoid):
            return Unfit.KNEELS
        if self._controls.at_a_desk and not exercise.stays_off_the_floor:
            return Unfit.NOT_AT_A_DESK
        if self._missing(exercise) is not None:
            return Unfit.NOT_AT_HAND
        return None

    def _missing(self, exercise: Exercise) -> Equipment | None:
        there = self._controls.has | {Equipment.NONE}
        return next((thing for thing in exercise.equipment if thing not in there), None)

    def _in_place_of(self, exercise_id: str, routine: Routine, steps: list[Step]) -> Step | None:
        if exercise_id == AT_THE_EDGE and self._unfit(KNEELING_STRETCH) is None:
            return None  # the half-kneeling stretch has its sets
        there = {step.exercise_id for step in steps} | set(routine.exercise_ids)
        for other in IN_PLACE_OF.get(exercise_id, ()):
            if other not in there and self._unfit(other) is None:
                exercise = self._catalogue.exercise(other)
                return Step(exercise_id=other, dose=exercise.dose, first_side=exercise.first_side)
        return None

    def _note(self, exercise_id: str, unfit: Unfit, instead: Step | None) -> None:
        takes = instead.exercise_id if instead is not None else ""
        if exercise_id == AT_THE_EDGE and not takes and self._unfit(KNEELING_STRETCH) is None:
            takes = KNEELING_STRETCH
        missing = self._missing(self._catalogue.exercise(exercise_id))
        fitted = Fitted(
            exercise_id=exercise_id,
            unfit=unfit,
            instead=takes,
            missing=missing if unfit is Unfit.NOT_AT_HAND else None,
        )
        self.found = (*self.found, fitted)

    def _with_sets_for_the_edge(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        """Two sets more of the half-kneeling stretch where it stands for the one at an edge."""
        stands_for = any(f.exercise_id == AT_THE_EDGE and f.instead == KNEELING_STRETCH for f in self.found)
        if not stands_for:
            return steps
        return tuple(
            _more_sets(step, SETS_FOR_THE_EDGE) if step.exercise_id == KNEELING_STRETCH else step
            for step in steps
        )


def _none_of(routine: Routine, limits: Limits) -> Limits:
    """Limits under which nothing of `routine` is left."""
    return replace(limits, put_away=limits.put_away | set(routine.exercise_ids))


def _with_step_up(routine: Routine, up: PlanStep, catalogue: Catalogue) -> Routine:
    """`routine` with one exercise a step up; a harder way changes no number, and stands in the note."""
    if up.rung in (Rung.RESISTANCE, Rung.HARDER):
        exercise = catalogue.exercise(up.exercise_id)
        parts = (routine.note, f"{exercise.name}: {exercise.harder}")
        return replace(routine, note=" ".join(part for part in parts if part))
    steps = tuple(
        _stepped_up(step, up) if step.exercise_id == up.exercise_id else step for step in routine.steps
    )
    return replace(routine, steps=steps)


def _stepped_up(step: Step, up: PlanStep) -> Step:
    if up.rung is Rung.SETS:
        return _more_sets(step, up.amount)
    if up.rung is not Rung.REPS:
        return step
    if step.dose.kind is DoseKind.HOLD:
        return replace(step, dose=replace(step.dose, hold_s=(step.dose.hold_s or 0) + up.amount))
    return replace(step, dose=replace(step.dose, reps=(step.dose.reps or 0) + up.amount))


def _more_sets(step: Step, amount: int) -> Step:
    return replace(step, dose=step.dose.with_sets(step.dose.sets + amount))


def _with_more_strength(routine: Routine) -> Routine:
    steps = tuple(
        _more_sets(step, 1) if step.exercise_id in STRENGTH_WORK else step for step in routine.steps
    )
    return replace(routine, steps=steps)


def _with_one_more(routine: Routine, controls: PlanControls, catalogue: Catalogue) -> Routine:
    """One set more on one side, of the first stretch that can have it and of no other."""
    if routine.id not in TAKES_ONE_MORE:
        return routine
    place = next(
        (n for n, s in enumerate(routine.steps) if takes_one_more(catalogue.exercise(s.exercise_id))), None
    )
    if place is None:
        return routine
    more = replace(routine.steps[place], more_on=controls.one_more)
    return replace(routine, steps=(*routine.steps[:place], more, *routine.steps[place + 1 :]))
