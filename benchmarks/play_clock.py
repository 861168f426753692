"""Started once per measurement: plays a session in the real window at its own pace and prints what came when.

usage: play_clock.py DATA_DIR short|whole [STALL_EVERY_S [MINUTES]]. The answer is one line of JSON, with times of
CLOCK_MONOTONIC in seconds. With STALL_EVERY_S the window is held for 300 ms that often; after MINUTES it ends.
"""

import json
import sys
import time
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from supple.app.demo.hand import DemoError, Hand, Script, Seen, press
from supple.app.program import Program
from supple.app.shipped_files import read_voice
from supple.app.start import run
from supple.audio.cue_player import CuePlayer
from supple.domain.ease import plan_timeline
from supple.domain.exercise import Dose, DoseKind, Order
from supple.domain.record import SessionRecord
from supple.domain.routine import Pace, Phase, Routine, SessionPlan, Step
from supple.domain.session import CountdownReached, Event, PhaseStarted, SessionEnded
from supple.domain.speech_fit import Fit
from supple.play.session_player import SessionPlayer
from supple.services import speaker
from supple.services.writes import BeginSession
from supple.storage.database import open_history

STALL_S = 0.3
READY_MS = 4_000  # until the sound helper has found its devices
RINGING_MS = 6_000  # the last chime and the last words
DOSE = Dose(
    kind=DoseKind.HOLD, sets=2, order=Order.ONE_SIDE_THEN_OTHER, prepare_s=5, rest_s=5, switch_s=5, hold_s=5
)
SHORT = Routine(
    id="short",
    name="Short",
    when="",
    days="",
    note="",
    steps=(Step(exercise_id="a3_half_kneeling_hip_flexor", dose=DOSE),),
)


class Log:
    """Listens at the program's own seams: what the session tells, what is said, and what was left out."""

    def __init__(self) -> None:
        self.events: list[dict[str, object]] = []
        self.said: list[dict[str, object]] = []
        self.hushed: list[float] = []
        self.dropped: list[dict[str, object]] = []
        self.durations: dict[str, int] = {}
        self._phase = -1
        self._end_ms = 0

    def listen(self) -> None:
        """Put an ear on the classes before a session is made."""
        tell, say, hush, plan = SessionPlayer._tell, CuePlayer.say, CuePlayer.hush, speaker.plan_phase
        log = self

        def told(player: SessionPlayer, events: list[Event]) -> None:
            for event in events:
                log.take(player, event)
            tell(player, events)

        def heard(cues: CuePlayer, clips: tuple[str, ...]) -> bool:
            can = say(cues, clips)
            log.said.append({"clips": clips, "at_s": time.monotonic(), "phase": log._phase, "heard": can})
            return can

        def hushed(cues: CuePlayer) -> None:
            log.hushed.append(time.monotonic())
            hush(cues)

        def planned(phase: Phase, *arguments: object, **words: object) -> Fit:
            fit = plan(phase, *arguments, **words)
            if fit.dropped:
                log.dropped.append({"phase": log._phase, "parts": [part.value for part in fit.dropped]})
            return fit

        SessionPlayer._tell = told
        CuePlayer.say, CuePlayer.hush = heard, hushed
        speaker.plan_phase = planned

    def take(self, player: SessionPlayer, event: Event) -> None:
        """Note one event: what it is, when it was due and when it was told."""
        now_s = time.monotonic()
        match event:
            case PhaseStarted(phase=phase, due_ms=due_ms):
                self._phase += 1
                facts = {
                    "is": "phase",
                    "kind": phase.kind.value,
                    "side": phase.side.value,
                    "step": phase.step,
                }
                facts |= {"set": phase.set_number, "length_ms": phase.duration_ms}
            case CountdownReached(phase=phase, due_ms=due_ms):
                facts = {"is": "countdown", "kind": phase.kind.value, "set": phase.kind.is_set}
            case SessionEnded(outcome=outcome):
                due_ms = self._end_ms
                facts = {"is": "end", "kind": outcome.value}
            case _:
                return
        if isinstance(event, PhaseStarted):
            self._end_ms = due_ms + event.phase.duration_ms
        self.events.append({**facts, "due_s": (due_ms + player._origin_ms) / 1000, "told_s": now_s})

    @property
    def facts(self) -> dict[str, object]:
        """All of it."""
        return {
            "events": self.events,
            "said": self.said,
            "hushed": self.hushed,
            "dropped": self.dropped,
            "durations": self.durations,
        }


def cut_off(data_dir: Path) -> None:
    """A short session that was cut off before its first set: going on with it plays a routine that does not ship."""
    now = datetime.now().astimezone()
    plan = SessionPlan(routine=SHORT, pace=Pace())
    timeline = plan_timeline(plan)
    history = open_history(data_dir, now=now)
    history.write(
        BeginSession(
            session=SessionRecord(
                session_id="short",
                started_at=now,
                routine_id=SHORT.id,
                routine=SHORT.name,
                planned_s=timeline.total_ms / 1000,
                sets_planned=sum(phase.kind.is_set for phase in timeline.phases),
                plan=plan,
            )
        )
    )
    history.close()


def play(data_dir: Path, *, whole: bool, stall_every_s: float, minutes: float) -> int:
    """Press what a person presses and let the session run out, or for `minutes`."""
    if not whole:
        cut_off(data_dir)
    log = Log()
    log.listen()
    keep: list[object] = []

    def drive(program: Program) -> None:
        def script() -> Script:
            if whole:
                yield Seen("Start routine")
                press("Start routine")
            begin = "Begin session" if whole else "Go on"
            yield Seen(begin)
            began_s = time.monotonic()
            while time.monotonic() - began_s < READY_MS / 1000:
                yield _soon
            log.durations.update(read_voice().durations)
            press(begin)
            yield Seen("Pause")

        hand = Hand(script(), done=give_up)
        program.today_completed.connect(lambda: QTimer.singleShot(0, hand.begin))
        keep.append(hand)
        watch = QTimer(program, interval=200)
        watch.timeout.connect(end_when_done)
        watch.start()
        keep.append(watch)
        if stall_every_s:
            stalls = QTimer(program, interval=round(stall_every_s * 1000))
            stalls.timeout.connect(lambda: time.sleep(STALL_S))
            stalls.start()
            keep.append(stalls)

    def end_when_done() -> None:
        is_over = minutes and log.events and time.monotonic() > log.events[0]["told_s"] + minutes * 60
        if is_over or (log.events and log.events[-1]["is"] == "end"):
            keep[1].stop()
            QTimer.singleShot(RINGING_MS, lambda: QCoreApplication.exit(0))

    def give_up(error: DemoError | None) -> None:
        if error is not None:
            print(error, file=sys.stderr)
            QCoreApplication.exit(1)

    code = run(data_dir, driver=drive)
    print(json.dumps(log.facts))
    return code


def _soon() -> bool:
    return True


if __name__ == "__main__":
    every_s, most_min = (float(word) for word in [*sys.argv[3:], "0", "0"][:2])
    sys.exit(play(Path(sys.argv[1]), whole=sys.argv[2] == "whole", stall_every_s=every_s, minutes=most_min))
