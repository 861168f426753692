"""What the voice says on each page at the edge: from there the screen cannot be seen."""

from collections.abc import Iterator

from supple.domain.checks.edge_pages import HEAVY_S, EdgePage, EdgeQuestion, EdgeWay
from supple.domain.minutes import SECOND_MS
from supple.domain.spoken import Phrase, phrase_clip
from supple.domain.utterance import BRIEF_PARTS, Part, Utterance, Voice
from supple.domain.verbosity import Verbosity

_SAID = {
    EdgeQuestion.SET_UP: Phrase.EDGE_SET_UP,
    EdgeQuestion.SIT: Phrase.EDGE_SIT,
    EdgeQuestion.ROLL_BACK: Phrase.EDGE_ROLL_BACK,
    EdgeQuestion.HAND: Phrase.EDGE_HAND,
    EdgeQuestion.HEAVY: Phrase.EDGE_HEAVY,
    EdgeQuestion.PHOTO: Phrase.EDGE_PHOTO,
    EdgeQuestion.BACK_FLAT: Phrase.EDGE_BACK_FLAT,
    EdgeQuestion.FINISH: Phrase.EDGE_FINISH,
    EdgeQuestion.PAIN_NOTED: Phrase.HURT,
}
_SAID_OF_A_SIDE = {
    EdgeQuestion.LOWER: Phrase.EDGE_LOWER,
    EdgeQuestion.MEASURE: Phrase.EDGE_MEASURE,
    EdgeQuestion.BRING_BACK: Phrase.EDGE_BRING_BACK,
}
_SEEN = (EdgeQuestion.SET_UP, EdgeQuestion.SIT)
"""Where the person still sits and sees the screen: with few words these are not said."""


def said_on(
    page: EdgePage, voice: Voice, *, verbosity: Verbosity, way: EdgeWay = EdgeWay.TAPE
) -> tuple[Utterance, ...]:
    """What is said on `page`, in milliseconds from its beginning; nothing that the voice has no clip for."""
    if not verbosity.speaks:
        return ()
    part = Part.FIRST_STEP if page.question in _SEEN else Part.NOTICE
    if verbosity is Verbosity.BRIEF and part not in BRIEF_PARTS:
        return ()
    found = []
    for start_ms, clips in _planned(page, way):
        length_ms = voice.length_ms(clips)
        if length_ms is not None:
            found.append(Utterance(part=part, clips=clips, start_ms=start_ms, duration_ms=length_ms))
    return tuple(found)


def _planned(page: EdgePage, way: EdgeWay) -> Iterator[tuple[int, tuple[str, ...]]]:
    if page.question in _SAID:
        yield 0, (phrase_clip(_SAID[page.question]),)
    elif page.side is not None and page.question in _SAID_OF_A_SIDE:
        again = page.question is EdgeQuestion.LOWER and page.try_number > 1
        more = (phrase_clip(Phrase.EDGE_AGAIN),) if again else ()
        yield 0, (*more, phrase_clip(_SAID_OF_A_SIDE[page.question], side=page.side))
    if page.question is EdgeQuestion.HEAVY and way is EdgeWay.TAPE:  # else the photo is asked for then
        yield HEAVY_S * SECOND_MS, (phrase_clip(Phrase.EDGE_HANGS),)
