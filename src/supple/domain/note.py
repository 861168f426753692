"""A note to oneself about an exercise: one line in the person's own words."""

import unicodedata
from collections.abc import Mapping

MOST_CHARACTERS = 120
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


def with_note(notes: Mapping[str, str], exercise_id: str, words: str) -> dict[str, str]:
    """`notes` by exercise, with `words` about one of them; empty words take its note away."""
    note = clean_note(words)
    others = {key: kept for key, kept in notes.items() if key != exercise_id}
    return dict(sorted({**others, exercise_id: note}.items())) if note else others
