"""Opening the history: made when missing, left alone when newer or damaged, copied before it is changed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from supple.domain.record import SessionRecord
from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.services.writes import BeginSession
from supple.storage import DATABASE, REVISIONS
from supple.storage.copies import copies
from supple.storage.database import connect, create_schema, open_history
from supple.storage.inspect import DatabaseState, inspect

from .conftest import NOW, session


def schema_of(path: Path) -> list[tuple[str, str, str]]:
    """Every table and index with its SQL, without regard to spaces."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    return sorted(
        (kind, name, " ".join(sql.split()).replace("( ", "(").replace(" )", ")")) for kind, name, sql in rows
    )


def with_session(folder: Path) -> Path:
    history = open_history(folder, now=NOW)
    history.write(BeginSession(session=session()))
    history.close()
    return folder / DATABASE


def spoil(path: Path) -> None:
    """Overwrite what is behind the header, as a broken disk does."""
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 3] = b"\x5a" * 4096 * 2
    path.write_bytes(content)


def test_a_new_history_is_for_its_owner_alone(folder: Path) -> None:
    history = open_history(folder, now=NOW)
    history.write(BeginSession(session=session()))
    assert folder.stat().st_mode & 0o777 == 0o700
    for part in folder.glob(f"{DATABASE}*"):
        assert part.stat().st_mode & 0o777 == 0o600, part
    history.close()


def test_a_folder_that_others_could_read_is_closed_to_them(folder: Path) -> None:
    path = with_session(folder)
    folder.chmod(0o755)
    path.chmod(0o644)
    open_history(folder, now=NOW).close()
    assert (folder.stat().st_mode & 0o777, path.stat().st_mode & 0o777) == (0o700, 0o600)


def test_the_short_way_and_the_migrations_make_the_same_schema(tmp_path: Path) -> None:
    from supple.storage.migrations.run import upgrade

    for name in ("short.db", "long.db"):
        (tmp_path / name).touch()
    short, long = connect(tmp_path / "short.db"), connect(tmp_path / "long.db")
    with short.begin() as connection:
        create_schema(connection)
    with long.connect() as connection:
        upgrade(connection)
    short.dispose()
    long.dispose()
    assert schema_of(tmp_path / "short.db") == schema_of(tmp_path / "long.db")


def test_every_migration_is_known_to_the_program() -> None:
    from supple.storage.migrations.run import script

    assert tuple(step.revision for step in script().walk_revisions())[::-1] == REVISIONS


def test_an_empty_file_becomes_a_history(folder: Path) -> None:
    folder.mkdir()
    (folder / DATABASE).touch()
    open_history(folder, now=NOW).close()
    assert inspect(folder / DATABASE).state is DatabaseState.CURRENT


def test_what_was_written_is_there_at_the_next_opening(folder: Path) -> None:
    with_session(folder)
    history = open_history(folder, now=NOW)
    assert [s.session_id for s in history.read(SessionRecord)] == ["s1"]
    history.close()


def test_a_set_survives_a_crash_right_after_it_was_written(folder: Path) -> None:
    history = open_history(folder, now=NOW)
    history.write(BeginSession(session=session()))
    crashed = folder.with_name("crashed")
    crashed.mkdir()
    for part in folder.glob(f"{DATABASE}*"):  # what is on the disk at this moment, log and all
        (crashed / part.name).write_bytes(part.read_bytes())
    again = open_history(crashed, now=NOW)
    assert again.unfinished_session() == session()
    again.close()
    history.close()


def test_a_newer_history_is_refused_and_left_as_it_is(folder: Path) -> None:
    path = with_session(folder)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    before = path.read_bytes()
    with pytest.raises(HistoryError) as caught:
        open_history(folder, now=NOW)
    assert caught.value.trouble is Trouble.TOO_NEW
    assert path.read_bytes() == before


@pytest.mark.parametrize("how", ["spoilt", "not a database", "of another program"])
def test_a_damaged_history_is_refused_and_left_as_it_is(folder: Path, how: str) -> None:
    path = with_session(folder)
    match how:
        case "spoilt":
            spoil(path)
        case "not a database":
            path.write_bytes(b"Dear diary, my hips are fine. " * 200)
        case _:
            path.unlink()
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(HistoryError) as caught:
        open_history(folder, now=NOW)
    assert caught.value.trouble is Trouble.DAMAGED
    assert path.read_bytes() == before


class TestMigration:
    """What happens on the way from an older schema, with a second one made up for the purpose."""

    @pytest.fixture
    def next_revision(self, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
        """A history of today, and a copy of the migrations to add to; the program believes in one more."""
        import shutil

        from supple.storage import database, inspect
        from supple.storage.migrations import run

        with_session(folder)
        place = tmp_path / "migrations"
        shutil.copytree(Path(run.__file__).parent, place, ignore=shutil.ignore_patterns("__pycache__"))
        monkeypatch.setattr(run, "__file__", str(place / "run.py"))
        for module in (database, inspect):
            monkeypatch.setattr(module, "REVISIONS", (*REVISIONS, "9999"))
        return place / "versions" / "9999_next.py"

    def write(self, revision: Path, body: str) -> None:
        head = f'from alembic import op\nrevision = "9999"\ndown_revision = "{REVISIONS[-1]}"\n\n\ndef upgrade():\n'
        revision.write_text(head + body)

    def test_the_data_are_kept_and_a_copy_is_made_first(self, folder: Path, next_revision: Path) -> None:
        path = folder / DATABASE
        self.write(next_revision, '    op.execute("ALTER TABLE sessions ADD COLUMN mood TEXT")\n')
        history = open_history(folder, now=NOW)
        assert [s.session_id for s in history.read(SessionRecord)] == ["s1"]
        history.close()
        (copy,) = copies(path)
        assert copy.name.endswith("before-9999.db")
        assert inspect(path).state is DatabaseState.CURRENT
        assert inspect(copy).state is DatabaseState.OLD

    def test_one_that_breaks_off_leaves_nothing_behind(self, folder: Path, next_revision: Path) -> None:
        path = folder / DATABASE
        self.write(next_revision, '    op.execute("CREATE TABLE half (x)")\n    op.execute("nonsense")\n')
        before = schema_of(path)
        with pytest.raises(Exception, match="nonsense"):
            open_history(folder, now=NOW)
        assert schema_of(path) == before
        assert inspect(path).state is DatabaseState.OLD

    def test_damage_that_only_the_copy_brings_to_light_is_told_as_damage(
        self, folder: Path, next_revision: Path
    ) -> None:
        """Two sessions of one name in the table, two of different names in its index."""
        path = folder / DATABASE
        self.write(next_revision, '    op.execute("ALTER TABLE sessions ADD COLUMN mood TEXT")\n')
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (REVISIONS[-1],))
            connection.execute("UPDATE sessions SET session_id = 'session-of-monday'")
            columns = ", ".join(
                row[1]
                for row in connection.execute("PRAGMA table_info(sessions)")
                if row[1] not in ("session_id", "number")
            )
            connection.execute(
                f"INSERT INTO sessions (session_id, {columns}) SELECT 'session-of-sunday', {columns} FROM sessions"  # noqa: S608 - ours
            )
            connection.commit()
        in_table = path.read_bytes().index(b"session-of-sunday20")  # the year that follows is in no index
        with path.open("r+b") as raw:
            raw.seek(in_table)
            raw.write(b"session-of-monday")
        with pytest.raises(HistoryError) as refused:
            open_history(folder, now=NOW)
        assert refused.value.trouble is Trouble.DAMAGED
