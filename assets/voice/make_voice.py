"""Makes every clip of the English voice: `python -m assets.voice.make_voice` from the project's folder.

Run it only when assets/voice/en/spoken.json changes; it needs Debian's festival and festvox-us-slt-hts. Each clip is
32 kHz, mono, 16 bit, begins and ends where the speech does, and its loudest 400 ms are at -18 LUFS, as the chimes' are.
A clip whose peaks would come above -3 dBFS is limited. `clips.json` lists what was made.
"""

import hashlib
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt
from assets.cues.make_cues import LOUDNESS_LUFS, PEAK_DBFS, loudness_lufs
from assets.cues.make_cues import RATE_HZ as METER_HZ

from supple.domain.spoken import Clip
from supple.storage.spoken_content import decode_spoken, encode_clips

Samples = npt.NDArray[np.float64]

FOLDER = Path(__file__).parent / "en"
WORDS = FOLDER / "spoken.json"
RATE_HZ = 32_000  # what the voice was made at: more only adds weight
VOICE = "voice_cmu_us_slt_arctic_hts"
FRAME = RATE_HZ // 500  # 2 ms
HEARD_DB = -40.0  # of a frame against the loudest: quieter is the silence round the words
BEFORE_S, AFTER_S = 0.006, 0.040  # kept: a soft consonant begins and a vowel ends below what is heard
LEAD_IN_S, AUDIBLE = 0.019, 0.01  # the most that is kept before the first sample so loud, of the loudest
FADE_IN_S, FADE_OUT_S = 0.004, 0.005
LIMITER_S = 0.004
TRIES = 8  # limiting takes some loudness away again


def synthesise(texts: dict[str, str], folder: Path) -> None:
    """One WAV in `folder` for each text, straight from the engine."""
    lines = [f"({VOICE})"]
    for clip_id, text in texts.items():
        lines.append(
            f'(utt.save.wave (utt.synth (Utterance Text "{text}")) "{folder / clip_id}.wav" (quote riff))'
        )
    script = folder / "say.scm"
    script.write_text("\n".join(lines) + "\n", encoding="utf-8")
    subprocess.run(["festival", "--batch", str(script)], check=True)  # noqa: S603, S607 - a developer's tool


def read(path: Path) -> Samples:
    """Samples from -1 to 1; raises ValueError when the engine spoke at another rate."""
    with wave.open(str(path)) as file:
        if (file.getframerate(), file.getnchannels(), file.getsampwidth()) != (RATE_HZ, 1, 2):
            raise ValueError(f"{path.name} is not {RATE_HZ} Hz, mono, 16 bit")
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float64) / 32768


def clip_loudness_lufs(sound: Samples) -> float:
    """The loudest 400 ms of a clip, measured at the rate the meter's filters are for."""
    count = round(len(sound) * METER_HZ / RATE_HZ)
    spectrum = np.zeros(count // 2 + 1, complex)
    clip = np.fft.rfft(sound)
    spectrum[: len(clip)] = clip
    return loudness_lufs(np.fft.irfft(spectrum, count) * count / len(sound))


def trimmed(sound: Samples) -> Samples:
    """From where the words begin to where they end."""
    frames = len(sound) // FRAME
    level = np.sqrt(np.mean(sound[: frames * FRAME].reshape(frames, FRAME) ** 2, axis=1))
    heard = np.flatnonzero(level > np.max(level) * 10 ** (HEARD_DB / 20))
    sounding = np.flatnonzero(np.abs(sound) > AUDIBLE * np.max(np.abs(sound)))[0]
    first = max(0, heard[0] * FRAME - round(BEFORE_S * RATE_HZ), sounding - round(LEAD_IN_S * RATE_HZ))
    last = min(len(sound), (heard[-1] + 1) * FRAME + round(AFTER_S * RATE_HZ))
    return sound[first:last]


def faded(sound: Samples) -> Samples:
    """The first and last milliseconds brought down to nothing, so that nothing clicks."""
    result = sound.copy()
    rise, fall = round(FADE_IN_S * RATE_HZ), round(FADE_OUT_S * RATE_HZ)
    result[:rise] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(rise) / rise)
    result[-fall:] *= 0.5 + 0.5 * np.cos(np.pi * (np.arange(fall) + 1) / fall)
    return result


def limited(sound: Samples) -> Samples:
    """No sample above the peak: the gain goes down before one that would be, and comes back, within 4 ms."""
    most = 10 ** (PEAK_DBFS / 20)
    width = round(LIMITER_S * RATE_HZ)
    needed = np.minimum(1.0, most / np.maximum(np.abs(sound), 1e-9))
    padded = np.pad(needed, width, constant_values=1.0)
    lowest = np.min(np.lib.stride_tricks.sliding_window_view(padded, 2 * width + 1), axis=1)
    bell = np.hanning(2 * width + 1)
    smooth = np.convolve(np.pad(lowest, width, mode="edge"), bell / np.sum(bell), "valid")
    return np.clip(sound * smooth, -most, most)


def made_equal(sound: Samples) -> Samples:
    """At the loudness of all sounds, or as near as the limiter leaves it."""
    gain_db = 0.0
    result = sound
    for _ in range(TRIES):
        result = limited(sound * 10 ** (gain_db / 20))
        gain_db += LOUDNESS_LUFS - clip_loudness_lufs(result)
    return result


def write(path: Path, sound: Samples) -> bytes:
    """The file of a clip, and its bytes."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(np.round(sound * 32767).astype("<i2").tobytes())
    return path.read_bytes()


def main(folder: Path) -> None:
    texts = dict(decode_spoken(WORDS.read_bytes()).texts)
    clips = []
    with tempfile.TemporaryDirectory() as raw:
        synthesise(texts, Path(raw))
        for old in folder.glob("*.wav"):
            old.unlink()
        for clip_id, text in sorted(texts.items()):
            sound = faded(made_equal(trimmed(read(Path(raw) / f"{clip_id}.wav"))))
            content = write(folder / f"{clip_id}.wav", sound)
            digest = hashlib.sha256(content).hexdigest()[:16]
            duration_ms = -(-len(sound) * 1000 // RATE_HZ)
            clips.append(Clip(id=clip_id, text=text, duration_ms=duration_ms, hash=digest))
    (folder / "clips.json").write_bytes(encode_clips(tuple(clips)))
    total_s = sum(clip.duration_ms for clip in clips) / 1000
    size_mb = sum(path.stat().st_size for path in folder.glob("*.wav")) / 1e6
    print(f"{len(clips)} clips, {total_s:.0f} s, {size_mb:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
