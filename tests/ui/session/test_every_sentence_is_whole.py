"""No sentence before or on the mat leaves a word out, whichever exercise and side: marked, eased, or as it is."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.content_fixtures import shipped, words
from tests.ui.verdicts import by_pain_alone

from supple.domain.exercise import Exercise
from supple.domain.offered import OfferedRoutine
from supple.domain.routine import Pace, compile_timeline, single_exercise_routine
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.kit.theme import Theme
from supple.ui.session import mat_words
from supple.ui.session.start_sheet import StartSheet

CATALOGUE = shipped()


@pytest.mark.parametrize("exercise", CATALOGUE.exercises, ids=lambda exercise: exercise.id)
@pytest.mark.parametrize("first_side", [Side.LEFT, Side.RIGHT])
def test_every_sentence_names_its_side(
    qtbot: QtBot, theme: Theme, exercise: Exercise, first_side: Side
) -> None:
    routine = single_exercise_routine(
        exercise_id=exercise.id, name=exercise.name, dose=exercise.dose, first_side=first_side
    )
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    sheet = StartSheet(
        theme,
        OfferedRoutine(
            whole=routine,
            routine=routine,
            marked={exercise.id: tuple(CATALOGUE.caution(caution) for caution in exercise.avoid)},
        ),
        exercise_by_id=CATALOGUE.exercise,
        judge=by_pain_alone,
    )
    sheet.open_over(window)
    said = words(sheet)
    timeline = compile_timeline(routine, Pace())
    for number, phase in enumerate(timeline.phases):
        said += mat_words.instruction(phase, exercise)
        said += fill(exercise.loop_alt, side=phase.side) + fill(exercise.easier, side=phase.side)
        said += str(mat_words.coming(timeline, number, CATALOGUE.exercise))
    assert exercise.name in said
    assert set(said).isdisjoint("{}")
