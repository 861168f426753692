"""Room for what a self-test amounted to, with what was said beside it; an older reading stays."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table."""
    op.execute(
        """CREATE TABLE readings (
        number INTEGER NOT NULL,
        reading_id TEXT NOT NULL,
        self_test_id TEXT NOT NULL,
        read_at TEXT NOT NULL,
        read_offset_min INTEGER NOT NULL,
        left_rule TEXT NOT NULL,
        left_grade TEXT,
        right_rule TEXT NOT NULL,
        right_grade TEXT,
        sitting TEXT,
        activity TEXT,
        feeling TEXT,
        rules_version TEXT NOT NULL,
        PRIMARY KEY (number),
        CHECK (read_at GLOB '????-??-??T??:??:??.??????Z'),
        CHECK (read_offset_min BETWEEN -1440 AND 1440),
        CHECK (left_grade IN ('moderately sure', 'not very sure')),
        CHECK (right_grade IN ('moderately sure', 'not very sure')),
        CHECK (sitting IN ('up to 4 h a day', '4 to 7 h a day', 'over 7 h a day')),
        CHECK (activity IN ('under 150 min a week', '150 min a week or more')),
        CHECK (feeling IN ('eases for hours after stretching', 'comes back within the hour',
            'is worse late in a run or after climbing')),
        UNIQUE (reading_id)
    )
 STRICT"""
    )
