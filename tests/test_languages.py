"""Ready for translators: Qt's tool finds every sentence there is."""

from pathlib import Path

from tests.sentences import calls, extract, messages


def test_every_sentence_reaches_translators(tmp_path: Path) -> None:
    extract(tmp_path / "all.ts")
    given = {(context, message.findtext("source")) for context, message in messages(tmp_path / "all.ts")}
    written = {(call.context, call.words) for call in calls()}
    assert given == written
    assert len(given) > 900


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    assert [call.place for call in calls() if call.words is None or not call.context] == []
