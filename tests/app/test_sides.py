"""One walk through all 36 holds and the whole self-test in the shipped program: every sense names the same side."""

import csv
import json
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press, visible_names
from supple.app.shipped_files import read_shipped
from supple.audio.cue_player import CuePlayer
from supple.commands.export import export
from supple.domain.cue import PHASE_CUES, Cue
from supple.domain.routine import Phase, PhaseKind
from supple.domain.self_test_pages import Question
from supple.domain.side import Side
from supple.play.session_player import SessionPlayer
from supple.services.export import Days
from supple.ui.check.finding_card import FindingCard
from supple.ui.check.self_test_page import SelfTestPage
from supple.ui.figure.stage import Stage
from supple.ui.kit.side_tag import SideTag
from supple.ui.session.session_page import SessionPage

from .conftest import Open
from .session_on_mat import begin_session, page_of

SPEED = 40.0  # the shortest phase still outlasts the patience of its chime
SIDES = (Side.LEFT, Side.RIGHT)


def told_side(text: str) -> Side:
    """The one side that `text` names first; fails when it names none."""
    places = {side: text.lower().find(side.value) for side in SIDES}
    named = {side: place for side, place in places.items() if place >= 0}
    assert named, text
    return min(named, key=lambda side: named[side])


@cache
def frames(exercise_id: str) -> list[QImage]:
    """The pictures of the loop's and the breath's files, each in the box of the loop: without the air around it."""
    scenes = json.loads(read_shipped(f":/pictures/{exercise_id}/pictures.json"))["scenes"]
    found = []
    box = QRectF(*scenes["loop"]["box"])
    for series in ("loop", "breath"):
        for number in range(scenes[series]["frames"]):
            image = QImage(f":/pictures/{exercise_id}/{series}_{number:02}.webp")
            width, height = image.width(), image.height()
            part = QRectF(box.x() * width, box.y() * height, box.width() * width, box.height() * height)
            found.append(image.copy(part.toRect()).convertToFormat(QImage.Format.Format_ARGB32))
    return found


def is_mirrored(stage: Stage, exercise_id: str) -> bool:
    """Whether the picture on the stage is the file's turned round; fails when it is neither."""
    picture = stage._picture
    assert picture is not None
    shown = picture.image.convertToFormat(QImage.Format.Format_ARGB32)
    for file in frames(exercise_id):
        if shown == file:
            return False
        if shown == file.flipped(Qt.Orientation.Horizontal):
            return True
    pytest.fail(f"the picture on the stage is no frame of {exercise_id}")


class Walk:
    """Looks at everything a person can see and be told at the start of each phase."""

    def __init__(self, page: SessionPage, player: SessionPlayer) -> None:
        self.page = page
        self.holds: list[tuple[int, Side, int]] = []
        self.mirrored: dict[str, dict[Side, bool]] = {}
        self.faults: list[str] = []
        player.phase_started.connect(self.look)

    def look(self, phase: Phase) -> None:
        try:
            self.compare(phase)
        except (AssertionError, pytest.fail.Exception) as fault:
            self.faults.append(f"{phase.kind} {phase.step} {phase.side} {phase.set_number}: {fault}")

    def compare(self, phase: Phase) -> None:
        mat = self.page.mat
        side, other = phase.side, phase.side.other
        assert mat.row.side is side
        assert self.page.side_shown is side
        mat.stage.grab()
        assert mat.stage.side is side
        assert told_side(mat.stage.alt) is side
        assert mat.stage.accessibleName() == f"Picture, {side} side"
        assert self.page.status_text.startswith(f"{side.value.capitalize()} side, ")
        assert f"{other} side" not in self.page.status_text.lower()
        if phase.kind in (PhaseKind.PREPARE, PhaseKind.SWITCH):
            assert told_side(mat.line.words) is side
        if phase.kind is PhaseKind.HOLD:
            self.holds.append((phase.step, side, phase.set_number))
            turned = is_mirrored(mat.stage, phase.exercise_id)
            seen = self.mirrored.setdefault(phase.exercise_id, {})
            assert seen.setdefault(side, turned) is turned


