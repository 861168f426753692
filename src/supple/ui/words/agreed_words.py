"""What was agreed, told and dated beside the safety answers, one sentence each."""

from PySide6.QtCore import QCoreApplication

from supple.domain.consent import Consent
from supple.domain.safety import Clearance, asked_again_on
from supple.domain.safety_text import SafetyContent
from supple.ui.words.counts import pregnant_words
from supple.ui.words.day_words import day_month_year

translate = QCoreApplication.translate


def agreed_words(content: SafetyContent, clearance: Clearance) -> tuple[str, ...]:
    """Every consent with its date, and what is counted from a date that was told."""
    sentences = [_agreed(content, clearance, consent) for consent in clearance.agreed]
    if clearance.told:
        sentences.append(
            translate("AgreedWords", "What you were told: {words}").replace("{words}", clearance.told)
        )
    if clearance.pregnant_weeks is not None:
        sentences.append(pregnant_words(clearance.pregnant_weeks))
    if clearance.recent_until is not None:
        words = translate("AgreedWords", "Surgery counts as recent up to {day}.")
        sentences.append(words.replace("{day}", day_month_year(clearance.recent_until)))
    if clearance.birth_until is not None:
        words = translate("AgreedWords", "The months after a birth are counted up to {day}.")
        sentences.append(words.replace("{day}", day_month_year(clearance.birth_until)))
    if clearance.mild_hip_at is not None:
        words = translate(
            "AgreedWords", "Pain in the hip check was mild and in the muscle. You said so on {day}."
        )
        sentences.append(words.replace("{day}", day_month_year(clearance.mild_hip_at.date())))
    return tuple(sentences)


def _agreed(content: SafetyContent, clearance: Clearance, consent: Consent) -> str:
    at = clearance.agreed[consent]
    again = asked_again_on(consent, at)
    words = (
        translate("AgreedWords", "{sentence} You said so on {day}.")
        if again is None
        else translate("AgreedWords", "{sentence} You said so on {day}. Asked again on {again}.")
    )
    if again is not None:
        words = words.replace("{again}", day_month_year(again))
    return words.replace("{sentence}", content.consents[consent]).replace("{day}", day_month_year(at.date()))
