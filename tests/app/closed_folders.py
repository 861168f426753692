"""Data folders of people with whom something closes, and what has begun in the window."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog
from tests.app.window import now
from tests.ui.check_fixtures import safety

from supple.app.program import Program
from supple.domain.catalogue import Catalogue
from supple.domain.pain import RED_SIGNS, Sign
from supple.domain.record import Occasion, PainRecord, SafetyRecord, SessionRecord, whole_round
from supple.domain.routine import Pace, SessionPlan
from supple.domain.safety import judge_record
from supple.domain.settings import Settings, Sound
from supple.services.writes import AddPain, AddSafety
from supple.storage.database import open_history
from supple.storage.settings_file import SettingsFile
from supple.ui.check.choose_page import ChoosePage
from supple.ui.check.hold_page import HoldPage
from supple.ui.check.part_page import PartPage
from supple.ui.check.self_test_page import SelfTestPage
from supple.ui.session.session_page import SessionPage
from supple.ui.session.start_sheet import StartSheet

HOUR = timedelta(hours=1)
PAPER_TITLES = ("Print", "Save the routine")


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What somebody answered and told before; an hour ago, so that nothing is due for it."""

    answers: SafetyRecord
    pains: tuple[PainRecord, ...] = ()

    def folder(self, place: Path) -> Path:
        """A data folder with it."""
        history = open_history(place, now=now())
        history.write(AddSafety(safety=self.answers))
        for pain in self.pains:
            history.write(AddPain(pain=pain))
        history.close()
        SettingsFile(place).save(Settings(sound=Sound(on=False, heard_once=True)))
        return place


def told(score: int | None = None, *signs: Sign, exercise_id: str = "", hours_ago: float = 2) -> PainRecord:
    """A rating of some hours ago."""
    return PainRecord(
        pain_id=f"{score}{signs}{exercise_id}",
        rated_at=now() - hours_ago * HOUR,
        occasion=Occasion.DURING,
        score=score,
        signs=frozenset(signs),
        exercise_id=exercise_id,
    )


def free(*ticked: str) -> SafetyRecord:
    """Everything was answered an hour ago."""
    return whole_round(now() - HOUR, frozenset(ticked))


def closing_ids() -> tuple[str, ...]:
    """Every id of safety.json that closes everything by itself."""
    questions = safety().questions
    return tuple(q.id for q in questions if judge_record(free(q.id), questions, now()).closed)


def check_closing_ids() -> tuple[str, ...]:
    """Every id of safety.json that closes the self-test and nothing else."""
    questions = safety().questions
    found = {q.id: judge_record(free(q.id), questions, now()) for q in questions}
    return tuple(i for i, clearance in found.items() if not clearance.closed and clearance.self_test_reasons)


def overdue() -> Past:
    """The week of the first group is over."""
    return Past(answers=replace(whole_round(now() - timedelta(days=8))))


def pasts() -> dict[str, Callable[[], Past]]:
    """One of each kind that closes everything."""
    kinds: dict[str, Callable[[], Past]] = {
        "overdue": overdue,
        "pain of 8": lambda: Past(answers=free(), pains=(told(8),)),
    }
    for sign in sorted(RED_SIGNS):
        kinds[sign] = lambda sign=sign: Past(answers=free(), pains=(told(None, sign),))
    for group in ("A", "B", "C"):
        first = next(i for i in closing_ids() if i.startswith(group))
        kinds[f"a yes in {group}"] = lambda first=first: Past(answers=free(first))
    return kinds


def a_session_cut_short(catalogue: Catalogue) -> SessionRecord:
    """One of some minutes ago, with nothing done yet."""
    return SessionRecord(
        session_id="cut",
        started_at=now() - timedelta(minutes=5),
        routine_id="article_routine",
        routine="A routine",
        planned_s=755.0,
        sets_planned=36,
        plan=SessionPlan(routine=catalogue.routine("article_routine"), pace=Pace()),
    )


def begun(program: Program) -> str:
    """What has begun, in a word; "" for nothing."""
    dialog = QApplication.activeModalWidget()
    if dialog is not None and dialog.windowTitle().startswith(PAPER_TITLES):
        return f"paper: {dialog.windowTitle()}"
    if isinstance(dialog, QFileDialog):
        return ""
    for kind in (SessionPage, ChoosePage, SelfTestPage, PartPage, HoldPage, StartSheet):
        if any(page.isVisible() for page in program.window.findChildren(kind)):
            return kind.__name__
    return ""
