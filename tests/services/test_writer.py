"""The writer puts the newest session into whatever history it is given, once and whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.storage.conftest import NOW, one_set, session
from tests.storage.test_photos_kept import one_try, photo, self_test

from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.record import SelfTestRecord, SessionRecord, SetRecord
from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.services.writer import HistoryWriter
from supple.services.writes import AddSelfTest, AddSet, BeginSession, KeepPhoto
from supple.storage.database import open_history
from supple.storage.history import SqlHistory

from .refusing_history import RefusingHistory


@pytest.fixture
def first(tmp_path: Path) -> Iterator[SqlHistory]:
    history = open_history(tmp_path / "first", now=NOW)
    yield history
    history.close()


@pytest.fixture
def second(tmp_path: Path) -> Iterator[SqlHistory]:
    history = open_history(tmp_path / "second", now=NOW)
    yield history
    history.close()


def kept(history: SqlHistory) -> tuple[list[str], list[str]]:
    return (
        [each.session_id for each in history.read(SessionRecord)],
        [each.set_id for each in history.read(SetRecord)],
    )


def test_another_history_in_its_place_is_told_the_whole_session(
    first: SqlHistory, second: SqlHistory
) -> None:
    writer = HistoryWriter(first)
    writer.write(BeginSession(session=session()))
    writer.write(AddSet(record=one_set("a"), done_s=10.0)).result(5)
    writer.use(second).result(5)
    writer.write(AddSet(record=one_set("b"), done_s=20.0)).result(5)
    assert writer.close() == 0
    assert kept(first) == (["s1"], ["a"])
    assert kept(second) == (["s1"], ["a", "b"])


def test_what_waits_can_be_looked_at_and_is_not_lost_by_that(first: SqlHistory) -> None:
    writer = HistoryWriter()
    begun = BeginSession(session=session())
    assert isinstance(writer.write(begun).exception(5), HistoryError)
    assert writer.waiting == (begun,)
    writer.use(first).result(5)
    assert writer.waiting == ()
    assert writer.close() == 0
    assert kept(first) == (["s1"], [])


def test_a_photo_for_which_there_is_no_room_is_given_up_and_nothing_waits_behind_it() -> None:
    history = RefusingHistory()
    writer = HistoryWriter(history)
    writer.write(AddSelfTest(self_test=self_test(one_try()))).result(5)
    history.trouble = Trouble.FULL
    assert isinstance(writer.write(KeepPhoto(photo=photo())).exception(5), HistoryError)
    assert writer.pending == 0
    marked = AddSelfTest(self_test=self_test(one_try(), one_try("", number=2)))
    assert isinstance(writer.write(marked).exception(5), HistoryError)
    assert isinstance(writer.write(KeepPhoto(photo=photo("p2"))).exception(5), HistoryError)
    assert writer.waiting == (marked,)
    history.trouble = None
    assert writer.close() == 0
    [taken] = history.read(SelfTestRecord)
    assert len(taken.checks) == 2
    assert list(history.read(PhotoRecord)) == []
    history.close()
