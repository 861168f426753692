"""Once in a while an open history is read through and a copy kept; what hinders the copy can wait."""

from datetime import timedelta
from pathlib import Path

import pytest

from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.services.writes import AddSet, BeginSession
from supple.storage import DATABASE
from supple.storage.copies import copies
from supple.storage.history import SqlHistory
from supple.storage.look_after import look_after

from .conftest import NOW, one_set, session


@pytest.fixture
def database(folder: Path, history: SqlHistory) -> Path:
    """Of a history that is open, with a session and a set."""
    history.write(BeginSession(session=session()))
    history.write(AddSet(record=one_set(), done_s=13.0))
    return folder / DATABASE


def test_every_record_is_read_and_one_copy_a_day_is_kept(database: Path) -> None:
    found = look_after(database, now=NOW)
    assert found.is_whole
    assert (found.records, found.sessions) == (2, 1)
    assert len(copies(database)) == 1
    look_after(database, now=NOW + timedelta(minutes=5))
    assert len(copies(database)) == 1


def test_of_a_history_with_nothing_in_it_no_copy_is_kept(folder: Path, history: SqlHistory) -> None:
    assert look_after(folder / DATABASE, now=NOW).records == 0
    assert copies(folder / DATABASE) == []


def test_a_copy_that_has_no_place_waits(folder: Path, database: Path) -> None:
    (folder / "backups").write_text("a file where the copies go")
    assert look_after(database, now=NOW).records == 2
    assert copies(database) == []


def test_a_history_that_was_taken_away_is_told_and_not_made_anew(folder: Path) -> None:
    folder.mkdir()
    with pytest.raises(HistoryError) as found:
        look_after(folder / DATABASE, now=NOW)
    assert found.value.trouble is Trouble.MISSING
    assert not (folder / DATABASE).exists()
