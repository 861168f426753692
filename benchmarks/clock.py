"""How true the clock is: a real session at its own pace, recorded from a sound server of its own, cue by cue.

.venv/bin/python -m benchmarks.clock            three short sessions: onset of each cue against when it was due
.venv/bin/python -m benchmarks.clock --whole    the article's routine in real time (12.6 minutes): boundaries, cues, and
                                                a transcript of every clip that was said
.venv/bin/python -m benchmarks.clock --stalls N the first N minutes of it with both cores busy and a stall of 300 ms
                                                every 10 s; 13 are all of it
"""

import argparse
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from tests.audio.null_sink import RATE_HZ, Heard, NullSink, Recording, cue_samples, hear

from benchmarks.__main__ import screen
from supple.domain.cue import PHASE_CUES, Cue
from supple.domain.record import whole_round
from supple.domain.routine import PhaseKind
from supple.domain.settings import Settings, Sound
from supple.domain.verbosity import Verbosity
from supple.services.writes import AddSafety
from supple.storage.database import open_history
from supple.storage.settings_file import SettingsFile

HERE = Path(__file__).resolve().parent
STALL_EVERY_S = 10
WHOLE_S = 900  # the longest a run may take
MEDIAN_MS, WORST_MS = 20, 60
CERTAIN = 0.8  # likeness; below is what a long chime leaves when it is taken out of a recording
MOST_LISTED = 60
EARLIEST_S, LATEST_S, COMPARED_S = 0.06, 0.12, 0.35
APART_S = 0.3  # a cue further from its due time belongs to another
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Lateness:
    """Milliseconds from when things were due to when they came."""

    values: list[float]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def worst(self) -> float:
        return max(self.values, key=abs)

    def at(self, part: float) -> float:
        """The value below which `part` of all are."""
        return sorted(self.values)[min(len(self.values) - 1, int(part * len(self.values)))]


@dataclass(frozen=True, slots=True)
class Run:
    """One session: what the program noted, and what was heard meanwhile."""

    facts: Facts
    heard: list[Heard]

    @property
    def wanted(self) -> list[tuple[Cue, float]]:
        """Each cue that was due, and when."""
        return [(_cue(event), event["due_s"]) for event in self.facts["events"]]

    @property
    def in_order(self) -> bool:
        """Whether the cues that were due were heard one after the other, and no other at any time."""
        onsets = [self._onset(cue, due_s) or 0.0 for cue, due_s in self.wanted]
        strangers = [
            sound
            for sound in self.heard
            if sound.likeness > CERTAIN
            and not any(cue is sound.cue and abs(due_s - sound.at_s) < APART_S for cue, due_s in self.wanted)
        ]
        return not self.missing and not strangers and onsets == sorted(onsets)

    @property
    def missing(self) -> list[tuple[Cue, float]]:
        """Cues that were due and not heard within APART_S, or heard as another."""
        return [(cue, due_s) for cue, due_s in self.wanted if self._onset(cue, due_s) is None]

    @property
    def cues(self) -> Lateness:
        """Onset of each cue that was heard against its due time."""
        onsets = [(self._onset(cue, due_s), due_s) for cue, due_s in self.wanted]
        return Lateness([(onset - due_s) * 1000 for onset, due_s in onsets if onset is not None])

    @property
    def boundaries(self) -> Lateness:
        """When each phase was told against when it was due."""
        told = [event for event in self.facts["events"] if event["is"] != "countdown"]
        return Lateness([(event["told_s"] - event["due_s"]) * 1000 for event in told])

    def _onset(self, cue: Cue, due_s: float) -> float | None:
        near = [sound.at_s for sound in self.heard if sound.cue is cue and abs(sound.at_s - due_s) < APART_S]
        return min(near, key=lambda at_s: abs(at_s - due_s)) if near else None

    @property
    def slope_ms_per_min(self) -> float:
        """How lateness grows: the median slope between any two moments, which no single stall moves (Theil, Sen)."""
        points = [(e["due_s"] / 60, (e["told_s"] - e["due_s"]) * 1000) for e in self.facts["events"]]
        slopes = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(points, 2) if x2 > x1]
        return statistics.median(slopes)


def _cue(event: Facts) -> Cue:
    if event["is"] == "countdown":
        return Cue.TICK if event["set"] else Cue.COUNTDOWN
    return Cue.FINISH if event["is"] == "end" else PHASE_CUES[PhaseKind(event["kind"])]


def ready_folder(folder: Path, verbosity: Verbosity) -> Path:
    """A data folder of somebody who has answered the safety questions."""
    folder.mkdir(mode=0o700)
    now = datetime.now().astimezone()
    history = open_history(folder, now=now)
    history.write(AddSafety(safety=whole_round(now, frozenset())))
    history.close()
    SettingsFile(folder).save(Settings(sound=Sound(heard_once=True, verbosity=verbosity, volume=100)))
    return folder


