"""Filling a side into a sentence: content says {target} and {other}, with its own words where English will not do."""

import re

from supple.domain.side import Side

PLACE = re.compile(r"\{(target|Target|other|Other)(?::([^{}|]*)\|([^{}|]*))?\}")
"""The side that is meant, or the other one; then, as the sentence needs them, its words: {target:izquierdo|derecho}."""

_ENGLISH = {Side.LEFT: "left", Side.RIGHT: "right", Side.BOTH: "both"}


def fill(template: str, *, side: Side) -> str:
    """`template` with {target} and {other} replaced by the words for `side` and its opposite.

    The words are the place's own; without any they are English, since only English needs no other form for them.
    {Target} and {Other} give the same words with a capital. Other braces are left alone.
    """

    def word(place: re.Match[str]) -> str:
        who, left, right = place.groups()
        meant = side if who.lower() == "target" else side.other
        own = {Side.LEFT: left, Side.RIGHT: right, Side.BOTH: f"{left}, {right}"}
        words = _ENGLISH[meant] if left is None else own[meant]
        return words[:1].upper() + words[1:] if who[0].isupper() else words

    return PLACE.sub(word, template)
