"""Makes every cue of Supple as a WAV file beside this script: `python assets/cues/make_cues.py [DIR]`.

48 kHz, mono, 16 bit, the same bytes' worth of sound each time: sums of decaying sines, and noise from a fixed seed.
The loudest 400 ms of each chime are at -18 LUFS, so that none startles; no sample comes above -3 dBFS.
"""

import sys
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float64]

RATE_HZ = 48_000
LOUDNESS_LUFS = -18.0
PEAK_DBFS = -3.01  # a hair under -3, so that rounding to 16 bit cannot reach it
WINDOW_S = 0.4  # what BS.1770 calls momentary
FADE_IN_S = 0.004  # a freshly opened stream may lose its first millisecond
RELEASE_S = 0.08
SEED = 1

A4, D5, E5, G4, G5, B5 = 440.0, 587.33, 659.26, 392.0, 783.99, 987.77
C5, C6 = 523.25, 1046.5

# Partials of a small bell: ratio to the note, amplitude, how long it rings against the note.
BELL = (
    (0.5, 0.25, 1.3),
    (1, 1, 1),
    (2, 0.45, 0.7),
    (2.76, 0.28, 0.45),
    (4.07, 0.10, 0.28),
    (5.4, 0.06, 0.18),
)
SOFT = ((1, 1, 1), (2, 0.25, 1), (3, 0.08, 1))
BEAT_HZ = 0.35  # each partial is doubled a little apart, as metal does


def _seconds(length_s: float) -> Samples:
    return np.arange(round(length_s * RATE_HZ)) / RATE_HZ


def _stroke(
    note_hz: float, length_s: float, tau_s: float, partials: tuple[tuple[float, float, float], ...]
) -> Samples:
    t = _seconds(length_s)
    sound = np.zeros_like(t)
    for ratio, amplitude, ring in partials:
        decay = np.exp(-t / (tau_s * ring))
        for beat_hz in (-BEAT_HZ, BEAT_HZ):
            sound += amplitude / 2 * decay * np.sin(2 * np.pi * (note_hz * ratio + beat_hz) * t)
    return sound


def _strokes(*notes: tuple[float, float], length_s: float, tau_s: float) -> Samples:
    """Bells struck one after the other: (when in seconds, note in hertz)."""
    sound = np.zeros(round(length_s * RATE_HZ))
    for start_s, note_hz in notes:
        first = round(start_s * RATE_HZ)
        stroke = _stroke(note_hz, length_s - start_s, tau_s, BELL)
        sound[first:] += _fade_in(stroke)[: len(sound) - first]
    return sound


def _fade_in(sound: Samples) -> Samples:
    faded = sound.copy()
    count = round(FADE_IN_S * RATE_HZ)
    faded[:count] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(count) / count)
    return faded


def _release(sound: Samples) -> Samples:
    faded = sound.copy()
    count = min(round(RELEASE_S * RATE_HZ), len(faded) // 2)
    faded[-count:] *= 0.5 + 0.5 * np.cos(np.pi * (np.arange(count) + 1) / count)
    return faded


def _tick() -> Samples:
    """A knock on wood, for the seconds that pass."""
    t = _seconds(0.09)
    knock = np.exp(-t / 0.016) * np.sin(2 * np.pi * 900 * t)
    knock += 0.45 * np.exp(-t / 0.007) * np.sin(2 * np.pi * 900 * 2.57 * t)
    noise = np.random.default_rng(SEED).uniform(-1, 1, len(t))
    return knock + 0.3 * np.exp(-t / 0.003) * noise


def _countdown() -> Samples:
    """A soft note a fourth below the one that begins the hold, so that 3, 2, 1 leads to it."""
    return _stroke(D5, 0.35, 0.09, SOFT)


def _prepare() -> Samples:
    """Two calm strokes on one note: get ready."""
    return _strokes((0, A4), (0.26, A4), length_s=1.4, tau_s=0.32)


def _hold() -> Samples:
    """One clear, high stroke: hold."""
    return _strokes((0, G5), length_s=1.4, tau_s=0.38)


def _switch() -> Samples:
    """A rising fifth: over to the side that comes next."""
    return _strokes((0, E5), (0.22, B5), length_s=1.62, tau_s=0.38)


def _rest() -> Samples:
    """One low stroke that rings long: let go."""
    return _strokes((0, G4), length_s=1.8, tau_s=0.55)


def _finish() -> Samples:
    """A chord that climbs: done."""
    return _strokes((0, C5), (0.2, E5), (0.4, G5), (0.62, C6), length_s=3.02, tau_s=0.55)


RECIPES: dict[str, Callable[[], Samples]] = {
    "tick": _tick,
    "countdown": _countdown,
    "prepare": _prepare,
    "hold": _hold,
    "switch": _switch,
    "rest": _rest,
    "finish": _finish,
}


def _biquad(w: Samples, b: tuple[float, float, float], a: tuple[float, float]) -> npt.NDArray[np.complex128]:
    z = np.exp(-1j * w)
    response: npt.NDArray[np.complex128] = (b[0] + b[1] * z + b[2] * z**2) / (1 + a[0] * z + a[1] * z**2)
    return response


def loudness_lufs(sound: Samples) -> float:
    """The loudest 400 ms after ITU-R BS.1770 (its two filters for 48 kHz); shorter sounds are padded with silence."""
    window = round(WINDOW_S * RATE_HZ)
    padded = np.concatenate([sound, np.zeros(window)])
    spectrum = np.fft.rfft(padded)
    w = np.linspace(0, np.pi, len(spectrum))
    shelf = _biquad(
        w, (1.53512485958697, -2.69169618940638, 1.19839281085285), (-1.69065929318241, 0.73248077421585)
    )
    high_pass = _biquad(w, (1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))
    weighted = np.fft.irfft(spectrum * shelf * high_pass, len(padded))
    power = np.concatenate([[0.0], np.cumsum(weighted**2)])
    loudest = float(np.max(power[window:] - power[:-window])) / window
    return float(-0.691 + 10 * np.log10(loudest))


def make(name: str) -> npt.NDArray[np.int16]:
    """The samples of one cue; a sound too short to be loud stops at the peak instead."""
    sound = _release(_fade_in(RECIPES[name]()))
    sound *= 10 ** ((LOUDNESS_LUFS - loudness_lufs(sound)) / 20)
    peak = float(np.max(np.abs(sound)))
    sound *= min(1.0, 10 ** (PEAK_DBFS / 20) / peak)
    samples: npt.NDArray[np.int16] = np.round(sound * 32767).astype("<i2")
    return samples


def main(folder: Path) -> None:
    for name in RECIPES:
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(make(name).tobytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
