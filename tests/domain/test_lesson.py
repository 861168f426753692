"""The marks in a lesson become the raised numbers of its sources."""

from supple.domain.lesson import Heading, Lesson, Note, Paragraph, Points

LESSON = Lesson(
    id="l",
    title="T",
    lead="Lead.",
    minutes=1,
    sources=("b", "a"),
    blocks=(
        Heading(text="H"),
        Paragraph(text="First [b]. Then [a] and [b]."),
        Points(points=("Point [a].",)),
        Note(title="N", text="Note."),
    ),
)


def test_the_numbers_follow_the_list_of_sources() -> None:
    assert LESSON.numbered("First [b]. Then [a].") == "First¹. Then²."


def test_the_sources_are_those_the_text_marks_in_their_order() -> None:
    assert LESSON.cited == ("b", "a")


def test_every_sentence_is_among_the_texts() -> None:
    assert LESSON.texts == ("T", "Lead.", "H", "First [b]. Then [a] and [b].", "Point [a].", "N", "Note.")
