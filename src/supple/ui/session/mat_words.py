"""What the mat view says: the phase, the set, what comes next, and the sentence a screen reader is given."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QCoreApplication

from supple.domain.exercise import Exercise
from supple.domain.minutes import MINUTE_S, SECOND_MS
from supple.domain.routine import Phase, PhaseKind, Timeline
from supple.domain.session import PauseReason, SessionState
from supple.domain.side import Side
from supple.domain.trouble import Trouble
from supple.domain.wording import fill
from supple.ui.kit.side_tag import side_sentence, side_word
from supple.ui.words.counts import seconds_left_words, times_each_side_words, times_words
from supple.ui.words.inside import inside

translate = QCoreApplication.translate

MOST_SECONDS = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """What the Next line names; `side` None where no side is meant."""

    side: Side | None
    words: str


def seconds_left(remaining_ms: int) -> int:
    """Whole seconds as a countdown shows them: 1 until the very end."""
    return ceil(remaining_ms / SECOND_MS)


def clock(seconds: int) -> str:
    """Minutes and seconds, "1:51"."""
    return f"{seconds // MINUTE_S}:{seconds % MINUTE_S:02d}"


def figures(remaining_ms: int) -> str:
    """The countdown's figures: seconds, with minutes from 100 seconds on: three figures would be smaller."""
    seconds = seconds_left(remaining_ms)
    return clock(seconds) if seconds > MOST_SECONDS else str(seconds)


def time_left(time_left_ms: int) -> str:
    """The session's time left, "1:51 left"."""
    return translate("Session", "{time} left").format(time=clock(seconds_left(time_left_ms)))


def phase_word(phase: Phase) -> str:
    """The one large word."""
    match phase.kind:
        case PhaseKind.PREPARE:
            return translate("Session", "Get ready")
        case PhaseKind.HOLD if not phase.in_motion:
            return translate("Session", "Hold")
        case PhaseKind.HOLD | PhaseKind.REPS:
            return translate("Session", "Move")
        case PhaseKind.SWITCH:
            return translate("Session", "Switch")
        case PhaseKind.REST:
            return translate("Session", "Rest")


def instruction(phase: Phase, exercise: Exercise) -> str:
    """The one step in words while the person gets ready; after pain, how much less and in which easier form."""
    if phase.half_range and phase.kind is PhaseKind.PREPARE:
        easier = fill(exercise.easier, side=phase.side).split(". ")[0].rstrip(".")
        half = translate("Session", "Half the range, half the time.")
        return f"{half} {easier}." if easier else half
    return fill(exercise.brief, side=phase.side)


def coming_set(timeline: Timeline, index: int) -> Phase | None:
    """The set after phase `index`."""
    return next((phase for phase in timeline.phases[index + 1 :] if phase.kind.is_set), None)


def set_line(timeline: Timeline, index: int) -> str:
    """The line under the ring."""
    phase = timeline.phases[index]
    if phase.kind.is_set:
        return translate("Session", "Set {number} of {sets}").format(number=phase.set_number, sets=phase.sets)
    work = coming_set(timeline, index)
    if work is None:
        return ""
    if phase.kind is not PhaseKind.PREPARE:
        return translate("Session", "Then set {number} of {sets}").format(
            number=work.set_number, sets=work.sets
        )
    if work.kind is PhaseKind.REPS:
        return translate("Session", "Then {times}").format(times=_times(work))
    words = (
        translate("Session", "Then move {seconds} s")
        if work.in_motion
        else translate("Session", "Then hold {seconds} s")
    )
    return words.format(seconds=work.duration_ms // SECOND_MS)


def _times(work: Phase) -> str:
    """How often a counted set moves; an alternating one counts each side."""
    if work.alternates_from is not None:
        return times_each_side_words(work.reps or 0)
    return times_words(work.reps or 0)


def coming(timeline: Timeline, index: int, exercise_by_id: Callable[[str], Exercise]) -> Coming:
    """What follows phase `index`, as the Next line tells it: a set, another exercise, or the end."""
    phase = timeline.phases[index]
    work = coming_set(timeline, index)
    if work is None:
        return Coming(side=None, words=translate("Session", "The end"))
    if work.step != phase.step:
        return Coming(side=work.side, words=exercise_by_id(work.exercise_id).name)
    if work.kind is PhaseKind.REPS:
        words = translate("Session", "Set {number} of {sets}, {times}")
        words = words.format(number=work.set_number, sets=work.sets, times=_times(work))
    else:
        words = translate("Session", "Set {number} of {sets}, {seconds} s")
        words = words.format(number=work.set_number, sets=work.sets, seconds=work.duration_ms // SECOND_MS)
    return Coming(side=work.side, words=words)


def pause_sentence(reason: PauseReason | None) -> str:
    """Why the session stands, when the person did not do it themselves."""
    match reason:
        case PauseReason.GAP:
            return translate("Session", "The computer was asleep. Resume when you are ready.")
        case PauseReason.STALL:  # where sleep cannot be told from a standstill, this is true of both
            return translate("Session", "The computer stood still for a moment. Resume when you are ready.")
        case PauseReason.PAIN:
            return translate("Session", "The set was stopped. Resume goes on with what follows.")
        case _:
            return ""


def status(phase: Phase, state: SessionState, remaining_ms: int) -> str:
    """The session in one sentence: "Left side, hold, 8 seconds left"."""
    if state is SessionState.ENDED:
        return translate("Session", "Session ended")
    if state is SessionState.WAITING:
        left = translate("Session", "waiting for you")
    else:
        left = seconds_left_words(seconds_left(remaining_ms))
    words = translate("Session", "{side}, {phase}, {left}").format(
        side=side_sentence(phase.side), phase=inside(phase_word(phase)), left=left
    )
    return (
        translate("Session", "Paused. {status}").format(status=words)
        if state is SessionState.PAUSED
        else words
    )


def title(phase: Phase, state: SessionState, remaining_ms: int) -> str:
    """The session for the desktop's list of windows: "Left, hold, 0:12"."""
    if state is SessionState.ENDED:
        return ""
    left = (
        translate("Session", "waiting for you")
        if state is SessionState.WAITING
        else clock(seconds_left(remaining_ms))
    )
    words = translate("Session", "{side}, {phase}, {left}").format(
        side=side_word(phase.side), phase=inside(phase_word(phase)), left=left
    )
    return (
        translate("Session", "Paused. {status}").format(status=words)
        if state is SessionState.PAUSED
        else words
    )


def trouble_words(trouble: Trouble) -> str:
    """Why the last set is not on disk yet, short enough for one line of the mat view."""
    match trouble:
        case Trouble.FULL:
            return translate("Session", "Not saved yet: the disk is full")
        case Trouble.READ_ONLY:
            return translate("Session", "Not saved yet: the data folder cannot be written")
        case Trouble.BUSY:
            return translate("Session", "Not saved yet: another program holds the history")
        case Trouble.NOT_OPEN:
            return translate("Session", "Not saved yet: the history is being opened")
        case Trouble.MISSING:
            return translate("Session", "Not saved yet: the data folder is gone")
        case _:
            return translate("Session", "Not saved yet: the history cannot be written")
