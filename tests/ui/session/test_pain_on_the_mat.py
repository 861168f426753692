"""After "It hurts" and two taps: the easier version is offered, read aloud, and done."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.content_fixtures import words
from tests.ui.mat_fixtures import DOSES, SHORT, exercise
from tests.ui.session.test_session_page import Mat, pictures

from supple.domain.exercise import Area, Exercise
from supple.domain.pain import PainTold, Sign
from supple.domain.routine import Ease, PhaseKind, compile_timeline
from supple.domain.session import SessionState, SetOutcome
from supple.domain.side import Side
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.chip import Chip
from supple.ui.kit.reader import said, teach_readers
from supple.ui.kit.theme import Theme
from supple.ui.session.handbook import Handbook
from supple.ui.session.hurt_sheet import HurtSheet
from supple.ui.session.same_place_sheet import SamePlaceSheet
from supple.ui.session.session_page import SessionPage
from supple.ui.shell.focus_ring import FocusRing

__all__ = ["pictures"]

STEPS = (*SHORT.steps, replace(SHORT.steps[0], exercise_id="a2"))


def with_easier_form(exercise_id: str) -> Exercise:
    """The exercise, with an easier form of its own."""
    return replace(exercise(exercise_id), easier="Keep the {target} knee lower.")


class PainMat(Mat):
    """A mat on which `easier` can be done instead of everything."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        pictures: Pictures,
        easier: Exercise | None,
        areas: tuple[Area, ...] = (),
    ) -> None:
        super().__init__(qtbot, theme, pictures, compile_timeline(replace(SHORT, steps=STEPS)))
        self.has_easier = easier is not None
        self._areas = areas
        self.page.deleteLater()
        self.page = SessionPage(
            theme,
            pictures,
            self.player,
            Handbook(exercise=self.exercise, easier_than={"a3": easier, "a1": None}.get),
            parent=self.window,
        )
        self.page.resize(1280, 800)
        self.page.show()
        self.page.pain.pain_told.connect(self.pains.append)
        self.eases: list[Ease] = []
        self.player.eased.connect(self.eases.append)

    def exercise(self, exercise_id: str) -> Exercise:
        return replace(with_easier_form(exercise_id), areas=self._areas)

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


@pytest.fixture
def working(qtbot: QtBot, theme: Theme, pictures: Pictures) -> Iterator[PainMat]:
    """A mat whose exercises all work at the buttock."""
    mat = PainMat(qtbot, theme, pictures, None, areas=(Area.BUTTOCK,))
    mat.player.start()
    yield mat
    mat.player.stop()
    mat.player.deleteLater()


