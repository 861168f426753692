"""Ready for translators: Qt's tool finds every sentence there is."""

from pathlib import Path

import make_translations
from tests.sentences import bases, calls, messages

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
