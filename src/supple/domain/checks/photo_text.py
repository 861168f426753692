"""The words of the photo goniometer; every text is a template in which {target} is the leg that hangs."""

from collections.abc import Mapping
from dataclasses import dataclass

from supple.domain.checks.photo_spots import Spot
from supple.domain.findings import Finding
from supple.domain.self_test_text import Shot


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedText:
    """A question about a photo; `kept_out` is said when its answer keeps the photo out."""

    question: str
    note: str
    kept_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotText:
    """What a point is called, and where to feel for it; `shot` shows that, nearer."""

    name: str
    feel: str
    shot: Shot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThighText:
    """What stands over the number."""

    live: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AngleText:
    """How a finding of an angle is worded."""

    word: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoText:
    """Everything of photo_check.json."""

    exercise_id: str
    title: str
    hip: str
    thigh: ThighText
    drop: str
    shot: Shot
    how_to: tuple[str, ...]
    back_flat: AskedText
    camera_level: AskedText
    spots: Mapping[Spot, SpotText]
    findings: Mapping[Finding, AngleText]
    not_checked: AngleText
    skip: str
    one_more: str
    sides_differ: str
    apart_why: str
