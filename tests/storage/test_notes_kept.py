"""What a person wrote about exercises, in the database: kept, copied, salvaged, in an older schema."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from supple.cli import main
from supple.domain.record import NoteRecord, SessionRecord
from supple.services.writes import KeepNotes
from supple.storage import DATABASE
from supple.storage.copies import best_copy, keep_copy
from supple.storage.database import open_history
from supple.storage.history import SqlHistory
from supple.storage.rescue import keep_unsaved, read_unsaved
from supple.storage.salvage import bring_salvaged

from .conftest import NOW
from .damage import LOG, sql, with_sessions

RELEASED = Path(__file__).resolve().parents[1] / "data" / "databases" / "0.1.0.db"


def note(exercise_id: str, words: str) -> NoteRecord:
    return NoteRecord(exercise_id=exercise_id, written_at=NOW, note=words)


def kept(history: SqlHistory) -> dict[str, str]:
    return {each.exercise_id: each.note for each in history.read(NoteRecord)}


def kept_in(folder: Path) -> dict[str, str]:
    history = open_history(folder, now=NOW)
    found = kept(history)
    history.close()
    return found


def test_the_newest_words_count_and_what_was_of_old_never_replaces_them(history: SqlHistory) -> None:
    history.write(
        KeepNotes(
            notes=(
                note("pigeon", "Slowly"),
                note("cat_cow", "Pad"),
            )
        )
    )
    history.write(KeepNotes(notes=(note("pigeon", "Half the range"),)))
    history.write(KeepNotes(notes=(note("cat_cow", ""),)))
    history.write(
        KeepNotes(
            notes=(
                note("pigeon", "Old"),
                note("cat_cow", "Old"),
                note("a1", "Old"),
            ),
            only_new=True,
        )
    )
    assert kept(history) == {"pigeon": "Half the range", "cat_cow": "", "a1": "Old"}
    assert next(iter(history.read(NoteRecord))).written_at == NOW


def test_a_history_of_an_older_schema_gets_room_for_notes(tmp_path: Path) -> None:
    shutil.copy(RELEASED, tmp_path / DATABASE)
    history = open_history(tmp_path, now=NOW)
    assert kept(history) == {}
    history.write(KeepNotes(notes=(note("pigeon", "Slowly"),)))
    history.close()
    assert kept_in(tmp_path) == {"pigeon": "Slowly"}
    assert (copy := best_copy(tmp_path / DATABASE)) is not None  # of the older schema, read all the same
    assert copy.holds.sessions == 1


def test_a_copy_and_what_is_read_out_of_a_damaged_file_have_the_notes(folder: Path) -> None:
    path = with_sessions(folder, "s1", "s2")
    history = open_history(folder, now=NOW)
    history.write(KeepNotes(notes=(note("pigeon", "Slowly"),)))
    history.close()
    with closing(sqlite3.connect(keep_copy(path, now=NOW))) as copy:
        assert copy.execute("SELECT note FROM notes").fetchall() == [("Slowly",)]
    sql(path, "DROP TABLE pains")
    bring_salvaged(path, now=NOW)
    assert kept_in(folder) == {"pigeon": "Slowly"}


def test_an_older_history_that_is_damaged_is_read_out_too(folder: Path) -> None:
    folder.mkdir()
    shutil.copy(RELEASED, folder / DATABASE)
    sql(folder / DATABASE, "DROP TABLE pains")
    bring_salvaged(folder / DATABASE, now=NOW)
    history = open_history(folder, now=NOW)
    assert len(list(history.read(SessionRecord))) == 1
    history.close()


def test_a_log_without_a_note_of_its_file_is_a_foreign_one(folder: Path, tmp_path: Path) -> None:
    live = open_history(tmp_path / "live", now=NOW)
    live.write(KeepNotes(notes=(note("cat_cow", "Theirs"),)))
    folder.mkdir()
    with_sessions(tmp_path / "mine", "s1")
    mine = open_history(tmp_path / "mine", now=NOW)
    mine.write(KeepNotes(notes=(note("pigeon", "Mine"),)))
    mine.close()
    shutil.copyfile(tmp_path / "mine" / DATABASE, folder / DATABASE)
    shutil.copyfile(tmp_path / "live" / LOG, folder / LOG)
    live.close()
    assert kept_in(folder) == {"pigeon": "Mine"}


def test_a_note_that_could_not_be_written_waits_in_the_file_for_it(folder: Path) -> None:
    folder.mkdir()
    write = KeepNotes(notes=(note("pigeon", "膝の下にパッド"),))
    file = keep_unsaved((write,), folder, now=NOW)
    assert file is not None
    assert read_unsaved(file) == (write,)


@pytest.mark.qt_log_ignore("pipewire")
def test_the_command_writes_notes_while_a_window_has_the_history_open(
    folder: Path, history: SqlHistory, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history.write(KeepNotes(notes=(note("pigeon", "Slowly, please"),)))
    assert main(["--data-dir", str(folder), "export", str(tmp_path / "n.csv"), "--what", "notes"]) == 0
    assert capsys.readouterr().err == ""
    lines = (tmp_path / "n.csv").read_text().splitlines()
    assert lines[0] == "exercise_id,written_at,note"
    assert lines[1].startswith("pigeon,")
    assert lines[1].endswith('"Slowly, please"')
