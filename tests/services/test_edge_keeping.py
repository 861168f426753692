"""What was measured at the edge as rows, and rows as tries again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.checks.edge_pages import EdgeTry
from supple.domain.checks.tape import Tape, are_too_far_apart
from supple.domain.findings import Finding
from supple.domain.measurement import Measurement, Unit
from supple.domain.record import Check
from supple.domain.self_test_pages import SideResult
from supple.domain.side import Side
from supple.services.edge_keeping import edge_records, tape_answer, tape_try_of

ABOVE = Tape(hip_cm=56.0, knee_cm=67.5, thigh_cm=41.5)


def test_a_row_says_what_the_tape_said_and_how_far_the_angle_may_be_off() -> None:
    each = EdgeTry(side=Side.LEFT, try_number=1, tape=ABOVE, back_flat=True)
    result = SideResult(side=Side.LEFT, finding=Finding.LIMITED, tries_differed=False)
    (row,) = edge_records([each], [result])
    assert row.check is Check.HIP_LENGTH_TAPE
    assert row.answer == "hip 56 cm, knee 67.5 cm, thigh 41.5 cm, back flat"
    assert row.measured == Measurement(value=16.09, unit=Unit.DEGREES, error=4.0)
    assert row.finding is Finding.LIMITED


def test_while_the_check_goes_on_rows_have_no_finding() -> None:
    (row,) = edge_records([EdgeTry(side=Side.LEFT, try_number=1, tape=ABOVE, back_flat=True)])
    assert row.finding is None


def test_pain_is_a_row_with_or_without_numbers() -> None:
    bare = EdgeTry(side=Side.RIGHT, try_number=1, tape=None, back_flat=None, pain=True, mild=True)
    assert tape_answer(bare) == "pain, mild"
    (row,) = edge_records([bare])
    assert row.was_mild
    assert row.measured is None


@st.composite
def tries(draw: st.DrawFn) -> EdgeTry:
    hip_cm, knee_cm = (round(draw(st.floats(10.0, 120.0)), 2) for _ in range(2))
    thigh_cm = round(draw(st.floats(20.0, 70.0)), 2)
    possible = not are_too_far_apart(hip_cm=hip_cm, knee_cm=knee_cm, thigh_cm=thigh_cm)
    tape = Tape(hip_cm=hip_cm, knee_cm=knee_cm, thigh_cm=thigh_cm) if possible else None
    pain = draw(st.booleans()) or tape is None
    return EdgeTry(
        side=draw(st.sampled_from([Side.LEFT, Side.RIGHT])),
        try_number=draw(st.integers(1, 2)),
        tape=tape,
        back_flat=draw(st.sampled_from([True, False, None])) if tape else None,
        pain=pain,
        mild=pain and draw(st.booleans()),
    )


@given(tries())
def test_a_row_becomes_the_try_it_was(each: EdgeTry) -> None:
    (row,) = edge_records([each])
    assert tape_try_of(row) == each


def test_numbers_that_no_leg_has_are_refused() -> None:
    (row,) = edge_records([EdgeTry(side=Side.LEFT, try_number=1, tape=ABOVE, back_flat=True)])
    from dataclasses import replace

    with pytest.raises(ValueError, match="167"):
        tape_try_of(replace(row, answer=row.answer.replace("67.5", "167.5")))
