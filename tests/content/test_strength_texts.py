"""The words and pictures of the checks of strength and of the front of the thigh: all pages, answers and scenes."""

from pathlib import Path

import pytest

from supple.domain.checks.hold import RULES
from supple.domain.checks.hold_run import HoldQuestion
from supple.domain.checks.hold_text import HoldText
from supple.domain.record import Check
from supple.domain.self_test_text import Shot
from supple.storage.safety_content import decode_strength

ASSETS = Path(__file__).parents[2] / "assets"
HOLDS = decode_strength((ASSETS / "content/en/strength.json").read_bytes()).holds
WITHOUT_WORDS = {HoldQuestion.HOLD, HoldQuestion.FORM}
"""The clock, and what ended the hold, have words of their own."""
ON_BOTH_LEGS = {HoldQuestion.BOTH_LEGS, HoldQuestion.NOT_YET}


def shots(text: HoldText) -> list[Shot]:
    own = [text.shot, *(page.shot for page in text.pages.values())]
    return own + [form.shot for form in text.forms.values() if form.shot is not None]


@pytest.mark.parametrize("check", RULES)
def test_every_page_and_every_answer_has_its_words(check: Check) -> None:
    left_out = WITHOUT_WORDS | (set() if RULES[check].both_first else ON_BOTH_LEGS)
    left_out |= {HoldQuestion.PAIN_MILD} if RULES[check].by_turns else set()
    assert set(HOLDS[check].pages) == set(HoldQuestion) - left_out
    assert set(HOLDS[check].forms) == set(RULES[check].forms)


@pytest.mark.parametrize("check", HOLDS)
def test_every_scene_has_its_picture(check: Check) -> None:
    for shot in shots(HOLDS[check]):
        assert (ASSETS / "pictures" / HOLDS[check].exercise_id / f"{shot.scene}.webp").is_file(), shot.scene


@pytest.mark.parametrize("check", HOLDS)
def test_pain_leads_to_the_warning_signs_and_to_somebody_who_knows(check: Check) -> None:
    advice = HOLDS[check].pages[HoldQuestion.PAIN_ADVICE]
    assert "warning signs" in advice.lead
    assert "ask a doctor or physiotherapist" in advice.lead
