"""What a person wrote to themselves about exercises."""

from typing import Any

from sqlalchemy import Column, Connection, Table, Text

from supple.domain.record import NoteRecord
from supple.services.writes import KeepNotes
from supple.storage.columns import RowValues, key, metadata, moment_of, text, time, time_row
from supple.storage.subject import Subject, add, put

notes = Table(
    "notes",
    metadata,
    key(),
    Column("exercise_id", Text, nullable=False, unique=True),
    *time("written"),
    text("note"),
    sqlite_strict=True,
)


def _row(note: NoteRecord) -> RowValues:
    return {"exercise_id": note.exercise_id, **time_row("written", note.written_at), "note": note.note}


def _record(row: Any) -> NoteRecord:
    return NoteRecord(
        exercise_id=row.exercise_id,
        written_at=moment_of(row.written_at, row.written_offset_min),
        note=row.note,
    )


def _keep(connection: Connection, write: KeepNotes) -> None:
    for note in write.notes:
        if write.only_new:
            add(connection, notes, _row(note), key="exercise_id")
        else:
            put(connection, notes, _row(note), key="exercise_id")


NOTES = Subject(
    kind=NoteRecord,
    table=notes,
    moment="written_at",
    decode=_record,
    decoders={"notes": _record},
    writes={KeepNotes: _keep},
)
