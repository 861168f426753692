"""What a place of the window is, who is led there, and the steps that lead: for the walk and for the ear."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press, visible_names
from supple.app.program import Program
from supple.domain.findings import Finding
from supple.domain.pain import Sign
from supple.domain.record import (
    STIFFER,
    Check,
    CheckRecord,
    NoteRecord,
    Occasion,
    PainRecord,
    SelfTestRecord,
    SessionRecord,
    SetRecord,
)
from supple.domain.session import SessionOutcome, SetOutcome
from supple.domain.settings import Avoided, Look, Motion, Settings, Sound
from supple.domain.side import Side
from supple.services.writes import (
    AddPain,
    AddSelfTest,
    AddSet,
    BeginSession,
    EndSession,
    KeepNotes,
    NoteSession,
)
from supple.storage.database import open_history
from supple.storage.settings_file import SettingsFile
from supple.ui.kit.room import Room

from .minutes_told import strangers
from .session_on_mat import begin_session
from .window import now, ready_folder, remember_a_session, sees

Reach = Callable[[QtBot, Program], None]
Folder = Callable[[Path], Path]
QUIET = Settings(sound=Sound(on=False, heard_once=True), look=Look(motion=Motion.REDUCED))
STILL = 0.001  # the session's clock: nothing changes but by what is pressed


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A room, page, sheet, menu or banner; `reach` brings a program that has just opened there.

    `shows` names the classes of the program that are seen there: the place is the one that is looked after for them.
    `walked` is False where another place has the same controls: this one is heard, and not pressed once more.
    `within` is the one of them whose controls belong to this place; the window's own are pressed elsewhere.
    """

    name: str
    reach: Reach
    folder: Folder
    shows: tuple[str, ...] = ()
    within: str = ""
    speed: float = 1.0
    complete: bool = True
    walked: bool = True

    def check(self, program: Program) -> None:
        """AssertionError if something that it shows cannot be seen, or tells minutes that nobody compares."""
        seen = {
            type(widget).__name__ for widget in program.window.findChildren(QWidget) if widget.isVisible()
        }
        assert set(self.shows) <= seen, f"{self.name}: {set(self.shows) - seen} cannot be seen"
        unknown = strangers(program.window)
        assert not unknown, f"{self.name}: compare {unknown} in test_one_length_everywhere.py"


def new(folder: Path) -> Path:
    """Of somebody who has just installed it."""
    folder.mkdir()
    return folder


def lived_in(folder: Path) -> Path:
    """Of somebody who has a history, with sound on, so that what is heard counts."""
    ready_folder(folder, settings=Settings(sound=Sound(heard_once=True), look=Look(motion=Motion.REDUCED)))
    remember_a_session(folder, begun=now() - timedelta(days=1))
    return folder


def settled(settings: Settings) -> Folder:
    """Of somebody who has set this."""

    def make(folder: Path) -> Path:
        return ready_folder(folder, settings=settings)

    return make


def with_everything(folder: Path) -> Path:
    """Of somebody with months behind them: sessions, pains, checks, notes, things put away."""
    ready_folder(
        folder,
        settings=Settings(
            sound=Sound(on=False, heard_once=True),
            look=Look(motion=Motion.REDUCED),
            avoided=Avoided(put_away=("pigeon", "cat_cow")),
        ),
    )
    history = open_history(folder, now=now())
    for number in range(70):
        begun = now() - timedelta(days=number + 1)
        name = f"s{number}"
        history.write(
            BeginSession(
                session=SessionRecord(
                    session_id=name,
                    started_at=begun,
                    routine_id="article_routine",
                    routine="After training",
                    planned_s=755.0,
                    sets_planned=36,
                    pain_before=3,
                )
            )
        )
        history.write(
            EndSession(
                session_id=name,
                ended_at=begun + timedelta(minutes=12),
                outcome=SessionOutcome.COMPLETED,
                done_s=700.0,
            )
        )
        history.write(
            AddPain(
                pain=PainRecord(
                    pain_id=f"p{number}", rated_at=begun, occasion=Occasion.BEFORE, score=3, session_id=name
                )
            )
        )
    note = NoteRecord(exercise_id="a1_piriformis_supine", written_at=now(), note="Pad under the knee")
    history.write(KeepNotes(notes=(note,)))
    for number in (20, 50):
        history.write(AddSelfTest(self_test=checked(now() - timedelta(days=number), Finding.LIMITED)))
    history.close()
    return folder


