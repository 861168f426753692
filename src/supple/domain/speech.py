"""Plans what is said in one phase, so that every utterance is over before what it announces.

How voice and chimes share the time: a phase begins with its chime, and the voice waits until the chime's last stroke
has rung half a second (CHIME_MS); then it speaks over a tail that is 15 to 21 dB below the strike. The last three
seconds of a break belong to the countdown tones. Only a side that fits nowhere else is said over them.
In a set "three", "two", "one" begin on their seconds with the tick, which strikes before the word is loud.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from supple.domain.routine import Phase, PhaseKind
from supple.domain.side import Side
from supple.domain.speech_fit import GAP_MS, Announcement, Fit, SpeechSlot, fit, place
from supple.domain.spoken import (
    MOST_SETS,
    Phrase,
    care_clip,
    first_step_clip,
    name_clip,
    note_clip,
    number_clip,
    phrase_clip,
)
from supple.domain.utterance import BRIEF_PARTS, Part, Utterance, Voice
from supple.domain.verbosity import Verbosity

CHIME_MS = {
    PhaseKind.PREPARE: 760,
    PhaseKind.HOLD: 500,
    PhaseKind.REPS: 500,
    PhaseKind.SWITCH: 720,
    PhaseKind.REST: 500,
}
"""The last stroke of each chime (make_cues.py: 260, 0, 220 and 0 ms) and half a second."""

COUNTED = (3, 2, 1)
COUNT_MS = 3000
CLEAR_MS = 50  # before a mark that belongs to another sound
SIDE_BEFORE_MS = 300  # the side is complete this long before its hold (docs/EVIDENCE.md 10.2)
HALFWAY_FROM_MS = 15_000  # a shorter hold has no halfway
GET_READY_FROM_MS = 10_000  # in a shorter break the person is on the way already
ENDLESS_MS = 10**9  # the room in a phase that waits for the person


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechStart:
    """Where in a phase the plan begins: at its start, or at `from_ms` after a pause, with `lead` to be said first.

    `side_known`: the side of this phase was said already. `said` are the parts that need not be said again.
    """

    from_ms: int = 0
    lead: str | None = None
    side_known: bool = False
    said: frozenset[Part] = frozenset()


AT_START = SpeechStart()


def plan_phase(phase: Phase, voice: Voice, *, verbosity: Verbosity, start: SpeechStart = AT_START) -> Fit:
    """What is said in `phase`, times counted from its start: nothing overlaps, and all is over before it ends."""
    if not verbosity.speaks:
        return Fit()
    planner = _Planner(phase, voice, verbosity, start)
    if phase.kind is PhaseKind.HOLD:
        return planner.hold()
    return planner.reps() if phase.kind is PhaseKind.REPS else planner.pause_between()


class _Planner:
    """Fills one phase with utterances."""

    def __init__(self, phase: Phase, voice: Voice, verbosity: Verbosity, start: SpeechStart) -> None:
        self._phase = phase
        self._voice = voice
        self._verbosity = verbosity
        self._start = start
        self._end_ms = ENDLESS_MS if phase.waits else phase.duration_ms
        self._said: list[Utterance] = []
        self._dropped: list[Part] = []

    @property
    def _free_ms(self) -> int:
        """From when the voice may speak: after the chime, or after what was said last."""
        if self._said:
            return self._said[-1].end_ms + GAP_MS
        return self._start.from_ms or CHIME_MS[self._phase.kind]

    def pause_between(self) -> Fit:
        """Prepare, switch and rest: what comes next, before the countdown tones."""
        is_counted = not self._phase.waits and self._end_ms > COUNT_MS
        until_ms = self._end_ms - (COUNT_MS + CLEAR_MS if is_counted else SIDE_BEFORE_MS)
        self._fit(self._break_items(), until_ms=until_ms, side_until_ms=self._end_ms - SIDE_BEFORE_MS)
        if self._phase.waits:
            self._fit([Announcement(Part.WAITING, (phrase_clip(Phrase.WAITING),))], until_ms=until_ms)
        elif self._phase.duration_ms >= GET_READY_FROM_MS:
            self._say_by(until_ms, Announcement(Part.GET_READY, (phrase_clip(Phrase.GET_READY),)))
        return self._plan()

    def hold(self) -> Fit:
        """A hold: the word (not in a walk), halfway, and 3-2-1 on their seconds."""
        counts = self._countdown()
        until_ms = (counts[0].start_ms if counts else self._end_ms) - CLEAR_MS
        word = [] if self._phase.in_motion else [Announcement(Part.HOLD, (phrase_clip(Phrase.HOLD),))]
        self._fit([*self._opening(), *word], until_ms=until_ms)
        if self._end_ms >= HALFWAY_FROM_MS and not self._phase.waits:
            self._say_by(self._end_ms // 2, Announcement(Part.HALFWAY, (phrase_clip(Phrase.HALFWAY),)))
        self._said += [count for count in counts if not self._said or count.start_ms >= self._said[-1].end_ms]
        return self._plan()

    def reps(self) -> Fit:
        """Repetitions: each number as its repetition begins, with the side where sides alternate.

        The first number waits for the chime. There is no 3-2-1, which would be heard as repetitions; the ticks tell it.
        """
        self._fit(self._opening(), until_ms=self._end_ms - CLEAR_MS)
        free_ms = self._free_ms
        beats = list(self._beats())
        ends_ms = [*(start_ms for start_ms, _ in beats[1:]), self._end_ms]
        for (start_ms, clips), end_ms in zip(beats, ends_ms, strict=False):
            if start_ms < self._start.from_ms:
                continue
            beat = place(Announcement(Part.REP, clips), self._voice, start_ms=max(start_ms, free_ms))
            if beat is not None and beat.end_ms + CLEAR_MS <= end_ms:
                self._said.append(beat)
                free_ms = beat.end_ms + CLEAR_MS
            else:
                self._dropped.append(Part.REP)
        return self._plan()

    def _break_items(self) -> list[Announcement]:
        phase = self._phase
        step = first_step_clip(phase.exercise_id, side=None if phase.side is Side.BOTH else phase.side)
        items = [*self._lead()]
        match phase.kind:
            case PhaseKind.PREPARE:
                items += [Announcement(Part.NAME, (name_clip(phase.exercise_id),)), *self._side()]
                items += self._care()
                step = phrase_clip(Phrase.HALF) if phase.half_range else step
                items.append(Announcement(Part.FIRST_STEP, (step,)))
            case PhaseKind.REST:
                items += [Announcement(Part.REST, (phrase_clip(Phrase.REST),)), *self._side()]
            case PhaseKind.SWITCH:
                items += self._side(self._voice.switch_clip(phase.exercise_id, phase.side))
        if 1 < phase.sets <= MOST_SETS:
            items += self._set_count()
        if phase.kind is PhaseKind.PREPARE:
            items.append(Announcement(Part.OWN_NOTE, (note_clip(phase.exercise_id),)))
        return items

    def _set_count(self) -> list[Announcement]:
        if not self._has_time_for_every_count():
            self._dropped += [Part.SET_COUNT] if self._verbosity is Verbosity.FULL else []
            return []
        number = phrase_clip(Phrase.SET_NUMBER, number=self._phase.set_number)
        of_sets = phrase_clip(Phrase.OF_SETS, number=self._phase.sets)
        return [Announcement(Part.SET_COUNT, (number, of_sets), (number,))]

    def _has_time_for_every_count(self) -> bool:
        """Whether a change of side leaves time for each set's number, so that none is heard only here and there."""
        phase = self._phase
        if phase.kind is not PhaseKind.SWITCH or phase.waits:
            return True
        numbers = [phrase_clip(Phrase.SET_NUMBER, number=number) for number in range(1, phase.sets + 1)]
        sides = [self._voice.switch_clip(phase.exercise_id, side) for side in (phase.side, phase.side.other)]
        longest_ms = [
            max(self._voice.length_ms((clip,)) or 0 for clip in clips) for clips in (sides, numbers)
        ]
        needed_ms = CHIME_MS[phase.kind] + sum(longest_ms) + GAP_MS
        return needed_ms <= phase.duration_ms - COUNT_MS - CLEAR_MS

    def _opening(self) -> list[Announcement]:
        """What a set begins with: its side, if that was not heard before."""
        return [*self._lead(), *([] if self._start.side_known else self._side())]

    def _lead(self) -> list[Announcement]:
        return [Announcement(Part.NOTICE, (self._start.lead,))] if self._start.lead else []

    def _care(self) -> list[Announcement]:
        caution = self._voice.cares.get(self._phase.exercise_id)
        return [Announcement(Part.CARE, (care_clip(caution),))] if caution is not None else []

    def _side(self, phrase: str | None = None) -> list[Announcement]:
        """The side, in the words of `phrase` where there is time for that."""
        if self._phase.side is Side.BOTH:
            return []
        short = (self._voice.side_clip(self._phase.exercise_id, self._phase.side),)
        return [Announcement(Part.SIDE, (phrase,), short)] if phrase else [Announcement(Part.SIDE, short)]

    def _countdown(self) -> list[Utterance]:
        """3-2-1 where the session has them (session.py), as far as they are still to come."""
        if self._phase.waits or self._end_ms <= COUNT_MS:
            return []
        counts = [
            place(
                Announcement(Part.COUNTDOWN, (number_clip(number),)),
                self._voice,
                start_ms=self._end_ms - number * 1000,
            )
            for number in COUNTED
        ]
        return [count for count in counts if count is not None and count.start_ms >= self._start.from_ms]

    def _beats(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """When each repetition begins and what is said then."""
        first, count = self._phase.alternates_from, self._phase.reps or 0
        sides = (first, first.other) if first else (None,)
        rep_ms = self._phase.duration_ms // max(1, count * len(sides))
        for number in range(count):
            for turn, side in enumerate(sides):
                clips = () if turn else self._voice.number_clips(number + 1)
                if side is not None:
                    clips = (*clips, phrase_clip(Phrase.TARGET, side=side))
                yield (number * len(sides) + turn) * rep_ms, clips

    def _fit(self, items: list[Announcement], *, until_ms: int, side_until_ms: int | None = None) -> None:
        """Say `items` from now on, as far as there is time."""
        slot = SpeechSlot(
            from_ms=self._free_ms,
            until_ms=until_ms,
            side_until_ms=until_ms if side_until_ms is None else side_until_ms,
            earliest_ms=self._start.from_ms,
        )
        found = fit([item for item in items if self._is_wanted(item)], self._voice, slot)
        self._said += found.utterances
        self._dropped += found.dropped

    def _say_by(self, end_ms: int, item: Announcement) -> None:
        """Say `item` so that it is over at `end_ms`, or drop it."""
        length_ms = self._voice.length_ms(item.clips)
        if length_ms is None or not self._is_wanted(item) or end_ms - length_ms < self._start.from_ms:
            return
        utterance = place(item, self._voice, start_ms=end_ms - length_ms)
        if utterance is not None and utterance.start_ms >= self._free_ms:
            self._said.append(utterance)
        else:
            self._dropped.append(item.part)

    def _is_wanted(self, item: Announcement) -> bool:
        is_said = item.part in self._start.said
        return not is_said and (self._verbosity is Verbosity.FULL or item.part in BRIEF_PARTS)

    def _plan(self) -> Fit:
        return Fit(tuple(self._said), tuple(self._dropped))
