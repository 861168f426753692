"""What there is to read: lessons in blocks, and the sources they and the exercises rest on."""

import re
from dataclasses import dataclass, replace

from supple.domain.side import Side

_MARK = re.compile(r"\[([a-z0-9_]+)\]")
_MARK_AFTER_SPACE = re.compile(r" ?" + _MARK.pattern)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A study or a page: `words` name it, `found` says in one sentence what it says, `url` is its address."""

    id: str
    words: str
    found: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A title inside a lesson; `edge` is over the check at an edge, which is not for everybody."""

    text: str
    edge: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Sentences; "[id]" marks the source of what stands before it, "**" encloses what is to stand out."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A list whose entries are read one by one; the same marks as in a paragraph."""

    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is set apart from the text: a bold first line and sentences."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustration:
    """One picture of a lesson, shown on `side`; `folder` and `scene` name the file, `alt` is a template."""

    folder: str
    scene: str
    side: Side
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRow:
    """Pictures side by side with one caption (a template filled with the first picture's side)."""

    pictures: tuple[Illustration, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseLink:
    """A way from the text to an exercise's page."""

    exercise_id: str
    text: str


Block = Heading | Paragraph | Points | Note | PictureRow | ExerciseLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Something to read in a few minutes; `sources` are in the order of their numbers in the text."""

    id: str
    title: str
    lead: str
    minutes: int
    blocks: tuple[Block, ...]
    sources: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every sentence of the lesson as written."""
        texts = [self.title, self.lead]
        for block in self.blocks:
            match block:
                case Heading(text=text) | Paragraph(text=text) | ExerciseLink(text=text):
                    texts.append(text)
                case Points(points=points):
                    texts.extend(points)
                case Note(title=title, text=text):
                    texts.extend((title, text))
                case PictureRow(pictures=pictures, caption=caption):
                    texts.extend((caption, *(picture.alt for picture in pictures)))
        return tuple(texts)

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the sources marked in the text, in order, each once."""
        return tuple(dict.fromkeys(mark for text in self.texts for mark in _MARK.findall(text)))

    def numbered(self, text: str) -> str:
        """`text` with each "[id]" replaced by the raised number of its source, close to the word before."""
        return _MARK_AFTER_SPACE.sub(self._number, text)

    def _number(self, mark: re.Match[str]) -> str:
        return str(self.sources.index(mark[1]) + 1).translate(_RAISED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """All lessons in their order, and every source that is cited."""

    lessons: tuple[Lesson, ...] = ()
    sources: tuple[Source, ...] = ()


def without_edge(lesson: Lesson, *, instead: str) -> Lesson:
    """The lesson for whom the check at an edge is not: `instead` stands under its title, up to the next part."""
    blocks: list[Block] = []
    leaves_out = False
    for block in lesson.blocks:
        if isinstance(block, Heading | Note):
            leaves_out = isinstance(block, Heading) and block.edge
            blocks += [block, Paragraph(text=instead)] if leaves_out else [block]
        elif not leaves_out:
            blocks.append(block)
    return replace(lesson, blocks=tuple(blocks))
