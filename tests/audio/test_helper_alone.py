"""The helper for sound by itself: told line by line what to play, and gone when nobody tells it more."""

import subprocess
import time
from collections.abc import Iterator

import pytest
from tests.audio.null_sink import NullSink, Recording, hear
from tests.audio.voice_ear import hear_clips

from supple.audio.cue_voice import HelperReply
from supple.audio.sound_helper import helper_program
from supple.domain.cue import Cue

pytestmark = pytest.mark.sound


@pytest.fixture
def helper(null_sink: NullSink) -> Iterator["subprocess.Popen[str]"]:
    """Started, with its device found."""
    program, arguments = helper_program()
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([program, *arguments], env=null_sink.environment, text=True, **pipes) as helper:
        assert heard_from(helper) == HelperReply.LISTING
        assert heard_from(helper).startswith(HelperReply.READY)
        yield helper
        assert helper.stdin is not None
        helper.stdin.close()
        helper.wait(10)


def heard_from(helper: "subprocess.Popen[str]") -> str:
    assert helper.stdout is not None
    return helper.stdout.readline().strip()


def tell(helper: "subprocess.Popen[str]", *lines: str) -> None:
    assert helper.stdin is not None
    helper.stdin.write("".join(f"{line}\n" for line in lines))
    helper.stdin.flush()


def until_over(recording: Recording) -> None:
    deadline_s = time.monotonic() + 10
    while not recording.is_over:
        assert time.monotonic() < deadline_s, "nothing was heard"
        time.sleep(0.05)


def test_it_plays_what_a_line_says_as_loud_as_it_was_told(
    null_sink: NullSink, helper: "subprocess.Popen[str]"
) -> None:
    tell(helper, "volume 0.5 1.0 1.0", "nonsense", "play nothing-of-ours")
    with null_sink.record() as recording:
        tell(helper, "play hold")
        assert heard_from(helper) == f"{HelperReply.BEGAN} hold"
        until_over(recording)
    (sound,) = hear(recording)
    assert sound.cue is Cue.HOLD
    assert sound.gain_db == pytest.approx(-6.02, abs=0.2)


def test_a_word_is_hushed_and_one_that_is_missing_is_passed_over(
    null_sink: NullSink, helper: "subprocess.Popen[str]"
) -> None:
    with null_sink.record() as recording:
        tell(helper, "say no-such-clip", "say number-1")
        until_over(recording)
    assert [clip.clip for clip in hear_clips(recording, ["number-1", "number-2"])] == ["number-1"]
    with null_sink.record() as silence:
        tell(helper, "say hurt", "hush")
        time.sleep(0.5)
    assert (abs(silence.samples) > 0.01).sum() < 4800  # less than a tenth of a second of eight


def test_it_says_where_it_plays_while_the_chosen_device_is_away(
    null_sink: NullSink, helper: "subprocess.Popen[str]"
) -> None:
    tell(helper, f"device {b'headphones'.hex()}")
    assert heard_from(helper).startswith(HelperReply.ELSEWHERE)
    null_sink.plug_in("headphones")
    assert heard_from(helper).startswith(HelperReply.READY)


def test_it_ends_by_itself_when_nobody_tells_it_more(helper: "subprocess.Popen[str]") -> None:
    assert helper.stdin is not None
    helper.stdin.close()
    assert helper.wait(10) == 0
