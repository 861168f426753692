"""Where sound comes from: the chosen device while it is there, the system's own otherwise, and back by itself."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from tests.audio.null_sink import NullSink, hear

from supple.audio import cue_player, sound_devices
from supple.audio.cue_player import CuePlayer, SoundProblem
from supple.domain.cue import Cue

pytestmark = pytest.mark.sound


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[CuePlayer]:
    player = CuePlayer()
    yield player
    player.close()
    player.deleteLater()


def warm(qtbot: QtBot, player: CuePlayer, sink: NullSink, device: str = "testsink") -> SoundProblem:
    """Tested once, and the test's own sound gone."""
    with sink.record(device) as recording, qtbot.waitSignal(player.tested, timeout=20_000) as answer:
        player.test()
        qtbot.waitUntil(lambda: recording.is_over, timeout=10_000)
    problem: SoundProblem = answer.args[0]
    return problem


def heard_at(qtbot: QtBot, sink: NullSink, device: str, player: CuePlayer) -> list[Cue]:
    """What of one cue is heard from `device`, when all that sounded before is gone."""
    with sink.record(device) as recording:
        player.play(Cue.HOLD)
        qtbot.waitUntil(lambda: recording.is_over, timeout=10_000)
    return [sound.cue for sound in hear(recording)]


def test_it_follows_the_systems_default_as_that_changes(
    qtbot: QtBot, null_sink: NullSink, player: CuePlayer
) -> None:
    assert warm(qtbot, player, null_sink) is SoundProblem.NONE
    null_sink.plug_in("headphones", default=True)
    qtbot.wait(500)
    assert heard_at(qtbot, null_sink, "headphones", player) == [Cue.HOLD]
    null_sink.make_default("testsink")
    qtbot.wait(500)
    assert heard_at(qtbot, null_sink, "testsink", player) == [Cue.HOLD]


def test_a_chosen_device_is_kept_whatever_the_system_has(
    qtbot: QtBot, null_sink: NullSink, player: CuePlayer
) -> None:
    null_sink.plug_in("headphones")
    player.set_device(b"headphones")
    assert warm(qtbot, player, null_sink, "headphones") is SoundProblem.NONE
    null_sink.make_default("testsink")
    qtbot.wait(300)
    assert heard_at(qtbot, null_sink, "headphones", player) == [Cue.HOLD]


def test_a_chosen_device_that_is_pulled_out_is_told_and_sound_goes_on_elsewhere_and_back(
    qtbot: QtBot, null_sink: NullSink, player: CuePlayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cue_player, "RETRY_S", 0.0)
    null_sink.plug_in("headphones")
    player.set_device(b"headphones")
    assert warm(qtbot, player, null_sink, "headphones") is SoundProblem.NONE
    null_sink.pull_out("headphones")
    qtbot.wait(300)
    with qtbot.waitSignal(player.problem_changed, timeout=10_000):
        player.play(Cue.TICK)
    assert player.problem is SoundProblem.ELSEWHERE
    assert heard_at(qtbot, null_sink, "testsink", player) == [Cue.HOLD]
    with qtbot.waitSignal(player.problem_changed, timeout=5_000):
        null_sink.plug_in("headphones")
    assert player.problem is SoundProblem.NONE
    assert heard_at(qtbot, null_sink, "headphones", player) == [Cue.HOLD]


def test_another_device_can_be_chosen_while_it_plays(
    qtbot: QtBot, null_sink: NullSink, player: CuePlayer
) -> None:
    null_sink.plug_in("headphones")
    assert warm(qtbot, player, null_sink) is SoundProblem.NONE
    player.set_device(b"headphones")
    qtbot.wait(300)
    assert heard_at(qtbot, null_sink, "headphones", player) == [Cue.HOLD]
    player.set_device(b"")
    qtbot.wait(300)
    assert heard_at(qtbot, null_sink, "testsink", player) == [Cue.HOLD]


def test_the_only_device_comes_back_by_itself(qtbot: QtBot, null_sink: NullSink, player: CuePlayer) -> None:
    assert warm(qtbot, player, null_sink) is SoundProblem.NONE
    with qtbot.waitSignal(player.problem_changed, timeout=5_000):
        null_sink.unplug()
    assert player.problem is SoundProblem.NO_DEVICE
    with qtbot.waitSignal(player.problem_changed, timeout=5_000):
        null_sink.plug_in()
    assert player.problem is SoundProblem.NONE
    assert heard_at(qtbot, null_sink, "testsink", player) == [Cue.HOLD]


def test_the_devices_are_listed_by_name_and_by_what_they_are_called(null_sink: NullSink) -> None:
    null_sink.plug_in("headphones")
    found = sound_devices.look_for_sound().devices
    assert {device.id: device.name for device in found} == {
        b"testsink": "Null Output",
        b"headphones": "headphones",
    }
