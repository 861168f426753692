"""edge_check.json: complete, worded with care, with its pictures, and everything said aloud that is to be done."""

import json
import re
from pathlib import Path

import pytest

from supple.domain.checks.edge_pages import (
    AFTER_PAIN,
    BEFORE_A_HIP,
    OF_A_PHOTO,
    OF_A_TRY,
    OFFERED,
    EdgePage,
    EdgeQuestion,
    EdgeWay,
)
from supple.domain.checks.edge_spoken import said_on
from supple.domain.side import Side
from supple.domain.utterance import Voice
from supple.domain.verbosity import Verbosity
from supple.storage.edge_content import decode_edge_check
from supple.storage.spoken_content import decode_clips, decode_spoken

ASSETS = Path(__file__).parents[2] / "assets"
CONTENT = (ASSETS / "content/en/edge_check.json").read_bytes()
TEXT = decode_edge_check(CONTENT)
VOICE = Voice.of(
    decode_spoken((ASSETS / "voice/en/spoken.json").read_bytes()),
    decode_clips((ASSETS / "voice/en/clips.json").read_bytes()),
)
OF_A_HIP = (*OF_A_TRY, EdgeQuestion.UNREADABLE)


def page(question: EdgeQuestion, try_number: int = 1) -> EdgePage:
    side = None if question in BEFORE_A_HIP else Side.LEFT
    return EdgePage(question=question, side=side, try_number=try_number)


def words_said(question: EdgeQuestion, *, try_number: int = 1, verbosity: Verbosity = Verbosity.FULL) -> str:
    clips = [
        clip
        for utterance in said_on(page(question, try_number), VOICE, verbosity=verbosity)
        for clip in utterance.clips
    ]
    return " ".join(VOICE.words.texts[clip] for clip in clips)


def test_every_page_and_every_answer_has_its_words() -> None:
    for way, pages in ((EdgeWay.TAPE, OF_A_TRY), (EdgeWay.PHOTO, OF_A_PHOTO)):
        for question in (*BEFORE_A_HIP, *pages, *AFTER_PAIN, EdgeQuestion.UNREADABLE, EdgeQuestion.FINISH):
            assert tuple(TEXT.page(question, way).answers) == OFFERED.get(question, ())


def test_who_photographs_alone_is_told_how_before_lying_down() -> None:
    ready = TEXT.page(EdgeQuestion.SET_UP, EdgeWay.PHOTO)
    for word in ("fall", "helper", "chair", "height of your hip", "side", "key", "said aloud"):
        assert word in f"{ready.lead} {ready.note}"
    taken = "Press any key, click or media key when you have your photo."
    assert TEXT.page(EdgeQuestion.PHOTO, EdgeWay.PHOTO).lead == taken


def test_no_text_names_a_side_or_uses_a_word_we_never_say() -> None:
    words = CONTENT.decode()
    assert not re.search(r"\b(left|right)\b", words, re.IGNORECASE)
    assert not re.search(r"positive|negative|\bfail|invalid|error|you have tight", words, re.IGNORECASE)


def test_every_picture_is_there_and_names_the_leg_that_hangs() -> None:
    for question, text in TEXT.pages.items():
        assert (ASSETS / "pictures" / TEXT.exercise_id / f"{text.shot.scene}.webp").is_file(), question
    for question in OF_A_HIP:
        assert "{target}" in TEXT.pages[question].shot.alt, question


def test_the_leg_that_hangs_is_the_one_drawn() -> None:
    facts = json.loads((ASSETS / "pictures" / TEXT.exercise_id / "pictures.json").read_text("utf-8"))
    anchors = facts["scenes"][TEXT.pages[EdgeQuestion.MEASURE].shot.scene]["anchors"]
    assert facts["drawn_side"] == "left"
    assert anchors["knee.R"][1] < anchors["knee.L"][1] - 0.1
    assert abs(anchors["knee.L"][1] - anchors["hip.L"][1]) < 0.1, "no finding is shown where it is measured"


def test_the_setting_up_names_what_keeps_from_falling() -> None:
    lead = TEXT.pages[EdgeQuestion.SET_UP].lead
    for word in ("firm", "wall", "helper", "fall", "floor", "chair"):
        assert word in lead


@pytest.mark.parametrize("question", [q for q in EdgeQuestion if not OFFERED.get(q)])
def test_everything_to_be_done_is_said_aloud(question: EdgeQuestion) -> None:
    assert words_said(question)


def test_at_the_edge_the_voice_says_the_same_with_few_words() -> None:
    assert words_said(EdgeQuestion.SIT, verbosity=Verbosity.BRIEF) == ""
    for question in (EdgeQuestion.ROLL_BACK, EdgeQuestion.LOWER, EdgeQuestion.HEAVY, EdgeQuestion.BRING_BACK):
        assert words_said(question, verbosity=Verbosity.BRIEF) == words_said(question)
    assert words_said(EdgeQuestion.LOWER, verbosity=Verbosity.CHIMES_ONLY) == ""


def test_the_voice_names_both_legs_and_tells_of_a_second_try() -> None:
    assert words_said(EdgeQuestion.LOWER) == "Keep your right knee hugged. Lower your left leg slowly."
    assert words_said(EdgeQuestion.LOWER, try_number=2).startswith(
        "Do that again. Keep your right knee hugged."
    )
    assert words_said(EdgeQuestion.BRING_BACK) == "Bring your left knee back. Hug both knees."


def test_the_leg_goes_heavy_and_ten_seconds_later_that_is_told() -> None:
    first, second = said_on(page(EdgeQuestion.HEAVY), VOICE, verbosity=Verbosity.FULL)
    assert VOICE.words.texts[first.clips[0]] == "Let the leg go heavy."
    assert (first.start_ms, second.start_ms) == (0, 10_000)
    assert first.end_ms < second.start_ms


def test_a_mistake_names_the_file_and_the_place() -> None:
    spoilt = json.loads(CONTENT)
    del spoilt["pages"]["measure"]["question"]
    with pytest.raises(ValueError, match=r"edge_check\.json.*question"):
        decode_edge_check(json.dumps(spoilt).encode())
