"""Notes go to the system's voice and everything else to the clips; what the session says ends a note."""

from collections.abc import Sequence

from supple.domain.note import note_ms
from supple.domain.spoken import note_clip
from supple.services.own_words import OwnWords

NOTE = "Pad under the knee"


class Told:
    """A voice and a player that write down what they are asked."""

    def __init__(self, *, volume: float = 0.7, real: bool = True) -> None:
        self.log: list[str] = []
        self.is_reading = False
        self._real = real
        self.words = OwnWords(
            {"a1": NOTE}, reader=self, say=self._clips, hush=self._hush, volume=lambda: volume
        )

    def say(self, words: str, *, volume: float, limit_ms: int) -> bool:
        self.log.append(f"read {words} at {volume} for {limit_ms}")
        self.is_reading = self._real
        return self._real

    def hush(self) -> None:
        self.log.append("hush reader")
        self.is_reading = False

    def _clips(self, clips: Sequence[str]) -> bool:
        self.log.append(f"clips {' '.join(clips)}")
        return True

    def _hush(self) -> None:
        self.log.append("hush clips")


def test_a_note_is_read_for_as_long_as_was_planned() -> None:
    told = Told()
    assert told.words.lengths == {note_clip("a1"): note_ms(NOTE)}
    assert told.words.say((note_clip("a1"),))
    assert told.log == [f"read {NOTE} at 0.7 for {note_ms(NOTE)}"]


def test_a_clip_ends_a_note_that_is_still_being_read() -> None:
    told = Told()
    told.words.say((note_clip("a1"),))
    told.words.say(("leg-left",))
    told.words.say(("hold",))
    assert told.log[1:] == ["hush reader", "clips leg-left", "clips hold"]


def test_a_pause_hushes_both() -> None:
    told = Told()
    told.words.say((note_clip("a1"),))
    told.words.hush()
    assert told.log[1:] == ["hush reader", "hush clips"]


def test_without_a_real_voice_the_speaker_is_told_that_nothing_was_heard() -> None:
    assert not Told(real=False).words.say((note_clip("a1"),))
