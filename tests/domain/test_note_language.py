"""A note is read by a voice of its own language, or not at all."""

import pytest

from supple.audio.voice_helper import locale_for
from supple.domain.note_language import language_of

ENGLISH = ["Pad under the knee", "Slowly", "Don’t push", "left hip: half range, towel", "Breathe."]


@pytest.mark.parametrize("note", ENGLISH)
@pytest.mark.parametrize("system", ["fi", "de", "ru", "ja", "en"])
def test_an_english_note_is_english_whatever_the_system_speaks(note: str, system: str) -> None:
    assert language_of(note, system=system) == "en"


@pytest.mark.parametrize(
    ("note", "system", "language"),
    [
        ("Tyyny polven alle", "fi", "fi"),
        ("hitaasti, on parempi", "fi", "fi"),
        ("Kissen unter das Knie", "de", "de"),
        ("Coussin sous le genou", "fr", "fr"),
        ("kudde under knäet", "sv", "sv"),
        ("Kissen unter die Hüfte", "en", ""),
        ("Kissen unter das Knie", "ru", ""),
        ("Подушка под колено", "ru", "ru"),
        ("Подушка под колено", "uk", "uk"),
        ("Подушка под колено", "en", "ru"),
        ("膝の下にパッド", "ja", "ja"),
        ("膝の下にパッド", "en", "ja"),
        ("膝盖下垫毛巾", "zh", "zh"),
        ("وسادة تحت الركبة", "fa", "fa"),
        ("2 × 30", "fi", "fi"),
    ],
)
def test_a_note_is_in_the_language_of_its_letters_or_of_the_system(
    note: str, system: str, language: str
) -> None:
    assert language_of(note, system=system) == language


@pytest.mark.parametrize(
    ("note", "spoken", "system", "locale"),
    [
        ("Pad under the knee", ["fi_FI", "en_GB", "en_US"], "fi_FI", "en_GB"),
        ("Pad under the knee", ["fi_FI"], "fi_FI", ""),
        ("Pad under the knee", ["en_GB", "en_US"], "en_US", "en_US"),
        ("Tyyny polven alle", ["en_US", "fi_FI"], "fi_FI", "fi_FI"),
        ("Tyyny polven alle", ["en_US"], "fi_FI", ""),
        ("2 × 30", ["en_US"], "fi_FI", ""),
    ],
)
def test_the_voice_is_one_of_that_language_or_nothing_is_read(
    note: str, spoken: list[str], system: str, locale: str
) -> None:
    assert locale_for(note, spoken, system=system) == locale
