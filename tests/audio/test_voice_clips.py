"""The clips of the voice as they ship: none missing, none stale, all equally loud, none with its ends cut off."""

import hashlib
import re
import wave
from pathlib import Path

import numpy as np
import pytest
from assets.voice import make_voice

from supple.domain.spoken import MOST_COUNTED, Clip, SpokenWords, number_clip
from supple.storage.spoken_content import decode_clips, decode_spoken, encode_clips

VOICE = make_voice.FOLDER
CLIPS = {clip.id: clip for clip in decode_clips((VOICE / "clips.json").read_bytes())}
MOST_BYTES = 20_000_000


def _words() -> SpokenWords:
    return decode_spoken(make_voice.WORDS.read_bytes())


def _sound(clip_id: str) -> make_voice.Samples:
    return make_voice.read(VOICE / f"{clip_id}.wav")


def test_there_is_a_clip_for_everything_that_can_be_said_and_it_says_that() -> None:
    assert {clip.id: clip.text for clip in CLIPS.values()} == dict(_words().texts), (
        "run: python -m assets.voice.make_voice"
    )


def test_the_list_tells_length_and_content_of_every_file() -> None:
    assert {path.stem for path in VOICE.glob("*.wav")} == set(CLIPS)
    for clip in CLIPS.values():
        content = (VOICE / f"{clip.id}.wav").read_bytes()
        assert hashlib.sha256(content).hexdigest()[:16] == clip.hash, clip.id
        assert len(_sound(clip.id)) / make_voice.RATE_HZ * 1000 <= clip.duration_ms
        assert clip.duration_ms < len(_sound(clip.id)) / make_voice.RATE_HZ * 1000 + 1


def test_the_list_is_read_as_it_was_written() -> None:
    clips = tuple(CLIPS.values())
    assert decode_clips(encode_clips(clips)) == clips


@pytest.mark.parametrize("content", [b"[{}]", b"no list", b'[{"id": 1}]'])
def test_a_list_that_makes_no_sense_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"clips\.json"):
        decode_clips(content)


def test_all_clips_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in VOICE.glob("*.wav")) <= MOST_BYTES


def test_every_clip_is_32_khz_mono_16_bit() -> None:
    for path in VOICE.glob("*.wav"):
        with wave.open(str(path)) as file:
            assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (32_000, 1, 2)


def test_all_clips_are_as_loud_as_the_chimes_and_none_comes_near_the_limit() -> None:
    for clip_id in CLIPS:
        sound = _sound(clip_id)
        assert make_voice.clip_loudness_lufs(sound) == pytest.approx(-18, abs=0.1), clip_id
        assert 20 * np.log10(np.max(np.abs(sound))) < -3, clip_id


def test_every_clip_begins_within_20_milliseconds() -> None:
    for clip_id in CLIPS:
        sound = np.abs(_sound(clip_id))
        assert np.flatnonzero(sound > 0.01 * np.max(sound))[0] <= 0.020 * make_voice.RATE_HZ, clip_id


def test_no_clip_clicks_or_has_its_end_cut_off() -> None:
    for clip_id in CLIPS:
        sound = np.abs(_sound(clip_id))
        loudest = np.max(sound)
        assert sound[0] < 0.001
        assert sound[-1] < 0.001
        assert np.max(sound[-round(0.010 * make_voice.RATE_HZ) :]) < 0.05 * loudest, clip_id


def test_numbers_last_as_long_as_numbers_do() -> None:
    syllables = {7: 2, 11: 3, 17: 3, **dict.fromkeys((13, 14, 15, 16, 18, 19, 20), 2)}
    for number in range(1, MOST_COUNTED + 1):
        length_ms = CLIPS[number_clip(number)].duration_ms
        assert 130 * syllables.get(number, 1) <= length_ms <= 450 + 200 * syllables.get(number, 1), number


def test_three_two_one_each_end_before_the_next_second() -> None:
    assert all(CLIPS[number_clip(number)].duration_ms < 900 for number in (3, 2, 1))


def test_no_two_numbers_sound_alike() -> None:
    spectra = [np.abs(np.fft.rfft(_sound(number_clip(n)), 32768)) for n in range(1, 11)]
    for first in range(10):
        for second in range(first):
            a, b = spectra[first], spectra[second]
            assert np.dot(a, b) / np.linalg.norm(a) / np.linalg.norm(b) < 0.97


def test_every_clip_has_a_name_that_is_a_file_name() -> None:
    assert all(re.fullmatch(r"[a-z0-9_-]+", clip_id) for clip_id in CLIPS)
    assert isinstance(CLIPS["hold"], Clip)
    assert Path(VOICE / "hold.wav").is_file()
