"""The mat view: which side is shown, said and read out; keys; pain; saving that is slow; asking before a stop."""

import gc
import json
import weakref
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.mat_fixtures import Stand, exercise, waiting_timeline

from supple.domain.pain import PainTold, Sign
from supple.domain.routine import PhaseKind, Timeline
from supple.domain.session import Event, SessionEnded, SessionOutcome, SessionState, SetEnded, SetOutcome
from supple.domain.side import Side
from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button
from supple.ui.kit.theme import Theme
from supple.ui.session.handbook import Handbook
from supple.ui.session.hurt_sheet import HurtSheet
from supple.ui.session.mat_note import Beside
from supple.ui.session.session_page import SessionPage
from supple.ui.session.stop_sheet import StopSheet

DRAWN = {"a1": Side.LEFT, "a2": Side.RIGHT, "a3": Side.LEFT}


@pytest.fixture
def pictures(tmp_path: Path) -> Pictures:
    """Pictures whose treated side is a bright left half (as drawn on the left) and dark right half."""
    for exercise_id, drawn in DRAWN.items():
        folder = tmp_path / "pictures" / exercise_id
        folder.mkdir(parents=True)
        image = QImage(64, 48, QImage.Format.Format_RGB32)
        image.fill(QColor("black"))
        for x in range(32):
            for y in range(48):
                image.setPixelColor(x, y, QColor("white"))
        for scene in ("card", "loop_00", "loop_01", "loop_02"):
            assert image.save(str(folder / f"{scene}.webp"))
        facts = {"drawn_side": drawn.value, "scenes": ["card"], "loop": {"frames": 3}}
        (folder / "pictures.json").write_text(json.dumps(facts))
    return Pictures(str(tmp_path / "pictures"))


