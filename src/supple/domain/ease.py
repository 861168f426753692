"""Going on after it hurt: what is left of a step, with the easier exercise or with half the range and half the time."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate

from supple.domain.minutes import SECOND_MS
from supple.domain.routine import (
    Ease,
    Pace,
    Phase,
    PhaseKind,
    SessionPlan,
    Step,
    Timeline,
    compile_timeline,
    step_phases,
)


def plan_timeline(plan: SessionPlan) -> Timeline:
    """The timeline of `plan`, eased where it hurt."""
    timeline = compile_timeline(plan.routine, plan.pace)
    for ease in plan.eases:
        timeline = eased(timeline, ease, plan.pace)
    return timeline


def sets_to_do(timeline: Timeline) -> int:
    """How many sets a timeline has, each counted once however often it is begun."""
    return len({(phase.step, phase.exercise_id, phase.side, phase.set_number) for phase in timeline.sets})


def ease_at(timeline: Timeline, index: int, instead: Step | None) -> Ease | None:
    """How to go on easier from phase `index`, where it hurt: in a break its next set; None after the last."""
    hurt = next((phase for phase in timeline.phases[index:] if phase.kind.is_set), None)
    if hurt is None:
        return None
    return Ease(
        step=hurt.step,
        exercise_id=hurt.exercise_id,
        side=hurt.side,
        set_number=hurt.set_number,
        begun=hurt is timeline.phases[index],
        instead=instead,
    )


def eased(timeline: Timeline, ease: Ease, pace: Pace) -> Timeline:
    """`timeline` with `ease` applied: first some time to get ready, then the rest of its step; later steps stay.

    A timeline without the set of `ease` is returned as it is. Of a set done twice the later one is meant.
    """
    places = [place for place, phase in enumerate(timeline.phases) if _is_hurt(phase, ease)]
    if not places:
        return timeline
    place = places[-1]
    kept = timeline.phases[: place + ease.begun]
    end = next(
        (at for at in range(place, len(timeline.phases)) if timeline.phases[at].step != ease.step), None
    )
    later = timeline.phases[end:] if end is not None else ()
    rest = timeline.phases[place:end]
    if ease.instead is not None:
        easier = [phase for phase in step_phases(ease.step, ease.instead, pace) if _is_played(phase)]
    else:
        easier = [_ready(timeline, place), *(_halved(phase) for phase in rest)]
    return Timeline(tuple(_in_a_row([*kept, *easier, *later])))


def without_rest_of(timeline: Timeline, exercise_id: str, *, after: int) -> Timeline:
    """`timeline` with nothing of an exercise after the phase at `after`: it is over for the day."""
    later = (phase for phase in timeline.phases[after + 1 :] if phase.exercise_id != exercise_id)
    return Timeline(tuple(_in_a_row([*timeline.phases[: after + 1], *later])))


def _is_hurt(phase: Phase, ease: Ease) -> bool:
    return phase.kind.is_set and (phase.step, phase.exercise_id, phase.side, phase.set_number) == (
        ease.step,
        ease.exercise_id,
        ease.side,
        ease.set_number,
    )


def _is_played(phase: Phase) -> bool:
    return phase.duration_ms > 0 or phase.waits


def _ready(timeline: Timeline, place: int) -> Phase:
    """Time to get ready for the set at `place`, as long as the step has it; a step without has that of a break."""
    target = timeline.phases[place]
    own = [phase for phase in timeline.phases if phase.step == target.step and not phase.kind.is_set]
    ready = (phase for phase in own if phase.kind is PhaseKind.PREPARE)
    shipped = next((phase for phase in ready if phase.exercise_id == target.exercise_id), None)
    longest_ms = max((phase.duration_ms for phase in own), default=target.duration_ms)
    return replace(
        target,
        kind=PhaseKind.PREPARE,
        duration_ms=shipped.duration_ms if shipped is not None else longest_ms,
        waits=shipped is not None and shipped.waits,
        reps=None,
        alternates_from=None,
        half_range=True,
    )


def _halved(phase: Phase) -> Phase:
    """A set of half the time, whole seconds and whole repetitions, at least one; breaks keep theirs."""
    if phase.kind is PhaseKind.REPS and phase.reps:
        reps = (phase.reps + 1) // 2
        return replace(phase, reps=reps, duration_ms=phase.duration_ms * reps // phase.reps, half_range=True)
    if phase.kind is PhaseKind.HOLD:
        return replace(
            phase, duration_ms=max(1, phase.duration_ms // 2 // SECOND_MS) * SECOND_MS, half_range=True
        )
    return replace(phase, half_range=True)


def _in_a_row(phases: list[Phase]) -> Iterable[Phase]:
    starts_ms = accumulate((phase.duration_ms for phase in phases), initial=0)
    return (replace(phase, start_ms=start_ms) for phase, start_ms in zip(phases, starts_ms, strict=False))
