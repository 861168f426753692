"""The player: order of record, sound and screen; saving that is slow or refused; sleep; late chimes."""

from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.mat_fixtures import Stand, waiting_timeline

from supple.domain.course import Course
from supple.domain.cue import Cue
from supple.domain.routine import PhaseKind
from supple.domain.session import Event, PauseReason, SessionOutcome, SessionState, SetEnded
from supple.domain.trouble import Trouble
from supple.play.clock import SessionClock
from supple.services.history import HistoryError


@pytest.fixture
def stand(qapp: QApplication) -> Iterator[Stand]:
    stand = Stand(speaks=True)
    yield stand
    stand.player.stop()
    stand.player.deleteLater()


class Commit:
    """Answers a finished set with a future the test resolves."""

    def __init__(self) -> None:
        self.future: Future[None] = Future()

    def answer(self, event: Event) -> Future[None] | None:
        return self.future if isinstance(event, SetEnded) else None


def test_the_article_routine_sounds_each_phase_and_finishes_once(stand: Stand) -> None:
    stand.player.start()
    stand.run_ms(755_000)
    assert stand.player.state is SessionState.ENDED
    counts = {cue: stand.sounds.cues.count(cue) for cue in Cue}
    assert counts == {
        Cue.PREPARE: 3,
        Cue.HOLD: 36,
        Cue.SWITCH: 21,
        Cue.REST: 12,
        Cue.FINISH: 1,
        Cue.TICK: 36 * 3,
        Cue.COUNTDOWN: 36 * 3,
    }
    assert len(stand.player.sets_ended) == 36


def test_each_event_is_recorded_before_it_is_heard_and_heard_before_it_is_seen(stand: Stand) -> None:
    order: list[str] = []
    stand.notebook.answer = lambda event: order.append(type(event).__name__)
    stand.sounds.play = lambda cue: order.append(cue.value)
    stand.player._play = stand.sounds.play
    stand.player.phase_started.connect(lambda phase: order.append(f"shown {phase.kind}"))
    stand.player.start()
    assert order == ["PhaseStarted", "prepare", "shown prepare"]


def test_words_come_after_the_record_and_before_the_page(stand: Stand) -> None:
    order: list[str] = []
    stand.player.start()
    stand.run_ms(20_000)
    stand.notebook.answer = lambda event: order.append(type(event).__name__)
    stand.player.paused.connect(lambda reason: order.append(f"shown {stand.sounds.words[-1][0]}"))
    stand.player.pause()
    assert order == ["Paused", "shown paused"]


def test_words_are_said_on_time_without_waiting_for_the_heartbeat(stand: Stand) -> None:
    stand.player.start()
    began_ms = stand.clock.ms
    stand.run_ms(15_000 + 10_000, step_ms=1)
    assert ("number-3", began_ms + 22_000) in stand.sounds.words
    assert ("hold", began_ms + 15_500) in stand.sounds.words


def test_the_end_is_told_after_its_chime_and_then_no_timer_is_left(stand: Stand, qtbot: QtBot) -> None:
    stand.player.start(at=71)
    stand.run_ms(20_000)
    assert stand.player.state is SessionState.ENDED
    assert stand.player._boundary_timer.isActive()
    stand.run_ms(5_000)
    assert [word for word, _ in stand.sounds.words][-2:] == [
        "done",
        "number-1+exercise",
    ]  # under a minute is no minute
    assert not stand.player._boundary_timer.isActive()


def test_stopping_ends_what_is_being_said(stand: Stand) -> None:
    stand.player.start()
    stand.run_ms(1_000)
    assert stand.sounds.words[-1][0] == "leg-left"
    stand.player.stop()
    assert stand.sounds.hushed == 1
    assert stand.sounds.words[-1][0] == "ended"


def test_an_easier_way_is_offered_aloud(stand: Stand) -> None:
    stand.player.start()
    stand.run_ms(20_000)
    stand.player.hurt()
    stand.player.offer_easier("a")
    stand.run_ms(2_000)
    stand.player.offer_easier(None)
    assert [word for word, _ in stand.sounds.words][-3:] == ["hurt", "easier+name-a", "half"]


def test_pausing_keeps_the_time_left(stand: Stand) -> None:
    stand.player.start()
    stand.run_ms(15_000 + 3_210)
    stand.player.pause()
    left_ms = stand.player.remaining_ms
    stand.clock.ms += 3_600_000
    assert stand.player.remaining_ms == left_ms == 6_790
    stand.player.resume()
    stand.run_ms(6_789)
    assert stand.player.phase.kind is PhaseKind.HOLD
    stand.run_ms(1)
    assert stand.player.phase.kind is PhaseKind.SWITCH


def test_the_chime_waits_for_the_set_to_be_saved(stand: Stand, qtbot: QtBot) -> None:
    commit = Commit()
    stand.notebook.answer = commit.answer
    stand.player.start()
    stand.run_ms(25_000)
    assert stand.player.phase.kind is PhaseKind.SWITCH
    assert Cue.SWITCH not in stand.sounds.cues
    stand.clock.ms += 40
    commit.future.set_result(None)
    qtbot.waitUntil(lambda: Cue.SWITCH in stand.sounds.cues)
    assert stand.sounds.cues.count(Cue.SWITCH) == 1


