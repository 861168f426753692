"""What is said in one phase: everything in its place, and what goes when there is little time."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.voices import even_voice, uneven_voice

from supple.domain.exercise import Caution
from supple.domain.routine import Phase, PhaseKind
from supple.domain.side import Side
from supple.domain.speech import CHIME_MS, SIDE_BEFORE_MS, SpeechStart, plan_phase
from supple.domain.spoken import note_clip
from supple.domain.utterance import Part, Utterance, Voice
from supple.domain.verbosity import Verbosity

PREPARE = Phase(
    kind=PhaseKind.PREPARE,
    side=Side.LEFT,
    start_ms=0,
    duration_ms=15_000,
    step=1,
    exercise_id="a",
    set_number=1,
    sets=4,
)
HOLD = replace(PREPARE, kind=PhaseKind.HOLD, duration_ms=20_000)
SWITCH = replace(PREPARE, kind=PhaseKind.SWITCH, duration_ms=6_000)
REST = replace(PREPARE, kind=PhaseKind.REST, duration_ms=5_000)
REPS = replace(PREPARE, kind=PhaseKind.REPS, side=Side.BOTH, duration_ms=40_000, reps=10)
HEARD = SpeechStart(side_known=True)

phases = st.builds(
    Phase,
    kind=st.sampled_from(PhaseKind),
    side=st.sampled_from(Side),
    start_ms=st.just(0),
    duration_ms=st.integers(1, 120).map(lambda seconds: seconds * 1000),
    step=st.just(1),
    exercise_id=st.just("a"),
    set_number=st.integers(1, 15),
    sets=st.integers(1, 15),
    reps=st.one_of(st.none(), st.integers(1, 30)),
    alternates_from=st.sampled_from((None, Side.LEFT, Side.RIGHT)),
)
starts = st.builds(
    SpeechStart,
    from_ms=st.one_of(st.just(0), st.integers(1, 120_000)),
    lead=st.sampled_from((None, "going_on")),
    side_known=st.booleans(),
)
voices = st.integers(0, 10_000).map(uneven_voice)


def _parts(
    phase: Phase, voice: Voice | None = None, verbosity: Verbosity = Verbosity.FULL, **start: object
) -> list[Part]:
    plan = plan_phase(
        phase,
        voice or even_voice(),
        verbosity=verbosity,
        start=SpeechStart(**start) if start else HEARD,
    )
    return [utterance.part for utterance in plan.utterances]


def _side(phase: Phase, voice: Voice) -> Utterance:
    plan = plan_phase(phase, voice, verbosity=Verbosity.FULL)
    (side,) = [utterance for utterance in plan.utterances if utterance.part is Part.SIDE]
    return side


def test_getting_ready_is_told_in_full() -> None:
    assert _parts(PREPARE) == [Part.NAME, Part.SIDE, Part.FIRST_STEP, Part.SET_COUNT, Part.GET_READY]


def test_after_pain_half_the_range_is_asked_for_instead_of_the_first_step() -> None:
    plan = plan_phase(replace(PREPARE, half_range=True), even_voice(), verbosity=Verbosity.FULL)
    said = [clip for utterance in plan.utterances for clip in utterance.clips]
    assert "half" in said
    assert not any(clip.startswith("first-") for clip in said)


def test_the_voice_waits_for_the_chime_and_ends_before_the_countdown() -> None:
    plan = plan_phase(PREPARE, even_voice(), verbosity=Verbosity.FULL)
    assert plan.utterances[0].start_ms == CHIME_MS[PhaseKind.PREPARE]
    assert plan.utterances[-1].end_ms == 15_000 - 3_000 - 50


def test_in_brief_only_what_one_cannot_do_without_is_said() -> None:
    assert _parts(PREPARE, verbosity=Verbosity.BRIEF) == [Part.NAME, Part.SIDE]
    assert _parts(HOLD, verbosity=Verbosity.BRIEF) == [Part.COUNTDOWN] * 3
    assert _parts(SWITCH, verbosity=Verbosity.BRIEF) == [Part.SIDE]
    assert _parts(REST, verbosity=Verbosity.BRIEF) == [Part.SIDE]
    assert _parts(REPS, verbosity=Verbosity.BRIEF) == [Part.REP] * 10


@pytest.mark.parametrize("verbosity", [Verbosity.CHIMES_ONLY, Verbosity.SILENT])
def test_without_a_voice_nothing_is_said(verbosity: Verbosity) -> None:
    assert all(_parts(phase, verbosity=verbosity) == [] for phase in (PREPARE, HOLD, SWITCH, REST, REPS))


def test_three_two_one_are_on_their_seconds() -> None:
    plan = plan_phase(HOLD, even_voice(), verbosity=Verbosity.FULL, start=HEARD)
    counted = [(u.clips, u.start_ms) for u in plan.utterances if u.part is Part.COUNTDOWN]
    assert counted == [(("number-3",), 17_000), (("number-2",), 18_000), (("number-1",), 19_000)]


@pytest.mark.parametrize(("seconds", "is_said"), [(10, False), (14, False), (15, True), (90, True)])
def test_halfway_is_said_from_fifteen_seconds_on_and_over_at_the_half(seconds: int, is_said: bool) -> None:
    plan = plan_phase(
        replace(HOLD, duration_ms=seconds * 1000), even_voice(), verbosity=Verbosity.FULL, start=HEARD
    )
    ends = [u.end_ms for u in plan.utterances if u.part is Part.HALFWAY]
    assert ends == ([seconds * 500] if is_said else [])


@pytest.mark.parametrize(
    ("seconds", "parts"),
    [
        (7, [Part.NAME, Part.SIDE, Part.FIRST_STEP]),
        (6, [Part.NAME, Part.SIDE]),
        (5, [Part.SIDE]),
    ],
)
def test_when_time_is_short_the_set_count_goes_first_and_the_name_last(
    seconds: int, parts: list[Part]
) -> None:
    assert _parts(replace(PREPARE, duration_ms=seconds * 1000), even_voice(700)) == parts


def test_a_set_count_is_shortened_before_it_is_dropped() -> None:
    plan = plan_phase(SWITCH, even_voice(1100), verbosity=Verbosity.FULL)
    assert [u.clips for u in plan.utterances] == [("switch-left",)]
    plan = plan_phase(SWITCH, even_voice(700), verbosity=Verbosity.FULL)
    assert [u.clips for u in plan.utterances] == [("switch-left",), ("set_number-1",)]


def test_a_short_switch_says_the_side_in_few_words() -> None:
    voice = even_voice(600)
    voice = Voice(voice.words, {**voice.durations, "switch-left": 1400})
    assert _side(replace(SWITCH, duration_ms=5_000), voice).clips == ("leg-left",)


def test_a_side_that_fits_nowhere_else_is_said_over_the_countdown_or_the_chime() -> None:
    over_countdown = _side(replace(SWITCH, duration_ms=4_000), even_voice(1400))
    assert over_countdown.start_ms == CHIME_MS[PhaseKind.SWITCH]
    over_chime = _side(replace(SWITCH, duration_ms=2_000), even_voice(1400))
    assert over_chime.end_ms == 2_000 - SIDE_BEFORE_MS


def test_a_side_that_fits_not_at_all_is_said_when_the_hold_begins() -> None:
    plan = plan_phase(replace(SWITCH, duration_ms=1_000), even_voice(1400), verbosity=Verbosity.FULL)
    assert plan.dropped == (Part.SET_COUNT, Part.SIDE)
    assert _parts(HOLD, side_known=False)[:2] == [Part.SIDE, Part.HOLD]


def test_a_phase_that_waits_tells_all_and_says_so() -> None:
    waiting = replace(PREPARE, duration_ms=0, waits=True)
    assert _parts(waiting) == [Part.NAME, Part.SIDE, Part.FIRST_STEP, Part.SET_COUNT, Part.WAITING]


def test_after_a_pause_the_side_is_said_again_and_what_is_over_is_not() -> None:
    said = frozenset({Part.HOLD})
    assert _parts(HOLD, from_ms=12_000, lead="going_on", said=said) == [
        Part.NOTICE,
        Part.SIDE,
        *[Part.COUNTDOWN] * 3,
    ]
    assert _parts(HOLD, from_ms=18_500, lead="going_on", said=said)[-1:] == [Part.COUNTDOWN]


def test_nobody_who_walks_is_told_to_hold() -> None:
    walk = replace(HOLD, side=Side.BOTH, duration_ms=90_000, in_motion=True)
    assert _parts(walk) == [Part.HALFWAY, *[Part.COUNTDOWN] * 3]


def test_repetitions_are_counted_as_they_begin_and_the_first_waits_for_the_chime() -> None:
    plan = plan_phase(REPS, even_voice(), verbosity=Verbosity.FULL)
    assert [u.start_ms for u in plan.utterances] == [500, *range(4_000, 40_000, 4_000)]
    assert [u.clips[0] for u in plan.utterances] == [f"number-{number}" for number in range(1, 11)]


def test_alternating_repetitions_name_both_sides() -> None:
    plan = plan_phase(
        replace(REPS, reps=2, alternates_from=Side.RIGHT), even_voice(), verbosity=Verbosity.FULL
    )
    assert [u.clips for u in plan.utterances] == [
        ("number-1", "target-right"),
        ("target-left",),
        ("number-2", "target-right"),
        ("target-left",),
    ]
    assert [u.start_ms for u in plan.utterances] == [500, 10_000, 20_000, 30_000]


def test_a_routine_of_ones_own_with_an_unknown_exercise_still_says_the_side() -> None:
    own = replace(PREPARE, exercise_id="my own")
    assert _parts(own) == [Part.SIDE, Part.SET_COUNT, Part.GET_READY]


def test_ones_own_note_comes_last_in_getting_ready_and_nowhere_else() -> None:
    voice = even_voice().with_lengths({note_clip("a"): 3_000})
    assert (
        _parts(PREPARE, voice)[:-1]
        == [Part.NAME, Part.SIDE, Part.FIRST_STEP, Part.SET_COUNT, Part.OWN_NOTE][:5]
    )
    assert Part.OWN_NOTE not in {*_parts(SWITCH, voice), *_parts(REST, voice), *_parts(HOLD, voice)}
    assert Part.OWN_NOTE not in _parts(PREPARE, voice, Verbosity.BRIEF)


def test_a_note_too_long_for_the_time_is_the_first_to_go() -> None:
    voice = even_voice().with_lengths({note_clip("a"): 11_000})
    plan = plan_phase(PREPARE, voice, verbosity=Verbosity.FULL)
    assert plan.dropped[0] is Part.OWN_NOTE
    assert {Part.NAME, Part.SIDE, Part.FIRST_STEP, Part.SET_COUNT} <= {u.part for u in plan.utterances}


@given(phase=phases, voice=voices, start=starts, verbosity=st.sampled_from(Verbosity))
def test_nothing_overlaps_and_all_is_over_when_the_phase_is(
    phase: Phase, voice: Voice, start: SpeechStart, verbosity: Verbosity
) -> None:
    plan = plan_phase(phase, voice, verbosity=verbosity, start=start)
    free_ms = start.from_ms
    for utterance in plan.utterances:
        assert utterance.start_ms >= free_ms
        free_ms = utterance.end_ms
    assert not plan.utterances or free_ms <= phase.duration_ms


@given(phase=phases, voice=voices)
def test_a_side_is_never_dropped_where_there_are_five_seconds(phase: Phase, voice: Voice) -> None:
    if phase.kind.is_set or phase.side is Side.BOTH or phase.duration_ms < 5_000:
        return
    side = _side(phase, voice)
    assert side.clips[0].endswith(phase.side.value)
    assert side.end_ms <= phase.duration_ms - SIDE_BEFORE_MS


@given(phase=phases, voice=voices, known=st.booleans())
def test_every_hold_of_five_seconds_is_counted_out_and_has_its_side(
    phase: Phase, voice: Voice, known: bool
) -> None:
    hold = replace(phase, kind=PhaseKind.HOLD, duration_ms=max(5_000, phase.duration_ms))
    parts = _parts(hold, voice, side_known=known)
    assert parts.count(Part.COUNTDOWN) == 3
    assert parts.count(Part.SIDE) == (0 if known or hold.side is Side.BOTH else 1)


@given(phase=phases, voice=voices)
def test_what_is_dropped_is_dropped_in_the_order_that_was_decided(phase: Phase, voice: Voice) -> None:
    plan = plan_phase(phase, voice, verbosity=Verbosity.FULL)
    said = {utterance.part for utterance in plan.utterances}
    if Part.CARE in plan.dropped:
        assert said <= {Part.SIDE, Part.COUNTDOWN}
    if Part.NAME in plan.dropped:
        assert not said & {Part.FIRST_STEP, Part.SET_COUNT}
    if Part.FIRST_STEP in plan.dropped:
        assert Part.SET_COUNT not in said


def test_what_wants_care_is_said_after_the_side_and_dropped_last() -> None:
    voice = even_voice().with_cares({"a": Caution.WRIST})
    assert _parts(PREPARE, voice)[:3] == [Part.NAME, Part.SIDE, Part.CARE]
    assert _parts(PREPARE, voice, Verbosity.BRIEF) == [Part.NAME, Part.SIDE, Part.CARE]
    assert _parts(replace(PREPARE, duration_ms=5_500), voice) == [Part.SIDE, Part.CARE]
    assert _parts(replace(PREPARE, duration_ms=5_000), voice) == [Part.SIDE]
    assert Part.CARE not in _parts(SWITCH, voice)
    assert Part.CARE not in _parts(PREPARE)
