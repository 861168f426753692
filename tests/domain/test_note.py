"""A note is one line of what can be seen, in any script; an empty one is none."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.note import MOST_CHARACTERS, clean_note, note_ms, with_notes

PASTED = [
    ("  Pad under\r\n the\tknee\n", "Pad under the knee"),
    ("Pad\u2028under\u2029the\x00knee", "Pad under the knee"),
    ("\u202eeenk eht rednu daP\u2066", "eenk eht rednu daP"),
    ("膝の下にパッド", "膝の下にパッド"),
    ("وسادة تحت الركبة", "وسادة تحت الركبة"),
    ("می\u200cخواهم 👩\u200d⚕️", "می\u200cخواهم 👩\u200d⚕️"),  # joiners belong to the word and to the picture
    (" \n ", ""),
]


@pytest.mark.parametrize(("pasted", "kept"), PASTED)
def test_what_is_pasted_becomes_one_line(pasted: str, kept: str) -> None:
    assert clean_note(pasted) == kept


@given(st.text(max_size=400))
def test_a_note_is_short_and_cleaning_it_again_changes_nothing(words: str) -> None:
    note = clean_note(words)
    assert len(note) <= MOST_CHARACTERS
    assert not any(unicodedata.category(character) == "Cc" for character in note)
    assert clean_note(note) == note
    note.encode()


def test_empty_words_take_a_note_away_and_leave_the_others() -> None:
    notes = with_notes({"a1": "Slowly"}, {"a2": "Pad\nunder the knee"})
    assert notes == {"a1": "Slowly", "a2": "Pad under the knee"}
    assert with_notes(notes, {"a2": "  "}) == {"a1": "Slowly"}


def test_a_longer_note_gets_more_time_and_the_longest_a_quarter_of_a_minute_at_most() -> None:
    assert note_ms("Breathe") < note_ms("Pad under the knee") < note_ms("x" * MOST_CHARACTERS) < 15_000
