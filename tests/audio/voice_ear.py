"""An ear for the voice: finds the clips as they ship in a recording, by what they sound like.

    heard = hear_clips(recording, ["switch-right", "switch-left", "number-3"])

`HeardClip` has the clip, when it began (CLOCK_MONOTONIC, as in null_sink.py), its gain and its likeness. Of clips that
would begin within half a second of one another only the likeliest counts, so name those it could be taken for.
"""

import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tests.audio.null_sink import RATE_HZ, Recording, Samples

VOICE = Path(__file__).parents[2] / "assets" / "voice" / "en"
LEAST_LIKENESS = 0.5  # a clip with a tick in it comes to 0.9, one with a hole in it on a busy machine to 0.7
APART = RATE_HZ // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardClip:
    """One clip that was recognised."""

    clip: str
    at_s: float
    gain_db: float
    likeness: float


def clip_samples(clip: str) -> Samples:
    """The samples of a clip as it ships, at the recording's rate."""
    with wave.open(str(VOICE / f"{clip}.wav")) as file:
        rate_hz, count = file.getframerate(), file.getnframes()
        sound = np.frombuffer(file.readframes(count), "<i2").astype(np.float64) / 32768
    wanted = round(count * RATE_HZ / rate_hz)
    spectrum = np.zeros(wanted // 2 + 1, complex)
    own = np.fft.rfft(sound)
    spectrum[: len(own)] = own
    return np.fft.irfft(spectrum, wanted) * wanted / count


def hear_clips(recording: Recording, clips: Sequence[str]) -> list[HeardClip]:
    """Which of `clips` are in the recording, and when."""
    found = [match for clip in clips for match in _matches(recording, clip)]
    heard: list[HeardClip] = []
    for match in sorted(found, key=_likeness, reverse=True):
        if all(abs(match.at_s - other.at_s) * RATE_HZ > APART for other in heard):
            heard.append(match)
    return sorted(heard, key=_at_s)


def _matches(recording: Recording, clip: str) -> list[HeardClip]:
    """Every place where `clip` is like enough to what was recorded."""
    sound, left = clip_samples(clip), recording.samples
    shifts = len(left) - len(sound) + 1
    if shifts < 1:
        return []
    size = 1 << (len(left) + len(sound)).bit_length()
    product = np.fft.irfft(np.fft.rfft(left, size) * np.conj(np.fft.rfft(sound, size)), size)[:shifts]
    energy = np.concatenate([[0.0], np.cumsum(left**2)])
    window = energy[len(sound) :] - energy[: -len(sound)]
    power = float(np.dot(sound, sound))
    likeness = product / np.sqrt(power * window + 1e-3)
    matches = []
    while np.max(likeness) > LEAST_LIKENESS:
        start = int(np.argmax(likeness))
        matches.append(
            HeardClip(
                clip=clip,
                at_s=recording.began_s + start / RATE_HZ,
                gain_db=float(20 * np.log10(product[start] / power)),
                likeness=float(likeness[start]),
            )
        )
        likeness[max(0, start - APART) : start + APART] = 0
    return matches


def _likeness(heard: HeardClip) -> float:
    return heard.likeness


def _at_s(heard: HeardClip) -> float:
    return heard.at_s
