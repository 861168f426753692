"""What counts as skin when parts of the body are looked for in each other."""

import numpy as np
import pytest
from assets.studio.flesh import found, is_outside
from scipy import sparse

CHEEK, LIP, TEETH, THROAT, EYE = range(4), 4, 5, (6, 7), 8


def test_the_throat_behind_the_lips_is_no_skin_to_run_into() -> None:
    chain = [*CHEEK, LIP, TEETH, *THROAT]
    joined = sparse.csr_matrix((np.ones(7), (chain[:-1], chain[1:])), (9, 9))
    lining = np.zeros(9)
    lining[TEETH] = 1.0
    is_body = np.arange(9) != EYE
    skin = is_outside(sparse.csr_matrix(joined + joined.T), is_body, lining)
    assert skin.tolist() == [True] * 5 + [False] * 4


def test_a_nape_beside_the_chin_is_not_in_it_and_a_point_behind_it_is() -> None:
    chin = [[0, 0, 0.00], [0.004, 0, 0], [0, 0.004, 0]]
    behind, beside = [0.001, 0.001, -0.02], [0.08, 0, -0.02]
    posed = np.array([*chin, behind, beside])
    facing_up = np.tile([0.0, 0.0, 1.0], (5, 1))
    near, wall = np.array([3, 4]), np.arange(3)
    (only,) = found(posed, facing_up, "neck", "head", near, wall, 0.03)
    assert only.vertices.tolist() == [3]
    assert only.depth == pytest.approx([0.02])
