"""What is said in the shipped routines: every side before its hold, nothing over anything else, and what is dropped."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from supple.domain.catalogue import Catalogue
from supple.domain.routine import Phase, PhaseKind, compile_timeline
from supple.domain.side import Side
from supple.domain.speech import CHIME_MS, SIDE_BEFORE_MS, SpeechStart, plan_phase
from supple.domain.speech_fit import Fit
from supple.domain.utterance import Part, Voice
from supple.domain.verbosity import Verbosity
from supple.storage.spoken_content import decode_clips, decode_spoken

ASSETS = Path(__file__).parents[2] / "assets"

# Phase, what is said and from when to when in ms after its beginning: every kind of phase the article's routine has.
A1 = "a1_piriformis_supine"
A2 = "a2_glute_seated_twist"
ARTICLE = {
    0: "Piriformis stretch. 760 | Left leg. 2212 | Left ankle over your right thigh. 3080 | Set one of ten. 5252 | "
    "Get ready. 11310",
    1: "Hold. 500 | Three. 7000 | Two. 8000 | One. 9000",
    2: "Right ankle on top. 720",
    3: "Hold. 500 | Three. 7000 | Two. 8000 | One. 9000",
    4: "Left ankle on top. 720",
    40: "Seated twist. 760 | Right leg. 1880 | Cross your right leg over the left. 2680 | Set one of four. 4784 | "
    "Get ready. 11310",
    41: "Hold. 500 | Halfway. 9282 | Three. 17000 | Two. 18000 | One. 19000",
    42: "Rest. 500 | Right leg. 1074",
    48: "Left leg on top. 720 | Set one of four. 2108",
}


@pytest.fixture(scope="session")
def voice(files: dict[str, bytes]) -> Voice:
    clips = decode_clips((ASSETS / "voice" / "en" / "clips.json").read_bytes())
    return Voice.of(decode_spoken(files["spoken.json"]), clips)


def _plans(catalogue: Catalogue, routine: str, voice: Voice, verbosity: Verbosity) -> list[tuple[Phase, Fit]]:
    """Each phase of an undisturbed session with what is said in it."""
    plans = []
    known: tuple[int, Side] | None = None
    for phase in compile_timeline(catalogue.routine(routine)).phases:
        start = SpeechStart(side_known=phase.kind.is_set and known == (phase.step, phase.side))
        plan = plan_phase(phase, voice, verbosity=verbosity, start=start)
        if any(utterance.part is Part.SIDE for utterance in plan.utterances):
            known = (phase.step, phase.side)
        plans.append((phase, plan))
    return plans


def _in_words(plan: Fit, voice: Voice) -> str:
    texts = voice.words.texts
    return " | ".join(
        " ".join(texts[clip] for clip in utterance.clips) + f" {utterance.start_ms}"
        for utterance in plan.utterances
    )


def test_the_article_routine_is_spoken_as_in_this_table(catalogue: Catalogue, voice: Voice) -> None:
    plans = _plans(catalogue, "article_routine", voice, Verbosity.FULL)
    said = {place: _in_words(plan, voice) for place, (_, plan) in enumerate(plans)}
    for place, words in ARTICLE.items():
        ours, theirs = said[place].split(" | "), words.split(" | ")
        assert [line.rpartition(" ")[0] for line in ours] == [line.rpartition(" ")[0] for line in theirs]
        for our, their in zip(ours, theirs, strict=True):
            assert int(our.rpartition(" ")[2]) == pytest.approx(int(their.rpartition(" ")[2]), abs=25), our


@pytest.mark.parametrize(
    ("verbosity", "said", "dropped"),
    [
        (
            Verbosity.FULL,
            {
                Part.NAME: 3,
                Part.SIDE: 36,
                Part.FIRST_STEP: 3,
                Part.SET_COUNT: 5,
                Part.GET_READY: 3,
                Part.HOLD: 36,
                Part.HALFWAY: 16,
                Part.REST: 12,
                Part.COUNTDOWN: 108,
            },
            {Part.SET_COUNT: 31},  # in the twelve rests of five seconds and the nineteen changes of six
        ),
        (Verbosity.BRIEF, {Part.NAME: 3, Part.SIDE: 36, Part.COUNTDOWN: 108}, {}),
        (Verbosity.CHIMES_ONLY, {}, {}),
        (Verbosity.SILENT, {}, {}),
    ],
)
def test_what_is_said_in_the_article_routine_and_what_is_dropped(
    catalogue: Catalogue,
    voice: Voice,
    verbosity: Verbosity,
    said: dict[Part, int],
    dropped: dict[Part, int],
) -> None:
    plans = [plan for _, plan in _plans(catalogue, "article_routine", voice, verbosity)]
    assert Counter(utterance.part for plan in plans for utterance in plan.utterances) == said
    assert Counter(part for plan in plans for part in plan.dropped) == dropped


def _ids(catalogue: Catalogue) -> list[str]:
    return [routine.id for routine in catalogue.routines]


@pytest.mark.parametrize("verbosity", [Verbosity.FULL, Verbosity.BRIEF])
def test_in_every_routine_each_holds_side_is_complete_before_the_hold(
    catalogue: Catalogue, voice: Voice, verbosity: Verbosity
) -> None:
    for routine in _ids(catalogue):
        plans = _plans(catalogue, routine, voice, verbosity)
        for (before, plan), (phase, _) in pairwise(plans):
            if phase.kind.is_set and phase.side is not Side.BOTH:
                (side,) = [utterance for utterance in plan.utterances if utterance.part is Part.SIDE]
                assert side.clips[0].endswith(f"-{phase.side}"), (routine, phase)
                assert before.start_ms + side.end_ms <= phase.start_ms - SIDE_BEFORE_MS, (routine, phase)


@pytest.mark.parametrize("verbosity", [Verbosity.FULL, Verbosity.BRIEF])
def test_in_every_routine_no_two_clips_overlap_and_no_chime_is_drowned(
    catalogue: Catalogue, voice: Voice, verbosity: Verbosity
) -> None:
    for routine in _ids(catalogue):
        free_ms = 0
        for phase, plan in _plans(catalogue, routine, voice, verbosity):
            for utterance in plan.utterances:
                assert utterance.start_ms >= CHIME_MS[phase.kind]
                assert phase.start_ms + utterance.start_ms >= free_ms, (routine, phase)
                free_ms = phase.start_ms + utterance.end_ms
            assert free_ms <= phase.end_ms


def test_every_hold_of_every_routine_is_counted_out(catalogue: Catalogue, voice: Voice) -> None:
    for routine in _ids(catalogue):
        for phase, plan in _plans(catalogue, routine, voice, Verbosity.FULL):
            if phase.kind is PhaseKind.HOLD:
                counted = [u.start_ms for u in plan.utterances if u.part is Part.COUNTDOWN]
                assert counted == [phase.duration_ms - left_ms for left_ms in (3000, 2000, 1000)]


def test_every_repetition_is_counted_and_alternating_ones_name_their_side(
    catalogue: Catalogue, voice: Voice
) -> None:
    for routine in _ids(catalogue):
        for phase, plan in _plans(catalogue, routine, voice, Verbosity.FULL):
            if phase.kind is not PhaseKind.REPS:
                continue
            beats = [u for u in plan.utterances if u.part is Part.REP]
            assert len(beats) == (phase.reps or 0) * (2 if phase.alternates_from else 1)
            assert plan.dropped == ()
            for place, beat in enumerate(beats):
                if phase.alternates_from:
                    side = phase.alternates_from if place % 2 == 0 else phase.alternates_from.other
                    assert beat.clips[-1] == f"target-{side}"
                else:
                    assert beat.clips == (f"number-{place + 1}",)


def test_every_exercise_can_be_said_at_its_own_dose(catalogue: Catalogue, voice: Voice) -> None:
    for exercise in catalogue.exercises:
        assert voice.length_ms((f"name-{exercise.id}",)) is not None
