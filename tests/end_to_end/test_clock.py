"""The program itself at its own pace, recorded: every cue is the right one, in order, and on time."""

from pathlib import Path

import pytest
from benchmarks.clock import MEDIAN_MS, Run, faults, play, ready_folder, record
from tests.audio.null_sink import NullSink

from supple.domain.verbosity import Verbosity

pytestmark = [pytest.mark.sound, pytest.mark.slow]

BOUNDARY_MS = 10  # of the median boundary, without stalls


def test_every_cue_of_a_short_session_is_heard_in_order_and_on_time(
    tmp_path: Path, resources: object, null_sink: NullSink
) -> None:
    run = record(ready_folder(tmp_path / "data", Verbosity.CHIMES_ONLY), null_sink, display=None)
    assert run.missing == []
    assert run.in_order
    assert abs(run.cues.median) <= MEDIAN_MS
    assert abs(run.boundaries.median) <= BOUNDARY_MS


def test_what_is_said_never_overlaps_and_names_each_side_before_its_hold(
    tmp_path: Path, resources: object, null_sink: NullSink
) -> None:
    facts = play(ready_folder(tmp_path / "data", Verbosity.FULL), null_sink, None, whole=False)
    assert [event["is"] for event in facts["events"]].count("phase") == 8
    assert faults(facts) == []
    assert len(Run(facts, []).wanted) == 33
