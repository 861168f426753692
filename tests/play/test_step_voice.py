"""Words of a step: begun with it, due later, waiting for sound that is not ready yet, ended with the step."""

import pytest
from pytestqt.qtbot import QtBot

from supple.domain.utterance import Part, Utterance
from supple.play.step_voice import StepVoice


class Ear:
    """Takes what is said, once it can be heard."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, ...]] = []
        self.hushed = 0
        self.ready = True

    def say(self, clips: tuple[str, ...]) -> bool:
        if self.ready:
            self.heard.append(clips)
        return self.ready

    def hush(self) -> None:
        self.hushed += 1


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def voice(qtbot: QtBot, ear: Ear) -> StepVoice:
    return StepVoice(say=ear.say, hush=ear.hush, lead_ms=int)


def words(clip: str, start_ms: int = 0, duration_ms: int = 500) -> Utterance:
    return Utterance(part=Part.NOTICE, clips=(clip,), start_ms=start_ms, duration_ms=duration_ms)


def test_the_first_words_are_said_at_once_and_the_others_when_they_are_due(
    qtbot: QtBot, voice: StepVoice, ear: Ear
) -> None:
    voice.begin([words("a"), words("b", 150)])
    assert ear.heard == [("a",)]
    qtbot.waitUntil(lambda: ear.heard == [("a",), ("b",)])


def test_the_next_step_ends_what_is_being_said_and_what_was_still_due(
    qtbot: QtBot, voice: StepVoice, ear: Ear
) -> None:
    voice.begin([words("a", duration_ms=5000), words("b", 100)])
    voice.begin([words("c")])
    assert ear.hushed == 1
    qtbot.wait(250)
    assert ear.heard == [("a",), ("c",)]


def test_words_wait_until_sound_is_ready(qtbot: QtBot, voice: StepVoice, ear: Ear) -> None:
    ear.ready = False
    voice.begin([words("a")])
    assert ear.heard == []
    ear.ready = True
    qtbot.waitUntil(lambda: ear.heard == [("a",)])


def test_after_the_end_nothing_is_said(qtbot: QtBot, voice: StepVoice, ear: Ear) -> None:
    voice.begin([words("a"), words("b", 50)])
    voice.end()
    qtbot.wait(120)
    assert ear.heard == [("a",)]
