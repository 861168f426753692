"""The first schema: sessions, sets, self-tests with their checks, pain ratings, safety answers."""

from alembic import op

revision = "0001"
down_revision = None

# As SQL and not as tables of the program, so that it stays what it was.
_STATEMENTS = (
    """CREATE TABLE safety_answers (
        number INTEGER NOT NULL,
        answered_at TEXT NOT NULL,
        answered_offset_min INTEGER NOT NULL,
        ticked TEXT NOT NULL,
        PRIMARY KEY (number),
        CHECK (answered_at GLOB '????-??-??T??:??:??.??????Z'),
        CHECK (answered_offset_min BETWEEN -1440 AND 1440),
        CHECK (json_valid(ticked))
    )
 STRICT""",
    """CREATE TABLE self_tests (
        number INTEGER NOT NULL,
        self_test_id TEXT NOT NULL,
        taken_at TEXT NOT NULL,
        taken_offset_min INTEGER NOT NULL,
        PRIMARY KEY (number),
        CHECK (taken_at GLOB '????-??-??T??:??:??.??????Z'),
        CHECK (taken_offset_min BETWEEN -1440 AND 1440),
        UNIQUE (self_test_id)
    )
 STRICT""",
    """CREATE TABLE sessions (
        number INTEGER NOT NULL,
        session_id TEXT NOT NULL,
        started_at TEXT NOT NULL,
        started_offset_min INTEGER NOT NULL,
        ended_at TEXT,
        ended_offset_min INTEGER,
        routine_id TEXT NOT NULL,
        routine TEXT NOT NULL,
        planned_s REAL NOT NULL,
        sets_planned INTEGER NOT NULL,
        done_s REAL NOT NULL,
        outcome TEXT,
        note TEXT NOT NULL,
        plan_json TEXT,
        PRIMARY KEY (number),
        CHECK (started_at GLOB '????-??-??T??:??:??.??????Z'),
        CHECK (started_offset_min BETWEEN -1440 AND 1440),
        CHECK (ended_at GLOB '????-??-??T??:??:??.??????Z'),
        CHECK (ended_offset_min BETWEEN -1440 AND 1440),
        CHECK (planned_s >= 0),
        CHECK (sets_planned >= 0),
        CHECK (done_s >= 0),
        CHECK (outcome IN ('completed', 'stopped', 'stopped for pain', 'interrupted')),
        CHECK (plan_json IS NULL OR json_valid(plan_json)),
        CHECK ((outcome IS NULL) = (ended_at IS NULL)),
        CHECK (ended_at >= started_at),
        UNIQUE (session_id)
    )
 STRICT""",
    """CREATE TABLE checks (
        number INTEGER NOT NULL,
        self_test_id TEXT NOT NULL,
        check_name TEXT NOT NULL,
        side TEXT NOT NULL,
        try_number INTEGER NOT NULL,
        answer TEXT NOT NULL,
        finding TEXT,
        angle_deg REAL,
        error_deg REAL,
        rules_version TEXT NOT NULL,
        PRIMARY KEY (number),
        CHECK (check_name IN ('safety', 'hip_length_floor', 'hip_length_edge', 'hip_length_tape',
            'hip_hold', 'bridge_hold', 'march', 'heel_to_buttock')),
        CHECK (side IN ('left', 'right', 'both')),
        CHECK (try_number >= 1),
        CHECK (finding IN ('below', 'level', 'limited', 'unknown', 'pain')),
        CHECK (error_deg >= 0),
        FOREIGN KEY(self_test_id) REFERENCES self_tests (self_test_id)
    )
 STRICT""",
    """CREATE TABLE pains (
        number INTEGER NOT NULL,
        pain_id TEXT NOT NULL,
        rated_at TEXT NOT NULL,
        rated_offset_min INTEGER NOT NULL,
        occasion TEXT NOT NULL,
        score INTEGER,
        session_id TEXT,
        place TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (number),
        CHECK (rated_at GLOB '????-??-??T??:??:??.??????Z'),
        CHECK (rated_offset_min BETWEEN -1440 AND 1440),
        CHECK (occasion IN ('before', 'during', 'after', 'next morning', 'worst in 24 h')),
        CHECK (score BETWEEN 0 AND 10),
        UNIQUE (pain_id),
        FOREIGN KEY(session_id) REFERENCES sessions (session_id)
    )
 STRICT""",
    """CREATE TABLE sets (
        number INTEGER NOT NULL,
        set_id TEXT NOT NULL,
        session_id TEXT NOT NULL,
        started_at TEXT NOT NULL,
        started_offset_min INTEGER NOT NULL,
        step INTEGER NOT NULL,
        exercise_id TEXT NOT NULL,
        exercise TEXT NOT NULL,
        side TEXT NOT NULL,
        set_number INTEGER NOT NULL,
        planned_s REAL NOT NULL,
        held_s REAL NOT NULL,
        outcome TEXT NOT NULL,
        planned_reps INTEGER,
        reps INTEGER,
        PRIMARY KEY (number),
        CHECK (started_at GLOB '????-??-??T??:??:??.??????Z'),
        CHECK (started_offset_min BETWEEN -1440 AND 1440),
        CHECK (step >= 1),
        CHECK (side IN ('left', 'right', 'both')),
        CHECK (set_number >= 1),
        CHECK (planned_s >= 0),
        CHECK (held_s >= 0),
        CHECK (outcome IN ('completed', 'cut short', 'skipped')),
        CHECK (planned_reps >= 1),
        CHECK (reps >= 0),
        UNIQUE (set_id),
        FOREIGN KEY(session_id) REFERENCES sessions (session_id)
    )
 STRICT""",
    "CREATE INDEX sessions_by_start ON sessions (started_at)",
    "CREATE INDEX checks_of_self_test ON checks (self_test_id)",
    "CREATE INDEX pains_by_time ON pains (rated_at)",
    "CREATE INDEX pains_of_session ON pains (session_id)",
    "CREATE INDEX sets_by_start ON sets (started_at)",
    "CREATE INDEX sets_of_session ON sets (session_id)",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