def test_nothing_easier_is_offered_before_it_is_known_how_much_it_hurts(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.place_chip("buttock").click()
    assert not sheet.go_easier.isEnabled()
    assert not sheet.go_on.isEnabled()


def test_a_screen_reader_finds_the_places_as_radio_buttons_of_a_group(mat: PainMat) -> None:
    teach_readers()
    sheet = mat.hurt_in_the_second_hold()
    sheet.place_chip("thigh").click()
    spoken = QAccessible.queryAccessibleInterface(sheet.place_chip("thigh"))
    group = spoken.parent()
    assert (spoken.role(), spoken.text(QAccessible.Text.Name)) == (QAccessible.Role.RadioButton, "Thigh")
    assert spoken.state().checked
    assert group.role() is QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Where does it hurt?"
    sheet.place_chip("groin").click()
    assert not spoken.state().checked
    sign = QAccessible.queryAccessibleInterface(sheet.sign_chip(Sign.NUMB))
    assert sign.role() is QAccessible.Role.CheckBox
    assert sign.parent().text(QAccessible.Text.Name) == "Any of these?"


def test_with_the_place_told_it_is_asked_how_much(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.place_chip("thigh").click()
    assert sheet.title == "It hurts"
    assert "say how much, or which sign" in sheet.accessibleDescription()
    sheet.place_chip("thigh").click()
    assert "say where, and how much or which sign" in sheet.accessibleDescription()


@pytest.mark.parametrize("taps", [("place",), ("number",), ("sign",), ()])
def test_one_tap_of_two_does_not_go_on(mat: PainMat, taps: tuple[str, ...]) -> None:
    sheet = mat.hurt_in_the_second_hold()
    answers = {"place": sheet.place_chip("thigh"), "number": sheet.scale.button(2)}
    answers["sign"] = sheet.sign_chip(Sign.SHARP)
    for tap in taps:
        answers[tap].click()
    assert not sheet.go_on.isEnabled()
    assert sheet.end.isEnabled()


def test_sharp_pain_ends_the_exercise_for_the_session_and_offers_the_easier_one(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.place_chip("groin").click()
    sheet.sign_chip(Sign.SHARP).click()
    assert sheet.title == "This exercise is over for today."
    assert sheet.go_on.text() == "Next exercise"
    assert sheet.go_easier.isEnabled() is mat.has_easier
    (sheet.go_easier if mat.has_easier else sheet.go_on).click()
    assert mat.pains == [
        PainTold(score=None, place="groin", note="sharp", signs=frozenset({Sign.SHARP}), exercise_id="a3")
    ]
    assert mat.player.state is SessionState.RUNNING
    assert mat.player.phase.exercise_id == ("a1" if mat.has_easier else "a2")
    later = mat.player.timeline.phases[mat.player.index :]
    assert "a3" not in {phase.exercise_id for phase in later}


def test_sharp_pain_in_the_last_exercise_leaves_only_the_end(mat: PainMat) -> None:
    while mat.player.phase.exercise_id != "a2":
        mat.stand.run_to_next_phase()
    mat.stand.run_to_next_phase()
    mat.key(Qt.Key.Key_H)
    sheet = mat.page.sheet
    assert isinstance(sheet, HurtSheet)
    sheet.place_chip("groin").click()
    sheet.sign_chip(Sign.SHARP).click()
    assert not sheet.go_on.isEnabled()
    assert not sheet.go_easier.isEnabled()
    mat.key(Qt.Key.Key_Escape, sheet)
    assert mat.player.state is SessionState.ENDED


def test_after_sharp_pain_the_end_is_the_first_choice(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.place_chip("groin").click()
    sheet.scale.button(2).click()
    assert sheet.go_easier._kind is ButtonKind.PRIMARY
    sheet.sign_chip(Sign.SHARP).click()
    assert sheet.end._kind is ButtonKind.PRIMARY
    assert sheet.go_easier._kind is ButtonKind.SECONDARY
    assert sheet.go_easier.isEnabled() is mat.has_easier


def test_pressed_by_mistake_leaves_as_escape_does_while_nothing_is_told(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.place_chip("groin").click()
    assert not sheet.mistake.isEnabled()
    sheet.place_chip("groin").click()
    sheet.mistake.click()
    assert mat.page.sheet is None
    assert mat.pains == []
    assert mat.player.state is SessionState.PAUSED


def sharp_in_the_buttock(mat: PainMat) -> SamePlaceSheet:
    """A second exercise follows that works there."""
    sheet = mat.hurt_in_the_second_hold()
    sheet.place_chip("buttock").click()
    sheet.sign_chip(Sign.SHARP).click()
    sheet.go_on.click()
    QCoreApplication.processEvents()
    asked = mat.page.sheet
    assert isinstance(asked, SamePlaceSheet)
    assert mat.player.state is SessionState.PAUSED
    return asked


def test_an_exercise_at_the_place_of_sharp_pain_waits_for_a_word(working: PainMat) -> None:
    asked = sharp_in_the_buttock(working)
    assert asked.title == f"Next: {exercise('a2').name}"
    assert "This one works at the place of your sharp pain (buttock)." in asked.accessibleDescription()
    asked.go_on.click()
    assert (working.player.state, working.player.phase.exercise_id) == (SessionState.RUNNING, "a2")
    working.stand.run_to_next_phase()
    QCoreApplication.processEvents()
    assert working.page.sheet is None, "it was answered"


def test_it_can_be_left_out(working: PainMat) -> None:
    sharp_in_the_buttock(working).leave_out.click()
    assert working.player.state is SessionState.ENDED


def test_escape_leaves_the_session_standing_before_it(working: PainMat) -> None:
    asked = sharp_in_the_buttock(working)
    working.key(Qt.Key.Key_Escape, asked)
    assert (working.player.state, working.player.phase.exercise_id) == (SessionState.PAUSED, "a2")
    assert working.page.sheet is None


def test_escape_after_sharp_pain_asks_too(working: PainMat) -> None:
    sheet = working.hurt_in_the_second_hold()
    sheet.place_chip("buttock").click()
    sheet.sign_chip(Sign.SHARP).click()
    working.key(Qt.Key.Key_Escape, sheet)
    QCoreApplication.processEvents()
    assert isinstance(working.page.sheet, SamePlaceSheet)


def test_the_window_can_be_closed_over_it(working: PainMat) -> None:
    sharp_in_the_buttock(working)
    assert working.page.ask_before_closing()
    assert working.player.state is SessionState.PAUSED


def test_an_exercise_elsewhere_begins_by_itself(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.place_chip("buttock").click()
    sheet.sign_chip(Sign.SHARP).click()
    sheet.go_on.click()
    QCoreApplication.processEvents()
    assert mat.page.sheet is None
    assert mat.player.state is SessionState.RUNNING


def test_escape_after_sharp_pain_waits_before_what_comes_next(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.sign_chip(Sign.SHARP).click()
    mat.key(Qt.Key.Key_Escape, sheet)
    assert (mat.player.state, mat.player.phase.exercise_id) == (SessionState.PAUSED, "a2")


def test_a_sign_that_calls_for_help_leaves_only_whom_to_call_and_the_end(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    chest = sheet.sign_chip(Sign.CHEST)
    before = chest.mapTo(sheet, QPoint(0, 0))
    chest.click()
    QCoreApplication.processEvents()
    told = words(sheet)
    assert "Your local emergency number" in told
    assert "Easier:" not in told
    assert not any(
        part.isVisible() for part in (sheet.scale, sheet.place_chip("groin"), sheet.go_easier, sheet.go_on)
    )
    assert sheet.end.isVisible()
    assert chest.mapTo(sheet, QPoint(0, 0)) == before, "it can be taken back"
    chest.click()
    assert sheet.scale.isVisible()
    assert sheet.go_easier.isVisible()
    assert "Your local emergency number" not in words(sheet)


@pytest.mark.parametrize("sign", [Sign.SPREADING, Sign.NUMB, Sign.GIVING_WAY])
def test_what_ends_the_session_offers_nothing_easier(mat: PainMat, sign: Sign) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.sign_chip(sign).click()
    assert "Easier:" not in words(sheet)


def test_every_question_stands_over_its_answers_and_the_signs_come_first(mat: PainMat) -> None:
    mat.window.resize(900, 600)
    mat.page.resize(900, 600)
    sheet = mat.hurt_in_the_second_hold()
    QCoreApplication.processEvents()
    for sign in Sign:
        assert InSight(sheet, sheet.sign_chip(sign))()
    questions = ["Any of these?", "Where does it hurt?", "How much, from 0 to 10?"]
    sheet.place_chip("groin").click()
    places = [words(sheet).index(question) for question in questions]
    assert places == sorted(places)


def test_pain_in_the_chest_is_answered_aloud_at_once(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.sign_chip(Sign.CHEST).click()
    assert mat.stand.sounds.words[-1][0] == "help"
    assert "emergency number" in said(sheet)


@pytest.mark.parametrize(("size", "percent"), [((1280, 800), 100), ((900, 600), 100), ((900, 600), 200)])
def test_nothing_moves_under_the_hand_while_it_is_answered(
    mat: PainMat, theme: Theme, size: tuple[int, int], percent: int
) -> None:
    theme.set_text_percent(percent)
    mat.window.resize(*size)
    mat.page.resize(*size)
    sheet = mat.hurt_in_the_second_hold()
    QCoreApplication.processEvents()
    still = [sheet._panel, sheet.go_on, sheet.go_easier, sheet.end, sheet.scale, *sheet.findChildren(Chip)]
    places = [(widget.mapTo(sheet, QPoint(0, 0)), widget.size()) for widget in still]
    height = sheet._panel.height()
    for answer in (
        sheet.place_chip("groin"),
        sheet.scale.button(2),
        sheet.scale.button(4),
        sheet.sign_chip(Sign.SHARP),
        sheet.scale.button(8),
        sheet.sign_chip(Sign.CHEST),
    ):
        answer.click()
        QCoreApplication.processEvents()
        assert [(w.mapTo(sheet, QPoint(0, 0)), w.size()) for w in still] == places, answer.text()
        assert sheet._panel.height() == height
        head = sheet._head.mapTo(sheet, QPoint(0, sheet._head.height())).y()
        assert sheet._sentence.height() >= sheet._sentence.heightForWidth(sheet._sentence.width())
        assert head + 60 <= sheet.end.mapTo(sheet, QPoint(0, 0)).y()


class InSight:
    """Whether all of a widget lies where its sheet is scrolled to."""

    def __init__(self, sheet: HurtSheet, widget: QWidget) -> None:
        self._sheet, self._widget = sheet, widget

    def __call__(self) -> bool:
        top = self._widget.mapTo(self._sheet, QPoint(0, 0)).y()
        view = self._sheet._scroll.mapTo(self._sheet, QPoint(0, 0)).y()
        return view <= top and top + self._widget.height() <= view + self._sheet._scroll.height()


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
def test_at_200_percent_every_answer_can_be_reached_by_key_and_is_then_in_sight(
    qtbot: QtBot, mat: PainMat, theme: Theme, size: tuple[int, int]
) -> None:
    theme.set_text_percent(200)
    mat.window.resize(*size)
    mat.page.resize(*size)
    with qtbot.waitActive(mat.window):
        mat.window.show()
        mat.window.activateWindow()
    ring = FocusRing(theme, mat.window)
    ring.listen()
    sheet = mat.hurt_in_the_second_hold()
    reached = []
    for _ in range(40):
        QCoreApplication.processEvents()
        focused = mat.window.focusWidget()
        assert focused is not None
        reached.append(focused)
        if sheet._content.isAncestorOf(focused):
            qtbot.waitUntil(InSight(sheet, focused), timeout=1000)
        mat.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    ring.deleteLater()
    assert {sheet.sign_chip(sign) for sign in Sign} <= set(reached)


# The test's voice has no name for the easier exercise; tests/services/test_speaker.py hears one.
def test_two_taps_offer_the_easier_version_in_words_and_aloud(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.place_chip("buttock").click()
    sheet.scale.button(4).click()
    assert sheet.go_easier.isEnabled()
    mat.stand.run_ms(9_000)
    offer = sheet._offer.text()
    words = [clip for clip, _ in mat.stand.sounds.words]
    if mat.has_easier:
        assert "Supine piriformis stretch" in offer
    else:
        assert words[-2:] == ["hurt", "half"]
        assert "half the range and half the time" in offer
        assert "Keep the right knee lower." in offer


def test_going_on_easier_tells_the_pain_and_does_the_rest_of_the_step_so(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    sheet.place_chip("buttock").click()
    sheet.scale.button(2).click()
    sheet.go_easier.click()
    assert mat.pains == [PainTold(score=2, place="buttock", exercise_id="a3")]
    assert [ended.outcome for ended in mat.player.sets_ended] == [SetOutcome.COMPLETED, SetOutcome.CUT_SHORT]
    assert mat.player.state is SessionState.RUNNING
    assert (mat.player.phase.kind, mat.player.phase.side) == (PhaseKind.PREPARE, Side.RIGHT)
    assert len(mat.eases) == 1
    easier = mat.eases[0].instead
    if easier is None:
        assert mat.page.mat.line.words == "Half the range, half the time. Keep the right knee lower."
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
    sheet.place_chip("thigh").click()
    sheet.scale.button(3).click()
    assert sheet.go_easier.isEnabled()
    sheet.scale.button(8).click()
    assert not sheet.go_easier.isEnabled()
    assert not sheet.go_on.isEnabled()


def test_a_figure_tells_how_much_wherever_the_keyboard_is(mat: PainMat) -> None:
    sheet = mat.hurt_in_the_second_hold()
    mat.key(Qt.Key.Key_2, sheet.end)
    assert sheet.scale.score == 2


def test_a_session_that_goes_on_remembers_where_it_was_sharp(
    qtbot: QtBot, theme: Theme, pictures: Pictures
) -> None:
    mat = PainMat(qtbot, theme, pictures, None, areas=(Area.BUTTOCK,))
    mat.page.pain.remember({"buttock"})
    mat.player.start()
    QCoreApplication.processEvents()
    assert isinstance(mat.page.sheet, SamePlaceSheet)
    mat.player.stop()
    mat.player.deleteLater()
