"""What was done in a session, exercise by exercise and side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from supple.domain.routine import Timeline
from supple.domain.session import SetEnded, SetOutcome
from supple.domain.side import Side

_Key = tuple[tuple[int, str], Side, int]  # step and exercise, side, number of the set


@dataclass(frozen=True, slots=True, kw_only=True)
class SideDone:
    """Sets of one side: those that ran out by themselves, each counted once, of those planned."""

    side: Side
    done: int
    planned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseDone:
    """One exercise; `held_ms` counts the longest attempt of each set (docs/EVIDENCE.md 9.1)."""

    exercise_id: str
    sides: tuple[SideDone, ...]
    held_ms: int


def summarise(timeline: Timeline, attempts: Sequence[SetEnded]) -> tuple[ExerciseDone, ...]:
    """One line for each step of `timeline`, two for one that an easier exercise ended; left before right."""
    done: set[_Key] = set()
    held_ms: dict[_Key, int] = {}
    for attempt in attempts:
        phase = attempt.phase
        key = ((phase.step, phase.exercise_id), phase.side, phase.set_number)
        held_ms[key] = max(held_ms.get(key, 0), attempt.held_ms)
        if attempt.outcome is SetOutcome.COMPLETED:
            done.add(key)
    steps = dict.fromkeys((phase.step, phase.exercise_id) for phase in timeline.sets)
    return tuple(
        ExerciseDone(
            exercise_id=step[1],
            sides=tuple(_sides(timeline, step, done)),
            held_ms=sum(ms for key, ms in held_ms.items() if key[0] == step),
        )
        for step in steps
    )


def _sides(timeline: Timeline, step: tuple[int, str], done: set[_Key]) -> list[SideDone]:
    own = [phase for phase in timeline.sets if (phase.step, phase.exercise_id) == step]
    planned = [side for side, _ in {(phase.side, phase.set_number) for phase in own}]
    return [
        SideDone(
            side=side,
            done=sum(1 for key in done if key[:2] == (step, side)),
            planned=planned.count(side),
        )
        for side in (Side.LEFT, Side.RIGHT, Side.BOTH)
        if side in planned
    ]
