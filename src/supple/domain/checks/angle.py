"""How one try reads whose angle was measured."""

from supple.domain.checks.bands import LEVEL_DEG
from supple.domain.findings import Finding


def read_angle(*, angle_deg: float | None, back_flat: bool | None, pain: bool) -> Finding:
    """How one try reads whose thigh was `angle_deg` above level; below level is less than zero.

    Pain comes first. Without an angle, or without a low back that lay flat, nothing can be told.
    """
    if pain:
        return Finding.PAIN
    if angle_deg is None or back_flat is not True:
        return Finding.UNKNOWN
    if angle_deg >= LEVEL_DEG:
        return Finding.LIMITED
    return Finding.BELOW if angle_deg <= -LEVEL_DEG else Finding.LEVEL
