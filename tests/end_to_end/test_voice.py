"""The program itself, started in a process of its own, is heard to say what comes and which side."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.app.window import ready_folder
from tests.audio.null_sink import NullSink, hear
from tests.audio.voice_ear import hear_clips

from supple.domain.cue import Cue
from supple.domain.settings import Settings, Sound

BEGIN_A_SESSION = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from supple.app import start
from supple.app.demo.hand import press

def drive(program):
    def offer():
        program.flows.ways.start_routine("article_routine")
        QTimer.singleShot(2500, begin)

    def begin():
        press("Begin session")
        QTimer.singleShot(6500, end)

    def end():
        QApplication.exit(0)

    program.today_completed.connect(lambda: QTimer.singleShot(0, offer))

sys.exit(start.run(Path(sys.argv[1]), driver=drive))
"""
SIDES = ["leg-left", "leg-right"]
NAMES = ["name-a1_piriformis_supine", "name-a2_glute_seated_twist", "name-a3_half_kneeling_hip_flexor"]
STEPS = ["first-a1_piriformis_supine-left", "first-a1_piriformis_supine-right"]


@pytest.mark.sound
@pytest.mark.slow
def test_a_session_begins_with_its_chime_the_exercise_the_side_and_the_first_step(
    tmp_path: Path, resources: object, null_sink: NullSink
) -> None:
    data = ready_folder(tmp_path / "data", settings=Settings(sound=Sound(heard_once=True)))
    script = tmp_path / "begin.py"
    script.write_text(BEGIN_A_SESSION, encoding="utf-8")
    with null_sink.record() as recording:
        done = subprocess.run(
            [sys.executable, str(script), str(data)],
            env={**os.environ, **null_sink.environment, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    clips = hear_clips(recording, [*NAMES, *SIDES, *STEPS])
    assert [clip.clip for clip in clips] == [NAMES[0], SIDES[0], STEPS[0]]
    chime = next(sound for sound in hear(recording) if sound.cue is Cue.PREPARE)
    assert 0.6 < clips[0].at_s - chime.at_s < 0.85  # the chime of a page just built may be late
    assert all(clip.gain_db == pytest.approx(-3.1, abs=1.5) for clip in clips)  # 70 % is what ships
