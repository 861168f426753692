"""What is closed says why, and each way back leads on to what was wanted when it is gone to its end."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.app.closed_folders import (
    HOUR,
    Past,
    a_session_cut_short,
    begun,
    check_closing_ids,
    free,
    overdue,
    told,
)
from tests.app.window import now, sees, words

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.app.shipped_files import has_picture, read_content
from supple.domain.exercise import Caution
from supple.domain.findings import Finding
from supple.domain.pain import Sign
from supple.domain.record import Check, CheckRecord, PainRecord, SafetyRecord, SelfTestRecord, whole_round
from supple.domain.settings import Avoided, Settings, Sound
from supple.domain.side import Side
from supple.services.writes import AddSelfTest, BeginSession
from supple.storage.content import load_catalogue
from supple.storage.database import open_history
from supple.storage.settings_file import SettingsFile
from supple.ui.kit.room import Room
from supple.ui.kit.toggle import Toggle
from supple.ui.learn.learn_page import LearnPage

from .conftest import Open

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

ROUTINE = "article_routine"


def wait_and_press(qtbot: QtBot, *names: str) -> None:
    for name in names:
        qtbot.waitUntil(Seen(name))
        qtbot.wait(20)
        press(name)


def begin(program: Program) -> None:
    program.flows.ways.start_routine(ROUTINE)


def test_questions_put_off_are_asked_by_answer_now_and_then_the_routine_is_offered(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(overdue().folder(tmp_path / "data"))
    wait_and_press(qtbot, "Not now")
    begin(program)
    qtbot.waitUntil(sees("Some questions first"))
    wait_and_press(qtbot, "Answer now", "None of these", "Begin session", "Pause")
    assert begun(program) == "SessionPage"
    program.window.set_close_guard(None)


def test_putting_them_off_once_more_leaves_it_closed_without_asking_twice(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(overdue().folder(tmp_path / "data"))
    wait_and_press(qtbot, "Not now")
    begin(program)
    wait_and_press(qtbot, "Answer now", "Not now")
    qtbot.wait(50)
    assert "Some questions first" not in words()
    assert not begun(program)


def test_strong_pain_is_rated_anew_and_then_the_routine_is_offered(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(Past(answers=free(), pains=(told(8),)).folder(tmp_path / "data"))
    begin(program)
    qtbot.waitUntil(sees("You rated your pain 8 of 10. Nothing begins until it is 6 or less."))
    wait_and_press(qtbot, "Rate the pain again", "Pain 7 of 10", "Done")
    qtbot.waitUntil(Seen("None of these"))  # strong pain: A and B are asked
    wait_and_press(qtbot, "None of these", "None of these")
    qtbot.waitUntil(sees("You rated your pain 7 of 10. Nothing begins until it is 6 or less."))
    wait_and_press(qtbot, "Rate the pain again", "Pain 2 of 10", "Done")
    qtbot.waitUntil(Seen("Begin session"))


def test_strong_pain_told_on_the_start_sheet_begins_nothing_and_leads_to_the_questions(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    begin(program)
    wait_and_press(qtbot, "Pain 8 of 10", "What to do first")
    wait_and_press(qtbot, "None of these", "None of these")
    qtbot.waitUntil(sees("You rated your pain 8 of 10. Nothing begins until it is 6 or less."))
    wait_and_press(qtbot, "Close")
    begin(program)
    qtbot.waitUntil(sees("You rated your pain 8 of 10. Nothing begins until it is 6 or less."))
    wait_and_press(qtbot, "Rate the pain again", "Pain 0 of 10", "Done")
    qtbot.waitUntil(Seen("Begin session"))
    history = open_history(data, now=now())
    assert [pain.score for pain in history.read(PainRecord)] == [8, 0]
    history.close()


def test_pain_of_six_begins_gently_after_the_stop_rules_and_no_other_way(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    begin(program)
    wait_and_press(qtbot, "Pain 6 of 10", "Read the stop rules")
    qtbot.waitUntil(sees("Only gently today"))
    assert "During an exercise" in words()
    assert not begun(program)
    wait_and_press(qtbot, "Begin gently", "Pause")
    assert begun(program) == "SessionPage"
    history = open_history(data, now=now())
    session = history.unfinished_session()
    history.close()
    assert session is not None
    assert session.pain_before == 6
    whole = program.flows.catalogue.routine(ROUTINE)
    assert session.plan is not None
    assert sum(step.dose.sets for step in session.plan.routine.steps) < sum(s.dose.sets for s in whole.steps)
    program.window.set_close_guard(None)


@pytest.mark.parametrize("way", ["start_check", "print_routine"])
def test_with_pain_of_six_what_cannot_be_done_gently_waits(
    qtbot: QtBot, opened: Open, tmp_path: Path, way: str
) -> None:
    program = opened(Past(answers=free(), pains=(told(6, hours_ago=0),)).folder(tmp_path / "data"))
    ways = program.flows.ways
    ways.start_check() if way == "start_check" else ways.print_routine(ROUTINE)
    qtbot.waitUntil(sees("Not with pain of 6"))
    assert not begun(program)


def test_a_red_sign_is_seen_about_dated_and_noted_before_anything_begins(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    folder = Past(
        answers=whole_round(now() - 3 * HOUR), pains=(told(None, Sign.GIVING_WAY, Sign.NUMB),)
    ).folder(tmp_path / "data")
    program = opened(folder)
    wait_and_press(qtbot, "Not now")
    begin(program)
    qtbot.waitUntil(sees("Some questions first"))
    wait_and_press(qtbot, "Answer now", "None of these", "None of these")
    qtbot.waitUntil(sees("You noticed: tingling or numbness; the leg gives way."))
    assert not Seen("Go on")()
    wait_and_press(qtbot, "I have been seen about it and was told exercise is fine.", "Go on")
    qtbot.waitUntil(Seen("Begin session"))
    history = open_history(folder, now=now())
    last = history.newest(SafetyRecord)
    history.close()
    assert last is not None
    assert "AGREE_SIGN" in last.agreed_at


def cut_short(folder: Path) -> None:
    """A session that was begun five minutes ago and has no end."""
    catalogue = load_catalogue(read_content, has_picture=has_picture)
    history = open_history(folder, now=now())
    history.write(BeginSession(session=a_session_cut_short(catalogue)))
    history.close()


def test_a_session_cut_short_goes_on_after_the_questions_that_are_due(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    folder = overdue().folder(tmp_path / "data")
    cut_short(folder)
    program = opened(folder)
    wait_and_press(qtbot, "Not now")
    wait_and_press(qtbot, "Go on")
    qtbot.waitUntil(sees("Some questions first"))
    assert not begun(program)
    wait_and_press(qtbot, "Answer now", "None of these", "Pause")
    assert begun(program) == "SessionPage"
    program.window.set_close_guard(None)


def test_a_session_cut_short_that_may_not_go_on_is_kept_when_that_is_left_so(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    folder = Past(answers=free(), pains=(told(8),)).folder(tmp_path / "data")
    cut_short(folder)
    program = opened(folder)
    wait_and_press(qtbot, "Go on")
    qtbot.waitUntil(sees("You rated your pain 8 of 10. Nothing begins until it is 6 or less."))
    wait_and_press(qtbot, "Close")
    qtbot.waitUntil(sees("Your last session was cut short."))
    assert not begun(program)


def test_the_warning_signs_open_over_what_is_closed_and_lead_back_to_it(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(Past(answers=free(), pains=(told(8),)).folder(tmp_path / "data"))
    begin(program)
    qtbot.waitUntil(Seen("Rate the pain again"))
    program.window.show_room(Room.LEARN)
    wait_and_press(qtbot, "Warning signs")
    qtbot.waitUntil(sees("Get emergency help now with any of these"))
    wait_and_press(qtbot, "Close")
    qtbot.waitUntil(Seen("Rate the pain again"))


def with_a_sore_hip(data: Path) -> Path:
    """The check of a minute ago hurt."""
    check = CheckRecord(
        check=Check.HIP_LENGTH_FLOOR, side=Side.LEFT, try_number=1, answer="pain", finding=Finding.PAIN
    )
    history = open_history(data, now=now())
    history.write(
        AddSelfTest(
            self_test=SelfTestRecord(self_test_id="t", taken_at=now() - timedelta(minutes=1), checks=(check,))
        )
    )
    history.close()
    return data


def test_a_hip_that_hurt_in_the_check_closes_stretching_until_it_was_mild(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(with_a_sore_hip(data))
    begin(program)
    qtbot.waitUntil(sees("No stretching today"))
    assert "Easy walking is fine as long as it stays comfortable." in words()
    wait_and_press(qtbot, "It was mild and in the muscle")
    qtbot.waitUntil(Seen("Begin session"))


def test_today_offers_walking_after_a_sore_hip_and_stretching_again_when_it_was_mild(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    opened(with_a_sore_hip(data))
    qtbot.waitUntil(sees("Walk easily today"))
    wait_and_press(qtbot, "It was mild and in the muscle")
    qtbot.waitUntil(Seen("Start routine"))


def test_sharp_pain_ends_its_exercise_for_the_day_and_the_rest_goes_on(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    hurt = "a1_piriformis_supine"
    program = opened(
        Past(answers=free(), pains=(told(4, Sign.SHARP, exercise_id=hurt, hours_ago=0),)).folder(
            tmp_path / "data"
        )
    )
    program.flows.ways.start_exercise(hurt, Side.LEFT)
    qtbot.waitUntil(sees("This exercise is over for today"))
    wait_and_press(qtbot, "Close")
    begin(program)
    qtbot.waitUntil(Seen("Begin session"))
    assert not Seen(program.flows.catalogue.exercise(hurt).name, Toggle)()


def test_an_answer_that_closes_the_check_is_named_and_can_be_changed(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(Past(answers=free(check_closing_ids()[0])).folder(tmp_path / "data"))
    program.flows.ways.start_check()
    qtbot.waitUntil(sees("The checks are closed for you now"))
    assert "You ticked" in words()
    wait_and_press(qtbot, "Change my answers")
    qtbot.waitUntil(Seen("None of these"))


def test_a_very_painful_back_under_what_i_avoid_closes_both_checks_and_leads_to_settings(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    folder = Past(answers=free()).folder(tmp_path / "data")
    settings = Settings(
        sound=Sound(on=False, heard_once=True), avoided=Avoided(cautions=(Caution.SPINE_ACUTE,))
    )
    SettingsFile(folder).save(settings)
    program = opened(folder)
    program.flows.ways.start_check()
    qtbot.waitUntil(sees("set severe back pain in its first days, or back surgery in the last year"))
    assert begun(program) == "ChoosePage", "which says why, and begins nothing"
    wait_and_press(qtbot, "What I avoid")
    qtbot.waitUntil(lambda: program.window.room is Room.SETTINGS)
    program.window.show_room(Room.LEARN)
    qtbot.wait(50)
    learn = program.window.page(Room.LEARN)
    assert isinstance(learn, LearnPage)
    learn.show_lesson("more_checks")
    read = [label.text() for label in learn.findChildren(QLabel)]
    assert any("because of what you avoid" in text for text in read)
    program.flows.preferences.change(replace(settings, avoided=Avoided()))
    qtbot.wait(20)
    assert not any("because of what you avoid" in label.text() for label in learn.findChildren(QLabel))
    program.flows.ways.start_check()
    wait_and_press(qtbot, "Continue")
    qtbot.waitUntil(lambda: begun(program) == "SelfTestPage")
    program.window.set_close_guard(None)


def test_a_routine_asked_for_at_the_first_start_follows_the_questions(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    program = opened(tmp_path / "new", complete=False)
    program.begin("routine")
    wait_and_press(qtbot, "I am 18 or older", "None of these", "None of these", "None of these")
    qtbot.waitUntil(lambda: Seen("Begin session")() or Seen("Skip")())
    if Seen("Skip")():
        press("Skip")
    qtbot.waitUntil(Seen("Begin session"))
