"""A data folder with something in it, and the command line as a person uses it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.cli import main
from supple.domain.record import SessionRecord, SetRecord, whole_round
from supple.domain.session import SessionOutcome, SetOutcome
from supple.domain.side import Side
from supple.services.writes import AddSafety, AddSet, BeginSession, EndSession, NoteSession
from supple.storage.database import open_history

NOW = datetime(2026, 7, 22, 18, 30, 5, tzinfo=timezone(timedelta(hours=2)))


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one sentence on standard error."""
        lines = self.err.strip().splitlines()
        assert len(lines) == 1, self.err
        return lines[0].removeprefix("supple: ")


Supple = Callable[..., Answer]


@pytest.fixture
def supple(capsys: pytest.CaptureFixture[str]) -> Supple:
    """Give a command in this process."""

    def run(*words: object) -> Answer:
        try:
            code = main([str(word) for word in words])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one session of one day, two sets, and the safety questions answered."""
    folder = tmp_path / "data"
    history = open_history(folder, now=NOW)
    history.write(
        BeginSession(
            session=SessionRecord(
                session_id="s1",
                started_at=NOW,
                routine_id="article_routine",
                routine="After training",
                planned_s=755.0,
                sets_planned=36,
                pain_before=4,
            )
        )
    )
    for number, side in enumerate((Side.LEFT, Side.RIGHT)):
        record = SetRecord(
            set_id=f"set{number}",
            session_id="s1",
            started_at=NOW + timedelta(seconds=20 * number),
            step=1,
            exercise_id="a1",
            exercise="Piriformis stretch",
            side=side,
            set_number=1,
            planned_s=10.0,
            held_s=10.0,
            outcome=SetOutcome.COMPLETED,
        )
        history.write(AddSet(record=record, done_s=20.0))
    history.write(
        EndSession(
            session_id="s1", ended_at=NOW + timedelta(minutes=1), outcome=SessionOutcome.STOPPED, done_s=20.0
        )
    )
    history.write(NoteSession(session_id="s1", pain_after=2, note="=easier"))
    history.write(AddSafety(safety=whole_round(NOW, frozenset({"C2"}))))
    history.close()
    return folder
