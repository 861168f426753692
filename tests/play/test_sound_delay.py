"""Sound that is heard later than it is sent is sent so much earlier, as far as it can be known what comes."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.mat_fixtures import SHORT, Stand

from supple.domain.cue import Cue
from supple.domain.routine import PhaseKind, compile_timeline
from supple.domain.session import SessionState

LEAD_MS = 200
STEP_MS = 20
Make = Callable[[int], Stand]


@pytest.fixture
def stand_with(qtbot: QtBot) -> Iterator[Make]:
    """The short routine with sound that is heard so much later."""
    stands: list[Stand] = []

    def make(lead_ms: int) -> Stand:
        stands.append(Stand(compile_timeline(SHORT), speaks=True, lead_ms=lead_ms))
        return stands[-1]

    yield make
    for stand in stands:
        stand.player.stop()
        stand.player.deleteLater()


def played(stand: Stand) -> tuple[list[tuple[Cue, int]], list[tuple[str, int]]]:
    """All that sounded until the end, in milliseconds from the start."""
    began_ms = stand.clock.ms
    stand.player.start()
    while stand.player.state is not SessionState.ENDED:
        stand.run_ms(STEP_MS, step_ms=STEP_MS)
    stand.run_ms(8_000, step_ms=STEP_MS)
    cues = [(cue, ms - began_ms) for cue, ms in stand.sounds.cue_times]
    return cues, [(clip, ms - began_ms) for clip, ms in stand.sounds.words]


def test_the_same_is_sent_all_earlier_but_for_what_nobody_could_foresee(stand_with: Make) -> None:
    cues, words = played(stand_with(0))
    early_cues, early_words = played(stand_with(LEAD_MS))
    assert [cue for cue, _ in early_cues] == [cue for cue, _ in cues]
    assert [clip for clip, _ in early_words] == [clip for clip, _ in words]
    shifts = [late - early for (_, early), (_, late) in zip(early_cues, cues, strict=True)]
    assert shifts == [0, *[LEAD_MS] * (len(cues) - 1)]  # the first chime follows the press of the button
    shifts = [late - early for (_, early), (_, late) in zip(early_words, words, strict=True)]
    outcome = [clip for clip, _ in words].index("done")
    assert shifts[:outcome] == [LEAD_MS] * outcome
    assert all(shift >= 0 for shift in shifts)


def test_each_cue_sounds_once_even_when_the_clock_was_late(stand_with: Make) -> None:
    stand = stand_with(LEAD_MS)
    stand.player.start()
    stand.run_ms(14_900, step_ms=STEP_MS)  # the chime of the hold was sent 100 ms ago
    assert stand.sounds.cues[-1] is Cue.HOLD
    stand.run_ms(400, step_ms=400)
    assert stand.player.phase.kind is PhaseKind.HOLD
    assert stand.sounds.cues.count(Cue.HOLD) == 1


def test_what_is_skipped_to_sounds_at_once(stand_with: Make) -> None:
    stand = stand_with(LEAD_MS)
    stand.player.start()
    stand.run_ms(5_000)
    before_ms = stand.clock.ms
    stand.player.skip()
    assert stand.sounds.cue_times[-1] == (Cue.HOLD, before_ms)


def test_nothing_is_sent_ahead_while_the_session_stands(stand_with: Make) -> None:
    stand = stand_with(LEAD_MS)
    stand.player.start()
    stand.run_ms(11_700)
    stand.player.pause()
    cues = len(stand.sounds.cues)
    stand.run_ms(5_000)
    assert len(stand.sounds.cues) == cues
    assert stand.sounds.words[-1][0] == "paused"
