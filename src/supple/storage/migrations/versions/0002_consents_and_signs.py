"""Room for when each group of safety questions was answered, what was agreed to, and the signs of a pain rating."""

from alembic import op

revision = "0002"
down_revision = "0001"

# New tables in the place of the old ones and not ALTER TABLE: the same text as a history that is made today.
_STATEMENTS = (
    "ALTER TABLE safety_answers RENAME TO safety_answers_0001",
    """CREATE TABLE safety_answers (
        number INTEGER NOT NULL,
        answered_at TEXT NOT NULL,
        answered_offset_min INTEGER NOT NULL,
        ticked TEXT NOT NULL,
        details TEXT,
        PRIMARY KEY (number),
        CHECK (answered_at GLOB '????-??-??T??:??:??.??????Z'),
        CHECK (answered_offset_min BETWEEN -1440 AND 1440),
        CHECK (json_valid(ticked)),
        CHECK (details IS NULL OR json_valid(details))
    )
 STRICT""",
    """INSERT INTO safety_answers (number, answered_at, answered_offset_min, ticked)
        SELECT number, answered_at, answered_offset_min, ticked FROM safety_answers_0001""",
    "DROP TABLE safety_answers_0001",
    "ALTER TABLE pains RENAME TO pains_0001",
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
        signs TEXT NOT NULL,
        exercise_id TEXT NOT NULL,
        PRIMARY KEY (number),
        CHECK (rated_at GLOB '????-??-??T??:??:??.??????Z'),
        CHECK (rated_offset_min BETWEEN -1440 AND 1440),
        CHECK (occasion IN ('before', 'during', 'after', 'next morning', 'worst in 24 h')),
        CHECK (score BETWEEN 0 AND 10),
        CHECK (json_valid(signs)),
        UNIQUE (pain_id),
        FOREIGN KEY(session_id) REFERENCES sessions (session_id)
    )
 STRICT""",
    # What "It hurts" wrote into the note was the signs and nothing else: "chest, giving way".
    """INSERT INTO pains
        SELECT number, pain_id, rated_at, rated_offset_min, occasion, score, session_id, place, note,
            CASE WHEN occasion = 'during' AND note <> '' AND trim(replace(replace(replace(replace(replace(
                note, 'giving way', ''), 'spreading', ''), 'sharp', ''), 'numb', ''), 'chest', ''), ', ') = ''
            THEN '["' || replace(note, ', ', '", "') || '"]' ELSE '[]' END,
            ''
        FROM pains_0001""",
    "DROP TABLE pains_0001",
    "CREATE INDEX pains_by_time ON pains (rated_at)",
    "CREATE INDEX pains_of_session ON pains (session_id)",
)


def upgrade() -> None:
    """Make both tables anew with what was in them."""
    for statement in _STATEMENTS:
        op.execute(statement)
