"""Started once per kill: begins a session, or goes on with the one cut off, and names each set whose chime sounds.

usage: play_until_killed.py DATA_DIR SPEED. A line "finished STEP SIDE SET" is written when the chime after a completed
set is played, which is when it must be on disk; "slow ..." where the player lost patience with the disk and says so.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from supple.app.demo.hand import DemoError, Hand, Script, Seen, Until, press, visible_names
from supple.app.program import Program
from supple.app.start import run
from supple.audio.cue_player import CuePlayer
from supple.domain.cue import TICKS, Cue
from supple.domain.session import Event, SetEnded, SetOutcome
from supple.play.session_player import SessionPlayer

START = "Start The three hip stretches"
finished: list[tuple[SessionPlayer, SetEnded]] = []


def listen() -> None:
    """Put an ear on the classes before a session is made."""
    remember, play = SessionPlayer._remember, CuePlayer.play

    def remembered(player: SessionPlayer, event: Event) -> None:
        if isinstance(event, SetEnded) and event.outcome is SetOutcome.COMPLETED:
            finished.append((player, event))
        remember(player, event)

    def played(cues: CuePlayer, cue: Cue) -> None:
        while finished and cue not in TICKS:
            player, event = finished.pop(0)
            phase = event.phase
            is_kept = all(future.done() for future, _ in player._commits)
            word = "finished" if is_kept else "slow"
            os.write(1, f"{word} {phase.step} {phase.side} {phase.set_number}\n".encode())
        play(cues, cue)

    SessionPlayer._remember = remembered
    CuePlayer.play = played


def script() -> Script:
    yield _can_begin
    if "Go on" in visible_names():
        press("Go on")
    else:
        press("Routines")  # Today does not offer again what was done today
        yield Seen(START)
        press(START)
        yield Seen("Begin session")
        press("Begin session")
    yield Seen("Pause")
    os.write(1, b"begun\n")
    yield Seen("Done", patience_s=60)
    press("Done")
    yield Until(_is_closed, "the sheet after the session gone")
    os.write(1, b"completed\n")
    QCoreApplication.exit(0)


def _can_begin() -> bool:
    """Whether a session can be begun or gone on with; what goes on is asked over Today."""
    return bool({"Go on", "Routines"} & set(visible_names()))


def _is_closed() -> bool:
    return "Done" not in visible_names() and "Routines" in visible_names()


def give_up(error: DemoError | None) -> None:
    if error is not None:
        print(error, file=sys.stderr)
        QCoreApplication.exit(1)


def drive(program: Program) -> None:
    global hand
    hand = Hand(script(), done=give_up)
    program.today_completed.connect(hand.begin)


if __name__ == "__main__":
    listen()
    sys.exit(run(Path(sys.argv[1]), speed=float(sys.argv[2]), driver=drive))
