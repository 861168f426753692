"""Repetitions that change sides: tag, voice and picture name the leg that moves at that moment."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.content_fixtures import shipped

from supple.domain.exercise import Order
from supple.domain.routine import Phase, compile_timeline, single_exercise_routine
from supple.domain.session import SessionState
from supple.domain.side import Side
from supple.domain.speech import plan_phase
from supple.domain.utterance import Part, Voice
from supple.domain.verbosity import Verbosity
from supple.storage.spoken_content import decode_clips, decode_spoken
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.theme import Theme
from supple.ui.session.mat_view import MatView

ASSETS = Path(__file__).parents[3] / "assets"
ALTERNATING = [e.id for e in shipped().exercises if e.dose.order is Order.ALTERNATE and not e.has_sides]
LEG_ALONE = ["dead_bug", "psoas_march", "bird_dog", "seated_march"]


def _mat(qtbot: QtBot, theme: Theme, tmp_path: Path, exercise_id: str) -> tuple[MatView, Phase]:
    exercise = shipped().exercise(exercise_id)
    times = compile_timeline(
        single_exercise_routine(
            exercise_id=exercise.id, name=exercise.name, dose=exercise.dose, first_side=exercise.first_side
        )
    )
    mat = MatView(theme, Pictures(str(tmp_path)), times, exercise_by_id=shipped().exercise)
    qtbot.addWidget(mat)
    mat.resize(1280, 800)
    index = times.phases.index(times.sets[0])
    mat.show_phase(index)
    return mat, times.phases[index]


def _voice() -> Voice:
    words = decode_spoken((ASSETS / "voice" / "en" / "spoken.json").read_bytes())
    return Voice.of(words, decode_clips((ASSETS / "voice" / "en" / "clips.json").read_bytes()))


@pytest.mark.parametrize("exercise_id", ALTERNATING)
def test_the_tag_names_the_side_that_the_voice_counts(
    qtbot: QtBot, theme: Theme, tmp_path: Path, exercise_id: str
) -> None:
    mat, phase = _mat(qtbot, theme, tmp_path, exercise_id)
    assert mat.row.side is phase.alternates_from
    beats = [
        u for u in plan_phase(phase, _voice(), verbosity=Verbosity.FULL).utterances if u.part is Part.REP
    ]
    assert len(beats) == 2 * (phase.reps or 0)
    for beat in beats:
        at_ms = beat.end_ms
        mat.show_time(
            SessionState.RUNNING,
            elapsed_ms=at_ms,
            remaining_ms=phase.duration_ms - at_ms,
            time_left_ms=60_000,
        )
        assert beat.clips[-1] == f"target-{mat.row.side}"


def test_a_pause_goes_on_naming_the_leg_that_moved(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    mat, phase = _mat(qtbot, theme, tmp_path, "dead_bug")
    assert phase.alternates_from is Side.LEFT
    rep_ms = phase.duration_ms // (2 * (phase.reps or 1))
    mat.show_time(SessionState.RUNNING, elapsed_ms=rep_ms + 100, remaining_ms=9000, time_left_ms=60_000)
    mat.show_paused(None)
    assert mat.row.side is Side.RIGHT


@pytest.mark.parametrize("exercise_id", LEG_ALONE)
def test_the_leg_that_is_named_is_the_one_that_moves_in_the_picture(exercise_id: str) -> None:
    facts = json.loads((ASSETS / "pictures" / exercise_id / "pictures.json").read_text("utf-8"))
    frames = facts["scenes"]["loop"]["anchors"]
    moved = {
        side: max(
            abs(frame[f"ankle.{side}"][axis] - frames[0][f"ankle.{side}"][axis])
            for frame in frames
            for axis in (0, 1)
        )
        for side in "LR"
    }
    assert moved[facts["drawn_side"][0].upper()] == max(moved.values())
    assert max(moved.values()) > 2 * min(moved.values())
