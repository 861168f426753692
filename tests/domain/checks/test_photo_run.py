"""Which photo comes next, what is kept of each, and what a sitting that was cut off goes on with."""

from supple.domain.checks.photo import Marking, Point
from supple.domain.checks.photo_records import photo_records, run_of
from supple.domain.checks.photo_run import PhotoRun, Said
from supple.domain.checks.photo_spots import Spot, Spots
from supple.domain.findings import Finding
from supple.domain.measurement import Unit
from supple.domain.side import Side

LEVEL = (Point(0, 900), Point(900, 900))


def rising(by: float) -> Marking:
    return Marking(hip=Point(500, 500), knee=Point(300, 500 - by), horizontal=LEVEL)


def add(run: PhotoRun, *rises: float) -> None:
    for by in rises:
        run.add(rising(by), rising(by))


def test_three_photos_of_the_left_hip_then_three_of_the_right() -> None:
    run, seen = PhotoRun(), []
    while run.side is not None:
        seen.append((run.side, run.number))
        add(run, 0)
    assert seen == [(side, number) for side in (Side.LEFT, Side.RIGHT) for number in (1, 2, 3)]


def test_two_photos_are_enough() -> None:
    run = PhotoRun()
    assert not run.may_go_on
    add(run, 0, 0)
    assert run.may_go_on
    run.end_side()
    assert (run.side, run.finding(Side.LEFT)) == (Side.RIGHT, Finding.LEVEL)


def test_a_photo_with_an_arched_back_has_no_angle_and_takes_no_place() -> None:
    run = PhotoRun()
    run.keep_out(back_flat=Said.NO, camera_level=Said.YES)
    assert (run.side, run.number) == (Side.LEFT, 1)
    [row] = photo_records(run, ended=False)
    assert (row.answer, row.measured) == ("back not flat, camera level", None)


def test_each_photo_is_a_row_with_its_angle_and_the_finding_of_its_side() -> None:
    run = PhotoRun()
    add(run, 60, 60)
    run.end_side()
    run.end_side()
    rows = photo_records(run, ended=True)
    assert [(row.side, row.try_number, row.finding) for row in rows] == [
        (Side.LEFT, 1, Finding.LIMITED),
        (Side.LEFT, 2, Finding.LIMITED),
    ]
    measured = rows[0].measured
    assert measured is not None
    assert (measured.value, measured.unit, measured.error) == (16.7, Unit.DEGREES, 5.0)
    assert rows[0].answer == "back flat, camera level, marked at 16.7, and 16.7"


def test_a_sitting_that_was_cut_off_goes_on_with_the_next_photo() -> None:
    run = PhotoRun()
    add(run, 60, 61)
    run.keep_out(back_flat=Said.NOT_SURE, camera_level=Said.NO)
    rows = photo_records(run, ended=False)
    again = run_of(rows)
    assert (again.side, again.number) == (Side.LEFT, 3)
    assert photo_records(again, ended=False) == rows
    assert run_of(()).number == 1


def test_a_photo_can_be_taken_back_and_done_anew() -> None:
    run = PhotoRun()
    assert not run.take_back()
    add(run, 0, 0, 0)
    assert run.take_back()
    assert (run.side, run.number) == (Side.LEFT, 3)


def test_one_more_photo_of_a_side_comes_back_to_the_result() -> None:
    run = PhotoRun()
    add(run, 60, 0, 62, 0, 0, 0)
    assert run.finding(Side.LEFT) is Finding.UNKNOWN
    run.take_one_more(Side.LEFT)
    assert (run.side, run.number, run.photos) == (Side.LEFT, 4, 4)
    add(run, 61)
    assert run.side is None
    run.leave_out(Side.LEFT, 2)
    assert run.finding(Side.LEFT) is Finding.LIMITED


