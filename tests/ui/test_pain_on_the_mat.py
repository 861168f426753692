"""After "It hurts" and two taps: the easier version is offered, read aloud, and done."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.mat_fixtures import DOSES, SHORT, exercise
from tests.ui.test_session_page import Mat, pictures

from supple.domain.exercise import Exercise
from supple.domain.pain import PainTold
from supple.domain.routine import Ease, PhaseKind, compile_timeline
from supple.domain.session import SetOutcome, State
from supple.domain.side import Side
from supple.ui.hurt_sheet import HurtSheet
from supple.ui.pictures import Pictures
from supple.ui.session_page import SessionPage
from supple.ui.theme import Theme

__all__ = ["pictures"]

STEPS = (*SHORT.steps, replace(SHORT.steps[0], exercise_id="a2"))


def with_easier_form(exercise_id: str) -> Exercise:
    """The exercise, with an easier form of its own."""
    return replace(exercise(exercise_id), easier="Keep the {target} knee lower.")


class PainMat(Mat):
    """A mat on which `easier` can be done instead of everything."""

    def __init__(self, qtbot: QtBot, theme: Theme, pictures: Pictures, easier: Exercise | None) -> None:
        super().__init__(qtbot, theme, pictures, compile_timeline(replace(SHORT, steps=STEPS)))
        self.has_easier = easier is not None
        self.page.deleteLater()
        self.page = SessionPage(
            theme,
            pictures,
            self.player,
            exercise_by_id=with_easier_form,
            easier_than={"a3": easier, "a1": None}.get,
            parent=self.window,
        )
        self.page.resize(1280, 800)
        self.page.show()
        self.page.pain_told.connect(self.pains.append)
        self.eases: list[Ease] = []
        self.player.eased.connect(self.eases.append)

    def hurt_in_the_second_hold(self) -> HurtSheet:
        for _ in range(3):  # prepare, hold, switch
            self.stand.run_to_next_phase()
        self.stand.run_ms(4_000)
        self.key(Qt.Key.Key_H)
        sheet = self.page.sheet
        assert isinstance(sheet, HurtSheet)
        return sheet


@pytest.fixture(params=["a1", None])
def mat(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme, pictures: Pictures) -> Iterator[PainMat]:
    easier = request.param and exercise(request.param)
    mat = PainMat(qtbot, theme, pictures, easier)
    mat.player.start()
    yield mat
    mat.player.stop()
    mat.player.deleteLater()


def test_nothing_easier_is_offered_before_it_is_known_how_much_it_hurts(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.place_chip("buttock").click()
    assert sheet.go_easier.isHidden()


# The test's voice has no name for the easier exercise; tests/services/test_speaker.py hears one.
def test_two_taps_offer_the_easier_version_in_words_and_aloud(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.place_chip("buttock").click()
    sheet.scale.button(4).click()
    assert sheet.go_easier.isVisible()
    mat.stand.run_ms(9_000)
    words = [clip for clip, _ in mat.stand.sounds.words]
    if mat.has_easier:
        assert "Supine piriformis stretch" in sheet.accessibleDescription()
    else:
        assert words[-2:] == ["hurt", "half"]
        assert "Half the range and half the time" in sheet.accessibleDescription()
        assert "Keep the right knee lower." in sheet.accessibleDescription()


def test_going_on_easier_tells_the_pain_and_does_the_rest_of_the_step_so(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.place_chip("buttock").click()
    sheet.scale.button(2).click()
    sheet.go_easier.click()
    assert mat.pains == [PainTold(score=2, place="buttock", exercise_id="a3")]
    assert [ended.outcome for ended in mat.player.sets_ended] == [SetOutcome.COMPLETED, SetOutcome.CUT_SHORT]
    assert mat.player.state is State.RUNNING
    assert (mat.player.phase.kind, mat.player.phase.side) == (PhaseKind.PREPARE, Side.RIGHT)
    assert len(mat.eases) == 1
    easier = mat.eases[0].instead
    if easier is None:
        assert mat.page.mat.line.words == "Half the range, half the time."
        mat.stand.run_to_next_phase()
        assert (mat.player.phase.exercise_id, mat.player.phase.duration_ms) == ("a3", 10_000)
    else:
        assert mat.page.mat.heading.name == "Supine piriformis stretch"
        mat.stand.run_to_next_phase()
        assert (mat.player.phase.exercise_id, mat.player.phase.duration_ms) == ("a1", 10_000)
        assert easier.dose == DOSES["a1"]
    while mat.player.phase.step == 1:
        mat.stand.run_to_next_phase()
    assert mat.player.phase.exercise_id == "a2"


def test_a_red_answer_takes_the_offer_back(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.scale.button(3).click()
    sheet.scale.button(8).click()
    assert sheet.go_easier.isHidden()
    assert not sheet.go_on.isEnabled()
