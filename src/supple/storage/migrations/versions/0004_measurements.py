"""What a check measured has a unit: it was an angle or nothing before."""

from alembic import op

revision = "0004"
down_revision = "0003"

# A new table in the place of the old one and not ALTER TABLE: the same text as a history that is made today.
_STATEMENTS = (
    "ALTER TABLE checks RENAME TO checks_0003",
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
            angle_deg, CASE WHEN angle_deg IS NULL THEN NULL ELSE 'deg' END, error_deg, rules_version
        FROM checks_0003""",
    "DROP TABLE checks_0003",
    "CREATE INDEX checks_of_self_test ON checks (self_test_id)",
)


def upgrade() -> None:
    """Make the table anew with what was in it."""
    for statement in _STATEMENTS:
        op.execute(statement)