def checked(taken_at: datetime, finding: Finding) -> SelfTestRecord:
    """Both hips, with the same finding."""
    return SelfTestRecord(
        self_test_id=f"t{taken_at}",
        taken_at=taken_at,
        checks=tuple(
            CheckRecord(check=Check.HIP_LENGTH_FLOOR, side=side, try_number=1, answer="pain", finding=finding)
            for side in (Side.LEFT, Side.RIGHT)
        ),
    )


def trained_yesterday(folder: Path) -> Path:
    """Of somebody who did a set yesterday."""
    ready_folder(folder, settings=QUIET)
    remember_a_session(folder)
    history = open_history(folder, now=now())
    history.write(
        AddSet(
            record=SetRecord(
                set_id="one",
                session_id="s1",
                started_at=now() - timedelta(days=1),
                step=1,
                exercise_id="a1_piriformis_supine",
                exercise="Piriformis stretch",
                side=Side.LEFT,
                set_number=1,
                planned_s=20.0,
                held_s=20.0,
                outcome=SetOutcome.COMPLETED,
            ),
            done_s=60.0,
        )
    )
    history.close()
    return folder


def told_much(folder: Path) -> Path:
    """Of somebody who trained yesterday, with pain in it, a long note and a morning after it."""
    trained_yesterday(folder)
    history = open_history(folder, now=now())
    history.write(
        NoteSession(
            session_id="s1", pain_after=4, note="Towel under the knee; the right side was as last week. " * 4
        )
    )
    hurt = PainRecord(
        pain_id="h",
        rated_at=now() - timedelta(days=1),
        occasion=Occasion.DURING,
        score=4,
        session_id="s1",
        place="front of the hip",
        signs=frozenset({Sign.SHARP}),
        exercise_id="a1_piriformis_supine",
    )
    history.write(AddPain(pain=hurt))
    morning = PainRecord(
        pain_id="m", rated_at=now(), occasion=Occasion.NEXT_MORNING, score=2, session_id="s1", note=STIFFER
    )
    history.write(AddPain(pain=morning))
    history.close()
    return folder


def trained_today(folder: Path) -> Path:
    """Of somebody who has done the day's routine."""
    ready_folder(folder, settings=QUIET)
    history = open_history(folder, now=now())
    begun = now().replace(hour=0, minute=0, second=0, microsecond=0)
    history.write(
        BeginSession(
            session=SessionRecord(
                session_id="today",
                started_at=begun,
                routine_id="article_routine",
                routine="After training",
                planned_s=755.0,
                sets_planned=36,
            )
        )
    )
    history.write(
        EndSession(session_id="today", ended_at=now(), outcome=SessionOutcome.COMPLETED, done_s=755.0)
    )
    history.close()
    SettingsFile(folder).save(QUIET)
    return folder


def stay(qtbot: QtBot, program: Program) -> None:
    """The window as it opens."""
    qtbot.wait(250)


def room(which: Room) -> Reach:
    """A room."""

    def reach(qtbot: QtBot, program: Program) -> None:
        program.window.show_room(which)
        qtbot.wait(150)

    return reach


def pressed(*names: str, first: Reach | None = None) -> Reach:
    """Where these buttons lead, pressed one after the other; a name may be the beginning of one."""

    def reach(qtbot: QtBot, program: Program) -> None:
        if first is not None:
            first(qtbot, program)
        press_all(qtbot, *names)

    return reach


def press_all(qtbot: QtBot, *names: str) -> None:
    """Press them one after the other, each as soon as it is there."""
    for name in names:
        qtbot.waitUntil(_is_there(name), timeout=10_000)
        press(name if Seen(name)() else next(seen for seen in visible_names() if seen.startswith(name)))
        qtbot.wait(400 if name == "None of these" else 25)  # a second press at once is no answer


def until(sentence: str, *, first: Reach) -> Reach:
    """The same, until this can be read."""

    def reach(qtbot: QtBot, program: Program) -> None:
        first(qtbot, program)
        qtbot.waitUntil(sees(sentence), timeout=10_000)
        qtbot.wait(100)

    return reach


def mat(*names: str, pause: bool = True) -> Reach:
    """A session, standing still, and what is pressed in it."""

    def reach(qtbot: QtBot, program: Program) -> None:
        begin_session(qtbot)
        if pause:
            press_all(qtbot, "Pause")
            qtbot.waitUntil(Seen("Resume"))
        qtbot.wait(150)
        press_all(qtbot, *names)

    return reach


def _is_there(name: str) -> Callable[[], bool]:
    def there() -> bool:
        return any(seen.startswith(name) for seen in visible_names())

    there.__name__ = f"“{name}” can be pressed"
    return there
