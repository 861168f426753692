"""Today with a plan, the pages of the plan, and the sheets that it asks with."""

from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen
from supple.app.program import Program
from supple.domain.plan import PlanMove
from supple.ui.kit.room import Room

from .place import QUIET, Place, press_all, pressed, room, settled, stay, until
from .plan_folders import due_today, followed, rests_today, to_check

FOLLOWED = followed()


def plan_page(qtbot: QtBot, program: Program) -> None:
    """The page of the plan, from the list of routines."""
    room(Room.ROUTINES)(qtbot, program)
    press_all(qtbot, "See the plan" if Seen("See the plan")() else "About plans")
    qtbot.wait(150)


def proposal(qtbot: QtBot, program: Program) -> None:
    """What is proposed, from the page without a plan."""
    plan_page(qtbot, program)
    press_all(qtbot, "See a plan first")
    qtbot.wait(150)


def second_plan(qtbot: QtBot, program: Program) -> None:
    """Another plan is to begin while one runs: as after a check, whose findings lead to its proposal."""
    program.flows.propose_plan()
    press_all(qtbot, "Start on")
    qtbot.wait(150)


PLACES = [
    Place(
        name="Today with a session of the plan",
        reach=until("Due today", first=stay),
        folder=FOLLOWED,
        shows=("TodayPage",),
        within="TodayPage",
    ),
    Place(
        name="Today on a day of rest of the plan",
        reach=until("Nothing is due today", first=stay),
        folder=followed(days=rests_today),
        shows=("TodayPage",),
        within="TodayPage",
    ),
    Place(
        name="Today after a week without a session",
        reach=until("I was away", first=stay),
        folder=followed(weeks=3, until=9),
        shows=("TodayPage",),
        within="TodayPage",
    ),
    Place(
        name="Today when the hips are checked again",
        reach=until("Check your hips again", first=stay),
        folder=to_check(due_today),
        shows=("TodayPage",),
        within="TodayPage",
    ),
    Place(
        name="Today with the plan paused",
        reach=until("Go on now", first=stay),
        folder=followed(change=PlanMove.PAUSED),
        shows=("TodayPage",),
        within="TodayPage",
    ),
    Place(
        name="Today when the plan is over",
        reach=until("The four weeks are over", first=stay),
        folder=followed(weeks=4, until=1),
        shows=("TodayPage",),
        within="TodayPage",
    ),
    Place(
        name="Progress with a plan",
        reach=room(Room.PROGRESS),
        folder=FOLLOWED,
        shows=("ProgressPage", "PlanMinutesCard", "PlanPlot"),
        within="ProgressPage",
    ),
    Place(
        name="the plan",
        reach=plan_page,
        folder=FOLLOWED,
        shows=("PlanPage", "CalendarCard", "PlanCalendar", "PlanWeekCard", "LogCard", "ActivityCard"),
        within="PlanPage",
    ),
    Place(
        name="the plan with something offered",
        reach=pressed("Undo: On to week 4.", first=plan_page),
        folder=followed(weeks=3),
        shows=("PlanPage", "OfferCard"),
        within="OfferCard",
    ),
    Place(
        name="the plan paused",
        reach=plan_page,
        folder=followed(change=PlanMove.PAUSED),
        shows=("PlanPage", "NoticeCard"),
        within="PlanPage",
    ),
    Place(
        name="the plan when it is over",
        reach=plan_page,
        folder=followed(weeks=4, until=1),
        shows=("PlanPage", "NoticeCard"),
        within="PlanPage",
    ),
    Place(
        name="the page without a plan",
        reach=plan_page,
        folder=settled(QUIET),
        shows=("PlanPage", "NoPlanCard"),
        within="PlanPage",
    ),
    Place(
        name="a plan as it is proposed",
        reach=proposal,
        folder=settled(QUIET),
        shows=("ProposalPage", "ProposalControls", "CalendarCard", "WhyCard"),
        within="ProposalPage",
    ),
    Place(
        name="the other plans",
        reach=pressed("Other plans", first=proposal),
        folder=settled(QUIET),
        shows=("OtherPlansSheet",),
    ),
    Place(
        name="a pause of the plan",
        reach=pressed("Pause", first=plan_page),
        folder=FOLLOWED,
        shows=("PauseSheet",),
    ),
    Place(
        name="the end of the plan",
        reach=pressed("End plan", first=plan_page),
        folder=FOLLOWED,
        shows=("EndSheet",),
    ),
    Place(
        name="what to do on a bad day",
        reach=pressed("On a bad day", first=plan_page),
        folder=FOLLOWED,
        shows=("FlareSheet",),
    ),
    Place(
        name="which of two plans rests",
        reach=second_plan,
        folder=FOLLOWED,
        shows=("WhichRestsSheet",),
    ),
    Place(
        name="the steps of the plan's session",
        reach=pressed("See the steps", first=plan_page),
        folder=FOLLOWED,
        shows=("RoutinePage",),
        within="RoutinePage",
    ),
]
