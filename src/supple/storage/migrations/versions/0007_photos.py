"""Room for the small copies of photos that a person keeps; a try says which is its own."""

from alembic import op

revision = "0007"
down_revision = "0006"

# A new table in the place of the old one and not ALTER TABLE: the same text as a history that is made today.
_STATEMENTS = (
    "ALTER TABLE checks RENAME TO checks_0006",
    """CREATE TABLE checks (
        number INTEGER NOT NULL,
        self_test_id TEXT NOT NULL,
        check_name TEXT NOT NULL,
        side TEXT NOT NULL,
        try_number INTEGER NOT NULL,
        answer TEXT NOT NULL,
        finding TEXT,
        value REAL,
        unit TEXT,
        error REAL,
        rules_version TEXT NOT NULL,
        photo_id TEXT,
        PRIMARY KEY (number),
        CHECK (check_name IN ('safety', 'hip_length_floor', 'hip_length_edge', 'hip_length_tape',
            'hip_hold', 'bridge_hold', 'march', 'heel_to_buttock')),
        CHECK (side IN ('left', 'right', 'both')),
        CHECK (try_number >= 1),
        CHECK (finding IN ('below', 'level', 'limited', 'unknown', 'pain')),
        CHECK (unit IN ('deg', 's')),
        CHECK (error >= 0),
        CHECK ((value IS NULL) = (unit IS NULL)),
        FOREIGN KEY(self_test_id) REFERENCES self_tests (self_test_id)
    )
 STRICT""",
    """INSERT INTO checks
        SELECT number, self_test_id, check_name, side, try_number, answer, finding,
            value, unit, error, rules_version, NULL
        FROM checks_0006""",
    "DROP TABLE checks_0006",
    "CREATE INDEX checks_of_self_test ON checks (self_test_id)",
    """CREATE TABLE photos (
        number INTEGER NOT NULL,
        photo_id TEXT NOT NULL,
        self_test_id TEXT NOT NULL,
        kept_at TEXT NOT NULL,
        kept_offset_min INTEGER NOT NULL,
        side TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        points TEXT NOT NULL,
        pixels BLOB NOT NULL,
        PRIMARY KEY (number),
        CHECK (kept_at GLOB '????-??-??T??:??:??.??????Z'),
        CHECK (kept_offset_min BETWEEN -1440 AND 1440),
        CHECK (side IN ('left', 'right', 'both')),
        CHECK (width >= 1),
        CHECK (height >= 1),
        CHECK (json_valid(points)),
        UNIQUE (photo_id),
        FOREIGN KEY(self_test_id) REFERENCES self_tests (self_test_id) ON DELETE CASCADE
    )
 STRICT""",
    "CREATE INDEX photos_of_self_test ON photos (self_test_id)",
)


def upgrade() -> None:
    """Make the table anew with what was in it, and the one for photos."""
    for statement in _STATEMENTS:
        op.execute(statement)
