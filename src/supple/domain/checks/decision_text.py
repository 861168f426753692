"""The words of what checks amount to; every text is a template in which {target} is the side it is about."""

from collections.abc import Mapping
from dataclasses import dataclass

from supple.domain.checks.bands import LESS_S, LIFT_CAP_S, whole_degrees, whole_error
from supple.domain.checks.decision import Agreement, Decision, SideReading
from supple.domain.checks.decision_rules import Grade, Lean, Length
from supple.domain.checks.found import LengthFound, LiftFound
from supple.domain.findings import Finding
from supple.domain.measurement import Measurement
from supple.domain.record import Check
from supple.domain.self_test_text import FindingText
from supple.domain.side import Side
from supple.domain.wording import fill


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """What a row of the table is called, and what is said of it."""

    title: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionText:
    """Everything of readings.json. Clauses of `because` begin small; the sentence gets its capital when it is made."""

    rules: Mapping[str, RuleText]
    grades: Mapping[Grade, str]
    because: str
    floor: Mapping[Finding, str]
    angle: Mapping[str, str]
    lift: Mapping[str, str]
    agreements: Mapping[str, Mapping[Agreement, str]]
    leans: Mapping[Lean, str]
    follows: Mapping[str, str]
    angle_exercise_id: str
    angle_findings: Mapping[Finding, FindingText]
    length_not_checked: FindingText
    angle_scale: tuple[str, str, str]
    rows: Mapping[Check, str]
    check_side: str
    see_someone: str

    def why(self, reading: SideReading) -> str:
        """Why it reads so, in one sentence with side and numbers; then what agrees or differs, and what leans."""
        sentence = self._because(reading)
        more = [
            *(self.agreements[what][agreement] for what, agreement in reading.agreements.items()),
            *(self.leans[lean] for lean in reading.leans),
        ]
        return " ".join((sentence[:1].upper() + sentence[1:], *more))

    def follows_words(self, decision: Decision) -> str:
        """Which side the plan follows; nothing where it follows neither."""
        side = decision.follows
        if side is None:
            return ""
        what = "length" if decision.sides[side].rule.length is Length.LIMITED else "strength"
        return fill(self.follows[what], side=side)

    def _because(self, reading: SideReading) -> str:
        """Both clauses, or the one of what was done."""
        told, lift = reading.told, reading.lift
        length = fill(self._told(told), side=reading.side) if told is not None else ""
        strength = self._lift(lift, lift.hold, reading.side) if lift.hold is not None else ""
        template = self.because if length and strength else "{length}{strength}."
        return template.replace("{length}", length).replace("{strength}", strength)

    def _told(self, told: LengthFound) -> str:
        if told.check is Check.HIP_LENGTH_FLOOR:
            return self.floor.get(told.finding, self.floor[Finding.UNKNOWN])
        if told.angle is None or told.finding is Finding.UNKNOWN:
            return self.angle["unknown"]
        return _with_angle(self.angle[_place(told.angle)], told.angle)

    def _lift(self, lift: LiftFound, hold: Measurement, side: Side) -> str:
        words = self.lift[_how_held(lift, hold)]
        filled = words.replace("{seconds}", str(int(hold.value))).replace("{less}", str(int(lift.less_s)))
        return fill(filled, side=side)


def _how_held(lift: LiftFound, hold: Measurement) -> str:
    if lift.less_s >= LESS_S:
        return "less"
    return "full" if hold.value >= LIFT_CAP_S else "held"


def _place(angle: Measurement) -> str:
    degrees = whole_degrees(angle.value)
    return "level" if degrees == 0 else "above" if degrees > 0 else "below"


def _with_angle(template: str, angle: Measurement) -> str:
    degrees, error = abs(whole_degrees(angle.value)), whole_error(angle.error or 0.0)
    return template.replace("{angle}", str(degrees)).replace("{error}", str(error))
