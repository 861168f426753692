"""`supple demo`: presses in the real window what a person presses, and leaves pictures and CSV files."""

import csv
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from supple.app import start
from supple.app.demo.hand import (
    DemoError,
    Hand,
    Script,
    Seen,
    Until,
    a_moment_later,
    find,
    press,
    visible_names,
    visible_words,
)
from supple.app.demo.photos import measure_hips
from supple.app.program import Program
from supple.services.csv_tables import What
from supple.ui.kit.side_tag import SideTag
from supple.ui.shell.main_window import FIRST_SIZE

ARTICLE_SETS = 36  # docs/EVIDENCE.md 8.2: 18 left and 18 right
ROOMS = ("Library", "Routines", "Progress", "Learn", "Settings", "Warning signs")
TOUCHES = (("Left", "Clearly lifted"),) * 2 + (("Right", "Flat"),) * 2
MOST_PAGES = 40
HEARD = "Yes, I heard it"
USUAL = "Rather: The three hip stretches"
ANGLE, HAVE_PHOTOS = "Hip angle with a number", "I have my photos"
PLANS, PROPOSE, BEGINS = "About plans", "See a plan first", "Start on"
SESSION_PATIENCE_S = 900.0  # the article's routine is 755 s at real speed


def run_demo(out_dir: Path, *, speed: float) -> int:
    """Play into `out_dir` at `speed` times real time; 0 when everything was there, 1 with a sentence when not."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out_dir = out_dir.absolute()  # the database is opened by its address, which a relative path has none of
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        data_dir = _fresh_folder(out_dir)
    except OSError as error:
        print(f"supple: {out_dir} cannot be used for the demo: {error.strerror}.", file=sys.stderr)  # noqa: T201 - its answer
        return 1
    demo = Demo(out_dir, speed=speed)
    code = start.run(data_dir, speed=speed, driver=demo.drive)
    if demo.error is not None:
        print(f"supple: the demo stopped: {demo.error}.", file=sys.stderr)  # noqa: T201 - the command's answer
        return 1
    try:
        verify_files(out_dir)
    except DemoError as error:
        print(f"supple: the demo's files are not right: {error}.", file=sys.stderr)  # noqa: T201 - its answer
        return 1
    return code


class Demo:
    """The script of the demo; `error` says what was missing when it stopped early."""

    def __init__(self, out_dir: Path, *, speed: float) -> None:
        """Pictures and CSV go to `out_dir`."""
        self.error: DemoError | None = DemoError("it did not come to its end")
        self._out_dir = out_dir
        self._speed = speed
        self._program: Program | None = None
        self._hand: Hand | None = None

    def drive(self, program: Program) -> None:
        """Begin to press; called when the window is shown."""
        self._program = program
        self._hand = Hand(self._script(), done=self._finish)
        self._hand.begin()

    def _finish(self, error: DemoError | None) -> None:
        self.error = error
        if error is None:
            self._window.close()
        else:
            QApplication.exit(1)

    def _script(self) -> Script:
        yield from self._answer_safety()
        yield from self._check_hips()
        yield from self._train()
        yield from self._plan()
        yield from self._look_round()
        yield from self._export()

    def _answer_safety(self) -> Script:
        yield Seen("I am 18 or older")
        self._window.resize(FIRST_SIZE)  # the screen that nobody sees is smaller than the pictures are to be
        yield Until(a_moment_later(), "the picture of the welcome")
        self._keep_picture("first-start")
        press("I am 18 or older")
        for group in ("1", "2", "3"):
            yield Until(a_moment_later(), f"group {group} of the safety questions")
            self._keep_picture(f"safety-questions-{group}")
            press("None of these")
        yield Seen("Start routine")

    def _check_hips(self) -> Script:
        """Both hips by two checks, two tries each: the left may be limited, the right rests down."""
        press("Start self-test")
        yield Until(_angle_offered, "the check that gives a number")
        press(next(name for name in visible_names() if name.startswith(ANGLE)))
        touches = iter(TOUCHES)
        for _page in range(MOST_PAGES):
            yield Until(a_moment_later(), "the next page")
            if find("Keep for later", QAbstractButton):
                break
            if find(HAVE_PHOTOS, QAbstractButton):
                press(HAVE_PHOTOS)
                yield from measure_hips(self._window, self._out_dir, self._keep_picture)
                continue
            answer = self._answer_for(visible_names(), touches)
            press(answer or "Continue")
        yield Seen("Keep for later")
        self._keep_picture("findings")
        press("Keep for later")

    def _answer_for(self, names: list[str], touches: Iterator[tuple[str, str]]) -> str | None:
        """What to press on this page: by the answers it offers, as a person would."""
        if any(name.startswith("Clearly lifted") for name in names):
            side, word = next(touches)
            if not any(side in heading for heading in visible_words(SideTag)):
                raise DemoError(f"the page does not name the {side.lower()} hip")
            self._keep_picture(f"self-test-{side.lower()}")
            return next(name for name in names if name.startswith(word))
        wanted = "Yes" if "Not sure" in names else "No"
        return next((name for name in names if name.split(",")[0] == wanted), None)

    def _train(self) -> Script:
        yield Seen(USUAL)  # after what was found, Today offers another first
        press(USUAL)
        yield Seen("Begin session")
        self._keep_picture("session-start")
        press("Begin session")
        yield Seen("Pause")
        self._keep_picture("sound-check")
        if Seen(HEARD)():  # where it is known that nothing can be heard, nothing is asked
            press(HEARD)
        yield Seen("Pause")
        press("Pause")
        yield Seen("Resume")
        press("Resume")
        for side in ("Left", "Right"):
            words = f"{side} side, hold"
            yield Until(_Status(words), f"“{words}”", patience_s=SESSION_PATIENCE_S)
            self._keep_picture(f"session-{side.lower()}")
        yield Seen("Done", patience_s=SESSION_PATIENCE_S)
        self._keep_picture("session-end")
        press("Done")
        yield Seen("Today")

    def _plan(self) -> Script:
        """What the check amounts to, as a plan: seen first, then begun."""
        press("Routines")
        yield Seen(PLANS)
        press(PLANS)
        yield Seen(PROPOSE)
        press(PROPOSE)
        yield Until(_starts_named, "the day on which the plan begins")
        self._keep_picture("plan-proposal")
        press(next(name for name in visible_names() if name.startswith(BEGINS)))
        yield Seen("End plan")
        yield Until(a_moment_later(), "the window to settle")
        self._keep_picture("plan")

    def _look_round(self) -> Script:
        yield Until(a_moment_later(), "the window to settle")
        self._keep_picture("today")
        for room in ROOMS:
            yield Seen(room)
            press(room)
            yield Until(a_moment_later(), "the window to settle")
            self._keep_picture(room.lower().replace(" ", "-"))

    def _export(self) -> Script:
        press("Progress")
        yield Seen("Export CSV", QAbstractButton)
        press("Export CSV")
        yield Until(_dialog, "the choice of a folder")
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            raise DemoError("the choice of a folder is gone")
        dialog.setDirectory(str(self._out_dir))
        field = dialog.findChild(QLineEdit)
        if field is not None:
            field.setText(str(self._out_dir))
        press("Export here")
        yield Until(self._csv_is_there, "the CSV files")

    def _csv_is_there(self) -> bool:
        return all((self._out_dir / f"{what}.csv").exists() for what in What)

    @property
    def _window(self) -> QWidget:
        if self._program is None:
            raise DemoError("there is no window")
        return self._program.window

    def _keep_picture(self, name: str) -> None:
        file = self._out_dir / f"{name}.png"
        if not self._window.grab().save(str(file)):
            raise DemoError(f"{file} cannot be written")


class _Status:
    """Whether the session tells a screen reader these words."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __call__(self) -> bool:
        return any(words.startswith(self._words) for words in visible_words(QLabel))