@pytest.mark.slow
@pytest.mark.real_time
def test_all_36_holds_name_one_side_to_eye_ear_reader_and_record(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cues: list[Cue] = []
    monkeypatch.setattr(CuePlayer, "play", lambda _self, cue: cues.append(cue))
    program = opened(data, speed=SPEED)
    begin_session(qtbot)
    page = page_of(program)
    player = program.flows._session._player
    assert player is not None
    walk = Walk(page, player)
    phases = player.timeline.phases
    walk.look(player.phase)
    qtbot.waitUntil(Seen("Done"), timeout=60_000)
    press("Done")
    qtbot.waitUntil(Seen("All routines"))
    opened.end(program)

    assert walk.faults == []
    assert len(walk.holds) == 36
    counting = (Cue.TICK, Cue.COUNTDOWN)
    heard = [cue for cue in cues if cue not in counting]
    assert heard == [*(PHASE_CUES[phase.kind] for phase in phases), Cue.FINISH]
    for exercise_id, seen in walk.mirrored.items():
        assert sorted(seen.values()) == [False, True], exercise_id
    file = tmp_path / "sets.csv"
    export(data, file, what="sets", days=Days())
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [(int(row["step"]), Side(row["side"]), int(row["set"])) for row in csv.DictReader(lines)]
    assert rows == walk.holds


@pytest.mark.slow
def test_every_page_of_the_self_test_names_the_watched_leg_and_hugs_the_other(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    """Left: clearly lifted. Right: flat. The two may never be exchanged on the way to the CSV."""
    program = opened(data)
    press("Start self-test")
    press("Continue")
    sides: list[Side] = []
    for _ in range(60):
        page: QWidget | None = program.window.full
        if not isinstance(page, SelfTestPage) or page.run.page is None:
            break
        now = page.run.page
        if now.side is not None:
            compare_page(page)
            sides.append(now.side)
        answer_page(page, now.question, now.side)
        qtbot.wait(20)
    assert sides.count(Side.LEFT) == sides.count(Side.RIGHT) == 10
    qtbot.waitUntil(Seen("Keep for later"))
    assert [tag.word for tag in program.window.findChildren(SideTag) if tag.isVisible()][:2] == [
        "Left hip",
        "Right hip",
    ]
    left, right = program.window.findChildren(FindingCard)
    assert left.sentence.text().startswith("Your left thigh stayed clearly off the floor both times.")
    assert right.sentence.text().startswith("Your right thigh rests down comfortably.")
    press("Keep for later")
    qtbot.waitUntil(Seen("Start self-test"))
    opened.end(program)

    file = tmp_path / "self-tests.csv"
    export(data, file, what="self-tests", days=Days())
    with file.open(encoding="utf-8", newline="") as lines:
        found = [(row["side"], row["finding"]) for row in csv.DictReader(lines) if row["finding"]]
    assert found == [("left", "limited")] * 2 + [("right", "below")] * 2


def compare_page(page: SelfTestPage) -> None:
    """Tag, sentences, picture and its words on one page."""
    now = page.run.page
    assert now is not None
    assert now.side is not None
    side, other = now.side, now.side.other
    assert page.tag.word == f"{side.value.capitalize()} hip"
    page.stage.grab()
    assert page.stage.side is side
    assert page.stage.accessibleName() == f"Picture, {side} side"
    assert f"{other} knee" in page.stage.alt.lower()
    assert f"the {side} leg" in page.panel.note.lower()
    said = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible()).lower()
    assert f"{other} hip" not in said
    if now.question is not Question.HUG:
        assert f"{other} thigh" not in said
        assert f"{other} leg" not in said
    else:
        assert f"hug your {other} knee" in said


def answer_page(page: SelfTestPage, question: Question, side: Side | None) -> None:
    """As this walk's person: left clearly lifted, right flat, back flat, no pain."""
    names = visible_names()
    wanted = "Clearly lifted" if side is Side.LEFT else "Flat"
    for start in (wanted, "Yes" if "Not sure" in names else "No"):
        found = [name for name in names if name.split(",")[0] == start or name.startswith(f"{start},")]
        if found:
            press(found[0])
            return
    press("Continue")
