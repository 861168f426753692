"""A note to oneself about an exercise: what may stand in it, and how much time the voice gets for it."""

import unicodedata

MOST_CHARACTERS = 120
BEGIN_MS = 700  # until a system's voice begins: 40 ms were measured, a first word took longer
CHARACTER_MS = 90  # generous: at 175 words a minute, the usual pace of such voices, one takes 67


def clean_note(text: str) -> str:
    """`text` on one line: whatever was pasted, without control characters, at most MOST_CHARACTERS long."""
    spaced = "".join(
        " " if unicodedata.category(character) in ("Cc", "Zl", "Zp") else character for character in text
    )
    return " ".join(spaced.split())[:MOST_CHARACTERS].rstrip()


def note_ms(note: str) -> int:
    """Milliseconds after which a voice that is still reading `note` is cut off."""
    return BEGIN_MS + CHARACTER_MS * len(note)
