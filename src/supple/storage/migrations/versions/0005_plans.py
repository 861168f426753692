"""Room for plans of four weeks, each with all that was changed in it."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table."""
    op.execute(
        """CREATE TABLE plans (
        number INTEGER NOT NULL,
        plan_id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        created_offset_min INTEGER NOT NULL,
        starts_on TEXT NOT NULL,
        begun_with_json TEXT NOT NULL,
        basis_json TEXT NOT NULL,
        changes_json TEXT NOT NULL,
        ended_at TEXT,
        ended_offset_min INTEGER,
        rules_version TEXT NOT NULL,
        PRIMARY KEY (number),
        CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),
        CHECK (created_offset_min BETWEEN -1440 AND 1440),
        CHECK (ended_at GLOB '????-??-??T??:??:??.??????Z'),
        CHECK (ended_offset_min BETWEEN -1440 AND 1440),
        CHECK (starts_on GLOB '????-??-??'),
        CHECK (json_valid(begun_with_json)),
        CHECK (json_valid(basis_json)),
        CHECK (json_valid(changes_json)),
        UNIQUE (plan_id)
    )
 STRICT"""
    )