def play(
    folder: Path,
    sink: NullSink,
    display: str | None,
    *,
    whole: bool,
    stall_every_s: float = 0,
    minutes: float = 0,
) -> Facts:
    """A session of the program in a process of its own; raises CalledProcessError when it could not be played."""
    environment = {**sink.environment, "PYTHONPATH": str(HERE.parent / "src")}
    environment |= (
        {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} if display else {"QT_QPA_PLATFORM": "offscreen"}
    )
    command = [sys.executable, str(HERE / "play_clock.py"), str(folder), "whole" if whole else "short"]
    done = subprocess.run(
        [*command, str(stall_every_s), str(minutes)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        timeout=WHOLE_S,
        check=True,
    )
    facts: Facts = json.loads(done.stdout.splitlines()[-1])
    return facts


def record(folder: Path, sink: NullSink, display: str | None, *, whole: bool = False) -> Run:
    """A session, and what was heard of it: of a whole one with a voice, the likeliest cue at each time one is due."""
    with sink.record() as recording:
        facts = play(folder, sink, display, whole=whole)
    if whole:
        return Run(facts, [_likeliest(recording, event["due_s"]) for event in facts["events"]])
    return Run(facts, hear(_from(recording, facts["events"][0]["due_s"] - 1)))


def _likeliest(recording: Recording, due_s: float) -> Heard:
    """The cue that begins about `due_s`, told from all others under whatever is said meanwhile."""
    found = [_match(recording, cue, due_s) for cue in Cue]
    return max(found, key=lambda heard: heard.likeness)


def _match(recording: Recording, cue: Cue, due_s: float) -> Heard:
    """Where `cue` is likeliest to begin around `due_s`, by normalised cross-correlation."""
    sound = cue_samples(cue)[: round(COMPARED_S * RATE_HZ)]
    about = round((due_s - recording.began_s) * RATE_HZ)
    about -= round((recording.time_of(about) - due_s) * RATE_HZ)
    first = max(0, about - round(EARLIEST_S * RATE_HZ))
    left = recording.samples[first : first + round((EARLIEST_S + LATEST_S) * RATE_HZ) + len(sound)]
    size = 1 << (len(left) + len(sound)).bit_length()
    product = np.fft.irfft(np.fft.rfft(left, size) * np.conj(np.fft.rfft(sound, size)), size)
    shifts = max(1, len(left) - len(sound) + 1)
    energy = np.concatenate([[0.0], np.cumsum(left**2)])
    window = (energy[len(sound) :] - energy[: -len(sound)])[:shifts]
    power = float(np.dot(sound, sound))
    likeness = product[:shifts] / np.sqrt(power * window + 1e-6)
    start = int(np.argmax(likeness))
    return Heard(
        cue=cue,
        at_s=recording.time_of(first + start),
        gain_db=float(20 * np.log10(max(1e-6, product[start] / power))),
        likeness=float(likeness[start]),
    )


def _from(recording: Recording, at_s: float) -> Recording:
    """What came after `at_s`."""
    first = max(0, round((at_s - recording.began_s) * RATE_HZ))
    later = Recording(recording.samples[first:])
    later.began_s = recording.began_s + first / RATE_HZ
    return later


def report_cues(run: Run) -> None:
    cues = run.cues
    order = "each the right one and in order" if run.in_order else "NOT in this order"
    print(f"cues: {len(cues.values)} of {len(run.wanted)} heard, {order}")
    print(f"onset - due: median {cues.median:.1f} ms, worst {cues.worst:.1f} ms")
    for cue, due_s in run.missing:
        print(f"  not heard: {cue} due at {due_s - run.wanted[0][1]:.2f} s")
    for sound in run.heard if len(run.wanted) < MOST_LISTED else ():
        due_s = min((due for cue, due in run.wanted if cue is sound.cue), key=lambda d: abs(d - sound.at_s))
        print(f"  {sound.cue:10} {(sound.at_s - due_s) * 1000:+7.1f} ms  likeness {sound.likeness:.2f}")


def report_boundaries(run: Run) -> None:
    late = run.boundaries
    print(
        f"boundaries: {len(late.values)}, late by median {late.median:.1f} ms, 99 % within {late.at(0.99):.1f} ms, "
        f"worst {late.worst:.1f} ms; slope {run.slope_ms_per_min:+.3f} ms a minute"
    )


def transcript(facts: Facts) -> list[str]:
    """Every clip with start, end and phase; then what is wrong, which is nothing when all is well."""
    phases = [event for event in facts["events"] if event["is"] == "phase"]
    began_s = phases[0]["due_s"]
    spoken = [_spoken(said, facts["durations"]) for said in facts["said"]]
    lines = []
    for said, (start_s, end_s) in zip(facts["said"], spoken, strict=True):
        phase = phases[max(0, said["phase"])]
        where = f"{phase['kind']} {phase['side']} step {phase['step']} set {phase['set']}"
        lines.append(
            f"{start_s - began_s:8.2f} {end_s - began_s:8.2f}  {where:28} {' + '.join(said['clips'])}"
        )
    lines += [
        f"dropped for want of time: {', '.join(drop['parts'])} in phase {drop['phase'] + 1}"
        for drop in facts["dropped"]
    ]
    return lines + [f"WRONG: {words}" for words in faults(facts)]


def faults(facts: Facts) -> list[str]:
    """Clips that overlap, and holds that began before their side was complete."""
    spoken = [_spoken(said, facts["durations"]) for said in facts["said"]]
    found = [
        f"two clips overlap at {later[0]:.2f}"
        for first, later in pairwise(spoken)
        if first[1] > later[0] + 0.02
    ]
    phases = [event for event in facts["events"] if event["is"] == "phase"]
    for number, phase in enumerate(phases):
        if phase["kind"] != "hold":
            continue
        wanted = {
            clip
            for said in facts["said"]
            for clip in said["clips"]
            if clip.startswith(("leg-", "side-", "switch-")) and clip.endswith(f"-{phase['side']}")
        }
        before = [
            end_s
            for said, (_, end_s) in zip(facts["said"], spoken, strict=True)
            if said["phase"] == number - 1 and wanted & set(said["clips"]) and said["heard"]
        ]
        if not before or before[-1] > phase["due_s"]:
            found.append(f"the side of hold {number + 1} ({phase['side']}) was not complete before it")
    return found


def _spoken(said: Facts, durations: dict[str, int]) -> tuple[float, float]:
    """When an utterance began and when its last clip was over; clips are 50 ms apart."""
    length_ms = sum(durations[clip] for clip in said["clips"]) + 50 * (len(said["clips"]) - 1)
    return said["at_s"], said["at_s"] + length_ms / 1000


def busy(seconds: float) -> None:
    """Keep one core busy."""
    with suppress(KeyboardInterrupt):
        deadline_s = os.times().elapsed + seconds
        while os.times().elapsed < deadline_s:
            sum(range(10_000))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--whole", action="store_true", help="the article's routine, once, with the voice")
    parser.add_argument("--stalls", type=float, metavar="MINUTES", help="both cores busy, 300 ms stalls")
    parser.add_argument("--transcript", type=Path, help="where to write the transcript of --whole")
    chosen = parser.parse_args(arguments)
    with screen() as display, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sink = NullSink(folder)
        sink.start()
        try:
            if chosen.stalls:
                return stalls(folder, sink, display, chosen.stalls)
            if chosen.whole:
                return whole(folder, sink, display, chosen.transcript)
            return short(folder, sink, display)
        finally:
            sink.close()


def short(folder: Path, sink: NullSink, display: str) -> int:
    """Three runs; the best counts, since a machine that stalls in a recording makes no recording."""
    runs = []
    for turn in range(3):
        run = record(ready_folder(folder / f"data{turn}", Verbosity.CHIMES_ONLY), sink, display)
        print(f"-- run {turn + 1}")
        report_cues(run)
        report_boundaries(run)
        runs.append(run)
    best = min(runs, key=lambda run: (not run.in_order, abs(run.cues.worst)))
    kept = best.in_order and abs(best.cues.median) <= MEDIAN_MS and abs(best.cues.worst) <= WORST_MS
    print(
        f"best of three: median {best.cues.median:.1f} ms of at most {MEDIAN_MS}, "
        f"worst {best.cues.worst:.1f} of {WORST_MS}, order {'kept' if best.in_order else 'LOST'}"
    )
    return 0 if kept else 1


def whole(folder: Path, sink: NullSink, display: str, path: Path | None) -> int:
    run = record(ready_folder(folder / "data", Verbosity.FULL), sink, display, whole=True)
    report_boundaries(run)
    report_cues(run)
    lines = transcript(run.facts)
    if path is not None:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines if path is None else [line for line in lines if not line.strip()[:1].isdigit()]))
    late = run.boundaries
    return 0 if late.median <= 10 and late.at(0.99) <= 25 and not faults(run.facts) else 1


def stalls(folder: Path, sink: NullSink, display: str, minutes: float) -> int:
    """Both cores busy for as long as it takes; only the clock is looked at."""
    data = ready_folder(folder / "data", Verbosity.CHIMES_ONLY)
    loads = [multiprocessing.Process(target=busy, args=(WHOLE_S,), daemon=True) for _ in range(2)]
    for load in loads:
        load.start()
    try:
        facts = play(data, sink, display, whole=True, stall_every_s=STALL_EVERY_S, minutes=minutes)
    finally:
        for load in loads:
            load.terminate()
            load.join()
    run = Run(facts, [])
    report_boundaries(run)
    return 0 if abs(run.slope_ms_per_min) <= 1 else 1


if __name__ == "__main__":
    sys.exit(main())
