"""Reads the words of the questions and the checks into the values of the domain; a mistake is named with its place."""

from typing import TypeVar

import msgspec

from supple.domain.checks.decision_text import DecisionText
from supple.domain.checks.hold_text import StrengthText
from supple.domain.checks.photo_text import PhotoText
from supple.domain.safety_text import SafetyContent
from supple.domain.self_test_text import SelfTestText

Content = TypeVar("Content")


def decode_safety(data: bytes) -> SafetyContent:
    """The safety questions and their words; raises ValueError naming the entry that is wrong."""
    return _decode(data, SafetyContent, file="safety.json")


def decode_self_test(data: bytes) -> SelfTestText:
    """The words of the guided check; raises ValueError naming the entry that is wrong."""
    return _decode(data, SelfTestText, file="self_test.json")


def decode_readings(data: bytes) -> DecisionText:
    """The words of what checks amount to; raises ValueError naming the entry that is wrong."""
    return _decode(data, DecisionText, file="readings.json")


def decode_strength(data: bytes) -> StrengthText:
    """The words of the timed holds; raises ValueError naming the entry that is wrong."""
    return _decode(data, StrengthText, file="strength.json")


def decode_photo(data: bytes) -> PhotoText:
    """The words of the photo goniometer; raises ValueError naming the entry that is wrong."""
    return _decode(data, PhotoText, file="photo_check.json")


def _decode(data: bytes, kind: type[Content], *, file: str) -> Content:
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise ValueError(f"{file}: {error}") from error
