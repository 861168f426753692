"""Turns the photos of a check into the rows that are kept, and rows of a check that was cut off back into photos."""

from collections.abc import Sequence
from dataclasses import replace

from supple.domain.checks.photo import PhotoReading
from supple.domain.checks.photo_run import SIDES, PhotoRun, PhotoTry, Said
from supple.domain.measurement import Measurement, Unit
from supple.domain.record import MILD_PAIN, Check, CheckRecord

RULES_VERSION = "photo-1"
"""Kept with every finding of a photo."""

_BACK = {Said.YES: "back flat", Said.NO: "back not flat", Said.NOT_SURE: "back not sure"}
_CAMERA = {Said.YES: "camera level", Said.NO: "camera not level", Said.NOT_SURE: "camera not sure"}
_PAIN = "pain"


def photo_records(run: PhotoRun, *, ended: bool) -> tuple[CheckRecord, ...]:
    """One row for each photo, with what was measured on it; findings once the check has `ended`.

    A photo that is kept out has no angle. A side that hurt has a last row that says so.
    """
    rows: list[CheckRecord] = []
    for side in SIDES:
        finding = run.finding(side) if ended else None
        answers = [(_words(each), each.reading, each.photo_id) for each in run.tries if each.side is side]
        if side is run.hurt:
            answers.append((f"{_PAIN}, {MILD_PAIN}" if run.was_mild else _PAIN, None, ""))
        rows += [
            CheckRecord(
                check=Check.HIP_LENGTH_EDGE,
                side=side,
                try_number=number,
                answer=answer,
                finding=finding,
                measured=_measured(reading),
                rules_version=RULES_VERSION,
                photo_id=photo_id,
            )
            for number, (answer, reading, photo_id) in enumerate(answers, start=1)
        ]
    return tuple(rows)


def run_of(records: Sequence[CheckRecord]) -> PhotoRun:
    """The run whose photos `records` hold, at the photo that would have come next; the opposite of the above."""
    return PhotoRun([_try_of(record) for record in records if _PAIN not in record.answer.split(", ")])


def _measured(reading: PhotoReading | None) -> Measurement | None:
    if reading is None:
        return None
    return Measurement(
        value=round(reading.angle_deg, 1), unit=Unit.DEGREES, error=round(reading.error_deg, 1)
    )


def _words(each: PhotoTry) -> str:
    words = [_BACK[each.back_flat], _CAMERA[each.camera_level]]
    if each.reading is not None:
        words += [f"marked at {each.reading.first_deg:.1f}", f"and {each.reading.second_deg:.1f}"]
    return ", ".join(words)


def _try_of(record: CheckRecord) -> PhotoTry:
    words = record.answer.split(", ")
    plain = PhotoTry(
        side=record.side,
        back_flat=next((said for said, word in _BACK.items() if word in words), Said.NOT_SURE),
        camera_level=next((said for said, word in _CAMERA.items() if word in words), Said.NOT_SURE),
    )
    angles = [word.split(" ")[-1] for word in words[2:]]
    if len(angles) != 2:
        return plain
    reading = PhotoReading(first_deg=float(angles[0]), second_deg=float(angles[1]))
    return replace(plain, reading=reading, photo_id=record.photo_id)
