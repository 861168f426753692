"""What the history holds: the list of every kind of record, and so of every table.

A table stands with what is written to it and read from it in `storage/subjects`. A change there needs a migration: a
test compares both.
"""

from typing import Any

from supple.storage.columns import metadata
from supple.storage.subject import Subject
from supple.storage.subjects.notes import NOTES
from supple.storage.subjects.pains import PAINS
from supple.storage.subjects.photos import PHOTOS
from supple.storage.subjects.plans import PLANS
from supple.storage.subjects.readings import READINGS
from supple.storage.subjects.safety import SAFETY
from supple.storage.subjects.self_tests import SELF_TESTS
from supple.storage.subjects.sessions import SESSIONS, SETS

__all__ = ["SUBJECTS", "metadata"]

SUBJECTS: tuple[Subject[Any], ...] = (
    SESSIONS,
    SETS,
    SELF_TESTS,
    READINGS,
    PAINS,
    SAFETY,
    NOTES,
    PLANS,
    PHOTOS,
)
