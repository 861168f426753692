"""A plan in the window: proposed, begun, due on Today, played at its dose, moved, changed and ended."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.domain.findings import Finding
from supple.domain.plan import PlanMove, PlanRecord
from supple.domain.plan_weeks import STRENGTH_PLAN
from supple.domain.record import SessionRecord
from supple.domain.session import SessionOutcome
from supple.services.writes import AddSelfTest, KeepPlan
from supple.storage.database import open_history
from supple.ui.kit.room import Room
from supple.ui.plan.plan_calendar import PlanCalendar
from supple.ui.plan.proposal_page import ProposalPage
from supple.ui.plots.heat_strip import HeatStrip
from supple.ui.plots.plan_plot import PlanPlot
from supple.ui.today.week_strip import WeekStrip

from .conftest import Open
from .place import QUIET, checked, press_all
from .places_plan import plan_page, proposal
from .plan_folders import do_session, due_today, followed, kept, plan_since, rests_today, to_check
from .views import answered_check
from .window import now, ready_folder


def said(program: Program) -> str:
    """Every word of what is in front, also what is to be scrolled to."""
    labels = (*program.window.findChildren(QLabel), *program.window.findChildren(QAbstractButton))
    return "\n".join(label.text() for label in labels if label.isVisible())


def says(program: Program, sentence: str) -> Callable[[], bool]:
    """A condition for waitUntil: this stands there."""

    def stands() -> bool:
        assert sentence in said(program), said(program)
        return True

    return stands


def plans(folder: Path) -> list[PlanRecord]:
    """What is kept of plans, the newest last."""
    history = open_history(folder, now=now())
    found = list(history.read(PlanRecord))
    history.close()
    return found


def proposal_page(program: Program) -> ProposalPage:
    """The page that covers the rooms."""
    page = program.window.full
    assert isinstance(page, ProposalPage)
    return page


def calendar(program: Program) -> PlanCalendar:
    """The calendar that can be seen."""
    return next(found for found in program.window.findChildren(PlanCalendar) if found.isVisible())


def test_from_no_plan_to_a_session_of_it_at_its_dose(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data", settings=QUIET)
    program = opened(folder)
    proposal(qtbot, program)
    press_all(qtbot, "Start on")
    qtbot.waitUntil(says(program, "What changed, and why"))
    assert [plan.begun_with.routine_id for plan in plans(folder)] == ["gentle_week1"]
    program.window.rail.button(Room.TODAY).click()
    plan = plans(folder)[0]
    if plan.starts_on == now().date():
        qtbot.waitUntil(says(program, "Due today, week 1 of 4"))
        press("Start routine")
        press_all(qtbot, "Begin session")
        qtbot.waitUntil(Seen("Pause"))


def test_what_is_due_is_started_with_one_set_more_on_the_side_that_stayed_higher(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(followed()(tmp_path / "data"))
    qtbot.waitUntil(says(program, "Due today, week 3 of 4"))
    qtbot.waitUntil(says(program, "one more set, because your left thigh stayed higher"))
    press("Start routine")
    qtbot.waitUntil(says(program, "one more on the left"))
    press_all(qtbot, "Begin session")
    qtbot.waitUntil(Seen("Pause"))
    session = program.flows.keeping.recorder.session_id
    assert session is not None
    played = program.flows.plans.routine()
    assert played is not None
    assert any(step.more_on is not None for step in played.steps)


def test_start_of_the_command_line_starts_the_session_of_the_plan(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(followed()(tmp_path / "data"))
    program.flows.start_todays_routine()
    qtbot.waitUntil(says(program, "one more on the left"))


def test_every_change_draws_the_calendar_anew_and_tells_the_weeks(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(ready_folder(tmp_path / "data", settings=QUIET))
    proposal(qtbot, program)
    page = proposal_page(program)
    press_all(qtbot, "Other plans", "Length-first plan", "Show it")
    qtbot.waitUntil(says(program, "Length-first plan, for four weeks"))
    before = said(program)
    chosen = next(toggle for toggle in page.controls.days.toggles if toggle.isChecked())
    QTest.keyClick(chosen, Qt.Key.Key_Space)
    after = said(program)
    told = "Week 4: 4 sessions"
    assert told not in before
    assert told in after
    QTest.mouseClick(page.controls.kneeling.toggle, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(says(program, "because you set no kneeling"))
    assert plans(program.flows.data_dir) == []


def test_strength_needs_a_day_between_and_says_so(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    program = opened(ready_folder(tmp_path / "data", settings=QUIET))
    proposal(qtbot, program)
    press_all(qtbot, "Other plans", "Strength-first plan", "Show it")
    qtbot.waitUntil(says(program, "Strength needs a day between."))
    toggles = proposal_page(program).controls.days.toggles
    on = [toggle.weekday for toggle in toggles if toggle.isChecked()]
    closed = [toggle for toggle in toggles if not toggle.isEnabled()]
    assert on
    assert {(day + 1) % 7 for day in on} <= {toggle.weekday for toggle in closed}
    assert all(toggle.accessibleDescription() for toggle in closed)


def test_not_now_costs_nothing_and_escape_goes_back(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data", settings=QUIET)
    program = opened(folder)
    proposal(qtbot, program)
    press_all(qtbot, "Not now")
    qtbot.waitUntil(says(program, "No plan yet"))
    press_all(qtbot, "See a plan first")
    QTest.keyClick(proposal_page(program), Qt.Key.Key_Escape)
    qtbot.waitUntil(says(program, "No plan yet"))
    assert plans(folder) == []


def test_the_check_leads_to_the_plan_that_follows_from_it_and_back(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    folder = ready_folder(tmp_path / "data", settings=QUIET)
    history = open_history(folder, now=now())
    history.write(AddSelfTest(self_test=checked(now() - timedelta(days=1), Finding.LIMITED)))
    history.close()
    program = opened(folder)
    plan_page(qtbot, program)
    press_all(qtbot, "See a plan first")
    qtbot.waitUntil(says(program, "A plan from your checks"))
    assert "Combined plan, for four weeks" in said(program)
    assert "nothing was told of strength" in said(program)


def test_a_day_of_rest_says_so_and_offers_tomorrows(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    program = opened(followed(days=rests_today)(tmp_path / "data"))
    qtbot.waitUntil(says(program, "Nothing is due today"))
    assert "Tomorrow: Length-first plan" in said(program)
    press_all(qtbot, "Do tomorrow")
    qtbot.waitUntil(Seen("Begin session"))


def test_tomorrows_strength_is_not_done_the_day_after_strength(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    yesterday_and_tomorrow = plan_since(
        1, lambda today: frozenset({(today - 1) % 7, (today + 1) % 7}), routine_id=STRENGTH_PLAN
    )
    folder = kept(replace(yesterday_and_tomorrow, basis=yesterday_and_tomorrow.basis))(tmp_path / "data")
    history = open_history(folder, now=now())
    do_session(history, now().date() - timedelta(days=1), STRENGTH_PLAN)
    history.close()
    program = opened(folder)
    qtbot.waitUntil(says(program, "Nothing is due today"))
    assert "Do tomorrow" not in said(program)


def test_a_week_without_a_session_goes_back_one_and_can_be_left_as_it_was(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    folder = followed(weeks=3, until=9)(tmp_path / "data")
    program = opened(folder)
    qtbot.waitUntil(says(program, "Due today, week 2 once more"))
    assert "Nothing is lost." in said(program)
    press_all(qtbot, "Stay in week 3")
    qtbot.waitUntil(says(program, "Due today, week 3 of 4"))


def test_a_check_that_was_put_off_stays_so_after_a_restart_and_is_due_the_next_day(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    folder = to_check(rests_today)(tmp_path / "data")
    program = opened(folder)
    qtbot.waitUntil(says(program, "Check your hips again"))
    press_all(qtbot, "Tomorrow instead")
    qtbot.waitUntil(says(program, "Nothing is due today"))
    qtbot.waitUntil(lambda: not program.flows.keeping.waits)
    opened.end(program)
    again = opened(folder)
    qtbot.waitUntil(says(again, "Nothing is due today"))
    assert "Check your hips again" not in said(again)
    strip = again.window.findChild(WeekStrip)
    assert strip is not None
    QTest.keyClick(strip, Qt.Key.Key_Right)
    if now().weekday() < 6:
        assert strip.sentence.endswith("check your hips again")
    plan_page(qtbot, again)
    press_all(qtbot, "Undo: The check was put off by a day.")
    again.window.rail.button(Room.TODAY).click()
    qtbot.waitUntil(says(again, "Check your hips again"))


def test_beside_a_check_that_was_put_off_the_session_of_the_day_can_be_done_instead(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(to_check(due_today)(tmp_path / "data"))
    qtbot.waitUntil(says(program, "Check your hips again"))
    press_all(qtbot, "Rather: Length-first plan")
    qtbot.waitUntil(Seen("Begin session"))
    assert "one more on the left" in said(program)


def test_four_gentle_weeks_are_called_that(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    program = opened(ready_folder(tmp_path / "data", settings=QUIET))
    proposal(qtbot, program)
    assert "Four gentle weeks" in said(program)
    assert "week, for four weeks" not in said(program)


def test_who_was_away_has_a_pause_instead(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = followed(weeks=3, until=9)(tmp_path / "data")
    program = opened(folder)
    qtbot.waitUntil(Seen("I was away"))
    press("I was away")
    qtbot.waitUntil(says(program, "Due today, week 3 of 4"))
    qtbot.waitUntil(lambda: not program.flows.keeping.waits)
    moves = [change.move for change in plans(folder)[0].holding]
    assert PlanMove.PAUSED in moves
    assert PlanMove.WEEK_BACK not in moves


def test_a_pause_is_asked_about_seen_on_today_and_ended_there(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(followed()(tmp_path / "data"))
    plan_page(qtbot, program)
    press_all(qtbot, "Pause")
    qtbot.waitUntil(says(program, "it goes on."))
    press_all(qtbot, "Illness", "Pause")
    qtbot.waitUntil(says(program, "Because of illness. Nothing was moved."))
    program.window.rail.button(Room.TODAY).click()
    qtbot.waitUntil(says(program, "Paused until"))
    press_all(qtbot, "Go on now")
    qtbot.waitUntil(says(program, "Due today, week 3 of 4"))


def test_what_changed_can_be_taken_back(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    program = opened(followed()(tmp_path / "data"))
    plan_page(qtbot, program)
    qtbot.waitUntil(says(program, "On to week 3."))
    press_all(qtbot, "Undo: On to week 3.")
    qtbot.waitUntil(says(program, "Taken back."))
    assert "Week 2 of 4" in said(program)


def test_an_offer_is_taken_and_stands_in_what_changed(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    program = opened(followed(weeks=3)(tmp_path / "data"))
    plan_page(qtbot, program)
    press_all(qtbot, "Undo: On to week 4.", "Take it")
    qtbot.waitUntil(says(program, "One step up."))
    assert "Offered" not in said(program)


def test_an_offer_that_is_put_off_is_gone(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = followed(weeks=3)(tmp_path / "data")
    program = opened(folder)
    plan_page(qtbot, program)
    press_all(qtbot, "Undo: On to week 4.")
    qtbot.waitUntil(says(program, "Offered"))
    assert "Because two sessions in a row stayed at pain 3 or less" in said(program)
    press_all(qtbot, "Not yet")
    qtbot.waitUntil(lambda: not Seen("Take it")())
    qtbot.waitUntil(lambda: not program.flows.keeping.waits)
    assert PlanMove.NOT_YET in [change.move for change in plans(folder)[0].changes]


def test_pain_the_next_morning_halves_the_sets_and_says_why(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    folder = followed(until=2)(tmp_path / "data")
    history = open_history(folder, now=now())
    do_session(history, now().date() - timedelta(days=1), "tight_plan", morning=None)
    history.close()
    program = opened(folder)
    qtbot.waitUntil(Seen("Pain 5 of 10"))
    press("Pain 5 of 10")
    qtbot.waitUntil(says(program, "half the sets"))
    plan_page(qtbot, program)
    qtbot.waitUntil(says(program, "Because you noted pain 5 the next morning."))


def test_on_a_bad_day_half_a_session_can_be_done(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    program = opened(followed()(tmp_path / "data"))
    qtbot.waitUntil(Seen("On a bad day"))
    press("On a bad day")
    qtbot.waitUntil(says(program, "Walk a little, as far as it is comfortable"))
    press_all(qtbot, "Do half a session")
    qtbot.waitUntil(Seen("Begin session"))
    assert "one more on the left" not in said(program)


def test_a_plan_is_ended_once_it_was_asked(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = followed()(tmp_path / "data")
    program = opened(folder)
    plan_page(qtbot, program)
    press_all(qtbot, "End plan", "End plan")
    qtbot.waitUntil(says(program, "No plan yet"))
    program.window.rail.button(Room.TODAY).click()
    qtbot.waitUntil(Seen("Start routine"))
    assert "Due today" not in said(program)


def test_of_two_plans_one_rests_and_can_be_gone_on_with(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = followed()(tmp_path / "data")
    program = opened(folder)
    program.flows.propose_plan()
    press_all(qtbot, "Start on", "Let Length-first plan rest")
    qtbot.waitUntil(says(program, "Combined plan"))
    press_all(qtbot, "End plan", "End plan", "Go on with Length-first plan")
    qtbot.waitUntil(says(program, "Length-first plan"))
    qtbot.waitUntil(lambda: not program.flows.keeping.waits)
    assert [plan.ended_at is None for plan in plans(folder)] == [True, False]


def test_a_plan_does_not_begin_while_questions_are_due(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    from .closed_folders import overdue

    folder = overdue().folder(tmp_path / "data")
    program = opened(folder)
    qtbot.waitUntil(Seen("Not now"))
    press("Not now")
    program.flows.propose_plan()
    press_all(qtbot, "Start on")
    qtbot.waitUntil(says(program, "Some questions first"))
    assert plans(folder) == []


def test_the_calendar_is_walked_by_keys_and_every_day_is_said(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(followed()(tmp_path / "data"))
    plan_page(qtbot, program)
    shown = calendar(program)
    shown.setFocus()
    assert shown.sentence.startswith("Today, ")
    assert "planned, " in shown.sentence
    QTest.keyClick(shown, Qt.Key.Key_Up)
    a_week_ago = shown.sentence
    assert not a_week_ago.startswith("Today")
    assert shown.accessibleDescription() == a_week_ago
    QTest.keyClick(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(says(program, "Week 2"))


def test_the_week_on_today_knows_planned_days_rest_and_checks(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(followed(days=rests_today)(tmp_path / "data"))
    qtbot.waitUntil(says(program, "sessions"))
    strip = program.window.findChild(WeekStrip)
    assert strip is not None
    assert strip.sentence.endswith("a day of rest")
    press_all(qtbot, "See the plan")
    qtbot.waitUntil(says(program, "What changed, and why"))


def test_progress_shows_minutes_against_the_plan_and_planned_days(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(followed(weeks=1)(tmp_path / "data"))
    program.window.show_room(Room.PROGRESS)
    qtbot.waitUntil(says(program, "Minutes against the plan"))
    told = said(program).split("Minutes against the plan")[1].splitlines()
    last_week = told[told.index("Sessions") + 1 :][:4]
    assert last_week[1:] == ["42 min", last_week[2], "3 of 3"]
    assert any(line.endswith(", so far") for line in told)
    plot = program.window.findChild(PlanPlot)
    assert plot is not None
    assert "so far: " in plot.sentence
    strip = program.window.findChild(HeatStrip)
    assert strip is not None
    assert re.fullmatch(r"\w{3} \d+ \w+, planned, \d+ min", strip.sentence)


def test_progress_without_a_plan_has_no_word_of_one(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data", settings=QUIET)
    history = open_history(folder, now=now())
    do_session(history, now().date() - timedelta(days=1), STRENGTH_PLAN)
    history.close()
    program = opened(folder)
    program.window.show_room(Room.PROGRESS)
    qtbot.waitUntil(says(program, "Pain and minutes"))
    assert "plan" not in said(program).split("Progress\n")[-1].replace("Strength-first plan", "")


def test_a_plan_that_is_begun_stands_in_progress_at_once(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = followed()(tmp_path / "data")
    program = opened(folder)
    program.window.show_room(Room.PROGRESS)
    qtbot.waitUntil(says(program, "Minutes against the plan"))
    strip = program.window.findChild(HeatStrip)
    assert strip is not None
    qtbot.waitUntil(lambda: "planned" in strip.sentence)
    plan_page(qtbot, program)
    press_all(qtbot, "Pause", "Illness", "Pause")
    program.window.show_room(Room.PROGRESS)
    qtbot.waitUntil(lambda: "planned" not in strip.sentence)


def test_a_plan_from_a_newer_version_is_shown_and_said(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    program = opened(kept(replace(plan_since(1), rules_version="plan-9"))(tmp_path / "data"))
    plan_page(qtbot, program)
    qtbot.waitUntil(says(program, "Made by a newer version"))


def test_a_plan_of_a_routine_that_this_version_does_not_have_stops_nobody(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    plan = plan_since(1)
    controls = replace(plan.begun_with, routine_id="of_tomorrow")
    program = opened(kept(replace(plan, begun_with=controls))(tmp_path / "data"))
    qtbot.waitUntil(Seen("Start routine"))
    assert "Due today" not in said(program)
    plan_page(qtbot, program)
    qtbot.waitUntil(says(program, "No plan yet"))


def test_a_session_of_the_plan_is_kept_under_its_routine(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = followed()(tmp_path / "data")
    program = opened(folder)
    qtbot.waitUntil(Seen("Start routine"))
    press("Start routine")
    press_all(qtbot, "Begin session")
    qtbot.waitUntil(Seen("Pause"))
    press_all(qtbot, "Pause", "Stop", "Stop here", "Done")
    qtbot.waitUntil(lambda: not program.flows.keeping.waits)
    history = open_history(folder, now=now())
    last = history.newest(SessionRecord)
    history.close()
    assert last is not None
    assert last.routine_id == "tight_plan"
    assert last.outcome is not SessionOutcome.INTERRUPTED


def test_two_plans_that_run_show_the_newer_one(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    older = plan_since(2, due_today)
    newer = replace(plan_since(1, due_today), plan_id="p2", created_at=now() - timedelta(hours=1))
    folder = kept(older)(tmp_path / "data")
    history = open_history(folder, now=now())
    history.write(KeepPlan(plans=(newer,)))
    history.close()
    program = opened(folder)
    plan_page(qtbot, program)
    qtbot.waitUntil(says(program, "What changed, and why"))
    assert program.flows.plans.running is not None
    assert program.flows.plans.running.plan_id == "p2"


def test_the_findings_lead_to_the_plan_and_back_leads_to_the_findings(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    folder = ready_folder(tmp_path / "data", settings=QUIET)
    program = opened(folder)
    answered_check(program)
    press_all(qtbot, "See the plan")
    qtbot.waitUntil(says(program, "because your left thigh stayed up"))
    press_all(qtbot, "Back")
    qtbot.waitUntil(Seen("Keep for later"))
    press_all(qtbot, "See the plan", "Start on")
    qtbot.waitUntil(says(program, "What changed, and why"))
    assert program.window.full is None
    assert plans(folder)[0].basis.self_test_id
