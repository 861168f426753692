"""Says a session's words: the person's own notes by the system's voice, everything else by clips."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from supple.domain.note import note_ms
from supple.domain.spoken import note_clip


class Reader(Protocol):
    """Reads words aloud, for a limited time; answers whether they can be heard."""

    @property
    def is_reading(self) -> bool:
        """Whether it is at it."""
        ...

    def say(self, words: str, *, volume: float, limit_ms: int) -> bool:
        """Read one line now."""
        ...

    def hush(self) -> None:
        """End what is being read."""
        ...


class OwnWords:
    """`notes` by exercise; `say` and `hush` are those of the clips, `volume` (0.0 to 1.0) that of the moment.

    A clip ends a note that is still being read: what the session says comes first.
    """

    def __init__(
        self,
        notes: Mapping[str, str],
        *,
        reader: Reader,
        say: Callable[[Sequence[str]], bool],
        hush: Callable[[], None],
        volume: Callable[[], float],
    ) -> None:
        self._notes = {note_clip(exercise_id): note for exercise_id, note in notes.items()}
        self._reader = reader
        self._say = say
        self._hush = hush
        self._volume = volume

    @property
    def lengths(self) -> dict[str, int]:
        """How long each note may take, by what stands for it among the clips."""
        return {clip: note_ms(note) for clip, note in self._notes.items()}

    def say(self, clips: Sequence[str]) -> bool:
        """As the speaker asks."""
        note = self._notes.get(clips[0]) if clips else None
        if note is not None:
            return self._reader.say(note, volume=self._volume(), limit_ms=note_ms(note))
        self._end_note()
        return self._say(clips)

    def hush(self) -> None:
        """End whatever is being said."""
        self._end_note()
        self._hush()

    def _end_note(self) -> None:
        if self._reader.is_reading:
            self._reader.hush()
