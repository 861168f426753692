"""What is said when something may be dangerous: help at once for the chest, and nothing that makes a person wait."""

from supple.domain.pain import Sign
from supple.domain.spoken import Phrase, phrase_clip
from supple.storage.spoken_content import decode_spoken
from supple.ui.pain_words import advice


def test_chest_pain_sends_for_help_even_if_it_eases() -> None:
    said = advice(score=1, place="", signs=frozenset({Sign.CHEST}))
    assert said is not None
    assert "call your local emergency number now, even if it eases" in said.sentence
    assert "Unless" not in said.sentence


def test_the_voice_says_for_what_to_call_for_help(files: dict[str, bytes]) -> None:
    said = decode_spoken(files["spoken.json"]).texts[phrase_clip(Phrase.HURT)]
    assert said.endswith("For chest pain or trouble breathing, call for help.")
