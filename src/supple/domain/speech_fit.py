"""Puts utterances one after the other into the time there is; what does not fit is dropped in a fixed order."""

from dataclasses import dataclass, replace

from supple.domain.utterance import DROPPED_FIRST, Part, Utterance, Voice

GAP_MS = 200  # between two utterances


@dataclass(frozen=True, slots=True)
class Announcement:
    """Something to be said, and a shorter way of saying it."""

    part: Part
    clips: tuple[str, ...]
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechSlot:
    """Time for speech: it begins at `from_ms` and is over by `until_ms`.

    A side that does not fit may go on to `side_until_ms`, or begin as early as `earliest_ms`.
    """

    from_ms: int
    until_ms: int
    side_until_ms: int
    earliest_ms: int


@dataclass(frozen=True, slots=True)
class Fit:
    """What is said, in order, and what there was no time for."""

    utterances: tuple[Utterance, ...] = ()
    dropped: tuple[Part, ...] = ()


def place(
    item: Announcement, voice: Voice, *, start_ms: int, side_until_ms: int | None = None
) -> Utterance | None:
    """`item` from `start_ms`; None when a clip of it is missing. A side may be late as long as it ends in time."""
    length_ms = voice.length_ms(item.clips)
    if length_ms is None:
        return None
    must_end_ms = None
    if item.part is Part.SIDE and side_until_ms is not None:
        must_end_ms = max(side_until_ms, start_ms + length_ms)
    return Utterance(
        part=item.part,
        clips=item.clips,
        start_ms=start_ms,
        duration_ms=length_ms,
        must_end_ms=must_end_ms,
    )


def fit(items: list[Announcement], voice: Voice, slot: SpeechSlot) -> Fit:
    """`items` one after the other, without those that there is no time for."""
    left = [item for item in items if voice.length_ms(item.clips) is not None]
    dropped: list[Part] = []
    while left:
        placed = _in_a_row(left, voice, slot)
        if placed[-1].end_ms <= slot.until_ms:
            return Fit(tuple(placed), tuple(dropped))
        going = next((part for part in DROPPED_FIRST if any(item.part is part for item in left)), None)
        if going is None:
            side = _side_alone(left[0], voice, slot)
            return Fit((side,), tuple(dropped)) if side else Fit((), (*dropped, left[0].part))
        left = _without(left, going, dropped)
    return Fit((), tuple(dropped))


def _in_a_row(items: list[Announcement], voice: Voice, slot: SpeechSlot) -> list[Utterance]:
    placed: list[Utterance] = []
    start_ms = slot.from_ms
    for item in items:
        utterance = place(item, voice, start_ms=start_ms, side_until_ms=slot.side_until_ms)
        if utterance is not None:
            placed.append(utterance)
            start_ms = utterance.end_ms + GAP_MS
    return placed


def _without(items: list[Announcement], part: Part, dropped: list[Part]) -> list[Announcement]:
    """`items` with `part` said in its short form or, when it is that already, not at all."""
    number = next(number for number, item in enumerate(items) if item.part is part)
    item = items[number]
    if item.short:
        return [*items[:number], replace(item, clips=item.short, short=()), *items[number + 1 :]]
    dropped.append(part)
    return [*items[:number], *items[number + 1 :]]


def _side_alone(item: Announcement, voice: Voice, slot: SpeechSlot) -> Utterance | None:
    """The side where it does not fit: shorter, or over the countdown tones, or earlier over the chime.

    If even that would be too late it is left to the set, which begins with a side that was not heard.
    """
    short = replace(item, clips=item.short or item.clips)
    last_ms = slot.side_until_ms
    for choice, until_ms in ((short, slot.until_ms), (item, last_ms), (short, last_ms)):
        utterance = place(choice, voice, start_ms=slot.from_ms, side_until_ms=last_ms)
        if utterance is not None and utterance.end_ms <= until_ms:
            return utterance
    earlier_ms = last_ms - (voice.length_ms(short.clips) or last_ms)
    if earlier_ms < slot.earliest_ms:
        return None
    return place(short, voice, start_ms=earlier_ms, side_until_ms=last_ms)
