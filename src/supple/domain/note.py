"""A note to oneself about an exercise: one line in the person's own words, and how much time a voice gets for it."""

import unicodedata
from collections.abc import Mapping

MOST_CHARACTERS = 120
BEGIN_MS = 700  # until a system's voice begins: 40 ms were measured, a first word took longer
CHARACTER_MS = 90  # generous: at 175 words a minute, the usual pace of such voices, one takes 67
_BREAKS = frozenset({"Cc", "Zl", "Zp"})  # control characters, and what begins a new line or paragraph
_NEVER = frozenset({"Cs", "Cn"})  # halves of characters, and what is none
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""What turns the reading direction of all that follows. Joiners and marks, which scripts need, stay."""


def clean_note(words: str) -> str:
    """`words` as one line of at most MOST_CHARACTERS, without what cannot be seen or would disturb its surroundings."""
    seen = (
        " " if unicodedata.category(character) in _BREAKS else character
        for character in words
        if unicodedata.category(character) not in _NEVER and character not in _TURNING
    )
    return " ".join("".join(seen).split())[:MOST_CHARACTERS].rstrip()


def note_ms(note: str) -> int:
    """Milliseconds after which a voice that is still reading `note` is cut off."""
    return BEGIN_MS + CHARACTER_MS * len(note)


def with_notes(notes: Mapping[str, str], changed: Mapping[str, str]) -> dict[str, str]:
    """`notes` by exercise, with what was `changed`; empty words take a note away."""
    both = {exercise_id: clean_note(words) for exercise_id, words in {**notes, **changed}.items()}
    return {exercise_id: note for exercise_id, note in sorted(both.items()) if note}
