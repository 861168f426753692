"""What a small card shows, found without Blender: how much the figure fills, and how far a pair's outline moves."""

import numpy as np
import pytest
from assets.studio.seen import NOTHING, SIZE, Seen, moved_percent
from assets.studio.view import View

VIEW = View(np.zeros(3), np.array([1.0, 0, 0]), 4.0, SIZE)


def box(left: int, top: int, right: int, bottom: int) -> Seen:
    vertex = np.full((SIZE[1], SIZE[0]), NOTHING)
    vertex[top:bottom, left:right] = 0
    return Seen(vertex, VIEW)


@pytest.mark.parametrize(
    ("look", "percent"),
    [
        (box(100, 40, 140, 103), 35),  # standing: by the height
        (box(48, 90, 192, 110), 35),  # lying: 60 % of the width counts as much
        (box(0, 0, 0, 0), 0),
    ],
)
def test_the_figure_fills_by_height_or_by_width(look: Seen, percent: float) -> None:
    assert look.filled_percent() == pytest.approx(percent, abs=0.1)


def test_an_outline_that_moves_at_the_spot_is_told_from_one_that_moves_elsewhere() -> None:
    right, wrong = box(60, 60, 120, 120), box(60, 60, 132, 120)
    here, elsewhere = np.array([120 / SIZE[0], 90 / SIZE[1]]), np.array([20 / SIZE[0], 20 / SIZE[1]])
    assert moved_percent(right, wrong, [here], []) == pytest.approx(5.0, abs=0.5)
    assert moved_percent(right, wrong, [elsewhere], []) == 0


def test_glow_counts_where_it_is_seen() -> None:
    look = box(0, 0, 20, 10)
    assert look.glowing(np.array([1.0])) == 200
    assert look.glowing(np.array([0.1])) == 0
