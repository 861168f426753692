"""Puts utterances one after the other into the time there is; what does not fit is dropped in a fixed order."""

from dataclasses import dataclass, replace

from supple.domain.utterance import DROPPED_FIRST, Part, Utterance, Voice

GAP_MS = 200  # between two utterances


@dataclass(frozen=True, slots=True)
class Wish:
    """Something to be said, and a shorter way of saying it."""

    part: Part
    clips: tuple[str, ...]
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
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


def place(wish: Wish, voice: Voice, *, start_ms: int, side_until_ms: int | None = None) -> Utterance | None:
    """`wish` from `start_ms`; None when a clip of it is missing. A side may be late as long as it ends in time."""
    length_ms = voice.length_ms(wish.clips)
    if length_ms is None:
        return None
    must_end_ms = None
    if wish.part is Part.SIDE and side_until_ms is not None:
        must_end_ms = max(side_until_ms, start_ms + length_ms)
    return Utterance(
        part=wish.part,
        clips=wish.clips,
        start_ms=start_ms,
        duration_ms=length_ms,
        must_end_ms=must_end_ms,
    )


def fit(wishes: list[Wish], voice: Voice, room: Room) -> Fit:
    """`wishes` one after the other, without those that there is no time for."""
    left = [wish for wish in wishes if voice.length_ms(wish.clips) is not None]
    dropped: list[Part] = []
    while left:
        placed = _in_a_row(left, voice, room)
        if placed[-1].end_ms <= room.until_ms:
            return Fit(tuple(placed), tuple(dropped))
        going = next((part for part in DROPPED_FIRST if any(wish.part is part for wish in left)), None)
        if going is None:
            side = _side_alone(left[0], voice, room)
            return Fit((side,), tuple(dropped)) if side else Fit((), (*dropped, left[0].part))
        left = _without(left, going, dropped)
    return Fit((), tuple(dropped))


def _in_a_row(wishes: list[Wish], voice: Voice, room: Room) -> list[Utterance]:
    placed: list[Utterance] = []
    start_ms = room.from_ms
    for wish in wishes:
        utterance = place(wish, voice, start_ms=start_ms, side_until_ms=room.side_until_ms)
        if utterance is not None:
            placed.append(utterance)
            start_ms = utterance.end_ms + GAP_MS
    return placed


def _without(wishes: list[Wish], part: Part, dropped: list[Part]) -> list[Wish]:
    """`wishes` with `part` said in its short form or, when it is that already, not at all."""
    number = next(number for number, wish in enumerate(wishes) if wish.part is part)
    wish = wishes[number]
    if wish.short:
        return [*wishes[:number], replace(wish, clips=wish.short, short=()), *wishes[number + 1 :]]
    dropped.append(part)
    return [*wishes[:number], *wishes[number + 1 :]]


def _side_alone(wish: Wish, voice: Voice, room: Room) -> Utterance | None:
    """The side where it does not fit: shorter, or over the countdown tones, or earlier over the chime.

    If even that would be too late it is left to the set, which begins with a side that was not heard.
    """
    short = replace(wish, clips=wish.short or wish.clips)
    last_ms = room.side_until_ms
    for choice, until_ms in ((short, room.until_ms), (wish, last_ms), (short, last_ms)):
        utterance = place(choice, voice, start_ms=room.from_ms, side_until_ms=last_ms)
        if utterance is not None and utterance.end_ms <= until_ms:
            return utterance
    earlier_ms = last_ms - (voice.length_ms(short.clips) or last_ms)
    if earlier_ms < room.earliest_ms:
        return None
    return place(short, voice, start_ms=earlier_ms, side_until_ms=last_ms)
