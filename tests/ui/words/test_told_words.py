"""What was told of pain in a session, in one line of its row."""

from datetime import UTC, datetime

from supple.domain.overview import SessionPains
from supple.domain.record import Occasion, PainRecord, SessionRecord
from supple.ui.words.told_words import short_words

AT = datetime(2026, 7, 20, 9, 0, tzinfo=UTC)


def hurt(number: int, place: str, score: int | None) -> PainRecord:
    return PainRecord(
        pain_id=f"p{number}", rated_at=AT, occasion=Occasion.DURING, score=score, session_id="s", place=place
    )


def test_a_place_that_hurt_twice_alike_is_named_once() -> None:
    session = SessionRecord(
        session_id="s",
        started_at=AT,
        routine_id="tight_plan",
        routine="Combined plan",
        planned_s=600.0,
        sets_planned=10,
    )
    told = SessionPains(hurts=(hurt(1, "groin", None), hurt(2, "groin", None), hurt(3, "groin", 4)))
    assert short_words(session, told) == "Groin. Groin 4."
