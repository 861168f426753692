"""Filling a side into a sentence: content says {target} and {other}, never left or right."""

from collections.abc import Mapping

from supple.domain.side import Side

ENGLISH: Mapping[Side, str] = {Side.LEFT: "left", Side.RIGHT: "right", Side.BOTH: "both"}


def fill(template: str, *, side: Side, words: Mapping[Side, str] = ENGLISH) -> str:
    """`template` with {target} and {other} replaced by the words for `side` and its opposite.

    {Target} and {Other} give the same words with a capital. Other braces are left alone.
    """
    target, other = words[side], words[side.other]
    return (
        template.replace("{target}", target)
        .replace("{other}", other)
        .replace("{Target}", target[:1].upper() + target[1:])
        .replace("{Other}", other[:1].upper() + other[1:])
    )
