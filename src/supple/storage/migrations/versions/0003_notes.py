"""Room for what a person wrote to themselves about exercises, which stood among the settings before."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.execute(
        """CREATE TABLE notes (
        number INTEGER NOT NULL,
        exercise_id TEXT NOT NULL,
        written_at TEXT NOT NULL,
        written_offset_min INTEGER NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (number),
        CHECK (written_at GLOB '????-??-??T??:??:??.??????Z'),
        CHECK (written_offset_min BETWEEN -1440 AND 1440),
        UNIQUE (exercise_id)
    )
 STRICT"""
    )