def test_one_side_can_be_done_again_and_the_other_stands() -> None:
    run = PhotoRun()
    add(run, 60, 60, 60, 0, 0, 0)
    run.redo(Side.LEFT)
    assert (run.side, run.number, run.is_redone) == (Side.LEFT, 1, True)
    add(run, 0, 0, 0)
    assert (run.side, run.is_redone) == (None, False)
    assert (run.finding(Side.LEFT), run.finding(Side.RIGHT)) == (Finding.LEVEL, Finding.LEVEL)


def test_pain_is_the_finding_of_its_hip() -> None:
    run = PhotoRun()
    add(run, 0, 0, 0)
    run.report_pain()
    rows = photo_records(run, ended=True)
    assert [(row.side, row.answer, row.finding) for row in rows[-1:]] == [(Side.RIGHT, "pain", Finding.PAIN)]
    assert rows[0].finding is Finding.LEVEL
    run.say_mild()
    last = photo_records(run, ended=True)[-1]
    assert (last.finding, last.was_mild) == (Finding.PAIN, True)


def test_points_wait_at_the_thirds_and_stay_on_the_photo() -> None:
    spots = Spots(900, 600, side=Side.LEFT)
    assert spots.where(Spot.KNEE) == Point(300, 300)
    assert Spots(900, 600, side=Side.RIGHT).where(Spot.KNEE) == Point(600, 300)
    spots.put(Spot.KNEE, -40, 900)
    assert spots.where(Spot.KNEE) == Point(0, 600)


def test_every_move_can_be_taken_back() -> None:
    spots = Spots(900, 600, side=Side.LEFT)
    assert spots.undo() is None
    spots.begin(Spot.HIP)
    spots.put(Spot.HIP, 10, 10)
    spots.put(Spot.HIP, 20, 20)
    spots.begin(Spot.ANKLE)
    spots.put(Spot.ANKLE, 5, 5)
    spots.take_out(Spot.ANKLE)
    assert spots.undo() is Spot.ANKLE
    assert spots.is_placed(Spot.ANKLE)
    assert (spots.undo(), spots.undo()) == (Spot.ANKLE, Spot.HIP)
    assert (spots.is_placed(Spot.HIP), spots.where(Spot.HIP)) == (False, Point(600, 300))


def test_nothing_is_measured_while_a_point_is_wanting_and_the_ankle_may_stay_out() -> None:
    spots = Spots(900, 600, side=Side.LEFT)
    for spot in (Spot.HIP, Spot.KNEE, Spot.HORIZONTAL_1):
        spots.put(spot, 1, 2)
    assert spots.marking is None
    assert spots.lacks == (Spot.HORIZONTAL_2,)
    spots.put(Spot.HORIZONTAL_2, 3, 4)
    assert spots.marking is not None
    assert spots.marking.ankle is None


def test_a_hip_takes_three_photos_less_what_it_has_and_none_once_it_is_done() -> None:
    run = PhotoRun()
    assert (run.room(Side.LEFT), run.room(Side.RIGHT)) == (3, 3)
    add(run, 0)
    run.keep_out(back_flat=Said.NO, camera_level=Said.YES)
    assert (run.room(Side.LEFT), run.room(Side.RIGHT)) == (2, 3)
    add(run, 0, 0)
    assert (run.room(Side.LEFT), run.room(Side.RIGHT)) == (0, 3)
    run.end_side()
    assert (run.room(Side.LEFT), run.room(Side.RIGHT)) == (0, 0)


def test_a_hip_that_is_done_again_and_one_more_photo_take_nothing_of_the_other() -> None:
    run = PhotoRun()
    add(run, 0, 0, 0, 0, 0, 0)
    run.take_one_more(Side.LEFT)
    assert (run.room(Side.LEFT), run.room(Side.RIGHT)) == (1, 0)
    run.end_side()
    run.redo(Side.RIGHT)
    assert (run.room(Side.LEFT), run.room(Side.RIGHT)) == (0, 3)
