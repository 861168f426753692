"""What the gate says to somebody of whom nothing but the pain is known."""

from supple.domain.gate import Standing, Verdict, Way, decide
from supple.domain.safety import Clearance


def by_pain_alone(pain: int | None) -> Verdict:
    """Open, gentle or closed, as the number says."""
    return decide(Way.SESSION, Standing(answered=True, clearance=Clearance(), pain=pain))