def test_slow_saving_is_told_and_the_chime_sounds_anyway(stand: Stand, qtbot: QtBot) -> None:
    commit = Commit()
    stand.notebook.answer = commit.answer
    told: list[str] = []
    stand.player.saving_was_slow.connect(lambda: told.append("slow"))
    stand.player.saving_recovered.connect(lambda: told.append("recovered"))
    stand.player.start()
    stand.run_ms(25_000)
    stand.clock.ms += 99
    stand.player.advance()
    assert Cue.SWITCH not in stand.sounds.cues
    stand.clock.ms += 1
    qtbot.waitUntil(lambda: Cue.SWITCH in stand.sounds.cues)
    assert told == ["slow"]
    commit.future.set_result(None)
    second = Commit()
    second.future.set_result(None)
    stand.notebook.answer = second.answer
    stand.run_ms(16_000)
    qtbot.waitUntil(lambda: told == ["slow", "recovered"])
    assert stand.sounds.cues.count(Cue.SWITCH) == 2


def test_a_full_disk_is_told_and_the_session_goes_on(stand: Stand, qtbot: QtBot) -> None:
    commit = Commit()
    stand.notebook.answer = commit.answer
    troubles: list[Trouble] = []
    stand.player.saving_failed.connect(troubles.append)
    stand.player.start()
    stand.run_ms(25_000)
    commit.future.set_exception(HistoryError(Trouble.FULL))
    qtbot.waitUntil(lambda: troubles == [Trouble.FULL])
    assert Cue.SWITCH in stand.sounds.cues
    assert stand.player.state is SessionState.RUNNING


def test_a_late_chime_is_dropped_but_the_change_of_side_is_always_heard(stand: Stand) -> None:
    stand.player.start()
    stand.run_ms(14_900)
    stand.clock.ms += 100 + 251
    stand.player.advance()
    assert stand.player.phase.kind is PhaseKind.HOLD
    assert Cue.HOLD not in stand.sounds.cues
    stand.run_ms(stand.player.remaining_ms - 100)
    stand.clock.ms += 100 + 900
    stand.player.advance()
    assert stand.sounds.cues[-1] is Cue.SWITCH


def test_a_stall_pauses_where_the_person_was(stand: Stand) -> None:
    reasons: list[PauseReason] = []
    stand.player.paused.connect(reasons.append)
    stand.player.start()
    stand.run_ms(5_000)
    stand.clock.ms += 1_501
    stand.player.advance()
    assert reasons == [PauseReason.STALL]
    assert stand.player.remaining_ms == 10_000


def test_a_machine_that_slept_pauses_the_session(stand: Stand) -> None:
    reasons: list[PauseReason] = []
    stand.player.paused.connect(reasons.append)
    stand.player.start()
    stand.run_ms(5_000)
    stand.clock.slept_ms += 3_600_000
    stand.run_ms(100)
    assert reasons == [PauseReason.GAP]
    stand.player.resume()
    stand.run_ms(1_000)
    assert stand.player.state is SessionState.RUNNING


def test_sleep_during_a_pause_is_no_second_pause(stand: Stand) -> None:
    stand.player.start()
    stand.run_ms(1_000)
    stand.player.pause()
    stand.clock.slept_ms += 3_600_000
    stand.player.resume()
    stand.run_ms(500)
    assert stand.player.state is SessionState.RUNNING


def test_no_timer_runs_while_paused(stand: Stand) -> None:
    stand.player.start()
    assert stand.player._heartbeat.isActive()
    assert stand.player._boundary_timer.isActive()
    stand.player.pause()
    assert not stand.player._heartbeat.isActive()
    assert not stand.player._boundary_timer.isActive()


def test_space_goes_on_when_the_session_waits(qapp: QApplication) -> None:
    stand = Stand(waiting_timeline())
    stand.player.start()
    stand.run_ms(60_000)
    assert stand.player.state is SessionState.WAITING
    stand.player.toggle()
    assert stand.player.phase.kind is PhaseKind.HOLD
    stand.player.toggle()
    assert stand.player.state is SessionState.PAUSED
    stand.player.toggle()
    assert stand.player.state is SessionState.RUNNING
    stand.player.stop()


def test_at_twenty_times_speed_everything_still_sounds(qapp: QApplication) -> None:
    stand = Stand(speed=20)
    stand.player.start()
    stand.run_ms(755_000 // 20, step_ms=50)
    assert stand.player.state is SessionState.ENDED
    assert stand.sounds.cues.count(Cue.HOLD) == 36
    assert [s.held_ms for s in stand.player.sets_ended] == [10_000] * 20 + [20_000] * 16


def test_stopping_for_pain_sounds_no_finish(stand: Stand) -> None:
    stand.player.start()
    stand.run_ms(18_000)
    stand.player.stop(SessionOutcome.STOPPED_FOR_PAIN)
    assert stand.player.state is SessionState.ENDED
    assert Cue.FINISH not in stand.sounds.cues


def test_the_real_clock_drives_it(qtbot: QtBot) -> None:
    from tests.ui.mat_fixtures import SHORT

    from supple.domain.routine import compile_timeline
    from supple.play.session_player import SessionPlayer

    cues: list[Cue] = []
    player = SessionPlayer(
        Course(timeline=compile_timeline(SHORT)),
        record=lambda event: None,
        play=cues.append,
        clock=SessionClock(speed=400),
    )
    with qtbot.waitSignal(player.ended, timeout=5_000):
        player.start()
    assert cues[-1] is Cue.FINISH
    assert [s.held_ms for s in player.sets_ended] == [20_000, 20_000]
    player.deleteLater()
