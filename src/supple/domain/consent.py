"""The consents that open what an answer or a sign has closed; each is kept with its date."""

from enum import StrEnum

MILD_HIP = "MILD_HIP"
"""The key under which a record of answers keeps when pain in the hip check was said to be mild and in the muscle."""


class Consent(StrEnum):
    """What a person says has been agreed with somebody who may say so; the values are kept in records."""

    SEEN = "AGREE_SEEN"
    """A doctor or physiotherapist has looked at this and said exercise is fine: a yes in A or B."""
    SURGERY = "AGREE_SURGERY"
    """The surgical team has agreed to exercises like these."""
    HEART = "AGREE_HEART"
    """A doctor has said exercise is fine: a heart condition, blackouts, supervision."""
    SIGN = "AGREE_SIGN"
    """Seen about a red sign and told exercise is fine; what was told stands in the record's notes."""
