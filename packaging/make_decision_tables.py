"""Writes docs/DECISION.md: the tables by which checks become a reading, for whoever has to judge them.

Run it after changing a rule, a line or a sentence: ``.venv/bin/python packaging/make_decision_tables.py``.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from supple.domain.checks import bands
from supple.domain.checks.decision import Agreement
from supple.domain.checks.decision_rules import PAIN, RULES, Rule
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.storage.safety_content import decode_readings

CONTENT = ROOT / "assets" / "content" / "en"
PAGE = ROOT / "docs" / "DECISION.md"
OPENING = """# What the checks amount to

Written by `packaging/make_decision_tables.py` from the rules and the sentences that the program uses; not to be edited.
The rules are **ours** and not validated; no doctor or physiotherapist has reviewed them yet. What they rest on stands
in docs/EVIDENCE.md 3.11 and 3.12.

Each side is read by itself, with the first row that fits. "Left" stands in the sentences for whichever side it is.

## One side
Pain in a check comes before all other rows.
"""
HEAD = (
    "length",
    "strength",
    "the answers beside it",
    "what is said",
    "leads to",
    "moderately sure if two agree on",
    "rank",
)
BOTH_SIDES = """
## Both sides
The plan follows the side with the higher rank, and says so. In the routines left and right stay equal. After pain that
was not mild nothing is suggested; after mild pain what the other side leads to, else a gentle first week.

## How sure
There are two grades. "Moderately sure" needs that
"""
DIFFER = """
Where two checks of length differ, the milder counts. Two angles are one thing seen twice and never agree in this sense.

## The lines"""
BESIDE = """
## The answers beside the checks
They decide only where the table names them.

## What always stands there"""
LINES = (
    ("An angle is about level within", f"{bands.LEVEL_DEG}° of level; bands of {bands.LEVEL_DEG}° are told"),
    (
        "The sides differ from",
        f"{bands.SIDES_DIFFER_DEG:.0f}° between them, or one limited and the other not",
    ),
    (
        "An angle changed from",
        f"{bands.CHANGED_DEG:.0f}° on; from {bands.UNSURE_DEG:.0f}° it could be measurement",
    ),
    ("A finding on the floor changed", "from one end to the other; one step could be measurement"),
    ("The seated lift is held at most", f"{bands.LIFT_CAP_S:.0f} s, the best of two tries"),
    ("It tired early", f"under {bands.EARLY_S:.0f} s, or {bands.LESS_S:.0f} s less than the other side"),
    (
        "A hold changed from",
        f"{bands.CHANGED_S:.0f} s on; from {bands.UNSURE_S:.0f} s it could be measurement",
    ),
    (
        "Sitting leans to length",
        f"over {bands.SITS_LONG_H} h a day, unless active for {bands.ACTIVE_MIN} min a week or more",
    ),
)
SURE = {
    Agreement.CHECKS: "two different checks of the same thing agree: floor and angle, or lift and slow march",
    Agreement.DAYS: "the same check said the same on two days, by the same rules",
}


def page_text() -> str:
    """The page as it should be."""
    words = decode_readings((CONTENT / "readings.json").read_bytes())
    routines = {r["id"]: r["name"] for r in json.loads((CONTENT / "routines.json").read_text("utf-8"))}

    def row(rule: Rule) -> str:
        text = words.rules[rule.rule_id]
        cells = (
            rule.length if rule is not PAIN else "any",
            rule.strength if rule is not PAIN else "any",
            rule.lean or "either way",
            f"**{fill(text.title, side=Side.LEFT)}**: {fill(text.sentence, side=Side.LEFT)}",
            ", else ".join(routines[each] for each in rule.routines) if rule is not PAIN else "-",
            " and ".join(rule.agreeing) or "never",
            str(rule.rank),
        )
        return _line(cells)

    parts = [
        OPENING,
        _line(HEAD),
        _line("---" for _ in HEAD),
        *(row(rule) for rule in (PAIN, *RULES)),
        BOTH_SIDES,
        *(f"- {reason}." for reason in SURE.values()),
        DIFFER,
        _line(("line", "where it is drawn")),
        _line(("---", "---")),
        *(_line(line) for line in LINES),
        BESIDE,
        *(f"- {sentence}" for sentence in (*_always(), words.see_someone)),
        "",
    ]
    return "\n".join(parts)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _always() -> list[str]:
    text = json.loads((CONTENT / "self_test.json").read_text("utf-8"))
    return [*text["always_say"], text["disclaimer"]]


if __name__ == "__main__":
    PAGE.write_text(page_text(), encoding="utf-8")
    sys.exit(0)
