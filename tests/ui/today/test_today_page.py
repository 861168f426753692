"""Today: what is due, the last findings by side, the week, and what is left out."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.content_fixtures import A1, A2, A3, shipped

from supple.app.today_offer import offer
from supple.domain.checks.latest import FoundBeside, LatestFound
from supple.domain.exercise import Caution
from supple.domain.findings import Finding
from supple.domain.measurement import Measurement, Unit
from supple.domain.offered import NO_LIMITS, Limits
from supple.domain.pain import Sign
from supple.domain.progress import DaySum, PlanOfWeek, TodaySummary
from supple.domain.record import Check, CheckRecord, SelfTestRecord, SessionRecord
from supple.domain.session import SessionOutcome
from supple.domain.side import Side
from supple.domain.today import Due, WhatIsKnown
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.button import Button
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.theme import Theme
from supple.ui.today import hero
from supple.ui.today.today_page import Offer, TodayPage

TODAY = date(2026, 7, 22)
NOW = datetime(2026, 7, 22, 18, tzinfo=UTC)
MONDAY = date(2026, 7, 20)


def summary(*, left: Finding | None = None, right: Finding | None = None, sessions: int = 0) -> TodaySummary:
    week = tuple(
        DaySum(day=MONDAY + timedelta(days=n), sessions=int(n < sessions), done_s=840.0 * (n < sessions))
        for n in range(7)
    )
    on = date(2026, 7, 8)
    return TodaySummary(
        today=TODAY,
        left=LatestFound(length=left, length_on=on) if left else None,
        right=LatestFound(length=right, length_on=on) if right else None,
        week=week,
    )


def offered_today(limits: Limits = NO_LIMITS, **known: Any) -> Offer:
    return offer(shipped(), limits, WhatIsKnown(now=NOW, **known))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> TodayPage:
    page = TodayPage(
        theme,
        Pictures(),
        offered_today(),
        today=TODAY,
    )
    qtbot.addWidget(page)
    page.resize(1072, 800)
    return page


def words(page: TodayPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def button(page: TodayPage, name: str) -> Button:
    return next(b for b in page.findChildren(Button) if name in (b.accessibleName(), b.text()))


def test_start_routine_starts_the_articles_routine(qtbot: QtBot, page: TodayPage) -> None:
    with qtbot.waitSignal(page.routine_started) as told:
        button(page, "Start routine").click()
    assert told.args == ["article_routine"]


def test_it_says_how_long_the_routine_takes(page: TodayPage) -> None:
    assert "13 min" in words(page)
    assert "3 exercises" in words(page)


def test_each_finding_stands_beside_the_tag_of_its_side(page: TodayPage) -> None:
    page.show_summary(summary(left=Finding.LIMITED, right=Finding.LEVEL))
    rows = {tag.side: tag.parentWidget() for tag in page.findChildren(SideTag)}
    said = {side: row.findChildren(QLabel)[0].text() for side, row in rows.items() if row is not None}
    assert said == {Side.LEFT: "May be limited", Side.RIGHT: "About level"}
    assert "8 July" in words(page)


def test_what_is_known_of_a_lift_stands_under_the_length_or_in_its_place(page: TodayPage) -> None:
    lift = FoundBeside(
        check=Check.HIP_HOLD,
        finding=Finding.LIMITED,
        hold=Measurement(value=18.4, unit=Unit.SECONDS),
        on=date(2026, 7, 20),
    )
    length = LatestFound(length=Finding.LEVEL, length_on=date(2026, 7, 8), beside=lift)
    page.show_summary(replace(summary(), left=length, right=LatestFound(beside=lift)))
    rows = {tag.side: tag.parentWidget() for tag in page.findChildren(SideTag)}
    said = {
        side: [label.text() for label in row.findChildren(QLabel) if label.isVisibleTo(row) and label.text()]
        for side, row in rows.items()
        if row is not None
    }
    assert said == {
        Side.LEFT: ["About level", "8 July\nLift hold: 18 s, 20 July"],
        Side.RIGHT: ["Lift hold: 18 s"],
    }
    assert "20 July" in words(page)


def test_nothing_done_yet_is_said_calmly(page: TodayPage) -> None:
    page.show_summary(summary())
    assert "Not checked yet" in words(page)
    assert "No session yet this week." in words(page)


@pytest.mark.parametrize("percent", [100, 125])
def test_the_titles_of_the_cards_stay_level_beside_the_way_to_the_plan(
    page: TodayPage, theme: Theme, percent: int
) -> None:
    theme.set_text_percent(percent)
    page.resize(1600, 900)
    page.show()
    plan = PlanOfWeek(planned=frozenset({TODAY}), done=0, sessions=1)
    page.show_summary(replace(summary(), plan=plan))
    QTest.qWait(20)
    titles = [
        label
        for label in page.findChildren(QLabel)
        if label.isVisible() and label.text() in ("Last findings", "This week", "After training")
    ]
    assert len(titles) == 3
    assert len({title.mapTo(page, title.rect().center()).y() for title in titles}) == 1


def test_the_week_says_sessions_and_minutes(page: TodayPage) -> None:
    page.show_summary(summary(sessions=2))
    assert "2 sessions" in words(page)
    assert "28 min" in words(page)
    page.show_summary(summary(sessions=1))
    assert "1 session |" in words(page)


def test_what_the_safety_answers_hide_is_left_out_and_named(page: TodayPage) -> None:
    page.set_offer(offered_today(Limits(answered=frozenset({Caution.THR_90}))))
    said = words(page)
    assert "because of your answers" in said
    page.set_offer(offered_today())
    assert "because of your answers" not in words(page)
    assert button(page, "Start routine").isEnabled()


def shown_buttons(page: TodayPage) -> list[str]:
    page.show()
    return [b.accessibleName() or b.text() for b in page.findChildren(Button) if b.isVisibleTo(page)]


def done(routine_id: str, outcome: SessionOutcome = SessionOutcome.COMPLETED) -> SessionRecord:
    return SessionRecord(
        session_id=routine_id, started_at=NOW, routine_id=routine_id, routine="", planned_s=1,
        sets_planned=1, outcome=outcome,
    )  # fmt: skip


def test_what_is_done_today_says_so_and_what_is_next(qtbot: QtBot, page: TodayPage) -> None:
    page.set_offer(offered_today(sessions=(done("article_routine"), done("post_workout"))))
    assert "Done today" in words(page)
    assert "Next time tomorrow. To do it again today, look under Routines." in words(page)
    assert "done today. To do it again, look under Routines." in words(page)
    assert shown_buttons(page) == ["All routines", "Start self-test"]


def test_after_a_session_that_hurt_nothing_more_is_to_be_started(qtbot: QtBot, page: TodayPage) -> None:
    page.set_offer(offered_today(sessions=(done("article_routine", SessionOutcome.STOPPED_FOR_PAIN),)))
    assert "Rest, or walk a little" in words(page)
    assert "Next comes Gentle first week, tomorrow, if you feel well enough." in words(page)
    assert shown_buttons(page) == ["Warning signs", "Start self-test"]
    with qtbot.waitSignal(page.hero.signs_requested):
        button(page, "Warning signs").click()


def test_after_chest_pain_the_call_comes_first_and_no_exercise_is_pictured(page: TodayPage) -> None:
    stopped = done("article_routine", SessionOutcome.STOPPED_FOR_PAIN)
    page.set_offer(offered_today(sessions=(stopped,), signs=frozenset({Sign.CHEST})))
    said = words(page)
    assert said.index("call your local emergency number now") < said.index("Nothing begins until a doctor")
    assert "Next comes" not in said
    assert "Enough for today" not in said
    assert "A warning sign | Have it looked at first" in said
    assert not any(stage.isVisibleTo(page) for stage in page.findChildren(Stage))
    page.set_offer(offered_today())
    assert any(stage.isVisibleTo(page) for stage in page.findChildren(Stage))


@pytest.mark.parametrize("more", [{}, {"sore_hip": True}, {"sessions": (done("article_routine"),)}])
def test_while_a_sign_waits_to_be_looked_at_nothing_looks_as_if_it_could_start(
    qtbot: QtBot, page: TodayPage, more: dict[str, Any]
) -> None:
    page.set_offer(offered_today(signs=frozenset({Sign.NUMB}), **more))
    said = words(page)
    assert "Nothing begins until a doctor or physiotherapist has looked at it." in said
    assert "while the muscles are warm" not in said
    assert shown_buttons(page) == ["Warning signs", "I have been seen about it", "Start self-test"]
    assert not button(page, "Start self-test").isEnabled()
    with qtbot.waitSignal(page.routine_started):  # the sheet in its place asks what was told
        button(page, "I have been seen about it").click()
    page.set_offer(offered_today())
    assert button(page, "Start self-test").isEnabled()


def test_after_pain_in_the_hip_check_it_offers_walking_and_the_way_on(qtbot: QtBot, page: TodayPage) -> None:
    page.set_offer(offered_today(sore_hip=True))
    assert "Walk easily today" in words(page)
    assert shown_buttons(page) == ["Warning signs", "It was mild and in the muscle", "Start self-test"]
    with qtbot.waitSignal(page.hero.mild_told):
        button(page, "It was mild and in the muscle").click()


def test_with_nothing_open_it_says_so_and_leads_to_why(qtbot: QtBot, page: TodayPage) -> None:
    everything = frozenset(exercise.id for exercise in shipped().exercises)
    page.set_offer(offered_today(Limits(put_away=everything)))
    assert "Nothing to start" in words(page)
    assert "You put all of its exercises away." in words(page)
    assert shown_buttons(page) == ["See what is left out", "Start self-test"]
    assert not any(stage.isVisibleTo(page) for stage in page.findChildren(Stage)), "it is left out"
    with qtbot.waitSignal(page.steps_requested):
        button(page, "See what is left out").click()


def test_what_takes_the_place_of_the_usual_routine_is_shown_with_its_own_picture(page: TodayPage) -> None:
    page.set_offer(offered_today(Limits(put_away=frozenset({A1, A2, A3}))))
    assert "Gentle first week" in words(page)
    assert button(page, "Start routine").isEnabled()
    names = [stage.accessibleDescription() for stage in page.findChildren(Stage)]
    assert any("standing" in name.lower() for name in names), names
    page.set_offer(offered_today())
    assert "Gentle first week" not in words(page)


def test_after_a_check_it_says_why_naming_the_side_and_the_usual_one_is_one_press_away(
    qtbot: QtBot, page: TodayPage
) -> None:
    page.set_offer(offered_today(self_tests=(found(Finding.LIMITED, Finding.LEVEL),)))
    assert "Combined plan" in words(page)
    assert "the left thigh stayed higher" in words(page)
    with qtbot.waitSignal(page.routine_started) as told:
        button(page, "Start routine").click()
    assert told.args == ["mixed_plan"]
    with qtbot.waitSignal(page.routine_started) as told:
        button(page, "Rather: The three hip stretches").click()
    assert told.args == ["article_routine"]
    page.set_offer(offered_today())
    assert not any("Rather" in name for name in shown_buttons(page))


EVERY_FINDING = [(left, right) for left in (None, *Finding) for right in (None, *Finding)]


@pytest.mark.parametrize(("left", "right"), EVERY_FINDING)
def test_every_finding_but_pain_says_why_in_one_sentence_with_its_side(
    page: TodayPage, left: Finding | None, right: Finding | None
) -> None:
    offer = offered_today(self_tests=(found(left, right),))
    if {left, right} == {None} or Finding.PAIN in (left, right):
        assert offer.routine_id == "article_routine"
        return
    assert offer.due == "Because of your last check"
    assert offer.lead.count(".") == 1
    assert any(word in offer.lead for word in ("left", "right", "both", "neither", "either"))


def found(left: Finding | None, right: Finding | None) -> SelfTestRecord:
    checks = tuple(
        CheckRecord(check=Check.HIP_LENGTH_FLOOR, side=side, try_number=1, answer="", finding=finding)
        for side, finding in ((Side.LEFT, left), (Side.RIGHT, right))
        if finding is not None
    )
    return SelfTestRecord(self_test_id="t", taken_at=NOW - timedelta(days=1), checks=checks)


def test_the_page_knows_every_state_by_its_name() -> None:
    assert {hero.ROUTINE, hero.DONE, hero.NOTHING, hero.SORE_HIP, hero.REST, hero.RETEST} <= {
        due.value for due in Due
    }


@pytest.mark.parametrize("width", [640, 820, 1072, 2000])
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_at_any_width_or_text_size(
    page: TodayPage, theme: Theme, width: int, percent: int
) -> None:
    theme.set_text_percent(percent)
    page.show_summary(summary(left=Finding.LIMITED, right=Finding.LEVEL, sessions=2))
    page.resize(width, 800)
    page.grab()
    for found in page.findChildren(Button):
        right = found.mapTo(page, found.rect().topRight()).x()
        assert right <= width, found.text()
        assert found.width() >= found.minimumSizeHint().width()
