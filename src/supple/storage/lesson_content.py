"""Lessons and sources: decoded when somebody first wants to read."""

from typing import Any

import msgspec

from supple.domain.lesson import (
    Block,
    ExerciseLink,
    Heading,
    Illustration,
    Lesson,
    Lessons,
    Note,
    Paragraph,
    PictureRow,
    Points,
    Source,
)
from supple.storage.content_entries import ContentError, Raw, Read, convert, entries, known, plain

BLOCKS: dict[str, type[Block]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "points": Points,
    "note": Note,
    "pictures": PictureRow,
    "exercise": ExerciseLink,
}


class _LessonFile(msgspec.Struct, forbid_unknown_fields=True):
    """A lesson whose blocks are still to be told apart by their `kind`."""

    id: str
    title: str
    lead: str
    minutes: int
    blocks: list[dict[str, Any]]
    sources: tuple[str, ...] = ()


def load_reading(read: Read) -> Lessons:
    """The lessons and sources out of the files that `read` gives by name. Raises ContentError."""
    return Lessons(
        lessons=entries(read, "lessons.json", _lesson), sources=entries(read, "sources.json", _source)
    )


def _lesson(raw: Raw) -> Lesson:
    file = msgspec.convert(raw, _LessonFile)
    return Lesson(
        id=file.id,
        title=file.title,
        lead=file.lead,
        minutes=file.minutes,
        sources=file.sources,
        blocks=tuple(_block(block, place) for place, block in enumerate(file.blocks)),
    )


def _block(raw: Raw, place: int) -> Block:
    kind = BLOCKS.get(str(raw.get("kind")))
    if kind is None:
        raise ContentError(f"blocks[{place}].kind: {raw.get('kind')} is none of {', '.join(BLOCKS)}")
    values = {name: value for name, value in raw.items() if name != "kind"}
    for number, picture in enumerate(values.get("pictures", ())):
        known(picture, Illustration, f"blocks[{place}].pictures[{number}]")
    try:
        return convert(values, kind)
    except (msgspec.ValidationError, ContentError) as error:
        raise ContentError(f"blocks[{place}].{plain(error)}") from error


def _source(raw: Raw) -> Source:
    return convert(raw, Source)