def verify_files(out_dir: Path) -> None:
    """Compare the CSV files with what was pressed; raises DemoError for the first thing that differs."""
    sets = _rows(out_dir / "sets.csv")
    for side in ("left", "right"):
        done = [row for row in sets if row["side"] == side and row["outcome"] == "completed"]
        if len(done) != ARTICLE_SETS // 2:
            raise DemoError(
                f"sets.csv holds {len(done)} completed sets on the {side}, not {ARTICLE_SETS // 2}"
            )
    sessions = _rows(out_dir / "sessions.csv")
    if [row["outcome"] for row in sessions] != ["completed"]:
        raise DemoError("sessions.csv does not hold one completed session")
    plan = [row["change"] for row in _rows(out_dir / "plan.csv")]
    if plan != ["begun"]:
        raise DemoError(f"plan.csv holds {plan}")
    found = {(row["side"], row["finding"]) for row in _rows(out_dir / "self-tests.csv") if row["finding"]}
    if found != {("left", "limited"), ("right", "below")}:
        raise DemoError(f"self-tests.csv holds {sorted(found)}")
    angles = {
        side: [float(row["angle_deg"]) for row in _rows(out_dir / "self-tests.csv") if _is_angle(row, side)]
        for side in ("left", "right")
    }
    if [len(angles["left"]), len(angles["right"])] != [2, 2] or min(angles["left"]) < 0 < max(
        angles["right"]
    ):
        raise DemoError(f"self-tests.csv holds the angles {angles}")


def _is_angle(row: dict[str, str], side: str) -> bool:
    return row["side"] == side and bool(row["angle_deg"])


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _starts_named() -> bool:
    return any(name.startswith(BEGINS) for name in visible_names())


def _angle_offered() -> bool:
    return any(name.startswith(ANGLE) for name in visible_names())


def _dialog() -> bool:
    return isinstance(QApplication.activeModalWidget(), QFileDialog)


def _fresh_folder(out_dir: Path) -> Path:
    """A data folder inside `out_dir` that no earlier demo has used."""
    number = 1
    while (folder := out_dir / ("data" if number == 1 else f"data-{number}")).exists():
        number += 1
    folder.mkdir(mode=0o700)
    return folder