class Mat:
    """A page in a window, and the stand it runs on."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        pictures: Pictures,
        timeline: Timeline | None = None,
        *,
        beside: Mapping[str, Beside] = MappingProxyType({}),
    ) -> None:
        self.stand = Stand(timeline, speaks=True)
        self.player = self.stand.player
        self.window = QWidget()
        self.window.resize(1280, 800)
        self.page = SessionPage(
            theme, pictures, self.player, Handbook(exercise=exercise, beside=beside or {}), parent=self.window
        )
        self.page.resize(1280, 800)
        self.ends: list[SessionEnded] = []
        self.pains: list[PainTold] = []
        self.page.ended.connect(self.ends.append)
        self.page.pain.pain_told.connect(self.pains.append)
        self.qtbot = qtbot
        qtbot.addWidget(self.window)
        self.window.show()

    def key(self, key: Qt.Key, target: QWidget | None = None) -> None:
        self.qtbot.keyClick(target or self.page, key)

    def run_to(self, kind: PhaseKind) -> None:
        while self.player.phase.kind is not kind:
            self.stand.run_to_next_phase()


@pytest.fixture
def mat(qtbot: QtBot, theme: Theme, pictures: Pictures) -> Iterator[Mat]:
    mat = Mat(qtbot, theme, pictures)
    mat.player.start()
    yield mat
    mat.player.stop()
    mat.player.deleteLater()


def test_picture_tag_words_voice_and_reader_name_the_same_side_in_every_phase(mat: Mat) -> None:
    holds = 0
    words = mat.stand.sounds.words
    while mat.player.state is SessionState.RUNNING:
        phase, page = mat.player.phase, mat.page
        side, other = phase.side.value, phase.side.other.value
        assert page.side_shown is phase.side
        assert f"the {side} hip" in page.mat.stage.alt
        assert other not in page.mat.stage.alt
        assert page.mat.stage.accessibleName() == f"Picture, {side} side"
        assert page.mat.row.side is phase.side
        assert page.status_text.startswith(f"{side.capitalize()} side, ")
        band = page.mat.band.geometry()
        assert (band.left() == 0) is (phase.side is Side.LEFT)
        assert (band.right() == page.width() - 1) is (phase.side is Side.RIGHT)
        if phase.kind in (PhaseKind.PREPARE, PhaseKind.SWITCH):
            first_named = min((page.mat.line.words.lower().find(word), word) for word in (side, other))
            assert first_named[1] == side
        said = [clip for clip, _ in words if clip.startswith(("leg-", "switch-"))]
        if phase.kind is PhaseKind.HOLD:
            assert said[-1].endswith(f"-{side}")
            holds += 1
        mat.stand.run_to_next_phase()
    assert holds == 36
    assert mat.ends[0].outcome is SessionOutcome.COMPLETED


def test_a_switch_shows_the_start_of_the_side_that_is_named_at_once(mat: Mat, theme: Theme) -> None:
    theme.set_reduced_motion(False)
    mat.run_to(PhaseKind.SWITCH)
    assert (mat.page.side_shown, mat.page.mat.stage.frame) == (Side.RIGHT, 0)
    assert "the right hip" in mat.page.mat.stage.alt
    mat.stand.run_ms(1_000)
    assert (mat.page.side_shown, mat.page.mat.stage.frame) == (Side.RIGHT, 0)


def test_the_pixels_are_turned_for_the_other_side(mat: Mat) -> None:
    """The bright half lies left when the treated side is the drawn one, and right when it is not."""
    seen: dict[Side, bool] = {}
    while len(seen) < 2:
        stage = mat.page.mat.stage
        image = stage.grab().toImage()
        middle, y = image.width() // 2, image.height() // 2
        seen[mat.player.phase.side] = image.pixelColor(middle - 20, y).lightness() > 128
        mat.stand.run_to_next_phase()
    assert seen == {Side.LEFT: True, Side.RIGHT: False}


def test_the_words_of_each_kind_of_phase(mat: Mat) -> None:
    page = mat.page
    assert page.mat.row.word == "Get ready"
    assert page.mat.set_line.text() == "Then hold 10 s"
    assert page.status_text == "Left side, get ready, 15 seconds left"
    mat.run_to(PhaseKind.HOLD)
    assert page.mat.row.word == "Hold"
    assert page.mat.set_line.text() == "Set 1 of 10"
    assert page.mat.line.words == "Next Right Set 1 of 10, 10 s"
    mat.stand.run_ms(2_000)
    assert page.status_text == "Left side, hold, 8 seconds left"
    assert page.mat.ring.figures.text() == "8"
    mat.run_to(PhaseKind.SWITCH)
    assert page.mat.row.word == "Switch"
    assert page.mat.set_line.text() == "Then set 1 of 10"
    mat.run_to(PhaseKind.REST)
    assert page.mat.row.word == "Rest"
    assert page.mat.line.words == "Next Right Set 2 of 4, 20 s"


def test_the_last_hold_of_an_exercise_names_the_next_one_and_the_last_of_all_the_end(mat: Mat) -> None:
    last_words = ""
    while mat.player.state is SessionState.RUNNING:
        phase = mat.player.phase
        last_of_first = phase.kind is PhaseKind.HOLD and (phase.step, phase.set_number) == (1, 10)
        if last_of_first and phase.side is Side.RIGHT:
            assert mat.page.mat.line.words == "Next Right Seated gluteal stretch with rotation"
        last_words = mat.page.mat.line.words
        mat.stand.run_to_next_phase()
    assert last_words == "Next The end"


def test_five_seconds_before_a_boundary_what_comes_next_grows(mat: Mat) -> None:
    mat.run_to(PhaseKind.HOLD)
    mat.stand.run_ms(4_900)
    assert not mat.page.mat.line.is_near
    mat.stand.run_ms(100)
    assert mat.page.mat.line.is_near


def test_space_pauses_and_resumes_and_keeps_the_time_left(mat: Mat) -> None:
    mat.run_to(PhaseKind.HOLD)
    mat.stand.run_ms(3_000)
    mat.key(Qt.Key.Key_Space)
    assert mat.player.state is SessionState.PAUSED
    assert mat.page.controls.pause.text() == "Resume"
    assert mat.page.mat.row.word == "Paused"
    assert mat.page.status_text == "Paused. Left side, hold, 7 seconds left"
    mat.stand.clock.ms += 60_000
    mat.key(Qt.Key.Key_Space)
    assert mat.player.remaining_ms == 7_000
    assert mat.page.controls.pause.text() == "Pause"
    assert mat.page.mat.row.word == "Hold"


def test_the_arrows_step_also_when_a_control_has_the_focus(mat: Mat) -> None:
    mat.key(Qt.Key.Key_Right)
    assert mat.player.phase.kind is PhaseKind.HOLD
    mat.key(Qt.Key.Key_Right, mat.page.controls.stop)
    assert mat.player.phase.kind is PhaseKind.SWITCH
    mat.key(Qt.Key.Key_Left, mat.page.controls.hurt)
    assert mat.player.phase.kind is PhaseKind.HOLD


def test_clicking_skip_leaves_the_space_bar_to_pause(mat: Mat) -> None:
    mat.qtbot.mouseClick(mat.page.controls.skip, Qt.MouseButton.LeftButton)
    assert mat.player.phase.kind is PhaseKind.HOLD
    assert mat.page.hasFocus() or mat.window.focusWidget() is mat.page
    mat.key(Qt.Key.Key_Space)
    assert mat.player.state is SessionState.PAUSED


def test_a_press_outside_the_controls_pauses(mat: Mat) -> None:
    mat.qtbot.mouseClick(mat.page.mat.stage, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert mat.player.state is SessionState.PAUSED


def test_a_press_between_the_controls_pauses_too_but_a_control_does_not(mat: Mat) -> None:
    middle = mat.page.controls.width() // 2 + 60
    mat.qtbot.mouseClick(mat.page.controls, Qt.MouseButton.LeftButton, pos=QPoint(middle, 2))
    assert mat.player.state is SessionState.PAUSED
    mat.player.resume()
    mat.qtbot.mouseClick(mat.page.controls.previous, Qt.MouseButton.LeftButton)
    assert mat.player.state is SessionState.RUNNING


def test_the_accessible_names_are_the_stable_ones(mat: Mat) -> None:
    def name(button: Button) -> str:
        return button.accessibleName() or button.text()

    controls = mat.page.controls
    assert [name(button) for button in controls.buttons if not button.isHidden()] == [
        "Pause",
        "Previous",
        "Skip",
        "Stop",
        "More",
        "Sound",
        "Full screen",
        "Warning signs",
        "It hurts",
    ]


def test_escape_asks_and_going_on_goes_on(mat: Mat) -> None:
    mat.run_to(PhaseKind.HOLD)
    mat.key(Qt.Key.Key_Escape)
    sheet = mat.page.sheet
    assert isinstance(sheet, StopSheet)
    assert mat.player.state is SessionState.PAUSED
    mat.qtbot.mouseClick(sheet.go_on, Qt.MouseButton.LeftButton)
    assert mat.player.state is SessionState.RUNNING
    assert mat.page.sheet is None


def test_stopping_ends_the_session_and_tells_it_once(mat: Mat) -> None:
    mat.run_to(PhaseKind.HOLD)
    mat.stand.run_ms(4_000)
    mat.qtbot.mouseClick(mat.page.controls.stop, Qt.MouseButton.LeftButton)
    sheet = mat.page.sheet
    assert isinstance(sheet, StopSheet)
    mat.key(Qt.Key.Key_Return, sheet.stop)
    assert [end.outcome for end in mat.ends] == [SessionOutcome.STOPPED]
    assert mat.player.sets_ended[0].outcome is SetOutcome.CUT_SHORT


def test_asking_to_stop_while_paused_stays_paused(mat: Mat) -> None:
    mat.player.pause()
    mat.page.ask_to_stop()
    sheet = mat.page.sheet
    assert sheet is not None
    mat.key(Qt.Key.Key_Escape, sheet)
    assert mat.player.state is SessionState.PAUSED


def open_pain(mat: Mat) -> HurtSheet:
    mat.run_to(PhaseKind.HOLD)
    mat.stand.run_ms(4_000)
    mat.key(Qt.Key.Key_H)
    sheet = mat.page.sheet
    assert isinstance(sheet, HurtSheet)
    return sheet


def test_it_hurts_stops_the_set_at_once_and_going_on_takes_the_next_phase(mat: Mat) -> None:
    sheet = open_pain(mat)
    assert mat.player.state is SessionState.PAUSED
    assert [(s.outcome, s.held_ms) for s in mat.player.sets_ended] == [(SetOutcome.CUT_SHORT, 4_000)]
    sheet.place_chip("buttock").click()
    sheet.scale.button(3).click()
    assert sheet.go_on.isEnabled()
    sheet.go_on.click()
    assert [(told.score, told.place) for told in mat.pains] == [(3, "buttock")]
    assert mat.player.state is SessionState.RUNNING
    assert mat.player.phase.kind is PhaseKind.SWITCH


@pytest.mark.parametrize("score", [6, 10])
def test_more_than_five_takes_going_on_away(mat: Mat, score: int) -> None:
    sheet = open_pain(mat)
    sheet.scale.button(score).click()
    assert not sheet.go_on.isEnabled()
    assert sheet.title == "Stop here for today."
    sheet.end.click()
    assert [end.outcome for end in mat.ends] == [SessionOutcome.STOPPED_FOR_PAIN]
    assert [told.score for told in mat.pains] == [score]


def test_a_sign_in_the_chest_says_to_get_help_and_any_way_out_ends(mat: Mat) -> None:
    sheet = open_pain(mat)
    sheet.sign_chip(Sign.CHEST).click()
    assert sheet.title == "Stop and get help now."
    assert "local emergency number" in sheet.accessibleDescription()
    mat.key(Qt.Key.Key_Escape, sheet)
    assert [end.outcome for end in mat.ends] == [SessionOutcome.STOPPED_FOR_PAIN]
    (told,) = mat.pains
    assert (told.score, told.note, told.signs) == (None, "chest", {Sign.CHEST})
    assert told.exercise_id == mat.player.timeline.phases[mat.player.index].exercise_id


def test_a_red_answer_can_be_taken_back(mat: Mat) -> None:
    sheet = open_pain(mat)
    sheet.scale.button(8).click()
    sheet.scale.button(8).click()
    assert sheet.scale.score is None
    assert sheet.title == "It hurts"
    sheet.place_chip("groin").click()
    sheet.scale.button(3).click()
    assert sheet.go_on.isEnabled()


def test_the_warning_signs_open_over_the_questions_which_stay(mat: Mat) -> None:
    sheet = open_pain(mat)
    sheet.sign_chip(Sign.NUMB).click()
    with mat.qtbot.waitSignal(mat.page.pain.signs_wanted):
        sheet.warning_signs.click()
    assert sheet.isVisible()
    assert mat.player.state is SessionState.PAUSED


def test_what_was_told_is_kept_when_the_program_ends_with_the_questions_open(mat: Mat) -> None:
    sheet = open_pain(mat)
    sheet.sign_chip(Sign.NUMB).click()
    mat.page.keep_what_was_told()
    mat.page.keep_what_was_told()
    assert [told.signs for told in mat.pains] == [{Sign.NUMB}]


def test_the_warning_signs_are_one_press_away_and_the_session_stands_meanwhile(mat: Mat) -> None:
    with mat.qtbot.waitSignal(mat.page.warning_signs_opened):
        mat.qtbot.mouseClick(mat.page.controls.signs, Qt.MouseButton.LeftButton)
    assert mat.player.state is SessionState.PAUSED


def test_leaving_the_pain_sheet_unanswered_stays_paused(mat: Mat) -> None:
    sheet = open_pain(mat)
    mat.key(Qt.Key.Key_Escape, sheet)
    assert mat.player.state is SessionState.PAUSED
    assert mat.pains == []


def test_the_advice_can_be_seen_in_a_small_window(mat: Mat) -> None:
    mat.window.resize(900, 600)
    mat.page.resize(900, 600)
    sheet = open_pain(mat)
    for button in (sheet.scale.button(5), sheet.sign_chip(Sign.CHEST)):
        button.click()
        QCoreApplication.processEvents()
        below = sheet._sentence.mapTo(sheet, QPoint(0, sheet._sentence.height())).y()
        assert sheet._sentence.height() >= sheet._sentence.heightForWidth(sheet._sentence.width())
        assert below <= sheet.end.mapTo(sheet, QPoint(0, 0)).y()


def test_m_mutes_and_the_slider_is_told(mat: Mat) -> None:
    toggled: list[bool] = []
    volumes: list[int] = []
    mat.page.sound_toggled.connect(toggled.append)
    mat.page.volume_chosen.connect(volumes.append)
    mat.key(Qt.Key.Key_M)
    mat.key(Qt.Key.Key_M)
    assert toggled == [False, True]
    mat.qtbot.mouseClick(mat.page.controls.sound, Qt.MouseButton.LeftButton)
    assert mat.page.volume.isVisible()
    mat.key(Qt.Key.Key_Right, mat.page.volume._slider)
    assert volumes == [75]
    assert mat.player.phase.kind is PhaseKind.PREPARE
    mat.key(Qt.Key.Key_Escape, mat.page.volume._slider)
    assert not mat.page.volume.isVisible()
    assert mat.page.sheet is None


def test_a_press_beside_the_open_volume_closes_only_that(mat: Mat) -> None:
    mat.qtbot.mouseClick(mat.page.controls.sound, Qt.MouseButton.LeftButton)
    mat.qtbot.mouseClick(mat.page.mat.stage, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert not mat.page.volume.isVisible()
    assert mat.player.state is SessionState.RUNNING


def test_no_sound_device_is_told_at_the_loudspeaker(mat: Mat) -> None:
    mat.page.show_no_sound("No sound device was found.")
    assert mat.page.controls.sound.tip == "No sound device was found."
    mat.page.show_no_sound("")
    assert mat.page.controls.sound.tip == "Sound (M)"


def do_a_set(mat: Mat, saving: "Future[None]") -> None:
    """Hold a set to its end, of whose saving this becomes."""

    def answer(event: Event) -> "Future[None] | None":
        return saving if isinstance(event, SetEnded) else None

    mat.stand.notebook.answer = answer
    mat.run_to(PhaseKind.HOLD)
    mat.stand.run_to_next_phase()


def refused(trouble: Trouble) -> "Future[None]":
    future: Future[None] = Future()
    future.set_exception(HistoryError(trouble))
    return future


def test_slow_and_refused_saving_stand_on_the_screen_until_it_is_good_again(mat: Mat) -> None:
    heading = mat.page.mat.heading
    assert heading.notice == ""
    under_way: Future[None] = Future()
    do_a_set(mat, under_way)
    assert heading.notice == ""
    mat.stand.run_ms(1_000)
    mat.qtbot.waitUntil(lambda: heading.notice == "Saving is slow")
    under_way.set_result(None)
    do_a_set(mat, refused(Trouble.FULL))
    assert heading.notice == "Not saved yet: the disk is full"
    do_a_set(mat, under_way)
    assert heading.notice == ""


def test_a_notice_never_lies_over_other_words(mat: Mat, theme: Theme) -> None:
    mat.window.resize(900, 600)
    mat.page.resize(900, 600)
    heading = mat.page.mat.heading
    for percent in (100, 200):
        theme.set_text_percent(percent)
        for trouble in Trouble:
            do_a_set(mat, refused(trouble))
            parts = (heading._name, heading._place, heading._notice_icon, heading._notice, heading._left)
            shown = [part.geometry() for part in parts if part.isVisible()]
            assert heading._notice.isVisible()
            for left, right in pairwise(shown):
                assert left.right() < right.left()
            assert shown[0].left() >= 0
    theme.set_text_percent(100)


def test_f_fills_the_screen_and_leaving_the_session_gives_it_back(mat: Mat) -> None:
    mat.key(Qt.Key.Key_F)
    assert mat.window.isFullScreen()
    assert mat.page.controls.full_screen.accessibleName() == "Leave full screen"
    mat.page.hide()
    assert not mat.window.isFullScreen()


def test_a_screen_reader_is_told_each_new_phase(mat: Mat, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: (
            said.append(event.message()) if isinstance(event, QAccessibleAnnouncementEvent) else None
        ),
    )
    mat.stand.run_to_next_phase()
    mat.stand.run_to_next_phase()
    assert said == ["Left side, hold, 10 seconds left", "Right side, switch, 6 seconds left"]


def test_after_a_gap_the_screen_says_why_it_stands(mat: Mat) -> None:
    mat.run_to(PhaseKind.HOLD)
    mat.stand.clock.ms += 10_000
    mat.player.advance()
    assert mat.page.mat.line.words == "The computer stood still for a moment. Resume when you are ready."
    mat.key(Qt.Key.Key_Space)
    assert mat.page.mat.line.words == "Next Right Set 1 of 10, 10 s"


def test_waiting_shows_a_large_button_and_space_goes_on(
    qtbot: QtBot, theme: Theme, pictures: Pictures
) -> None:
    mat = Mat(qtbot, theme, pictures, waiting_timeline())
    mat.player.start()
    assert mat.page.ready.isVisible()
    assert mat.page.ready.text() == "I am ready"
    assert mat.page.mat.ring.geometry().contains(mat.page.ready.geometry())
    assert mat.page.status_text == "Left side, get ready, waiting for you"
    mat.stand.run_ms(30_000)
    qtbot.mouseClick(mat.page.ready, Qt.MouseButton.LeftButton)
    assert mat.player.phase.kind is PhaseKind.HOLD
    assert not mat.page.ready.isVisible()
    mat.stand.run_to_next_phase()
    assert mat.page.ready.isVisible()
    mat.key(Qt.Key.Key_Space)
    assert mat.player.phase.kind is PhaseKind.HOLD
    mat.player.stop()


def test_where_it_waits_a_click_anywhere_goes_on_and_the_next_one_pauses(
    qtbot: QtBot, theme: Theme, pictures: Pictures
) -> None:
    mat = Mat(qtbot, theme, pictures, waiting_timeline())
    mat.player.start()
    for state in (SessionState.RUNNING, SessionState.PAUSED):
        qtbot.mouseClick(mat.page.mat.stage, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
        assert mat.player.state is state
    mat.player.stop()


def test_at_twice_the_text_size_the_steps_move_into_a_menu(mat: Mat, theme: Theme) -> None:
    mat.window.resize(900, 600)
    mat.page.resize(900, 600)
    assert not mat.page.controls.steps_are_in_menu
    theme.set_text_percent(200)
    try:
        assert mat.page.controls.steps_are_in_menu
        for button in mat.page.controls.buttons:
            if button.isVisible():
                assert 0 <= button.x() <= button.geometry().right() < mat.page.controls.width()
    finally:
        theme.set_text_percent(100)


def test_tab_walks_the_controls_in_their_order(mat: Mat) -> None:
    walked = []
    for _ in range(9):
        mat.qtbot.keyClick(mat.window.focusWidget(), Qt.Key.Key_Tab)
        focused = mat.window.focusWidget()
        walked.append(focused.accessibleName() or focused.text())
    assert walked == [
        "Pause",
        "Previous",
        "Skip",
        "Stop",
        "More",
        "Sound",
        "Full screen",
        "Warning signs",
        "It hurts",
    ]


def test_a_page_that_is_over_is_freed(qtbot: QtBot, theme: Theme, pictures: Pictures) -> None:
    stand = Stand()
    page = SessionPage(theme, pictures, stand.player, Handbook(exercise=exercise))
    page.resize(900, 600)
    page.show()
    stand.player.start()
    page.ask_about_pain()
    assert isinstance(page.sheet, HurtSheet)
    page.sheet.end.click()
    gone = weakref.ref(page)
    page.deleteLater()
    del page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None
    stand.player.deleteLater()


def test_reduced_motion_shows_the_hold_in_every_phase(mat: Mat, theme: Theme) -> None:
    theme.set_reduced_motion(False)
    mat.run_to(PhaseKind.SWITCH)
    mat.stand.run_ms(1_000)
    assert mat.page.mat.stage._frame == 0
    theme.set_reduced_motion(True)
    mat.stand.run_ms(100)
    assert mat.page.mat.stage._frame == 2


def test_a_missing_picture_is_words_and_the_session_goes_on(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    mat = Mat(qtbot, theme, Pictures(str(tmp_path / "nothing")))
    mat.player.start()
    mat.run_to(PhaseKind.HOLD)
    assert mat.page.side_shown is None
    assert mat.page.mat.stage.alt == "A person moves into a stretch of the left hip."
    mat.player.stop()
