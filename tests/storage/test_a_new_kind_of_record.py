"""How many places know a kind of record: docs/ARCHITECTURE.md, "A new kind of record"."""

import re
from pathlib import Path
from typing import get_args

import supple
from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.record import NoteRecord
from supple.services.csv_tables import CSV_PARTS
from supple.services.writes import Write
from supple.storage.schema import SUBJECTS, metadata

SOURCE = Path(supple.__file__).parent
KEEPING = ("domain", "services", "storage")


def test_a_note_is_known_to_the_files_that_a_new_kind_of_record_takes_and_to_no_other() -> None:
    named = rf"\b({NoteRecord.__name__}|NOTES)\b"
    found = {
        str(file.relative_to(SOURCE))
        for folder in KEEPING
        for file in (SOURCE / folder).rglob("*.py")
        if re.search(named, file.read_text())
    }
    assert found == {
        "domain/record.py",
        "services/csv_tables.py",
        "services/writes.py",
        "storage/schema.py",
        "storage/subjects/notes.py",
    }


def test_every_write_and_every_table_has_its_subject() -> None:
    written = [kind for subject in SUBJECTS for kind in subject.writes]
    assert sorted(kind.__name__ for kind in written) == sorted(kind.__name__ for kind in get_args(Write))
    decoded = [table for subject in SUBJECTS for table in subject.decoders]
    assert sorted(decoded) == sorted(metadata.tables)


def test_every_kind_of_record_stands_in_a_file_that_is_exported() -> None:
    exported = {part.kind for parts in CSV_PARTS.values() for part in parts}
    no_table_holds_a_picture = {PhotoRecord}
    assert exported == {subject.kind for subject in SUBJECTS} - no_table_holds_a_picture
