"""Ready for translators: Qt's tool finds every sentence there is."""

import json
from pathlib import Path

import make_translations
from tests.app import pseudo
from tests.sentences import bases, calls, messages

from supple.domain.wording import PLACE

CONTENT = make_translations.ROOT / "assets" / "content"
ENGLISH = make_translations.FOLDER / "supple_en.ts"


def test_every_sentence_reaches_translators(tmp_path: Path) -> None:
    make_translations.extract(tmp_path / "all.ts", "es")
    given = {(context, message.findtext("source")) for context, message in messages(tmp_path / "all.ts")}
    written = {(call.context, call.words) for call in calls()}
    assert given == written
    assert len(given) > 900


def test_every_number_that_a_sentence_counts_reaches_translators(tmp_path: Path) -> None:
    make_translations.extract(tmp_path / "all.ts", "es")
    given = {
        (context, message.findtext("source"))
        for context, message in messages(tmp_path / "all.ts")
        if message.get("numerus")
    }
    assert given == {(call.context, call.words) for call in calls() if call.counts}
    assert all("%n" not in (call.words or "") for call in calls() if not call.counts)


def test_a_class_that_counts_is_nobodys_base() -> None:
    """Qt asks for the class of the object first, and takes the sentence with its number for a translation."""
    counting = {call.context for call in calls() if call.counts}
    assert counting & bases() == set()


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    assert [call.place for call in calls() if call.words is None or not call.context] == []


def test_english_has_both_forms_of_every_sentence_that_counts(tmp_path: Path) -> None:
    copy = tmp_path / "supple_en.ts"
    copy.write_bytes(ENGLISH.read_bytes())
    make_translations.extract(copy, "en")
    assert copy.read_bytes() == ENGLISH.read_bytes(), "run packaging/make_translations.py"
    forms = [form.text for _, message in messages(ENGLISH) for form in message.iter("numerusform")]
    assert all(forms)


def test_what_is_compiled_is_what_is_written(tmp_path: Path) -> None:
    make_translations.compile_sentences(ENGLISH, tmp_path / "en.qm")
    assert (tmp_path / "en.qm").read_bytes() == ENGLISH.with_suffix(".qm").read_bytes(), (
        "run packaging/make_translations.py"
    )


def others(made_up: Path) -> list[Path]:
    """The content folders of every language but English, and of one that nobody speaks."""
    pseudo.make(made_up)
    return [made_up, *(folder for folder in sorted(CONTENT.iterdir()) if folder.name != "en")]


def test_content_of_another_language_differs_from_the_english_in_its_words_alone(tmp_path: Path) -> None:
    for folder in others(tmp_path):
        for file in folder.glob("*.json"):
            english = json.loads((CONTENT / "en" / file.name).read_bytes())
            assert structure(json.loads(file.read_bytes())) == structure(english), file


def test_a_sentence_of_another_language_brings_the_words_for_its_sides(tmp_path: Path) -> None:
    for folder in others(tmp_path):
        for file in folder.glob("*.json"):
            places = PLACE.finditer(file.read_text("utf-8"))
            assert [place.group() for place in places if place[2] is None] == [], file


def structure(value: object, key: str = "") -> object:
    """What is no words: doses, ids, scenes, sources, and how many sentences there are."""
    if isinstance(value, dict):
        return {name: structure(each, "text" if key in pseudo.MAPS else name) for name, each in value.items()}
    if isinstance(value, list):
        in_words = key in pseudo.LISTS
        return [structure(each, "text" if in_words and isinstance(each, str) else key) for each in value]
    return "" if isinstance(value, str) and value and key in pseudo.TEXTS else value
