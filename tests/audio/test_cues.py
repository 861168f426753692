"""The shipped sounds: as loud as meant, told apart, and made by the script beside them."""

import itertools
import wave

import numpy as np
import pytest
from assets.cues import make_cues
from tests.audio.null_sink import CUES, RATE_HZ, cue_samples

from supple.domain.cue import Cue

CHIMES = [Cue.COUNTDOWN, Cue.PREPARE, Cue.HOLD, Cue.SWITCH, Cue.REST, Cue.FINISH]


@pytest.mark.parametrize("cue", list(Cue))
def test_every_cue_is_the_file_the_script_makes(cue: Cue) -> None:
    made = make_cues.make(cue) / 32768
    assert np.max(np.abs(made - cue_samples(cue))) <= 1 / 32768  # another processor may round the last bit


@pytest.mark.parametrize("cue", list(Cue))
def test_every_cue_is_48_khz_mono_16_bit(cue: Cue) -> None:
    with wave.open(str(CUES / f"{cue}.wav")) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (48_000, 1, 2)


@pytest.mark.parametrize("cue", list(Cue))
def test_no_cue_comes_near_the_limit(cue: Cue) -> None:
    assert 20 * np.log10(np.max(np.abs(cue_samples(cue)))) < -3


@pytest.mark.parametrize("cue", list(Cue))
def test_every_cue_swells_in_and_dies_away(cue: Cue) -> None:
    sound = np.abs(cue_samples(cue))
    assert np.max(sound[: RATE_HZ // 1000]) < 0.4 * np.max(sound)
    assert np.max(sound[-RATE_HZ // 1000 :]) < 0.01


@pytest.mark.parametrize("cue", CHIMES)
def test_all_chimes_are_equally_loud(cue: Cue) -> None:
    assert make_cues.loudness_lufs(cue_samples(cue)) == pytest.approx(-18, abs=0.1)


def test_the_tick_is_softer_than_the_chimes() -> None:
    assert make_cues.loudness_lufs(cue_samples(Cue.TICK)) < -20


def test_a_full_scale_sine_has_the_loudness_the_standard_says() -> None:
    sine = np.sin(2 * np.pi * 997 * np.arange(RATE_HZ) / RATE_HZ)
    assert make_cues.loudness_lufs(sine) == pytest.approx(-3.01, abs=0.05)


@pytest.mark.parametrize("pair", list(itertools.combinations(Cue, 2)), ids="-".join)
def test_no_two_cues_sound_alike(pair: tuple[Cue, Cue]) -> None:
    first, second = (cue_samples(cue) for cue in pair)
    size = 1 << (len(first) + len(second)).bit_length()
    product = np.fft.irfft(np.fft.rfft(first, size) * np.conj(np.fft.rfft(second, size)), size)
    assert np.max(np.abs(product)) / np.sqrt(np.dot(first, first) * np.dot(second, second)) < 0.6


def test_the_switch_rises_a_fifth() -> None:
    sound = cue_samples(Cue.SWITCH)
    assert _pitch_hz(sound[: round(0.2 * RATE_HZ)]) == pytest.approx(659, abs=6)
    assert _pitch_hz(sound[round(0.24 * RATE_HZ) : round(0.64 * RATE_HZ)]) == pytest.approx(988, abs=6)


def _pitch_hz(sound: make_cues.Samples) -> float:
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), RATE_HZ))
    return float(np.argmax(spectrum))
