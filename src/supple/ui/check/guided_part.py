"""Two parts of one check: a guide that leads a person into position, then what is read from there."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from supple.domain.record import CheckRecord
from supple.domain.side import Side
from supple.ui.check.check_part import CheckPart


class GuidedPart(CheckPart):
    """The guide comes first unless something was read already; its records are of pain, and stay with what is read."""

    def __init__(self, guide: CheckPart, reading: CheckPart, *, parent: QObject | None = None) -> None:
        """Both belong to this one from now on."""
        super().__init__(parent)
        self._guide = guide
        self._reading = reading
        self._present = guide

        for part in (guide, reading):
            part.setParent(self)
            part.page_changed.connect(self.page_changed)
            part.leave_wanted.connect(self.leave_wanted)
            part.signs_wanted.connect(self.signs_wanted)
            part.told_before.connect(self.told_before)
            part.kept.connect(self._keep)
            part.hurt.connect(self._end_for_pain)
        guide.went_back.connect(self.went_back)
        guide.finished.connect(self._begin_reading)
        reading.went_back.connect(self._go_back_to_the_guide)
        reading.finished.connect(self._finish)

    def begin(self, done: Sequence[CheckRecord] = ()) -> None:
        """The guide; after a sitting that was cut off what comes after it."""
        self._present = self._reading if any(row.measured for row in done) else self._guide
        self._present.begin(done)

    def come_back(self) -> None:
        """What was shown last."""
        self._present.come_back()

    def redo(self, side: Side) -> None:
        """Read `side` anew."""
        self._present = self._reading
        self._reading.redo(side)

    def say_mild(self) -> tuple[CheckRecord, ...]:
        """Every pain was mild after all."""
        for part in (self._guide, self._reading):
            if part.ended_by_pain:
                part.say_mild()
        return self.found

    @property
    def tries(self) -> int:
        """What is done."""
        return self._guide.tries + self._reading.tries

    @property
    def found(self) -> tuple[CheckRecord, ...]:
        """What was read, and pain on the way there where nothing was read after it."""
        return self._with_pain(self._reading.found)

    @property
    def asks_before_it_is_left(self) -> bool:
        """As the part that is on."""
        return self._present.asks_before_it_is_left

    @property
    def ended_by_pain(self) -> bool:
        """Whether pain was noted that nobody called mild."""
        return self._guide.ended_by_pain or self._reading.ended_by_pain

    @property
    def is_redone(self) -> bool:
        """Whether one side is read again."""
        return self._reading.is_redone

    def close(self) -> None:
        """Let go of both."""
        self._guide.close()
        self._reading.close()

    def _with_pain(self, rows: Sequence[CheckRecord]) -> tuple[CheckRecord, ...]:
        read = {row.side for row in rows}
        return (*(row for row in self._guide.found if row.side not in read), *rows)

    def _keep(self, rows: Sequence[CheckRecord]) -> None:
        """While it goes on nothing has a finding."""
        if self._present is self._reading:
            rows = [replace(row, finding=None) for row in self._with_pain(rows)]
        self.kept.emit(tuple(rows))

    def _begin_reading(self) -> None:
        self._present = self._reading
        self._reading.begin(())

    def _go_back_to_the_guide(self) -> None:
        self._present = self._guide
        self._guide.come_back()

    def _finish(self, rows: Sequence[CheckRecord]) -> None:
        self.finished.emit(self._with_pain(rows))

    def _end_for_pain(self, rows: Sequence[CheckRecord]) -> None:
        self.hurt.emit(self._with_pain(rows) if self._present is self._reading else tuple(rows))
