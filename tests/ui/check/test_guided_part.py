"""A guide and what is read after it, as one check: forward, back, pain on the way, and after a power cut."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.domain.checks.edge_pages import EdgeTry, EdgeWay
from supple.domain.checks.tape import Tape
from supple.domain.findings import Finding
from supple.domain.record import CheckRecord
from supple.domain.self_test_pages import Answer
from supple.domain.settings import Lengths
from supple.domain.side import Side
from supple.services.edge_keeping import edge_records
from supple.storage.edge_content import decode_edge_check
from supple.ui.check.edge_part import EdgePart
from supple.ui.check.guided_part import GuidedPart
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button
from supple.ui.kit.theme import Theme

ASSETS = Path(__file__).parents[3] / "assets"
TEXT = decode_edge_check((ASSETS / "content/en/edge_check.json").read_bytes())
LEVEL = Tape(hip_cm=56.0, knee_cm=57.0, thigh_cm=41.5)
GO = Answer.CONTINUE


class Told:
    """What the check told: the page it shows, what it kept, what it ended with."""

    def __init__(self, part: GuidedPart) -> None:
        self.page: object = None
        self.kept: tuple[CheckRecord, ...] = ()
        self.ended: tuple[CheckRecord, ...] | None = None
        self.hurt = False
        part.page_changed.connect(self.take_page)
        part.kept.connect(self.take_kept)
        part.finished.connect(self.take_end)
        part.hurt.connect(self.take_hurt)

    def take_page(self, page: object) -> None:
        self.page = page

    def take_kept(self, rows: tuple[CheckRecord, ...]) -> None:
        self.kept = rows

    def take_end(self, rows: tuple[CheckRecord, ...]) -> None:
        self.ended = rows

    def take_hurt(self, rows: tuple[CheckRecord, ...]) -> None:
        self.ended, self.hurt = rows, True


def made(theme: Theme, way: EdgeWay) -> EdgePart:
    pictures = Pictures(str(ASSETS / "pictures"))
    return EdgePart(theme, pictures, TEXT, unit=Lengths.CM, way=way)


@pytest.fixture
def parts(qtbot: QtBot, theme: Theme) -> tuple[EdgePart, EdgePart]:
    """A guide to photos; a tape stands in for what is read, which needs a photo otherwise."""
    guide, reading = made(theme, EdgeWay.PHOTO), made(theme, EdgeWay.TAPE)
    qtbot.addWidget(guide.page)
    qtbot.addWidget(reading.page)
    return guide, reading


def walk(part: EdgePart, *given: Answer | Tape) -> None:
    for each in given:
        part.page._take(each)


def walk_to_the_end(part: EdgePart) -> None:
    while part.run.page is not None:
        walk(part, GO)


def read_all(part: EdgePart) -> None:
    walk(part, *[GO] * 4)
    for _ in range(4):
        walk(part, GO, GO, LEVEL, Answer.YES, Answer.NO, GO)


def test_what_is_read_comes_after_the_guide_and_back_leads_to_its_last_page(
    parts: tuple[EdgePart, EdgePart],
) -> None:
    guide, reading = parts
    part = GuidedPart(guide, reading)
    told = Told(part)
    part.begin()
    assert told.page is guide.page
    walk_to_the_end(guide)
    assert told.page is reading.page
    next(button for button in reading.page.findChildren(Button) if button.text() == "Back").click()
    assert told.page is guide.page
    assert guide.page.panel.question.text() == "Sit up over your side"
    walk_to_the_end(guide)
    read_all(reading)
    assert told.ended is not None
    assert [row.finding for row in told.ended] == [Finding.LEVEL] * 4


def test_mild_pain_on_the_way_stays_with_what_is_read_of_the_other_hip(
    parts: tuple[EdgePart, EdgePart],
) -> None:
    guide, reading = parts
    part = GuidedPart(guide, reading)
    told = Told(part)
    part.begin()
    walk(guide, *[GO] * 5, Answer.HURTS, Answer.MILD, Answer.GO_ON)
    walk_to_the_end(guide)
    assert [(row.side, row.finding) for row in part.found] == [(Side.LEFT, Finding.PAIN)]
    walk(reading, *[GO] * 4, GO, GO, LEVEL, Answer.YES, Answer.NO)
    assert all(row.finding is None for row in told.kept)


def test_other_pain_on_the_way_ends_the_sitting(parts: tuple[EdgePart, EdgePart]) -> None:
    part = GuidedPart(*parts)
    told = Told(part)
    part.begin()
    walk(parts[0], *[GO] * 5, Answer.HURTS, Answer.OTHER, Answer.FINISH)
    assert told.hurt
    assert part.ended_by_pain
    assert [row.finding for row in told.ended or ()] == [Finding.PAIN]
    assert [row.was_mild for row in part.say_mild()] == [True]
    assert not part.ended_by_pain


def test_after_a_power_cut_what_was_read_is_gone_on_with_without_the_guide(
    parts: tuple[EdgePart, EdgePart],
) -> None:
    part = GuidedPart(*parts)
    told = Told(part)
    part.begin(edge_records([EdgeTry(side=Side.LEFT, try_number=1, tape=LEVEL, back_flat=True)]))
    assert told.page is parts[1].page
    assert part.tries == 1


def test_who_has_photos_already_needs_no_guide(parts: tuple[EdgePart, EdgePart]) -> None:
    part = GuidedPart(*parts)
    told = Told(part)
    part.begin()
    parts[0].page.panel.skip.click()
    assert told.page is parts[1].page
