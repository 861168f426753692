"""What may stand in a note to oneself, and the time a voice gets for it."""

import pytest

from supple.domain.own_note import MOST_CHARACTERS, clean_note, note_ms


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("  Pad under the knee \n\t and breathe ", "Pad under the knee and breathe"),
        ("膝の下に\u2028パッド", "膝の下に パッド"),
        ("a\x00b\x1b[0m", "a b [0m"),
        ("\n \t", ""),
        ("x" * 500, "x" * MOST_CHARACTERS),
    ],
)
def test_a_note_is_one_line_without_control_characters(pasted: str, kept: str) -> None:
    assert clean_note(pasted) == kept


def test_a_longer_note_gets_more_time_and_the_longest_a_quarter_of_a_minute_at_most() -> None:
    assert note_ms("Breathe") < note_ms("Pad under the knee") < note_ms("x" * MOST_CHARACTERS) < 15_000
